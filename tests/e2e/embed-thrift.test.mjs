// What the element asks for, and when: pictures on tap, nothing before it is near, each file of the viewer once.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { after, before, describe, it } from 'node:test';
import { FALLBACK, FILES, hear, hostPage, SHOWN, stage, tag } from './lib/hosts.mjs';
import { scrollThrough, settle } from './lib/page.mjs';
import { dist } from './lib/server.mjs';

const ID = 'dawn-on-west-lake';
const SECOND = 'hoi-nghi-quan-uy-tay-ho';
const MOST_SCRIPT = 4_000;
const MOST_FRAME_SCRIPT = 2_000;
const MOST_IN_ALL = 110_000;

let on;
before(async () => {
  on = await stage();
});
after(() => on?.stop());

/** Opens a page, and gives what was asked of the viewer since. */
async function visit(body, act, options) {
  const before = on.viewer.asked.length;
  const asked = () => on.viewer.asked.slice(before).map((path) => path.slice(1));
  const found = await on.open(body, options);
  await act(found.page, asked, found);
  assert.deepEqual(found.problems, []);
  await found.context.close();
}

const isPicture = (path) => /\.(webp|png|jpe?g|avif|svg|gif)$/.test(path);
const eager = (attributes = {}) => tag({ src: on.address(ID), loading: 'eager', ...attributes });

describe('pictures', () => {
  it('on tap: none before, and then the one that was asked for', () => visit(on.script() + eager({ images: 'tap' }), async (page, asked) => {
    await page.waitForSelector(SHOWN);
    await scrollThrough(page);
    assert.deepEqual(asked().filter(isPicture), []);
    const frame = page.locator(`${SHOWN} .tb-frame:has(button)`).first();
    const box = await frame.boundingBox();
    const handle = await frame.elementHandle();
    await frame.locator('button').click();
    await page.waitForFunction((found) => found.querySelector('img').naturalWidth > 0 && !found.querySelector('button'), handle);
    assert.equal(asked().filter(isPicture).length, 1);
    const after = await handle.boundingBox();
    assert.deepEqual([after.width, after.height], [box.width, box.height], 'the picture had its place');
  }));

  it('none: no request, and their words in their place', () => visit(on.script() + eager({ images: 'none' }), async (page, asked) => {
    await page.waitForSelector(SHOWN);
    await scrollThrough(page);
    assert.deepEqual(asked().filter(isPicture), []);
    assert.equal(await page.locator(`${SHOWN} img`).count(), 0);
    assert.ok(await page.locator(`${SHOWN} figure`).first().innerText());
  }));

  it('auto: on tap where the browser asks to save data', () => visit(on.script() + eager(), async (page, asked) => {
    await page.waitForSelector(SHOWN);
    await scrollThrough(page);
    assert.deepEqual(asked().filter(isPicture), []);
    assert.ok(await page.locator(`${SHOWN} .tb-frame button`).count() > 0);
  }, { before: (page) => page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } })) }));

  it('auto: all of them, by and by', () => visit(on.script() + eager(), async (page, asked) => {
    await page.waitForSelector(SHOWN);
    await scrollThrough(page);
    assert.ok(asked().filter(isPicture).length >= 3, asked().join(' '));
  }));
});

describe('an element that is far away', () => {
  const spacer = '<div style="height: 5000px"></div>';

  it('costs embed.js alone, until it comes within 400 px', () => visit(on.script() + spacer + tag({ src: on.address(ID), images: 'none' }), async (page, asked) => {
    await page.evaluate(() => customElements.whenDefined('trang-bao'));
    const gap = (pixels) => page.evaluate((far) => {
      scrollTo({ top: document.querySelector('trang-bao').getBoundingClientRect().top + scrollY - innerHeight - far, behavior: 'instant' });
    }, pixels);
    await settle(page);
    assert.deepEqual(asked(), ['embed.js']);
    await gap(500);
    await settle(page);
    assert.deepEqual(asked(), ['embed.js']);
    assert.ok(await page.getByText(FALLBACK).isVisible());
    await gap(300);
    await page.waitForSelector(SHOWN, { state: 'attached' });
    assert.deepEqual(asked().sort(), ['embed.js', FILES.css, FILES.glue, FILES.wasm, `articles/${ID}.json`].sort());
  }));

  it('is fetched at once where it says so', () => visit(on.script() + spacer + eager({ images: 'none' }), async (page) => {
    await page.waitForSelector(SHOWN, { state: 'attached' });
    assert.equal(await page.evaluate(() => scrollY), 0);
  }));

  it('and when it says so later', () => visit(on.script() + spacer + tag({ src: on.address(ID), images: 'none' }), async (page, asked) => {
    await page.evaluate(() => customElements.whenDefined('trang-bao'));
    await settle(page);
    assert.deepEqual(asked(), ['embed.js']);
    await page.locator('trang-bao').evaluate((target) => { target.loading = 'eager'; });
    await page.waitForSelector(SHOWN, { state: 'attached' });
  }));

  it('is fetched when it becomes visible, and not while it is hidden', () => visit(`${on.script()}<div id="fold" hidden>${tag({ src: on.address(ID), images: 'none' })}</div>`, async (page, asked) => {
    await page.evaluate(() => customElements.whenDefined('trang-bao'));
    await settle(page);
    assert.deepEqual(asked(), ['embed.js']);
    await page.evaluate(() => { document.getElementById('fold').hidden = false; });
    await page.waitForSelector(SHOWN);
  }));
});

