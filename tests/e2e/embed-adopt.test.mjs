// A tag that brings its article as HTML: readable without a script, and adopted by the element node by node.

import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { SIZES } from './lib/browser.mjs';
import { answer, FILES, hear, heard, ours, SHOWN, stage, tag } from './lib/hosts.mjs';
import { SAMPLES, scrollThrough, settle, shifts } from './lib/page.mjs';
import { fault } from './lib/server.mjs';
import { written } from './lib/site.mjs';

const [FIRST, OTHER] = SAMPLES.map((item) => item['@id']);
const ADOPTED = 'trang-bao .tb-root:not([data-static])';
const BUTTONS = 'trang-bao :is(.tb-share, .tb-switch, .tb-embed-load)';

let on;
let folder;
before(async () => {
  on = await stage();
  folder = written({ url: on.viewer.url });
  for (const { '@id': id } of SAMPLES) on.viewer.faults.set(jsonOf(id), answer(file(id, 'article.json')));
});
after(async () => {
  await on?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

const jsonOf = (id) => `/a/${id}/article.json`;
const file = (id, name) => readFileSync(join(folder, 'a', id, name), 'utf8');
/** What a partner pastes, with this changed in the tag. */
const snippet = (id, more = '') => file(id, 'snippet.txt').replace('<trang-bao', `<trang-bao${more}`);
const body = (id = FIRST, more = '') => `<main><h1>Chuyên trang</h1>${snippet(id, more)}</main><p id="below">Bên dưới</p>`;

/** Runs before anything of the page: keeps the article's nodes as the parser has made them, and every change of them. */
function keepNodes() {
  const root = () => document.querySelector('trang-bao').shadowRoot.querySelector('.tb-root');
  const nodes = () => {
    const walker = document.createTreeWalker(root());
    const found = [walker.currentNode];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found.filter((node) => !node.parentElement?.closest('.tb-marks') && !node.matches?.('.tb-marks'));
  };
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    const kept = nodes();
    const changes = [];
    new MutationObserver((records) => changes.push(...records)).observe(root(), { childList: true, characterData: true, subtree: true });
    globalThis.tbKept = () => {
      const now = nodes();
      return {
        count: kept.length,
        same: now.length === kept.length && now.every((node, index) => node === kept[index]),
        changes: changes.map(({ type, target, addedNodes }) => `${type} ${target.className}: ${[...addedNodes].map((node) => node.className)}`),
      };
    };
  });
}

const keeping = (page) => page.addInitScript(keepNodes);
const kept = (page) => page.evaluate(() => globalThis.tbKept());
const asked = () => on.viewer.asked.splice(0);

/** Opens a host and waits until the element has adopted what the tag holds. */
async function adopted(text = body(), options = {}) {
  asked();
  const visit = await on.open(text, { before: keeping, ...options });
  await visit.page.waitForSelector(ADOPTED);
  return visit;
}

async function isRead(page, id = FIRST) {
  const { headline } = JSON.parse(file(id, 'article.json'));
  assert.equal(await page.locator('trang-bao .tb-headline').innerText(), headline);
  assert.ok(await page.locator('trang-bao .tb-body p').first().isVisible());
}

describe('what the tag brings', () => {
  for (const item of SAMPLES) {
    it(`is what the element would render: ${item['@id']}`, async () => {
      const { page, context } = await on.open('');
      const brought = await page.evaluate((text) => {
        const document = Document.parseHTMLUnsafe(text);
        const element = document.querySelector('trang-bao');
        return { html: element.shadowRoot.querySelector('.tb-viewer').outerHTML, lang: element.lang };
      }, snippet(item['@id']));
      const src = on.viewer.url.slice(0, -1) + jsonOf(item['@id']);
      await page.goto(on.host.put(`${on.script()}${tag({ src, lang: brought.lang, loading: 'eager' })}`, { 'Content-Type': 'text/html; charset=utf-8' }));
      await page.waitForSelector(SHOWN);
      const rendered = await page.locator(SHOWN).evaluate((viewer) => viewer.outerHTML);
      // Other languages' dates are written by the browser.
      const plain = (html) => html.replace(/(<time[^>]*>)[^<]*/g, '$1').replace(/<!--.*?-->/g, '');
      assert.equal(plain(rendered), plain(brought.html));
      await context.close();
    });
  }

  it('is read and styled without JavaScript', async () => {
    const { page, context } = await on.open(body(), { javaScriptEnabled: false });
    await isRead(page);
    assert.equal(await page.locator(BUTTONS).filter({ visible: true }).count(), 0, 'no button that nobody hears');
    const [headline, text] = await Promise.all(['.tb-headline', '.tb-body p'].map((name) => page.locator(`trang-bao ${name}`).first().boundingBox()));
    assert.ok(headline.width <= SIZES.phone.width && text.x >= 12, 'it has its styles');
    await context.close();
  });
});

