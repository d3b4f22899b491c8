// Payloads that run where HTML is taken as it is: in an article they show their words and do nothing, whether the page has
// its policy or not. That they bite is shown first.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, reader } from './lib/browser.mjs';
import { findings, listen, surroundings, world } from './lib/hostile.mjs';
import { READY, settle } from './lib/page.mjs';
import { serve } from './lib/server.mjs';

const corpus = process.env.TRANGBAO_CORPUS;
const payloads = (name) => JSON.parse(readFileSync(join(corpus, '../hostile', name), 'utf8'));
const BATCH = 320;

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
    list.flatMap((text) => [{ type: 'paragraph', text }, { type: 'quote', content: [text], cite: text }, { type: 'code', text }]) }),
  'words of a feed': (list) => ({ version: 'https://jsonfeed.org/version/1.1', title: list[0], items: [{
    id: '1', title: 'Tin', authors: list.slice(0, 9).map((name) => ({ name })), tags: list.slice(0, 20), content_text: list.join('\n\n'),
  }] }),
};

describe('hostile articles', { skip: corpus ? false : 'TRANGBAO_CORPUS is not set' }, () => {
  let browser;
  let server;
  let folder;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'trangbao-hostile-'));
    [browser, server] = await Promise.all([launch(), serve({ mounts: [`/hostile/=${folder}`] })]);
  });
  after(async () => {
    await Promise.all([browser?.close(), server?.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('would run if they were put into a page as they are', async () => {
    const biting = payloads('html-payloads.json').filter(({ expect }) => expect.fires.innerHTML);
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const dialogs = await listen(context);
    await world(context);
    const page = await context.newPage();
    const silent = [];
    for (const { id, html } of biting) {
      dialogs.length = 0;
      await page.goto('about:blank');
      await page.evaluate((html) => { document.body.innerHTML = html; }, html);
      await page.waitForFunction(() => window.tbBitten !== undefined, undefined, { timeout: 1 }).catch(() => {});
      for (let turn = 0; turn < 40 && dialogs.length === 0; turn += 1) await settle(page).catch(() => {});
      if (dialogs.length === 0) silent.push(id);
    }
    console.log(`calibration: of ${biting.length} payloads that are said to fire, ${biting.length - silent.length} did`);
    assert.ok(silent.length <= biting.length / 20, `silent: ${silent.join(' ')}`);
    await context.close();
  });

  for (const bypassCSP of [true, false]) {
    describe(bypassCSP ? 'without the policy' : 'with the policy', () => {
      for (const [name, carry] of Object.entries(CARRIERS)) {
        it(`do nothing as ${name}`, async () => {
          const all = payloads('html-payloads.json').map(({ html }) => html);
          await visit({ bypassCSP }, name, Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) => (
            carry(all.slice(at * BATCH, (at + 1) * BATCH)))));
        });
      }

      it('lead nowhere by their addresses', async () => {
        const urls = payloads('url-payloads.json').map(({ url }) => url);
        const text = (url) => [{ text: 'chữ', marks: [{ link: { url } }] }];
        await visit({ bypassCSP }, 'addresses', [
          { headline: 'Tin', url: urls[0], relatedLink: urls.map((url) => ({ url, name: 'Bài' })), body: urls.map((url) => ({ type: 'paragraph', text: text(url) })) },
          { headline: 'Tin', image: urls[0], body: urls.map((url) => ({ type: 'image', image: { url, caption: 'Ảnh' } })) },
          { headline: 'Tin', body: urls.map((url) => ({ type: 'video', video: { contentUrl: url, thumbnailUrl: url } })) },
          { headline: 'Tin', body: urls.map((url) => ({ type: 'embed', url, title: 'Phim' })) },
          { title: 'Tin', content: urls.map((url) => `<p><a href="${url.replaceAll('"', '&quot;')}">chữ</a><img src="${url.replaceAll('"', '&quot;')}"></p>`) },
        ]);
      });
    });
  }

  /** Opens each document, and finds it harmless. */
  async function visit(options, name, documents) {
    const { context, page, problems } = await reader(browser, options);
    const dialogs = await listen(context);
    const asked = await world(context);
    let quiet;
    for (const [at, document] of [{ headline: 'Tin', body: [{ type: 'paragraph', text: 'chữ' }] }, ...documents].entries()) {
      const file = `${name.replace(/\W+/g, '-')}-${at}.json`;
      writeFileSync(join(folder, file), JSON.stringify(document));
      await page.goto(`${server.url}?src=${encodeURIComponent(`/hostile/${file}`)}`);
      await page.waitForSelector(READY);
      await page.waitForSelector('article.tb-article');
      assert.deepEqual(await findings(page), [], file);
      await settle(page);
      const around = await surroundings(page);
      quiet ??= around;
      assert.deepEqual(around, quiet, file);
      assert.match(await page.title(), /^Tin/, file);
      assert.deepEqual(dialogs, [], file);
      assert.equal(context.pages().length, 1, file);
    }
    assert.deepEqual(asked, []);
    assert.deepEqual(problems.filter((problem) => !/^request: https:/.test(problem)), []);
    await context.close();
  }
});
