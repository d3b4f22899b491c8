// The layout of every sample: widths, shifts, large text, stacked marks, targets, motion and paper.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, reader, SIZES } from './lib/browser.mjs';
import { longest, open, openArticle, sample, SAMPLES, scrollThrough, settle, shifts, sideways } from './lib/page.mjs';
import { serve } from './lib/server.mjs';

const WIDTHS = [280, 320, 360, 412, 640, 768, 1040, 1280, 1920];
const MOST_SHIFT = 0.002;

let browser;
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser?.close(), server?.stop()]));

const PAGES = [
  { name: 'the catalogue', show: (page) => open(page, server.url) },
  ...SAMPLES.map((item) => ({ name: item['@id'], item, show: (page) => openArticle(page, server.url, item['@id']) })),
];

/** One window for all tests of a group: every test opens its own page in it. */
function inOneWindow(options) {
  const window = {};
  before(async () => Object.assign(window, await reader(browser, options)));
  after(() => window.context?.close());
  return window;
}

describe('no sideways scroll', () => {
  const window = inOneWindow({ size: SIZES.desk, touch: false });
  for (const { name, show } of PAGES) {
    it(name, async () => {
      const { page } = window;
      await show(page);
      for (const view of ['auto', 'mobile', 'desktop']) {
        if (view !== 'auto') await page.locator('.tb-viewer').evaluate((viewer, value) => { viewer.dataset.view = value; }, view);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          await settle(page);
          assert.deepEqual(await sideways(page), [], `at ${width}, ${view}`);
        }
      }
    });
  }
});

for (const size of [SIZES.phone, SIZES.desk]) {
  describe(`nothing moves at ${size.width}`, () => {
    const window = inOneWindow({ size });
    for (const { name, show } of PAGES) {
      it(name, async () => {
        await show(window.page);
        await scrollThrough(window.page);
        const { total, list } = await shifts(window.page);
        assert.ok(total <= MOST_SHIFT, `${total}: ${JSON.stringify(list.slice(0, 3), null, 1)}`);
      });
    }
  });
}

it('a move would be noticed', async () => {
  const { context, page } = await reader(browser);
  await PAGES[1].show(page);
  await settle(page);
  await page.evaluate(() => { document.querySelector('main').prepend(Object.assign(document.createElement('p'), { textContent: 'Xin chào' })); });
  await page.waitForFunction((most) => globalThis.tbShifts.some(({ value }) => value > most), MOST_SHIFT);
  await context.close();
});

describe('text', () => {
  it('grows to 200 % with the reader’s own size, and nothing is lost', async () => {
    for (const { name, show } of PAGES.slice(0, 6)) {
      const { context, page } = await reader(browser, { size: SIZES.bigPhone });
      await show(page);
      const sizeOf = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.tb-body > p, .tb-story a')).fontSize));
      const before = await sizeOf();
      const session = await context.newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
      await settle(page);
      const grown = await sizeOf();
      assert.ok(grown >= before * 1.9, `${name}: ${before} px becomes ${grown} px`);
      assert.deepEqual(await sideways(page), [], name);
      assert.deepEqual(await page.evaluate(cutText), [], name);
      await context.close();
    }
  });

  it('leaves room for stacked marks', async () => {
    for (const size of [SIZES.phone, SIZES.desk]) {
      const { context, page } = await reader(browser, { size });
      for (const { name, show } of PAGES) {
        await show(page);
        assert.deepEqual(await page.evaluate(tightMarks), [], `${name} at ${size.width}`);
        assert.deepEqual(await page.evaluate(cutText), [], `${name} at ${size.width}`);
      }
      await context.close();
    }
  });

  it('has a measure of 60 to 75 letters on a desk', async () => {
    const { context, page } = await reader(browser, { size: SIZES.desk });
    await openArticle(page, server.url, longest()['@id']);
    const measure = await page.evaluate(() => {
      const pen = document.createElement('canvas').getContext('2d');
      const widths = [...document.querySelectorAll('.tb-body > p')].map((paragraph) => {
        const { fontWeight, fontSize, fontFamily } = getComputedStyle(paragraph);
        pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
        return paragraph.clientWidth / (pen.measureText(paragraph.textContent).width / paragraph.textContent.length);
      });
      return widths.sort((a, b) => a - b)[widths.length >> 1];
    });
    assert.ok(measure >= 60 && measure <= 75, `${measure} letters a line`);
    await context.close();
  });
});

