// Accessibility by axe within the shadow root: narrow and wide, light, dark and sepia; and of the frame's own pages.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import { SIZES } from './lib/browser.mjs';
import { answer, everyKind, frameAddress, SHOWN, stage, tag } from './lib/hosts.mjs';
import { byLanguage, scrollThrough } from './lib/page.mjs';

const SHORT = 'hoi-nghi-quan-uy-tay-ho';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// Only these look at colours.
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];

let on;
before(async () => {
  on = await stage();
  on.viewer.faults.set('/articles/every-kind.json', answer(JSON.stringify(everyKind())));
});
after(() => on?.stop());

const host = (inside) => `${on.script()}<header>Đối tác</header><main><h1>Chuyên trang</h1>${inside}</main>`;

/** What axe finds in the page and in the shadow roots within it. */
async function judge(page, rules) {
  await page.evaluate(axe.source);
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS };
  const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), { runOnly, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3)
    .map(({ target, any, all, none }) => `${id}: ${target.flat().join(' ')}: ${[...any, ...all, ...none][0]?.message}`));
}

for (const size of [SIZES.phone, SIZES.desk]) {
  describe(`axe at ${size.width}`, () => {
    for (const id of size === SIZES.phone ? ['every-kind', byLanguage('ar')['@id']] : ['every-kind']) {
      it(id, async () => {
        const { context, page } = await on.open(host(tag({ src: on.address(id), loading: 'eager' })), { size });
        await page.waitForSelector(SHOWN);
        await scrollThrough(page);
        assert.deepEqual(await judge(page), []);
        for (const theme of ['dark', 'sepia']) {
          await page.locator('trang-bao').evaluate((element, value) => { element.theme = value; }, theme);
          await page.waitForSelector(`${SHOWN}[data-theme=${theme}]`);
          assert.deepEqual(await judge(page, COLOR_RULES), [], theme);
        }
        await page.locator('trang-bao').evaluate((element) => { element.theme = 'auto'; });
        await page.emulateMedia({ colorScheme: 'dark' });
        assert.deepEqual(await judge(page, COLOR_RULES), [], 'auto in the dark');
        await context.close();
      });
    }

    it('with pictures on tap', async () => {
      const { context, page } = await on.open(host(tag({ src: on.address(SHORT), loading: 'eager', images: 'tap' })), { size });
      await page.waitForSelector(SHOWN);
      assert.deepEqual(await judge(page), []);
      await context.close();
    });

    it('the picker', async () => {
      const { context, page } = await on.open('', { size });
      await page.goto(frameAddress(on, {}));
      await page.locator('.tb-snippet code', { hasText: 'iframe' }).waitFor();
      // The previews stand apart from the page's own outline, each as if alone; what is in them was judged above.
      await page.locator('trang-bao').evaluateAll((all) => all.forEach((element) => element.remove()));
      await page.locator('iframe').evaluateAll((all) => all.forEach((element) => element.remove()));
      assert.deepEqual(await judge(page), []);
      await context.close();
    });
  });
}

it('the frame, with an article and without', async () => {
  const { context, page } = await on.open('');
  await page.goto(frameAddress(on, { src: `/articles/${SHORT}.json` }));
  await page.waitForSelector(SHOWN);
  // Whether it has an h1 and landmarks is for the page around it.
  const own = (lines) => lines.filter((line) => !/^(page-has-heading-one|region|landmark-one-main)/.test(line));
  assert.deepEqual(own(await judge(page)), []);
  await page.goto(frameAddress(on, { src: 'https://stranger.example/a.json' }));
  await page.waitForSelector('[role=alert]');
  assert.deepEqual(own(await judge(page)), []);
  await context.close();
});

it('axe would find a picture without words within the shadow root', async () => {
  const { context, page } = await on.open(host(tag({ src: on.address(SHORT), loading: 'eager' })));
  await page.waitForSelector(SHOWN);
  await page.locator(`${SHOWN} .tb-body`).evaluate((body) => { body.append(new Image(10, 10)); });
  assert.match((await judge(page)).join(), /image-alt/);
  await context.close();
});
