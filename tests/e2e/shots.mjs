// Screenshots for people to look at: `npm run shots [ids]` writes them to out/.

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch, reader, SIZES } from './lib/browser.mjs';
import { open, SAMPLES, scrollThrough } from './lib/page.mjs';
import { serve } from './lib/server.mjs';

const out = fileURLToPath(new URL('out/', import.meta.url));
const wanted = process.argv.slice(2);
const ids = wanted.length > 0 ? wanted : SAMPLES.map((item) => item['@id']);
mkdirSync(out, { recursive: true });

const [browser, server] = await Promise.all([launch(), serve()]);
for (const [name, size] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark']) {
    const { context, page } = await reader(browser, { size, colorScheme });
    const shoot = async (id, whole) => {
      const path = `${out}${id}-${name}-${colorScheme}${whole ? '-whole' : ''}.png`;
      if (!whole) return page.screenshot({ path });
      // A page of 300 blocks is taller than a picture may be.
      const height = await page.evaluate(() => Math.min(document.documentElement.scrollHeight, 6_000));
      await page.setViewportSize({ ...size, height });
      await page.screenshot({ path });
      return page.setViewportSize(size);
    };
    await open(page, server.url);
    await shoot('catalogue', false);
    await scrollThrough(page);
    await shoot('catalogue', true);
    for (const id of ids) {
      await open(page, `${server.url}a/${id}`);
      await shoot(id, false);
      await scrollThrough(page);
      await page.evaluate(() => scrollTo(0, 0));
      await shoot(id, true);
    }
    await context.close();
  }
}
await Promise.all([browser.close(), server.stop()]);
console.log(out);
