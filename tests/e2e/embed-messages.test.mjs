// Messages between the frame and its host, forged both ways: neither can be made to do more than it is for.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { frameAddress, frameTag, hostPage, stage } from './lib/hosts.mjs';
import { settle } from './lib/page.mjs';

const ID = 'dawn-on-west-lake';
const TYPE = 'trangbao:1';
const IN_FRAME = '.tb-viewer.tb-embed[data-state="ready"]';
const [LOWEST, HIGHEST, CHANGES] = [50, 200_000, 60];

let on;
before(async () => {
  on = await stage();
});
after(() => on?.stop());

const address = (query) => frameAddress(on, { src: `/articles/${ID}.json`, host: on.host.origin, images: 'none', ...query });
const frameScript = () => `<script src="${on.viewer.url}frame.js"></script>`;
const frameOf = (page) => page.frames().find((frame) => frame.url().includes('/embed.html'));
const height = (page) => page.locator('#article').evaluate((frame) => frame.style.height);
const named = (html) => html.replace('<iframe', '<iframe id="article"');

/** Sends from within the frame, as if a stranger lived in it. */
const send = (frame, ...messages) => frame.evaluate((all) => {
  for (const message of all) parent.postMessage(message, '*');
}, messages);
const heightOf = (value) => ({ type: TYPE, kind: 'height', height: value });

const ECHO = 'tb-echo';

/** Waits until everything that page and frame have sent each other has been dealt with: messages keep their order. */
async function delivered(page, frame = '#article') {
  await page.evaluate(([css, echo]) => new Promise((resolve) => {
    const { contentWindow } = document.querySelector(css);
    addEventListener('message', ({ data, source }) => {
      if (data === echo && source === contentWindow) resolve();
    });
    contentWindow.postMessage(echo, '*');
  }), [frame, ECHO]);
  await settle(page);
}

/** Runs in every window before all else: frames send an echo back, the page keeps what it is told. */
function listen(echo) {
  if (globalThis !== top) {
    addEventListener('message', ({ data, source }) => {
      if (data === echo) source.postMessage(echo, '*');
    });
    return;
  }
  globalThis.tbTold = [];
  addEventListener('message', ({ data, origin, source }) => {
    const own = source === document.getElementById('article')?.contentWindow;
    if (data !== echo) globalThis.tbTold.push({ data, origin, own });
  }, true);
}

/** A host with a frame that shows its article, and at the top all that it has been told. */
async function hosted(query, act, { around = () => '', sandbox, script = frameScript, before: prepare } = {}) {
  const visit = await on.open(named(frameTag(address(query), sandbox)) + around() + script(), {
    touch: false,
    before: async (page) => {
      await prepare?.(page);
      await page.addInitScript(listen, ECHO);
    },
  });
  await visit.page.frameLocator('#article').locator(IN_FRAME).waitFor();
  await delivered(visit.page);
  await act(visit.page, visit);
  assert.deepEqual(visit.problems.filter((problem) => problem.startsWith('error:')), []);
  await visit.context.close();
}

const none = () => '';
const told = (page) => page.evaluate(() => globalThis.tbTold);