describe('a phone', () => {
  it('has targets of 44 px', async () => {
    const { context, page } = await reader(browser);
    for (const { name, show } of PAGES) {
      await show(page);
      // A link within a sentence is as high as its line; WCAG makes the same exception.
      const small = await page.evaluate(() => [...document.querySelectorAll('#trangbao :is(a[href], button, summary, input)')]
        .filter((target) => target.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .filter((target) => !target.closest('p, sup, sub, figcaption, li > .tb-text, .tb-notes, .tb-meta, td, th, dd, blockquote'))
        .filter((target) => getComputedStyle(target).clipPath === 'none')
        .map((target) => ({ target, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && (box.height < 43.5 || box.width < 43.5))
        .map(({ target, box }) => `${target.tagName}.${target.className} ${target.textContent.slice(0, 30)} ${box.width}x${box.height}`));
      assert.deepEqual(small, [], name);
    }
    await context.close();
  });

  it('shows the first words on the first screen', async () => {
    const { context, page } = await reader(browser);
    for (const { name, item, show } of PAGES.filter((each) => each.item)) {
      if (!item || sample(item).image) continue;
      await show(page);
      const first = await page.locator('.tb-lede, .tb-body > p').first().boundingBox();
      assert.ok(first.y < SIZES.phone.height - 60, `${name}: the first words are at ${first.y}`);
    }
    await context.close();
  });
});

describe('preferences', () => {
  it('keeps still under reduced motion', async () => {
    const { context, page } = await reader(browser, { reducedMotion: 'reduce' });
    for (const { name, show } of PAGES) {
      await show(page);
      const moving = await page.evaluate(() => [...document.querySelectorAll('#trangbao *')].filter((element) => {
        const { animationName, animationDuration, animationTimingFunction, transitionDuration } = getComputedStyle(element);
        const longest = (list) => Math.max(...list.split(',').map(parseFloat));
        // An animation of a single step appears, and does not move.
        const moves = animationName !== 'none' && !animationTimingFunction.startsWith('steps(1');
        return (moves && longest(animationDuration) > 0.01) || longest(transitionDuration) > 0.01;
      }).map((element) => `${element.tagName}.${element.className}`).slice(0, 5));
      assert.deepEqual(moving, [], name);
    }
    await context.close();
  });

  it('prints the article alone, with the addresses of its links', async () => {
    const { context, page } = await reader(browser, { size: SIZES.desk });
    for (const { name, show } of PAGES.filter((each) => each.item)) {
      await show(page);
      await page.emulateMedia({ media: 'print' });
      const found = await page.evaluate(() => {
        const shown = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
        const links = [...document.querySelectorAll('.tb-body p a[href^="http"]')].filter(shown);
        return {
          extra: [...document.querySelectorAll('.tb-masthead, button, iframe, audio')].filter(shown).map((e) => e.className || e.tagName),
          headline: shown(document.querySelector('.tb-headline')),
          bare: links.filter((a) => !getComputedStyle(a, '::after').content.includes(a.getAttribute('href'))
            && !getComputedStyle(a, '::after').content.includes('attr(href)')).map((a) => a.outerHTML.slice(0, 120)),
          split: [...document.querySelectorAll('figure:has(.tb-frame)')].filter((f) => getComputedStyle(f).breakInside !== 'avoid').length,
        };
      });
      assert.deepEqual(found, { extra: [], headline: true, bare: [], split: 0 }, name);
      await page.emulateMedia({ media: null });
    }
    await context.close();
  });

  it('keeps controls and focus visible in forced colours', async () => {
    const { context, page } = await reader(browser, { size: SIZES.desk, forcedColors: 'active' });
    await openArticle(page, server.url, SAMPLES[0]['@id']);
    await page.locator('.tb-switch:visible').focus();
    await page.keyboard.press('Shift+Tab');
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(ring, 'none');
    await context.close();
  });
});

/** Runs in the page: elements whose line is lower than the highest and deepest Vietnamese letters of its font. */
function tightMarks() {
  const pen = document.createElement('canvas').getContext('2d');
  const known = new Map();
  const found = new Set();
  const walker = document.createTreeWalker(document.querySelector('#trangbao'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest('pre, code, sup, sub')) continue;
    const style = getComputedStyle(element);
    const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    if (!known.has(font)) {
      pen.font = font;
      const ink = pen.measureText('ỄỘẶỠỰẨgy');
      known.set(font, ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent);
    }
    const line = style.lineHeight === 'normal' ? Infinity : parseFloat(style.lineHeight);
    let block = element;
    while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
    if (block.clientHeight < line * 1.9) continue; // A single line has no neighbour to touch.
    if (line < known.get(font)) found.add(`${element.tagName}.${element.className}: ${line} px for ink of ${known.get(font)} px`);
  }
  return [...found];
}

/** Runs in the page: boxes that cut their own text off without a way to reach it. */
function cutText() {
  return [...document.querySelectorAll('#trangbao *')].filter((element) => {
    const style = getComputedStyle(element);
    const hides = [style.overflowX, style.overflowY].some((way) => way === 'hidden' || way === 'clip');
    if (!hides || !element.innerText?.trim() || style.webkitLineClamp !== 'none') return false;
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) return false; // Words for a screen reader alone.
    return element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
  }).map((element) => `${element.tagName}.${element.className} ${element.innerText.slice(0, 40)}`);
}
