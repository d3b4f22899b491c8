// Payloads that run where HTML is taken as it is: in an article they show their words and do nothing, whether the page has
// its policy or not, in the page, in the element and in the frame. That they bite is shown first.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, reader } from './lib/browser.mjs';
import { native } from './lib/command.mjs';
import { deal, FORMATS } from './lib/fields.mjs';
import { converted, same } from './lib/formats.mjs';
import { listen, payloads, surroundings, world } from './lib/hostile.mjs';
import { frameAddress, frameTag, hostPage, partner } from './lib/hosts.mjs';
import { READY, settle } from './lib/page.mjs';
import { serve } from './lib/server.mjs';

const corpus = process.env.TRANGBAO_CORPUS;
const BATCH = 320;
/** What is too large to be put into many fields at once; the batches hold it. */
const MOST = 20_000;
const QUIET = { headline: 'Tin', body: [{ type: 'paragraph', text: 'chữ' }] };

/** Documents that hold many pieces of HTML, each parsed by itself: as HTML, and where only words belong. */
const CARRIERS = {
  'editor.js paragraphs': (list) => ({ time: 1, version: '2.28.0', blocks: [
    { type: 'header', data: { text: 'Tin', level: 1 } },
    ...list.map((html) => ({ type: 'paragraph', data: { text: html } })),
  ] }),
  'editor.js raw blocks': (list) => ({ title: 'Tin', time: 1, blocks: list.map((html) => ({ type: 'raw', data: { html } })) }),
  'Apple News': (list) => ({ version: '1.9', identifier: 'a', title: 'Tin', language: 'vi', layout: {}, components: list.map((text) => ({
    role: 'body', format: 'html', text,
  })) }),
  'plain paragraphs': (list) => ({ title: 'Tin', content: list }),
  'words of the native format': (list) => ({ headline: 'Tin', kicker: list[0], author: list.slice(0, 5).map((name) => ({ name })), body:
    list.flatMap((text) => [{ type: 'paragraph', text }, { type: 'quote', text: [text], cite: text }, { type: 'code', text }]) }),
  'words of a feed': (list) => ({ version: 'https://jsonfeed.org/version/1.1', title: list[0], items: [{
    id: '1', title: 'Tin', authors: list.slice(0, 9).map((name) => ({ name })), tags: list.slice(0, 20), content_text: list.join('\n\n'),
  }] }),
};

