// Accessibility by axe: WCAG 2.2 AA and best practices, on every sample, in light and dark, on phone and desk.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { judge } from './lib/axe.mjs';
import { launch, reader, SIZES } from './lib/browser.mjs';
import { open, openArticle, SAMPLES, scrollThrough } from './lib/page.mjs';
import { serve } from './lib/server.mjs';

let browser;
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser?.close(), server?.stop()]));

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
