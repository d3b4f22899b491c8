// What readers do with an article that they want to read later.

import { inCharge } from './offline.mjs';
import { open, sample, SAMPLES, words } from './page.mjs';

/** One with pictures, and another one. */
export const ITEM = SAMPLES.find((item) => JSON.stringify(sample(item).body).match(/"type":"image"/g)?.length > 3);
export const OTHER = SAMPLES.find((item) => item !== ITEM && sample(item).inLanguage === 'vi');
export const TITLE = words(ITEM.headline);

/** Opens an article and its panel, which says how much it would be. */
export async function openPanel(page, url, item = ITEM) {
  await open(page, `${url}a/${item['@id']}`);
  await inCharge(page);
  await page.click('.tb-bookmark');
  await page.waitForSelector('.tb-panel .tb-button');
}

/** Saves an article. */
export async function save(page, url, item = ITEM) {
  await openPanel(page, url, item);
  await page.click('.tb-panel .tb-button');
  await page.waitForSelector('.tb-bookmark.tb-is-saved');
}

/** The names of what is saved, by the caches themselves. */
export async function savedCaches(page) {
  return page.evaluate(async () => (await caches.keys()).filter((name) => name.includes(' saved ')));
}

/** The headlines of what is saved. */
export const titles = (page) => page.locator('.tb-saved-list:not([aria-label^="Đọc"]) .tb-saved-link').allTextContents();

/** Opens the list. */
export async function openList(page, url) {
  await page.goto(`${url}saved`);
  await page.waitForSelector('.tb-viewer[data-state=ready] .tb-saved');
}
