// A site that was written as files, without a network: its pages are not kept, the viewer shows their articles in their place.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch } from './lib/browser.mjs';
import { inCharge, isKept, keptPaths, offlineReader } from './lib/offline.mjs';
import { ARTICLE, READY, SAMPLES, words } from './lib/page.mjs';
import { site } from './lib/site.mjs';

const [ITEM, OTHER] = SAMPLES;

let browser;
let written;
before(async () => {
  [browser, written] = await Promise.all([launch(), site()]);
});
after(() => Promise.all([browser?.close(), written?.stop()]));

/** Opens a page of the site, and waits until what it is about is kept. */
async function openPage(page, path, ...kept) {
  await page.goto(written.url + path);
  await page.waitForSelector('[data-static="attached"] .tb-offers');
  await inCharge(page);
  for (const one of kept) await isKept(page, written.url + one);
}

const json = (item) => `a/${item['@id']}/article.json`;

describe('a static site', () => {
  it('opens without a network: its catalogue, what was read, what was saved', async () => {
    const { context, page } = await offlineReader(browser);
    await openPage(page, '', 'articles/index.json');
    await openPage(page, `a/${OTHER['@id']}/`, json(OTHER));
    await openPage(page, `a/${ITEM['@id']}/`, json(ITEM));
    await page.click('.tb-bookmark');
    await page.click('.tb-panel .tb-button');
    await page.waitForSelector('.tb-bookmark.tb-is-saved');
    const kept = await keptPaths(page);
    assert.deepEqual(Object.values(kept).flat().filter((path) => /^\/a\/[^/]+\/(index\.html)?$/.test(path)), []);

    await context.setOffline(true);
    for (const item of [ITEM, OTHER]) {
      await page.goto(`${written.url}a/${item['@id']}/`);
      await page.waitForSelector(ARTICLE);
      assert.equal(words(await page.textContent('h1')), words(item.headline));
      assert.equal(await page.locator('[data-static]').count(), 0, 'the viewer shows it');
    }
    await page.goto(written.url);
    await page.waitForSelector(`${READY} .tb-catalogue`);
    await page.locator(`main a[href$="/a/${ITEM['@id']}"]`).first().click();
    await page.waitForSelector(ARTICLE);
    await page.goto(`${written.url}saved`);
    await page.waitForSelector('.tb-saved-link');
    assert.equal(words(await page.textContent('.tb-saved-link')), words(ITEM.headline));
    // A list of a section is a page alone.
    const section = await page.goto(`${written.url}s/van-hoa/`).then(() => page.textContent('h1'));
    assert.equal(section, 'Bạn đang ngoại tuyến');

    await context.setOffline(false);
    await page.goto(`${written.url}a/${ITEM['@id']}/`);
    await page.waitForSelector('[data-static="attached"] .tb-is-saved');
    await context.close();
  });

  it('opens an article by its address in the viewer', async () => {
    const { context, page } = await offlineReader(browser);
    await page.goto(`${written.url}app/?src=${encodeURIComponent(`/${json(ITEM)}`)}`);
    await page.waitForSelector(ARTICLE);
    assert.equal(words(await page.textContent('h1')), words(ITEM.headline));
    await context.close();
  });
});
