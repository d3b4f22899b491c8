// What every suite does with a page: open it, wait for it, scroll it, measure it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from './server.mjs';

/** The samples in the order of the catalogue. */
export const SAMPLES = sample({ url: 'index.json' }).items;

/** The JSON of one sample. */
export function sample(item) {
  return JSON.parse(readFileSync(join(dist, 'articles', item.url), 'utf8'));
}

export const READY = '.tb-viewer[data-state="ready"]';
export const FAILED = '.tb-viewer[data-state="failed"]';

/** Opens an address and waits until the viewer shows it. */
export async function open(page, address) {
  await page.goto(address);
  await page.waitForSelector(READY);
}

/** Opens a sample by its id. */
export async function openArticle(page, base, id) {
  await open(page, `${base}a/${id}`);
  await page.waitForSelector('article.tb-article h1.tb-headline');
}

/** Scrolls to the end a screen at a time, as a reader does, and waits for every picture on the way. */
export async function scrollThrough(page) {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
    const inSight = (image) => {
      const { top, right, left, height } = image.getBoundingClientRect();
      return height > 0 && top < innerHeight && right > 0 && left < innerWidth;
    };
    const arrived = (image) => new Promise((resolve, reject) => {
      image.decode().then(resolve, resolve);
      setTimeout(() => reject(new Error(`a picture never came: ${image.currentSrc || image.src}`)), 8_000);
    });
    const settled = () => Promise.all([...document.images].filter(inSight).map(arrived));
    const scroller = document.scrollingElement;
    for (;;) {
      const before = scroller.scrollTop;
      scroller.scrollBy(0, innerHeight * 0.8);
      await frame();
      await settled();
      await frame();
      if (scroller.scrollTop === before) return;
    }
  });
}

/** The text of an element as it is shown, with what is far down and not laid out yet. */
export function wholeText(page, selector) {
  return page.locator(selector).evaluate((element) => {
    const { classList } = document.getElementById('trangbao');
    classList.add('tb-whole');
    const text = element.innerText;
    classList.remove('tb-whole');
    return text;
  });
}

/** Waits for two painted frames, after which layout and its observers have settled. */
export async function settle(page) {
  await page.evaluate(() => new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  }));
}

/** Waits for what the page itself has to wait to know, such as what is cached: `waitForFunction` takes a promise for a yes. */
export async function eventually(page, holds, given) {
  const end = Date.now() + 30_000;
  for (;;) {
    // A page that is being left answers nothing.
    const found = await page.evaluate(holds, given).catch(() => undefined);
    if (found) return found;
    if (Date.now() > end) throw new Error(`it never came to hold: ${holds}`);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}

/** The elements that reach past the viewport's edges, unless they lie in a box that scrolls by itself. */
export function sideways(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found = [];
    if (document.documentElement.scrollWidth > width) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    const scrolls = (element) => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
        if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) return true;
      }
      return false;
    };
    for (const element of document.querySelectorAll('#trangbao *')) {
      const { left, right, width: own } = element.getBoundingClientRect();
      if (own > 1 && (right > width + 0.5 || left < -0.5) && !scrolls(element)) {
        found.push(`${element.tagName}.${element.className} from ${Math.round(left)} to ${Math.round(right)}`);
      }
    }
    return found.slice(0, 5);
  });
}

/** The sum of all layout shifts so far, and what moved. */
export async function shifts(page) {
  await settle(page);
  const list = await page.evaluate(() => globalThis.tbShifts);
  return { total: list.reduce((sum, { value }) => sum + value, 0), list };
}

export const ARTICLE = `${READY} article.tb-article h1.tb-headline`;

/** Text as it reads: the spaces that only forbid a break count as spaces. */
export function words(text) {
  return plain(text).normalize('NFC').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

/** The words of a string or a list of inlines. */
export function plain(text) {
  if (Array.isArray(text)) return text.map(plain).join('');
  if (text && typeof text === 'object') return text.break ? ' ' : plain(text.text);
  return String(text ?? '');
}

/** The first sample in a language. */
export function byLanguage(language) {
  return SAMPLES.find((item) => sample(item).inLanguage?.split('-')[0] === language);
}

/** The sample with the most blocks. */
export function longest() {
  const blocks = (item) => sample(item).body?.length ?? 0;
  return SAMPLES.reduce((most, item) => (blocks(item) > blocks(most) ? item : most));
}