describe('hostile articles', { skip: corpus ? false : 'TRANGBAO_CORPUS is not set' }, () => {
  let browser;
  let server;
  let host;
  let folder;
  let rows;
  let urls;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'trangbao-hostile-'));
    [rows, urls] = ['html-payloads.json', 'url-payloads.json'].map(payloads);
    [browser, server, host] = await Promise.all([launch(), serve({ mounts: [`/hostile/=${folder}`] }), partner()]);
  });
  after(async () => {
    await Promise.all([browser?.close(), server?.stop(), host?.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const batches = (carry) => Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, at) => (
    carry(rows.slice(at * BATCH, (at + 1) * BATCH).map(({ html }) => html))));
  /** Puts a document where the server has it. */
  const put = (name, document) => {
    writeFileSync(join(folder, name), JSON.stringify(document));
    return `${server.url}hostile/${name}`;
  };

  it('would run if they were put into a page as they are', async (test) => {
    const biting = rows.filter(({ expect }) => expect.fires.innerHTML);
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const dialogs = await listen(context);
    await world(context);
    const page = await context.newPage();
    const silent = [];
    for (const { id, html } of biting) {
      dialogs.length = 0;
      await page.goto('about:blank');
      await page.evaluate((raw) => { document.body.innerHTML = raw; }, html);
      for (let turn = 0; turn < 40 && dialogs.length === 0; turn += 1) await settle(page).catch(() => {});
      if (dialogs.length === 0) silent.push(id);
    }
    test.diagnostic(`calibration: of ${biting.length} payloads that are said to fire, ${biting.length - silent.length} did`);
    assert.deepEqual(silent, []);

    // Handlers that wait, and styles, are seen by whoever looks.
    const { suspect, unseen } = await page.evaluate((list) => {
      const suspect = list.map(({ id, html }) => {
        const article = document.implementation.createHTMLDocument().createElement('article');
        article.innerHTML = html;
        return { id, article };
      }).filter(({ article }) => /\s(on\w+|style)\s*=/i.test(article.innerHTML));
      return { suspect: suspect.length, unseen: suspect.filter(({ article }) => tbLook(article).length === 0).map(({ id }) => id) };
    }, rows);
    test.diagnostic(`calibration: of ${suspect} payloads with handlers or styles, ${suspect - unseen.length} are seen`);
    assert.deepEqual(unseen, []);
    await context.close();
  });

  it('say the same to the browser’s parser as to the command’s', async () => {
    const { context, page } = await reader(browser);
    await page.goto(server.url);
    for (const [name, carry] of Object.entries(CARRIERS)) {
      for (const [at, document] of batches(carry).entries()) {
        const file = `${name.replace(/\W+/g, '-')}-${at}.json`;
        const address = put(file, document);
        same(file, await converted(page, readFileSync(join(folder, file)), address), await native(join(folder, file), address));
      }
    }
    await context.close();
  });

  for (const bypassCSP of [true, false]) {
    describe(bypassCSP ? 'without the policy' : 'with the policy', () => {
      for (const [name, carry] of Object.entries(CARRIERS)) {
        it(`do nothing in the page as ${name}`, () => inThePage({ bypassCSP }, name, batches(carry)));
      }

      it('lead nowhere by their addresses', () => {
        const all = urls.map(({ url }) => url);
        const linked = (url) => [{ text: 'chữ', marks: [{ link: { url } }] }];
        return inThePage({ bypassCSP }, 'addresses', [
          { headline: 'Tin', url: all[0], relatedLink: all.map((url) => ({ url, name: 'Bài' })), body: all.map((url) => ({ type: 'paragraph', text: linked(url) })) },
          { headline: 'Tin', image: all[0], body: all.map((url) => ({ type: 'image', image: { url, caption: 'Ảnh' } })) },
          { headline: 'Tin', body: all.map((url) => ({ type: 'video', sources: [{ contentUrl: url }], poster: { url } })) },
          { headline: 'Tin', body: all.map((url) => ({ type: 'embed', url, title: 'Phim' })) },
          { title: 'Tin', content: all.map((url) => `<p><a href="${url.replaceAll('"', '&quot;')}">chữ</a><img src="${url.replaceAll('"', '&quot;')}"></p>`) },
        ]);
      });

      it('do nothing in the frame', () => inTheFrame({ bypassCSP }, batches(CARRIERS['plain paragraphs'])));

      for (const format of FORMATS) {
        it(`do nothing in the element, in each field of ${format}`, (test) => inTheElement({ bypassCSP }, format, test));
      }
    });
  }

  /** Opens each document, and finds it harmless. */
  async function inThePage(options, name, documents) {
    const { context, page, problems } = await reader(browser, options);
    const dialogs = await listen(context);
    const asked = await world(context);
    let quiet;
    for (const [at, document] of [QUIET, ...documents].entries()) {
      const file = `${name.replace(/\W+/g, '-')}-${at}.json`;
      put(file, document);
      await page.goto(`${server.url}?src=${encodeURIComponent(`/hostile/${file}`)}`);
      await page.waitForSelector(`${READY} article.tb-article`);
      assert.deepEqual(await page.evaluate(() => tbLook(document.querySelector('article.tb-article'))), [], file);
      await settle(page);
      const around = await surroundings(page, '.tb-masthead');
      quiet ??= around;
      assert.deepEqual(around, quiet, file);
      assert.match(await page.title(), /^Tin/, file);
      assert.deepEqual(dialogs, [], file);
      assert.equal(context.pages().length, 1, file);
    }
    harmless(asked, problems);
    await context.close();
  }

  /** The same in the frame of a partner's page. */
  async function inTheFrame(options, documents) {
    const { context, page, problems } = await reader(browser, options);
    const dialogs = await listen(context);
    const asked = await world(context);
    let quiet;
    for (const [at, document] of [QUIET, ...documents].entries()) {
      put(`frame-${at}.json`, document);
      const address = frameAddress({ viewer: server }, { src: `/hostile/frame-${at}.json`, host: host.origin });
      await page.goto(host.put(hostPage(`<p id="bar">Đối tác</p>${frameTag(address)}`), {}));
      const frame = await (await page.waitForSelector('iframe')).contentFrame();
      await frame.waitForSelector('trang-bao article.tb-article');
      assert.deepEqual(await frame.evaluate(() => tbLook(document.querySelector('trang-bao').shadowRoot.querySelector('article'))), []);
      await settle(page);
      const around = { ...await surroundings(page, '#bar'), address: '' };
      quiet ??= around;
      assert.deepEqual(around, quiet, `${at}`);
      assert.deepEqual(dialogs, [], `${at}`);
    }
    harmless(asked, problems);
    await context.close();
  }

  /** The same in the element, one article after the other in one page. */
  async function inTheElement(options, format, test) {
    const { context, page, problems } = await reader(browser, options);
    const dialogs = await listen(context);
    const asked = await world(context);
    const policy = `default-src 'none'; script-src ${new URL(server.url).origin} 'wasm-unsafe-eval'; connect-src ${new URL(server.url).origin};`
      + " img-src https: data: 'self'; media-src https: 'self'; require-trusted-types-for 'script'";
    const body = `<p id="bar">Đối tác</p><p id="bai" hidden>{}</p><script type="module" src="${server.url}embed.js"></script>`
      + '<trang-bao article="bai" loading="eager"></trang-bao>';
    await page.goto(host.put(hostPage(body), { 'Content-Security-Policy': policy }));
    await page.waitForFunction(() => customElements.get('trang-bao'));
    const show = (documents) => page.evaluate(showEach, documents);
    const quiet = [await show([JSON.stringify(QUIET)]), await surroundings(page, '#bar')];
    assert.deepEqual(quiet[0], { shown: 1, refused: [], wrong: [] });
    const html = rows.map((row) => row.html).filter((text) => text.length <= MOST);
    const documents = deal(format, html, urls.map(({ url }) => url), html.map((_, number) => number));
    const { shown, refused, wrong } = await show(documents);
    test.diagnostic(`${format}: ${documents.length} files, ${shown} shown, ${refused.length} refused`);
    assert.ok(shown > 0);
    assert.deepEqual(wrong, []);
    assert.deepEqual(await surroundings(page, '#bar'), quiet[1]);
    assert.deepEqual(dialogs, []);
    assert.equal(context.pages().length, 1);
    assert.deepEqual(await show([JSON.stringify(QUIET)]), quiet[0], 'the viewer still answers');
    harmless(asked, problems);
    await context.close();
  }
});