describe('the host', () => {
  it('clamps a height, and takes nothing for one that is no finite number', () => hosted({}, async (page) => {
    const own = await height(page);
    assert.match(own, /^\d+px$/);
    const frame = frameOf(page);
    const nonsense = [NaN, Infinity, -Infinity, '900', '900px', null, true, [900], { valueOf: 900 }, {}, undefined];
    await frame.evaluate(([type, values]) => {
      for (const value of [...values, 900n, new Date(900), new Number(900)]) parent.postMessage({ type, kind: 'height', height: value }, '*');
    }, [TYPE, nonsense]);
    for (const message of [null, 1, 'trangbao:1', [], [TYPE, 'height', 900], { type: TYPE }, { kind: 'height', height: 900 }, { type: 'trangbao:2', kind: 'height', height: 900 }, { type: TYPE, kind: 'Height', height: 900 }, { type: TYPE, kind: 'height' }, { type: [TYPE], kind: ['height'], height: 900 }, { type: TYPE, kind: '__proto__', height: 900 }]) {
      await send(frame, message);
    }
    await delivered(page);
    assert.equal(await height(page), own);
    for (const [wish, given] of [[1e9, HIGHEST], [-5, LOWEST], [0, LOWEST], [321, 321], [1e308, HIGHEST], [49.6, LOWEST]]) {
      await send(frame, heightOf(wish));
      await page.waitForFunction((wanted) => document.getElementById('article').style.height === wanted, `${given}px`);
    }
  }));

  it('refuses a sibling of the same origin', () => hosted({}, async (page) => {
    const own = await height(page);
    const sibling = page.frames().find((frame) => frame.url() !== page.url() && !frame.url().includes('/embed.html'));
    await send(sibling, heightOf(99), { type: TYPE, kind: 'error', code: 'gone' });
    await delivered(page, '#sibling');
    assert.deepEqual((await told(page)).filter(({ own: mine }) => !mine).map(({ origin, data }) => [origin, data.height ?? data.code]), [['null', 99], ['null', 'gone']], 'they have come');
    assert.equal(await height(page), own);
    await page.evaluate((message) => postMessage(message, '*'), heightOf(98));
    await delivered(page);
    assert.equal(await height(page), own, 'the page itself is not the frame either');
  }, { around: () => '<iframe id="sibling" sandbox="allow-scripts" srcdoc="<p>láng giềng" title="x"></iframe>' }));

  it('refuses its own frame once another origin lives there', () => hosted({}, async (page) => {
    const own = await height(page);
    const elsewhere = on.host.put(hostPage('<p id="thief">Nhà khác'));
    await frameOf(page).evaluate((url) => { location = url; }, elsewhere);
    await page.frameLocator('#article').locator('#thief').waitFor();
    const stranger = page.frames().find((frame) => frame.url() === elsewhere);
    await send(stranger, heightOf(97));
    await delivered(page);
    assert.ok((await told(page)).some(({ data, own: mine }) => mine && data.height === 97), 'it has come');
    assert.equal(await height(page), own);
  }, { sandbox: null }));

  it('refuses a frame of the viewer’s origin that is not the viewer', () => hosted({}, async (page) => {
    const other = page.frames().find((frame) => frame.url().endsWith('/site.json'));
    await send(other, heightOf(96));
    await delivered(page, '#other');
    assert.equal(await page.locator('#other').evaluate((frame) => frame.style.height), '');
  }, { around: () => `<iframe id="other" sandbox="allow-scripts" src="${on.viewer.url}site.json" title="x"></iframe>` }));

  it('survives ten thousand messages, with few changes, and ends with the last', () => hosted({}, async (page) => {
    await page.clock.fastForward(11_000);
    await page.evaluate(() => {
      globalThis.tbChanges = 0;
      new MutationObserver((changes) => { globalThis.tbChanges += changes.length; }).observe(document.getElementById('article'), { attributes: true, attributeFilter: ['style'] });
    });
    await frameOf(page).evaluate(async (type) => {
      for (let count = 1; count <= 10_000; count += 1) {
        parent.postMessage({ type, kind: 'height', height: 1000 + (count % 500) }, '*');
        if (count % 100 === 0) await new Promise((resolve) => { requestAnimationFrame(resolve); });
      }
      parent.postMessage({ type, kind: 'height', height: 777 }, '*');
    }, TYPE);
    await delivered(page);
    const changes = await page.evaluate(() => globalThis.tbChanges);
    assert.ok(changes > 1 && changes <= CHANGES, `${changes} changes`);
    for (let turn = 0; turn < 5; turn += 1) {
      await page.clock.fastForward(4_000);
      await settle(page);
    }
    assert.equal(await height(page), '777px');
    assert.ok(await page.evaluate(() => globalThis.tbChanges) <= 2 * CHANGES);
  }, { before: (page) => page.clock.install() }));

  it('leaves no name behind', () => hosted({}, async (page) => {
    const extra = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const known = new Set(Object.getOwnPropertyNames(frame.contentWindow));
      return Object.getOwnPropertyNames(globalThis).filter((name) => !known.has(name) && !/^(tb|__pw|__playwright|\d)/.test(name));
    });
    assert.deepEqual(extra, ['article'].filter((name) => extra.includes(name)));
  }));
});