describe('many elements', () => {
  it('share one wasm, one glue, one style sheet', () => visit(on.script() + eager({ images: 'none' }).repeat(5), async (page, asked) => {
    await page.waitForFunction(() => [...document.querySelectorAll('trang-bao')].every((element) => element.article));
    for (const file of [FILES.css, FILES.glue, FILES.wasm]) {
      assert.equal(asked().filter((path) => path.startsWith(file)).length, 1, `${file} in ${asked().join(' ')}`);
    }
  }));

  it('the second article costs its JSON and its pictures alone', () => visit(on.script() + eager(), async (page, asked) => {
    await page.waitForSelector(SHOWN);
    await scrollThrough(page);
    const first = asked().length;
    await page.evaluate((src) => {
      const second = Object.assign(document.createElement('trang-bao'), { src });
      second.setAttribute('loading', 'eager');
      document.body.append(second);
    }, on.address(SECOND));
    await page.waitForFunction(() => document.querySelector('trang-bao:last-of-type').article !== null);
    await scrollThrough(page);
    const more = asked().slice(first);
    assert.deepEqual(more.filter((path) => !isPicture(path)), [`articles/${SECOND}.json`]);
    assert.ok(more.some(isPicture));
  }));

  it('twenty on a page all come, without a word', () => visit(on.script() + eager({ images: 'none' }).repeat(20), async (page, asked, { heard }) => {
    await page.waitForFunction(() => [...document.querySelectorAll('trang-bao')].every((element) => element.article));
    assert.equal((await heard('ready')).length, 20);
    assert.equal(await page.locator(SHOWN).count(), 20);
    assert.equal(asked().filter((path) => path.endsWith('.wasm')).length, 1);
  }));
});

describe('bytes', () => {
  const packed = (name) => brotliCompressSync(readFileSync(join(dist, name)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

  it(`embed.js has at most ${MOST_SCRIPT}, frame.js at most ${MOST_FRAME_SCRIPT}`, () => {
    assert.ok(packed('embed.js') <= MOST_SCRIPT, `embed.js: ${packed('embed.js')}`);
    assert.ok(packed('frame.js') <= MOST_FRAME_SCRIPT, `frame.js: ${packed('frame.js')}`);
    assert.deepEqual(readFileSync(join(dist, FILES.hashed)), readFileSync(join(dist, 'embed.js')));
  });

  it(`all that comes before the first text has at most ${MOST_IN_ALL}`, async (t) => {
    const sizes = new Map();
    await visit('', async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      const names = new Map();
      session.on('Network.requestWillBeSent', ({ requestId, request }) => names.set(requestId, request.url));
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(names.get(requestId), encodedDataLength));
      await page.goto(on.host.put(hostPage(on.script() + eager())));
      await hear(page, 'ready');
    });
    const counted = [...sizes].filter(([url]) => url?.startsWith(on.viewer.url) && !isPicture(url));
    const all = counted.reduce((sum, [, size]) => sum + size, 0);
    t.diagnostic(counted.map(([url, size]) => `${url.slice(on.viewer.url.length)} ${size}`).join(', '));
    for (const file of ['embed.js', FILES.glue, FILES.wasm, FILES.css]) {
      assert.ok(sizes.get(on.viewer.url + file) > 0, `${file} was not counted`);
    }
    assert.ok(all <= MOST_IN_ALL, `${all}: ${[...sizes]}`);
  });
});
