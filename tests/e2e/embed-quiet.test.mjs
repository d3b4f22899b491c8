// What must not be noticed: no storage, no cookie, no stranger asked, no shift of the page.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answer, FALLBACK, hear, hostPage, LAID, SHOWN, stage, tag } from './lib/hosts.mjs';
import { sample, SAMPLES, scrollThrough, settle, shifts } from './lib/page.mjs';

const ID = 'doc-dia-chi-web';
const PATH = `/articles/${ID}.json`;
const TEXT = JSON.stringify(sample(SAMPLES.find((item) => item['@id'] === ID)));

let on;
before(async () => {
  on = await stage();
});
after(() => on?.stop());

const element = (attributes) => tag({ src: on.address(ID), loading: 'eager', ...attributes });

/** Runs in the page before all else: keeps the name of whatever is kept anywhere, be it only read. */
function watchStorage() {
  const used = [];
  Object.defineProperty(globalThis, 'tbUsed', { value: used });
  const spy = (holder, name) => {
    const found = Object.getOwnPropertyDescriptor(holder, name);
    if (!found) return;
    for (const kind of ['get', 'set', 'value']) {
      const original = found[kind];
      if (typeof original === 'function') found[kind] = function watched(...given) { used.push(`${kind} ${name}`); return Reflect.apply(original, this, given); };
    }
    Object.defineProperty(holder, name, found);
  };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) spy(globalThis, name);
  for (const name of ['getItem', 'setItem', 'removeItem', 'clear', 'key', 'length']) spy(Storage.prototype, name);
  for (const name of ['open', 'deleteDatabase', 'databases']) spy(IDBFactory.prototype, name);
  for (const name of ['open', 'match', 'has', 'keys', 'delete']) spy(CacheStorage.prototype, name);
  spy(Document.prototype, 'cookie');
  spy(ServiceWorkerContainer.prototype, 'register');
  spy(globalThis, 'BroadcastChannel');
}
const watching = { before: (page) => page.addInitScript(watchStorage), touch: false };
const used = (page) => page.evaluate(() => globalThis.tbUsed);
const choose = async (page, view) => {
  await page.locator(`${SHOWN} .tb-switch[data-view-to=${view}]`).click();
  await page.waitForSelector(LAID[view]);
};

describe('storage', () => {
  for (const attributes of [{}, { storage: 'nonsense' }]) {
    it(`is not even read with ${JSON.stringify(attributes)}`, async () => {
      const { context, page, problems } = await on.open(on.script() + element(attributes), watching);
      await page.waitForSelector(SHOWN);
      await scrollThrough(page);
      await choose(page, 'desktop');
      await choose(page, 'mobile');
      await page.locator('trang-bao').evaluate((target) => target.reload());
      await hear(page, 'ready', 1);
      assert.deepEqual(await used(page), []);
      assert.deepEqual(problems, []);
      await context.close();
    });
  }

  it('local keeps the reader’s layout for the next visit, and nothing else', async () => {
    const { context, page } = await on.open(on.script() + element({ storage: 'local' }), watching);
    await page.waitForSelector(LAID.mobile);
    await choose(page, 'desktop');
    assert.ok((await used(page)).includes('value setItem'), 'the watch sees what is kept');
    assert.deepEqual([...new Set(await used(page))].filter((name) => !/localStorage|getItem|setItem|removeItem/.test(name)), []);
    assert.equal(await page.evaluate(() => localStorage.length), 1);
    await page.reload();
    await page.waitForSelector(LAID.desktop);
    await page.goto(on.host.put(hostPage(on.script() + element())));
    await page.waitForSelector(LAID.mobile);
    await context.close();
  });

  it('local without storage reads on', async () => {
    const { context, page, problems } = await on.open(on.script() + element({ storage: 'local' }), {
      headers: { 'Content-Security-Policy': 'sandbox allow-scripts' }, touch: false,
    });
    await page.waitForSelector(SHOWN);
    await choose(page, 'desktop');
    assert.deepEqual(problems, []);
    await context.close();
  });
});

