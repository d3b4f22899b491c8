// Measures how high each sample stands in a partner's page: `npm run heights` writes the fixture with which
// tests/site.rs compares what `trangbao site` estimates. Run it after a change of styles.

import { writeFileSync } from 'node:fs';
import { stage } from './lib/hosts.mjs';
import { SAMPLES } from './lib/page.mjs';

const WIDTHS = [320, 360, 400, 480, 600, 720, 840, 1080];

const at = await stage();
const heights = {};
for (const { '@id': id } of SAMPLES) {
  const tag = `<trang-bao lang="vi" loading="eager" src="${at.address(id)}"></trang-bao>`;
  const { page, context } = await at.open(`<div>${tag}</div>`, { head: at.script(), size: { width: 1300, height: 900 } });
  await page.waitForFunction(() => globalThis.tbHeard.some(({ type }) => type === 'trangbao:ready'));
  heights[id] = [];
  for (const width of WIDTHS) {
    heights[id].push(await page.evaluate(async (px) => {
      document.querySelector('div').style.width = `${px}px`;
      await document.fonts.ready;
      for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
      return document.querySelector('trang-bao').offsetHeight;
    }, width));
  }
  await context.close();
}
await at.stop();

const lines = Object.entries(heights).map(([id, all]) => `    "${id}": ${JSON.stringify(all)}`);
const text = `{\n  "widths": ${JSON.stringify(WIDTHS)},\n  "heights": {\n${lines.join(',\n')}\n  }\n}\n`;
writeFileSync(new URL('../fixtures/site/heights.json', import.meta.url), text);