describe('the frame', () => {
  const KINDS = { height: ['height', 'kind', 'type'], ready: ['kind', 'type'], error: ['code', 'kind', 'type'] };
  const known = ({ data, origin }) => origin === 'null' && data.type === TYPE && KINDS[data.kind]
    && Object.keys(data).sort().join() === KINDS[data.kind].join() && (data.kind !== 'height' || Number.isInteger(data.height));

  it('tells its height, that it is ready, and no more, whatever it is asked', () => hosted({}, async (page) => {
    const before = await told(page);
    assert.deepEqual([...new Set(before.map(({ data }) => data.kind))].sort(), ['height', 'ready']);
    const shown = await frameOf(page).evaluate(() => [document.title, document.querySelector('trang-bao').shadowRoot.innerHTML.length]);
    await page.evaluate((type) => {
      const { contentWindow: target } = document.getElementById('article');
      const kinds = ['height', 'ready', 'error', 'navigate', 'reload', 'eval', 'url', 'storage', 'ASK', 'ask ', '', null, 0, ['ask'], { ask: 1 }, '__proto__', 'constructor', 'toString'];
      for (const kind of kinds) target.postMessage({ type, kind, height: 5, url: 'https://stranger.example/', code: 'x', src: '/articles/index.json' }, '*');
      for (const data of [null, undefined, 0, '', 'ask', type, [], [type, 'ask'], { kind: 'ask' }, { type: 'trangbao:2', kind: 'ask' }, { type: [type], kind: 'ask' }, new ArrayBuffer(8), new Map([['type', type], ['kind', 'ask']])]) target.postMessage(data, '*');
    }, TYPE);
    await delivered(page);
    assert.equal((await told(page)).length, before.length, 'no answer to any of these');
    assert.deepEqual(await frameOf(page).evaluate(() => [document.title, document.querySelector('trang-bao').shadowRoot.innerHTML.length]), shown);

    await page.evaluate((type) => document.getElementById('article').contentWindow.postMessage({ type, kind: 'ask' }, '*'), TYPE);
    await page.waitForFunction((count) => globalThis.tbTold.length >= count + 2, before.length);
    const answers = (await told(page)).slice(before.length).map(({ data }) => data);
    assert.deepEqual(answers.map(({ kind }) => kind).sort(), ['height', 'ready']);
    assert.deepEqual((await told(page)).filter((message) => !known(message)), []);
  }, { script: none }));

  it('tells nothing of how far somebody has read, or where to', () => hosted({}, async (page) => {
    const count = (await told(page)).length;
    const frame = frameOf(page);
    await frame.evaluate(() => scrollTo({ top: 1e6, behavior: 'instant' }));
    await frame.evaluate(() => document.querySelector('trang-bao').shadowRoot.querySelector('.tb-share')?.focus());
    await page.frameLocator('#article').locator('trang-bao').evaluate((element) => element.scrollToBlock('x'));
    await settle(page);
    await delivered(page);
    assert.deepEqual((await told(page)).slice(count).filter((message) => message.data.kind !== 'height'), []);
    assert.doesNotMatch(JSON.stringify(await told(page)), /https?:|articles|percent/);
  }, { script: none }));

  it('answers ten thousand questions with what it has said already', () => hosted({}, async (page) => {
    await page.evaluate((type) => {
      for (let count = 0; count < 10_000; count += 1) document.getElementById('article').contentWindow.postMessage({ type, kind: 'ask' }, '*');
    }, TYPE);
    await delivered(page);
    const unlike = await page.evaluate(() => [...new Set(globalThis.tbTold.map((message) => JSON.stringify(message)))]);
    assert.deepEqual(unlike.map((text) => JSON.parse(text)).filter((message) => !known(message)), []);
    assert.ok(await page.frameLocator('#article').locator(IN_FRAME).isVisible());
  }, { script: none }));

  for (const [name, query] of Object.entries({ 'without a host': { host: '' }, 'for another host': { host: 'https://other.example' }, 'for any host': { host: '*' }, 'for a host that is none': { host: 'null' } })) {
    it(`says nothing ${name}`, () => hosted(query, async (page) => {
      await page.evaluate((type) => document.getElementById('article').contentWindow.postMessage({ type, kind: 'ask' }, '*'), TYPE);
      await delivered(page);
      assert.deepEqual(await told(page), []);
    }, { script: none }));
  }

  it('answers nobody but its parent', () => hosted({}, async (page) => {
    const count = (await told(page)).length;
    const sibling = page.frames().find((frame) => frame.url().startsWith(on.host.origin) && frame !== page.mainFrame());
    const heard = await sibling.evaluate(async (type) => {
      const messages = [];
      addEventListener('message', ({ data }) => messages.push(data));
      // The sibling is of the very origin that the frame talks to, but it is not its parent.
      parent.frames[0].postMessage({ type, kind: 'ask' }, '*');
      await new Promise((resolve) => { setTimeout(() => requestAnimationFrame(resolve)); });
      return messages;
    }, TYPE);
    await delivered(page);
    assert.deepEqual(heard, []);
    assert.equal((await told(page)).length, count);
  }, { script: none, around: () => `<iframe src="${on.host.put(hostPage('<p>láng giềng'))}" title="x"></iframe>` }));
});