/** Runs in the page: shows one document after the other, and says what of them was not harmless. */
async function showEach(documents) {
  const element = document.querySelector('trang-bao');
  const around = () => [document.title, location.href, document.activeElement.localName, frames.length, document.forms.length].join();
  const before = around();
  const result = { shown: 0, refused: [], wrong: [] };
  let done;
  const told = ({ type, detail }) => done(type === 'trangbao:ready' ? '' : detail.code);
  element.addEventListener('trangbao:ready', told);
  element.addEventListener('trangbao:error', told);
  for (const [number, text] of documents.entries()) {
    document.getElementById('bai').textContent = text;
    const code = await new Promise((resolve) => {
      done = resolve;
      element.reload();
    });
    const found = code ? [] : tbLook(element.shadowRoot.querySelector('article'));
    if (around() !== before) found.push(around());
    if (code) result.refused.push(`${number}: ${code}`);
    else result.shown += 1;
    if (found.length) result.wrong.push(`${number}: ${found.join(' | ')}`);
  }
  element.removeEventListener('trangbao:ready', told);
  element.removeEventListener('trangbao:error', told);
  return result;
}

/** Nothing but pictures was asked of others, and nobody was told of anything. */
function harmless(asked, problems) {
  assert.deepEqual(asked, []);
  assert.deepEqual(problems.filter((problem) => !/^request: https:/.test(problem)), []);
}