describe('the element adopts it', () => {
  for (const [name, size] of Object.entries(SIZES)) {
    it(`with the very nodes, and nothing moves: ${name}`, async () => {
      const { page, context, problems } = await adopted(body(), { size });
      const { count, same, changes } = await kept(page);
      assert.ok(count > 100);
      assert.ok(same);
      // The marks of how far the reader has come are all that is added.
      assert.deepEqual(changes, ['childList tb-root: tb-marks']);
      assert.ok(await page.locator('trang-bao .tb-share').isVisible());
      await scrollThrough(page);
      const { total, list } = await shifts(page);
      assert.equal(total, 0, JSON.stringify(list));
      assert.ok((await kept(page)).same);
      assert.ok(!asked().includes(jsonOf(FIRST)), 'its JSON is not asked for');
      assert.deepEqual(problems, []);
      await context.close();
    });
  }

  it('and tells what it is, and how far it is read', async () => {
    const { page, context } = await adopted();
    const [ready, ...more] = await heard(page, 'ready');
    const { headline, inLanguage } = JSON.parse(file(FIRST, 'article.json'));
    assert.deepEqual([ready.detail.headline, ready.detail.lang, more.length], [headline, inLanguage, 0]);
    assert.equal(await page.locator('trang-bao').evaluate((element) => element.article.headline), headline);
    await scrollThrough(page);
    await page.waitForFunction(() => globalThis.tbHeard.filter(({ type }) => type === 'trangbao:progress').length === 4);
    await context.close();
  });

  it('and gives it its tools', async () => {
    const { page, context, problems } = await adopted();
    await page.click('trang-bao .tb-switch[data-view-to=desktop]');
    await page.waitForSelector('trang-bao .tb-viewer[data-view=desktop]');
    assert.equal(await page.evaluate(() => document.querySelector('trang-bao').shadowRoot.activeElement.dataset.viewTo), 'mobile');
    await page.evaluate(() => { globalThis.tbRefuse = true; });
    await page.click('trang-bao .tb-share');
    const share = await hear(page, 'share');
    const { headline, url } = JSON.parse(file(FIRST, 'article.json'));
    assert.deepEqual(share.detail, { title: headline, url });
    await page.locator('trang-bao .tb-original').click();
    assert.equal((await hear(page, 'link')).detail.href, url);
    assert.ok((await kept(page)).same);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('and says how sharing has ended', async () => {
    const { page, context } = await adopted(body(), { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate(() => { delete Navigator.prototype.share; });
    await page.click('trang-bao .tb-share');
    await page.waitForFunction(() => document.querySelector('trang-bao').shadowRoot.querySelector('.tb-said').textContent);
    await context.close();
  });

  it('and follows its attributes, in the same nodes where it can', async () => {
    const { page, context } = await adopted();
    const set = (name, value) => page.locator('trang-bao').evaluate((element, given) => element.setAttribute(...given), [name, value]);
    await set('theme', 'dark');
    await page.waitForSelector('trang-bao .tb-viewer[data-theme=dark]');
    await set('layout', 'desktop');
    await page.waitForSelector('trang-bao .tb-viewer[data-view=desktop]');
    assert.ok((await kept(page)).same);
    asked();
    await set('heading-level', '3');
    await page.waitForSelector('trang-bao h3.tb-headline');
    assert.ok(asked().includes(jsonOf(FIRST)));
    await isRead(page);
    assert.equal(await page.locator('trang-bao .tb-headline').count(), 1);
    await context.close();
  });

  it('or renders it where the tag wants other markup from the start', async () => {
    const { page, context, problems } = await on.open(body(FIRST, ' heading-level="4"'));
    await page.waitForSelector('trang-bao h4.tb-headline');
    assert.equal(await page.locator('trang-bao .tb-headline').count(), 1);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('wherever it is moved to', async () => {
    const { page, context } = await adopted();
    await page.evaluate(() => {
      const element = document.querySelector('trang-bao');
      element.remove();
      return new Promise((resolve) => { setTimeout(() => resolve(document.body.append(element))); });
    });
    await page.waitForSelector(ADOPTED);
    assert.ok((await kept(page)).same);
    await page.click('trang-bao .tb-switch[data-view-to=desktop]');
    await page.waitForSelector('trang-bao .tb-viewer[data-view=desktop]');
    await context.close();
  });

  it('where a script puts it in, which makes no shadow root', async () => {
    const { page, context, problems } = await on.open(on.script());
    await page.evaluate((text) => { document.body.insertAdjacentHTML('beforeend', text); }, snippet(FIRST));
    await page.waitForSelector(ADOPTED);
    await isRead(page);
    // Chromium's own advice, to whoever puts a snippet in so.
    assert.deepEqual(problems.filter((problem) => !/^console: Found declarative shadowrootmode/.test(problem)), []);
    await context.close();
  });

  it('unless the tag has come to mean another article', async () => {
    let hold;
    const held = new Promise((resolve) => { hold = resolve; });
    const { page, context } = await on.open(body(), { before: (opened) => opened.route(`**/${FILES.wasm}`, hold) });
    const program = await held;
    await page.locator('trang-bao').evaluate((element, src) => { element.src = src; }, on.viewer.url.slice(0, -1) + jsonOf(OTHER));
    await program.continue();
    const { headline } = JSON.parse(file(OTHER, 'article.json'));
    await page.locator('trang-bao .tb-headline', { hasText: headline }).waitFor();
    await context.close();
  });
});

describe('what the tag brings stays', () => {
  const faults = {
    'when the program does not come': { path: () => `/${FILES.wasm}`, what: fault.status(404), code: 'engine' },
    'when it is damaged': { path: () => `/${FILES.wasm}`, what: fault.body('no wasm', 'application/wasm'), code: 'engine' },
  };
  const stays = async (page) => {
    await isRead(page);
    assert.ok((await kept(page)).same);
    assert.equal(await page.locator(BUTTONS).filter({ visible: true }).count(), 0);
  };

  for (const [name, { path, what, code }] of Object.entries(faults)) {
    it(name, async () => {
      on.viewer.faults.set(path(), what);
      const { page, context, problems } = await on.open(body(), { before: keeping });
      assert.equal((await hear(page, 'error')).detail.code, code);
      await stays(page);
      assert.equal(ours(problems).length, 1);
      on.viewer.faults.delete(path());
      await context.close();
    });
  }

  it('when WebAssembly is forbidden', async () => {
    const headers = { 'Content-Security-Policy': `script-src 'self' ${on.origin}` };
    const { page, context } = await on.open(body(), { before: keeping, headers });
    assert.equal((await hear(page, 'error')).detail.code, 'wasm-forbidden');
    await stays(page);
    await context.close();
  });

  it('when the script does not come', async () => {
    on.viewer.faults.set('/embed.js', fault.status(404));
    const { page, context } = await on.open(body(), { before: keeping });
    await settle(page);
    await stays(page);
    on.viewer.faults.delete('/embed.js');
    await context.close();
  });

  it('and has its styles from the element where the host forbids inline ones', async () => {
    const headers = { 'Content-Security-Policy': "style-src 'self'" };
    const { page, context } = await adopted(body(), { headers });
    const box = await page.locator('trang-bao .tb-body p').first().boundingBox();
    assert.ok(box.x >= 12);
    assert.equal(await page.locator('trang-bao .tb-root').evaluate((root) => getComputedStyle(root).display), 'block');
    assert.ok((await kept(page)).same);
    await context.close();
  });
});
