// What axe finds: WCAG 2.2 AA and best practices, in light and in dark.

import axe from 'axe-core';

// Only these look at colours.
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Everything in light, and in dark what depends on colour. */
export async function judge(page) {
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
