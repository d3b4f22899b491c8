// Accessibility by axe: WCAG 2.2 AA and its best practices, on every sample, in light and dark, on phone and desk.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import { launch, reader, SIZES } from './lib/browser.mjs';
import { open, openArticle, SAMPLES, scrollThrough } from './lib/page.mjs';
import { serve, spoil, fault } from './lib/server.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser;
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser?.close(), server?.stop()]));

async function judge(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((values) => globalThis.axe.run(document, {
    runOnly: { type: 'tag', values },
    resultTypes: ['violations'],
  }), TAGS);
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3)
    .map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? ''}`));
}

for (const colorScheme of ['light', 'dark']) {
  for (const size of [SIZES.phone, SIZES.desk]) {
    describe(`axe in ${colorScheme} at ${size.width}`, () => {
      it('the catalogue', () => check((page) => open(page, server.url)));
      for (const item of SAMPLES) {
        it(item['@id'], () => check(async (page) => {
          await openArticle(page, server.url, item['@id']);
          await scrollThrough(page);
        }));
      }
      it('a failure', () => check(async (page) => {
        const front = await spoil(server.url, new Map([['/articles/gone.json', fault.status(410)]]));
        await page.goto(`${front.url}a/gone`);
        await page.waitForSelector('[role=alert]');
        await front.stop();
      }));
    });

    async function check(show) {
      const { context, page } = await reader(browser, { size, colorScheme });
      await show(page);
      assert.deepEqual(await judge(page), []);
      await context.close();
    }
  }
}
