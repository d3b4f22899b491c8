// A long article: most of it is laid out when it comes near, and the reader does not notice.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, reader, SIZES } from './lib/browser.mjs';
import { ARTICLE, open, openArticle, sample, SAMPLES, settle, shifts } from './lib/page.mjs';
import { fault, serve, spoil } from './lib/server.mjs';

const COUNT = 600;
const WORDS = 'sáng sớm mặt hồ còn mờ hơi nước người đi bộ đã đông gánh hàng hoa qua ngõ nhỏ rồi dừng lại bên gốc sấu già nghe tiếng chuông chùa'.split(' ');
const [OTHER] = SAMPLES;
const SHORT = SAMPLES.find((item) => sample(item).body.length <= 8);

/** The same words each time, in any number. */
function prose(count, seed) {
  const at = (index) => WORDS[(seed * 7 + index * 5 + ((index * index) % 11)) % WORDS.length];
  return Array.from({ length: count }, (_, index) => at(index)).join(' ');
}

function block(index) {
  const id = `muc-${index}`;
  if (index % 10 === 9) return { id, type: 'heading', text: `Mục ${index}: ${prose(5, index)}` };
  if (index % 25 === 12) return { id, type: 'list', items: [4, 9, 14].map((count) => prose(count, index)) };
  if (index % 50 === 22) return { id, type: 'quote', text: prose(30, index), cite: 'Một người đi đò' };
  return { id, type: 'paragraph', text: `Đoạn ${index}: ${prose(8 + ((index * 37) % 90), index)}.` };
}

const article = {
  '@id': 'dai',
  headline: 'Một bài rất dài',
  body: Array.from({ length: COUNT }, (_, index) => block(index)),
  relatedLink: [{ name: OTHER.headline, url: `../a/${OTHER['@id']}` }],
};
const FAR = '#tb-b-muc-500';

let browser;
let server;
let front;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
  front = await spoil(server.url, new Map([['/articles/dai.json', fault.body(JSON.stringify(article))]]));
});
after(() => Promise.all([browser?.close(), server?.stop(), front?.stop()]));

async function read({ path = 'a/dai', ...options }, look) {
  const { context, page, problems } = await reader(browser, options);
  await open(page, front.url + path);
  await page.waitForSelector(ARTICLE);
  await look(page);
  assert.deepEqual(problems, []);
  await context.close();
}

const height = (page) => page.evaluate(() => document.documentElement.scrollHeight);
const topOf = (page, selector) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);

const isAtFoot = (page) => page.locator('.tb-foot').evaluate((foot) => Math.abs(foot.getBoundingClientRect().bottom - innerHeight) < 40);

/** Presses the key, and waits until the page has come to rest. */
async function pressEnd(page) {
  const rest = await page.evaluateHandle(() => ({ promise: new Promise((resolve) => { addEventListener('scrollend', resolve, { once: true }); }) }));
  await page.keyboard.press('End');
  await rest.evaluate(({ promise }) => promise.then(() => {}));
}

/** All of it, as on paper. */
async function wholeHeight(page) {
  await page.evaluate(() => document.getElementById('trangbao').classList.add('tb-whole'));
  const whole = await height(page);
  await page.evaluate(() => document.getElementById('trangbao').classList.remove('tb-whole'));
  return whole;
}

describe('a long article', () => {
  for (const [name, size] of Object.entries(SIZES)) {
    it(`has a scroll bar that is right before all of it is laid out: ${name}`, () => read({ size }, async (page) => {
      const guess = await height(page);
      const whole = await wholeHeight(page);
      assert.notEqual(guess, whole, 'it is a guess');
      assert.ok(Math.abs(guess / whole - 1) < 0.1, `${guess} for ${whole}`);
    }));
  }

  it('is laid out when it comes near, and nothing jumps', () => read({}, async (page) => {
    for (let at = 0; at < 12; at += 1) {
      await page.evaluate(() => scrollBy(0, innerHeight * 0.8));
      await settle(page);
    }
    const { total, list } = await shifts(page);
    assert.ok(total <= 0.002, JSON.stringify(list));
  }));

  it('is found by a search', () => read({}, async (page) => {
    assert.equal(await page.evaluate(() => window.find('Đoạn 500:')), true);
    await settle(page);
    const top = await page.evaluate(() => getSelection().getRangeAt(0).getBoundingClientRect().top);
    assert.ok(top > 0 && top < SIZES.phone.height, `found at ${top}`);
    assert.ok(await topOf(page, FAR) < SIZES.phone.height);
  }));

  it('opens at the block that an address names', () => read({ path: `a/dai${FAR}` }, async (page) => {
    await settle(page);
    const top = await topOf(page, FAR);
    assert.ok(Math.abs(top - 64) <= 1, `it stands at ${top}`);
  }));

  it('has its notes, its end and its foot where they belong', () => read({}, async (page) => {
    // What is passed on the way gets its real height while the browser still goes for the old end: one press may stop
    // a screen or two short of the new one.
    let presses = 0;
    for (; !await isAtFoot(page) && presses < 4; presses += 1) await pressEnd(page);
    assert.ok(await isAtFoot(page), `not after ${presses} presses`);
    await settle(page);
    assert.ok(await isAtFoot(page), 'and it stays there');
  }));

  it('is whole on paper', () => read({}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    const hidden = await page.locator('.tb-long > *').evaluateAll((all) => all.filter((one) => getComputedStyle(one).contentVisibility !== 'visible').length);
    assert.equal(hidden, 0);
    const printed = await height(page);
    await page.evaluate(() => document.getElementById('trangbao').classList.add('tb-whole'));
    assert.equal(await height(page), printed);
  }));

  it('is read on at the same line after a reload', () => read({}, async (page) => {
    await page.locator(FAR).scrollIntoViewIfNeeded();
    await page.evaluate((selector) => document.querySelector(selector).scrollIntoView(), FAR);
    await settle(page);
    const top = await topOf(page, FAR);
    await page.reload();
    await page.waitForSelector(ARTICLE);
    await settle(page);
    const now = await topOf(page, FAR);
    assert.ok(Math.abs(now - top) <= 2, `it was at ${top} and is at ${now}`);
  }));

  it('is read on at the same line after another article', () => read({}, async (page) => {
    await page.evaluate((selector) => document.querySelector(selector).scrollIntoView(), FAR);
    await settle(page);
    const top = await topOf(page, FAR);
    await page.evaluate(() => document.querySelector('.tb-related a').click());
    await page.waitForFunction((headline) => document.querySelector('h1')?.textContent === headline, OTHER.headline);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Một bài rất dài');
    await settle(page);
    const now = await topOf(page, FAR);
    assert.ok(Math.abs(now - top) <= 2, `it was at ${top} and is at ${now}`);
  }));

  it('costs a short one nothing', () => read({}, async (page) => {
    await openArticle(page, front.url, SHORT['@id']);
    assert.equal(await page.locator('.tb-long').count(), 0);
  }));
});