describe('the network', () => {
  /** Opens a host that is on the viewer's own host, another port: there a browser sends cookies along wherever it is not told otherwise. */
  async function requestsOf(act) {
    const { context, page, problems } = await on.open('', {
      before: (_, own) => own.addCookies([{ name: 'reader', value: 'me', domain: '127.0.0.1', path: '/' }]),
    });
    const requests = [];
    page.on('request', (request) => requests.push(request));
    const near = on.host.put(hostPage(`<img src="${on.viewer.url}icons/logo.svg?host" alt="">${on.script()}${element()}`)).replace('localhost', '127.0.0.1');
    await page.goto(near);
    await page.waitForSelector(SHOWN);
    await scrollThrough(page);
    const seen = await Promise.all(requests.map(async (request) => ({ url: request.url(), kind: request.resourceType(), headers: await request.allHeaders() })));
    const own = seen.filter(({ url }) => url.endsWith('?host'));
    assert.ok(own.length === 1 && own[0].headers.cookie && own[0].headers.referer, 'a request of the host has both');
    const rest = seen.filter(({ url }) => !url.endsWith('?host') && !url.startsWith(new URL(near).origin));
    assert.ok(rest.length > 5);
    act(rest);
    assert.equal((await context.cookies()).length, 1);
    assert.deepEqual(problems, []);
    await context.close();
  }
  const addresses = (requests) => requests.map(({ url }) => url);

  it('sees the viewer’s and the article’s server alone, and neither learns who reads where', () => requestsOf((requests) => {
    assert.deepEqual(addresses(requests.filter(({ url }) => !url.startsWith(on.viewer.url))), []);
    assert.deepEqual(addresses(requests.filter(({ kind, headers }) => kind !== 'image' && headers.cookie)), [], 'cookies');
    // The tag of embed.js is the host's own; whatever comes after it is ours.
    const told = requests.filter(({ url, headers }) => headers.referer && !url.endsWith('/embed.js'));
    assert.deepEqual(addresses(told.filter(({ headers }) => !headers.referer.startsWith(on.viewer.url))), [], 'the host’s address');
  }));
});

describe('the page', () => {
  const around = (style) => `<style>trang-bao { display: block; ${style} }</style>${on.script()}<p>Trên</p>${element()}<p>Dưới</p>`;
  /** Lets the article wait until the test says so. */
  const held = () => {
    let release;
    const asked = new Promise((resolve) => {
      on.viewer.faults.set(PATH, (request, response) => {
        release = () => answer(TEXT)(request, response);
        resolve();
      });
    });
    return { asked, release: () => release() };
  };

  it('does not shift where the host gives a height', async () => {
    const hold = held();
    const { context, page, problems } = await on.open(around('height: 500px; overflow: auto'), { touch: false });
    await hold.asked;
    await settle(page);
    hold.release();
    await page.waitForSelector(SHOWN);
    await scrollThrough(page);
    const { total, list } = await shifts(page);
    assert.equal(total, 0, JSON.stringify(list));
    assert.deepEqual(problems, []);
    await context.close();
    on.viewer.faults.clear();
  });

  it('keeps the height that the host reserves, and gets the rest in one step', async () => {
    const hold = held();
    const { context, page } = await on.open(around('min-height: 420px'), {
      touch: false,
      before: (target) => target.addInitScript(() => {
        globalThis.tbHeights = [];
        addEventListener('DOMContentLoaded', () => {
          new ResizeObserver(([{ contentRect }]) => globalThis.tbHeights.push(Math.round(contentRect.height))).observe(document.querySelector('trang-bao'));
        });
      }),
    });
    await hold.asked;
    await settle(page);
    assert.deepEqual(await page.evaluate(() => globalThis.tbHeights), [420]);
    assert.ok(await page.getByText(FALLBACK).isVisible());
    hold.release();
    await page.waitForSelector(SHOWN);
    await scrollThrough(page);
    const heights = await page.evaluate(() => globalThis.tbHeights);
    assert.equal(heights.length, 2, heights.join());
    assert.ok(heights[1] > 1000, heights.join());
    await context.close();
    on.viewer.faults.clear();
  });

  it('a reader below does not lose the place when the article comes above', async () => {
    const hold = held();
    const { context, page } = await on.open(`${around('')}<p id="here">Ở đây</p><div style="height: 3000px"></div>`, { touch: false });
    await hold.asked;
    await page.evaluate(() => document.getElementById('here').scrollIntoView());
    await settle(page);
    const top = () => page.evaluate(() => document.getElementById('here').getBoundingClientRect().top);
    const before = await top();
    hold.release();
    await page.waitForSelector(SHOWN, { state: 'attached' });
    await settle(page);
    assert.ok(Math.abs(await top() - before) <= 1, `${before} and then ${await top()}`);
    await context.close();
    on.viewer.faults.clear();
  });
});
