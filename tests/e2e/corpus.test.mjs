// A published article of the shared corpus, opened by its address. Its words are read from its file at test time.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, reader } from './lib/browser.mjs';
import { open, plain, scrollThrough, settle, sideways, words } from './lib/page.mjs';
import { serve } from './lib/server.mjs';

const corpus = process.env.TRANGBAO_CORPUS;
const FILE = 'seed/quan-uy-tay-ho-2024.json';
const WIDTHS = [280, 360, 412, 768, 1280];

describe('the seed article', { skip: corpus ? false : 'TRANGBAO_CORPUS is not set' }, () => {
  let article;
  let browser;
  let server;
  before(async () => {
    article = JSON.parse(readFileSync(join(corpus, FILE), 'utf8'));
    [browser, server] = await Promise.all([launch(), serve({ mounts: [`/corpus/=${corpus}`] })]);
  });
  after(() => Promise.all([browser?.close(), server?.stop()]));

  for (const width of WIDTHS) {
    it(`is whole at ${width}`, async () => {
      const { context, page, problems } = await reader(browser, { size: { width, height: 800 } });
      await open(page, `${server.url}?src=${encodeURIComponent(`/corpus/${FILE}`)}`);
      await scrollThrough(page);
      const texts = async (selector) => (await page.locator(selector).allTextContents()).map(words);

      assert.deepEqual(await texts('h1'), [words(article.headline)]);
      assert.deepEqual(await texts('.tb-lede'), [words(article.abstract)]);
      const paragraphs = article.body.filter((block) => block.type === 'paragraph');
      assert.equal(paragraphs.length, 14);
      assert.deepEqual(await texts('.tb-body > p'), paragraphs.map((block) => words(plain(block.text))));

      const pictures = article.body.filter((block) => block.type === 'image').map((block) => block.image);
      assert.equal(pictures.length, 7);
      assert.deepEqual(await texts('.tb-body .tb-figure .tb-caption'), pictures.map((image) => words(image.caption)));
      const shown = await page.locator('.tb-body .tb-figure img').evaluateAll((images) => images.map((image) => ({
        alt: image.alt, ratio: image.naturalWidth / image.naturalHeight,
      })));
      assert.deepEqual(shown.map(({ alt }) => words(alt)), pictures.map((image) => words(image.description)));
      shown.forEach(({ ratio }, index) => {
        assert.ok(Math.abs(ratio - pictures[index].width / pictures[index].height) < 0.02, `picture ${index + 1} is not there`);
      });

      for (const related of article.relatedLink) {
        const link = page.locator(`.tb-related a[href="${related.url}"]:visible`);
        assert.ok(await link.count() >= 1, related.url);
        assert.ok(words(await link.first().textContent()).includes(words(related.name)));
      }
      assert.equal(article.relatedLink.length, 3);
      assert.ok((await texts('.tb-byline'))[0].includes(article.author[0].name));
      assert.equal(await page.locator('.tb-switch:visible').count(), 1);

      assert.deepEqual(await sideways(page), []);
      await page.locator('.tb-switch:visible').click();
      await settle(page);
      assert.deepEqual(await sideways(page), [], 'in the other layout');
      assert.deepEqual(problems, []);
      await context.close();
    });
  }
});
