// What a row of the fault table needs: a reader behind faults, a clock that can be turned, and the rule that holds in every row.

import assert from 'node:assert/strict';
import { launch, reader } from '../lib/browser.mjs';
import { partner, stage } from '../lib/hosts.mjs';
import { ARTICLE, FAILED, sample, SAMPLES, settle, words } from '../lib/page.mjs';
import { serve, spoil } from '../lib/server.mjs';

/** Short, with pictures. */
export const ITEM = SAMPLES[1];
export const OTHER = SAMPLES[3];
/** The path of an article's file, and the address at which the page shows it. */
export const FILE = `/articles/${ITEM.url}`;
export const SHOWN_AT = `a/${ITEM['@id']}`;
export const JSON_TYPE = { 'Content-Type': 'application/json' };

let shared;

/** One browser, one server and one partner for all rows. */
export async function open() {
  const [browser, server, host] = await Promise.all([launch(), serve(), partner()]);
  shared = { browser, server, host };
}

export async function close() {
  const { browser, server, host: site, embeds } = shared ?? {};
  await Promise.all([browser?.close(), server?.stop(), site?.stop(), (await embeds)?.stop()]);
}

/** A stage for embeds, with what it needs of its own. */
export function partners() {
  shared.embeds ??= stage();
  return shared.embeds;
}

/** The browser, the server, and the partner's site, which has another origin than the viewer. */
export function everybody() {
  return shared;
}

/**
 * Lets a reader in behind a server that `faults` spoils, and takes away again whatever was needed for it.
 * `args` and `launch` are for a browser of their own; everything else is the reader's.
 */
export async function behind({ faults = [], prepare, args, launch: how, ...options }, act) {
  const front = await spoil(shared.server.url, new Map(faults));
  const own = args || how ? await launch({ args, ...how }) : undefined;
  const { context, page, problems } = await reader(own ?? shared.browser, options);
  // A machine that has much else to do is no fault of the page.
  context.setDefaultTimeout(20_000);
  try {
    await prepare?.(page, context, front);
    return await act({ page, context, front, problems, at: (path = SHOWN_AT) => front.url + path });
  } finally {
    await context.close();
    await own?.close();
    await front.stop();
  }
}

/** How often a path was asked for, whatever stood behind it. */
export function asked({ asked: all }, path = FILE) {
  return all.filter((address) => address.split('?')[0] === path).length;
}

/** The first article is shown. */
export async function isRead(page) {
  await page.waitForSelector(ARTICLE);
  assert.equal(words(await page.textContent('h1.tb-headline')), words(sample(ITEM).headline));
}

/** Follows the link to the first article. No pointer comes near it, so nothing is asked for ahead of its turn. */
export function follow(page) {
  return page.locator(`main a[href$="/${SHOWN_AT}"]`).first().evaluate((link) => link.click());
}

/** Goes to the article from the list, within the app, and waits until its server knows. */
export async function turnTo(page, at, front) {
  await page.goto(at(''));
  await page.waitForSelector('.tb-catalogue');
  await follow(page);
  await page.waitForSelector('.tb-viewer[data-state=loading]');
  await front.reached(FILE);
}

/** The rule of every row: words, not a blank page; what has failed; a button to try again; a way on. Gives the words. */
export async function saysWhy(page, what) {
  await page.waitForSelector(`${FAILED} [role=alert]`);
  const text = (await page.innerText('[role=alert]')).trim();
  assert.match(text, what);
  assert.doesNotMatch(text, /undefined|null|Error|panicked|[{}]/);
  assert.equal(await page.locator('.tb-skeleton:visible, progress:visible').count(), 0, 'nothing pretends to be loading');
  assert.ok(await page.locator('.tb-retry-load').isVisible(), 'there is a button to try again');
  assert.ok(await page.locator('.tb-masthead a, [role=alert] a, main a').first().isVisible(), 'there is a way on');
  return text;
}

/** Says why, and brings the article in the same document once the fault is mended. */
export async function recovers(page, front, what, path = FILE) {
  const text = await saysWhy(page, what);
  await page.evaluate(() => { globalThis.sameDocument = true; });
  front.faults.delete(path);
  await page.click('.tb-retry-load');
  await isRead(page);
  assert.equal(await page.evaluate(() => globalThis.sameDocument), true);
  return text;
}

/** Turns the page's clock a second at a time until it holds, and gives the seconds. The clock has to be installed. */
export async function secondsUntil(page, holds, most) {
  for (let seconds = 0; seconds <= most; seconds += 1) {
    if (await holds()) return seconds;
    await page.clock.runFor(1_000);
    await settle(page);
  }
  return assert.fail(`not within ${most} seconds`);
}

/** For `secondsUntil`. */
export function isThere(page, selector) {
  return async () => await page.locator(selector).count() > 0;
}

/** Lets the next request of a path fail in this way, and none after it. */
export function once(front, path, fault) {
  front.faults.set(path, (request, response) => {
    front.faults.delete(path);
    return fault(request, response);
  });
}

/** What our own code has written to the console. */
export function ours(problems) {
  return problems.filter((problem) => problem.includes('trangbao:'));
}
