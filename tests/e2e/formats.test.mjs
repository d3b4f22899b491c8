// Every file of the corpus, as a reader opens it: without a word in the console, as the command reads it, and with the
// same article from the browser's parser of HTML as from that of the command.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, reader, SIZES } from './lib/browser.mjs';
import { native, trangbao } from './lib/command.mjs';
import { converted, same } from './lib/formats.mjs';
import { harmless, world } from './lib/hostile.mjs';
import { ARTICLE, open } from './lib/page.mjs';
import { serve } from './lib/server.mjs';

const corpus = process.env.TRANGBAO_CORPUS;
const folders = corpus ? readdirSync(corpus).filter((name) => statSync(join(corpus, name)).isDirectory()) : [];

describe('every file of the corpus', { skip: corpus ? false : 'TRANGBAO_CORPUS is not set' }, () => {
  let browser;
  let server;
  /** What the command says of each file. */
  let known;
  /** A page that reads the command's HTML. */
  let desk;
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve({ mounts: [`/corpus/=${corpus}`] })]);
    const said = await trangbao('check', '--json', corpus);
    known = new Map(said.trim().split('\n').map((line) => JSON.parse(line)).map((file) => [file.file, file]));
    desk = await browser.newPage();
  });
  after(() => Promise.all([browser?.close(), server?.stop()]));

  for (const folder of folders) {
    it(`${folder} opens`, async (test) => {
      const { context, page, problems } = await reader(browser, { size: SIZES.desk });
      const asked = await world(context);
      let lang;
      // The command speaks the language of the article, so the page has to do so, too.
      await context.route('**/site.json', (route) => route.fulfill({ json: { lang } }));
      const files = readdirSync(join(corpus, folder)).filter((name) => name.endsWith('.json'));
      for (const name of files) {
        const file = join(corpus, folder, name);
        const bytes = readFileSync(file);
        const { format, articles } = known.get(file);
        const address = `${server.url}corpus/${folder}/${name}`;
        const number = articles === undefined ? 0 : 1;
        const choice = number ? ['--number', `${number}`] : [];
        const article = await native(file, address, ...choice);
        lang = /^vi\b/.test(article.inLanguage ?? 'vi') ? 'vi' : 'en';
        await open(page, `${server.url}?src=${encodeURIComponent(`/corpus/${folder}/${name}`)}`);
        if (number) {
          assert.equal(await page.locator('.tb-story').count(), articles, name);
          same(name, await converted(page, bytes, address), await native(file, address));
          await page.locator('.tb-story-title a').first().click();
        }
        // The list was ready, too.
        await page.waitForSelector(ARTICLE);
        if (format !== 'native') same(name, await converted(page, bytes, address, number), article);
        const html = await trangbao('convert', file, '--to', 'html', '--base', address, ...choice);
        assert.equal(await page.evaluate(read), await desk.evaluate(read, html), name);
        harmless(asked, problems);
      }
      assert.ok(files.length > 0);
      test.diagnostic(`${files.length} files`);
      await context.close();
    });
  }
});

/** The words of the article in the page, or of a page that is given. Dates of other languages are the browser's own. */
function read(html) {
  const root = html === undefined ? document : new DOMParser().parseFromString(html, 'text/html');
  const article = root.querySelector('article.tb-article').cloneNode(true);
  if (!/^(vi|en)\b/.test(article.lang)) article.querySelectorAll('time, .tb-minutes').forEach((element) => element.remove());
  return article.textContent.replace(/\s+/g, ' ').trim();
}
