// How high articles will stand in a partner's page, as `trangbao site` estimates it; and that a page which keeps this space moves next to not at all.

import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { SIZES } from './lib/browser.mjs';
import { answer, hear, SHOWN, stage } from './lib/hosts.mjs';
import { SAMPLES, settle, shifts } from './lib/page.mjs';
import { written } from './lib/site.mjs';

const WIDTHS = ['320', '360', '400', '480', '600', '720', '840', '1080'];
const NEAR = 0.1;
const MOST_SHIFT = 0.02;

let on;
let folder;
before(async () => {
  on = await stage();
  folder = written({ url: on.viewer.url });
  for (const { '@id': id } of SAMPLES) on.viewer.faults.set(`/a/${id}/article.json`, answer(file(id, 'article.json')));
});
after(async () => {
  await on?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

const file = (id, name) => readFileSync(join(folder, 'a', id, name), 'utf8');
const partners = (id) => JSON.parse(file(id, 'oembed.json')).trangbao;

/** What a partner pastes, in a column this wide, with more of the page below it. */
function host(id, { space, width = '100%' }) {
  const { element, space: css } = partners(id);
  const style = `body { margin: 0 } #column { width: ${width}; max-width: 100% } #below { height: 3000px }`;
  return [
    `<style>${style} ${space ? css : ''}</style>`,
    '<header>Đối tác</header><div id="column"><div class="trangbao-box">',
    element,
    '</div></div><p id="below">Bên dưới</p>',
  ].join('\n');
}

describe('the estimated height is within a tenth', () => {
  for (const { '@id': id } of SAMPLES) {
    it(id, async () => {
      const { heights } = partners(id);
      assert.deepEqual(Object.keys(heights), WIDTHS);
      const { page, context } = await on.open(host(id, { space: false }), { size: { width: 1300, height: 900 } });
      await page.waitForSelector(SHOWN);
      for (const width of WIDTHS) {
        await page.evaluate((px) => { document.getElementById('column').style.width = `${px}px`; }, width);
        await settle(page);
        const height = await page.locator('trang-bao').evaluate((element) => element.offsetHeight);
        const off = heights[width] / height - 1;
        assert.ok(Math.abs(off) <= NEAR, `at ${width} px: ${heights[width]} for ${height}, ${(100 * off).toFixed(1)} % off`);
      }
      await context.close();
    });
  }
});

describe('a page that keeps the space', () => {
  for (const { '@id': id } of SAMPLES) {
    it(`does not move for ${id}`, async () => {
      for (const [size, width] of [[SIZES.phone, '100%'], [SIZES.bigPhone, '90%'], [SIZES.tablet, '560px'], [SIZES.desk, '680px'], [SIZES.desk, '100%']]) {
        const { page, context } = await on.open(host(id, { space: true, width }), { size });
        await hear(page, 'ready');
        const { total, list } = await shifts(page);
        assert.ok(total <= MOST_SHIFT, `${size.width}, ${width}: ${total} ${JSON.stringify(list)}`);
        await context.close();
      }
    });
  }

  it('does not move for a reader who is below the article either', async () => {
    const { page, context } = await on.open(host(SAMPLES[0]['@id'], { space: true }), { size: SIZES.phone });
    await page.evaluate(() => { document.getElementById('below').scrollIntoView(); });
    await hear(page, 'ready');
    const { total, list } = await shifts(page);
    assert.ok(total <= MOST_SHIFT, `${total} ${JSON.stringify(list)}`);
    await context.close();
  });

  it('would have moved without it', async () => {
    const { page, context } = await on.open(host(SAMPLES[0]['@id'], { space: false }), { size: SIZES.phone });
    await hear(page, 'ready');
    assert.ok((await shifts(page)).total > MOST_SHIFT);
    await context.close();
  });
});
