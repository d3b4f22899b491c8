// Payloads that run where HTML is taken as it is: in an article they show their words and do nothing, whether the page has
// its policy or not, in the page and in the frame. That they bite is shown first.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, reader } from './lib/browser.mjs';
import { native } from './lib/command.mjs';
import { converted, same } from './lib/formats.mjs';
import { harmless, listen, payloads, surroundings, world } from './lib/hostile.mjs';
import { frameAddress, frameTag, hostPage, partner } from './lib/hosts.mjs';
import { READY, settle } from './lib/page.mjs';
import { serve } from './lib/server.mjs';

const corpus = process.env.TRANGBAO_CORPUS;
const BATCH = 320;
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
      }).filter(({ article }) => [...article.querySelectorAll('*')].some((element) => (
        Element.prototype.getAttributeNames.call(element).some((name) => /^(on[a-z]+|style)$/.test(name)))));
      return { suspect: suspect.length, unseen: suspect.filter(({ article }) => tbLook(article).length === 0).map(({ id }) => id) };
    }, rows);
    test.diagnostic(`calibration: of ${suspect} payloads with handlers or styles, ${suspect - unseen.length} are seen`);
    assert.deepEqual(unseen, []);
    await context.close();
  });

  it('say the same to the browser’s parser as to the command’s', async () => {
    const { context, page } = await reader(browser);
    await page.goto(server.url);
    for (const [name, carry] of Object.entries(CARRIERS).filter(([name]) => !name.includes('native'))) {
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
      assert.deepEqual(await page.evaluate(look, 'article.tb-article'), [], file);
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
      assert.deepEqual(await frame.evaluate(look), [], `${at}`);
      await settle(page);
      const around = { ...await surroundings(page, '#bar'), address: '' };
      quiet ??= around;
      assert.deepEqual(around, quiet, `${at}`);
      assert.deepEqual(dialogs, [], `${at}`);
    }
    harmless(asked, problems);
    await context.close();
  }
});

/** Runs in the page: what is in the article, here or in the element, that should not be. */
function look(selector) {
  const article = selector ? document.querySelector(selector) : document.querySelector('trang-bao').shadowRoot.querySelector('article');
  tbPoke(article);
  return tbLook(article);
}
