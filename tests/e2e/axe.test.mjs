// Accessibility by axe: WCAG 2.2 AA and best practices, on every sample, in light and dark, on phone and desk.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import { launch, reader, SIZES } from './lib/browser.mjs';
import { open, openArticle, SAMPLES, scrollThrough } from './lib/page.mjs';
import { serve } from './lib/server.mjs';

// Only these look at colours.
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser;
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser?.close(), server?.stop()]));

/** What axe finds: everything in light, and in dark what depends on colour. */
async function judge(page) {
  await page.evaluate(axe.source);
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const runOnly = colorScheme === 'light' ? { type: 'tag', values: TAGS } : { type: 'rule', values: COLOR_RULES };
    const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), { runOnly, resultTypes: ['violations'] });
    for (const { id, nodes } of violations) {
      for (const { target, any, all, none } of nodes.slice(0, 3)) {
        found.push(`${colorScheme}: ${id}: ${target.join(' ')}: ${[...any, ...all, ...none][0]?.message}`);
      }
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

for (const size of [SIZES.phone, SIZES.desk]) {
  describe(`axe at ${size.width}`, () => {
    let page;
    before(async () => {
      ({ page } = await reader(browser, { size }));
    });

    it('the catalogue', async () => {
      await open(page, server.url);
      assert.deepEqual(await judge(page), []);
    });

    for (const item of SAMPLES) {
      it(item['@id'], async () => {
        await openArticle(page, server.url, item['@id']);
        await scrollThrough(page);
        assert.deepEqual(await judge(page), []);
      });
    }

    it('a failure', async () => {
      await page.goto(`${server.url}a/there-is-no-such-article`);
      await page.waitForSelector('[role=alert]');
      assert.deepEqual(await judge(page), []);
    });
  });
}

it('axe would find a picture without words', async () => {
  const { page } = await reader(browser);
  await open(page, server.url);
  await page.evaluate(() => { document.querySelector('main').append(new Image(10, 10)); });
  assert.match((await judge(page)).join(), /image-alt/);
});
