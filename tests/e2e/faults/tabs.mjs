// F17, F18, F19, F28: what is kept is shared with another tab, with an older or a newer release, and outlives a crash.

import assert from 'node:assert/strict';
import { inCharge } from '../lib/offline.mjs';
import { longest, open, settle, words } from '../lib/page.mjs';
import { openList, savedCaches, titles } from '../lib/saved.mjs';
import { served } from './copies.mjs';
import { behind, isRead, ITEM, OTHER } from './world.mjs';
import { save } from './worker.mjs';

const tabs = {
  'each shows what another one saves and deletes': () => served({}, async ({ page, context, at }) => {
    const list = await context.newPage();
    await openList(list, at(''));
    await save(page);
    await list.waitForSelector('.tb-saved-list .tb-saved-item .tb-icon-button');
    await list.click('.tb-saved-item .tb-icon-button');
    await page.waitForSelector('.tb-bookmark:not(.tb-is-saved)');
    await list.click('.tb-passing-act');
    await page.waitForSelector('.tb-bookmark.tb-is-saved');
  }),

  'three that save at once lose nothing': () => served({}, async ({ page, context, at }) => {
    const all = [page, await context.newPage(), await context.newPage()];
    for (const [index, tab] of all.entries()) {
      await open(tab, at(`a/${(index === 2 ? OTHER : ITEM)['@id']}`));
      await inCharge(tab);
      await tab.click('.tb-bookmark');
      await tab.waitForSelector('.tb-panel .tb-button');
    }
    await Promise.all(all.map((tab) => tab.evaluate(() => document.querySelector('.tb-panel .tb-button').click())));
    for (const tab of all) await tab.waitForSelector('.tb-bookmark.tb-is-saved');
    assert.equal((await savedCaches(page)).length, 2);
    await openList(page, at(''));
    assert.deepEqual((await titles(page)).map(words).sort(), [ITEM, OTHER].map(({ headline }) => words(headline)).sort());
  }),

  'the layout that one of them chooses is the next page’s, too': () => served({}, async ({ page, context, at }) => {
    await page.locator('.tb-switch:visible').click();
    await page.waitForSelector('.tb-viewer[data-layout=desktop]');
    const other = await context.newPage();
    await open(other, at());
    assert.equal(await other.getAttribute('.tb-viewer', 'data-layout'), 'desktop');
  }),
};

/** The record of what is saved, as another release would have written it. */
function rewrite(page, change) {
  return page.evaluate(async (changed) => {
    for (const name of (await caches.keys()).filter((each) => each.includes(' saved '))) {
      const cache = await caches.open(name);
      const record = await (await cache.match('/saved/record')).json();
      await cache.put('/saved/record', Response.json({ ...record, ...changed }));
    }
  }, change);
}

const versions = {
  upgrade: {
    'nothing is held open that the new one would have to wait for': () => served({}, async ({ page, context, at }) => {
      await save(page);
      assert.deepEqual(await page.evaluate(() => indexedDB.databases()), [], 'there is no database to lock');
      // A new page reads and writes while the old one stands there.
      const other = await context.newPage();
      await open(other, at(`a/${OTHER['@id']}`));
      await save(other);
      await openList(other, at(''));
      assert.equal((await titles(other)).length, 2);
      await page.click('.tb-panel-close');
      assert.ok(await page.locator('.tb-bookmark.tb-is-saved').isVisible());
    }),
  },
  rollback: {
    'what a later release has saved is listed, read and deleted': () => served({}, async ({ page, context, at }) => {
      await save(page);
      await rewrite(page, { v: 99, folder: { name: 'Sau này' }, pictures: 3 });
      await page.evaluate(() => caches.open('trangbao / albums').then((cache) => cache.put('/x', new Response('later'))));
      await context.setOffline(true);
      await openList(page, at(''));
      assert.deepEqual((await titles(page)).map(words), [words(ITEM.headline)]);
      await page.click('.tb-saved-link');
      await isRead(page);
      await context.setOffline(false);
      await openList(page, at(''));
      await page.click('.tb-saved-item .tb-icon-button');
      await page.waitForFunction(() => document.querySelectorAll('.tb-saved-list .tb-saved-item .tb-icon-button').length === 0);
      assert.equal(await page.evaluate(() => caches.has('trangbao / albums')), true, 'what it does not know it leaves alone');
    }),
  },
};

/** What stands at the upper edge of the window. */
const topmost = (page) => page.evaluate(() => {
  const block = [...document.querySelectorAll('.tb-body > *')].find((each) => each.getBoundingClientRect().bottom > 0);
  return { words: block.textContent.slice(0, 60), top: Math.round(block.getBoundingClientRect().top) };
});

/** Scrolls to the middle of a long article, and lets the browser kill the page. Gives what was at its top. */
async function diesInTheMiddle(page, context, address) {
  await open(page, address);
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /after-/.test(name)));
  await settle(page);
  await page.evaluate(() => document.querySelectorAll('.tb-body > *')[80].scrollIntoView());
  await page.evaluate(() => scrollBy(0, 37));
  // Until the place is kept at which the page has come to rest.
  await page.waitForFunction(() => {
    const [place] = Object.values(JSON.parse(localStorage.getItem('tb-reading')) ?? {});
    const block = document.querySelectorAll('.tb-body > *')[80];
    return place?.block === 80 && place.into === -Math.round(block.getBoundingClientRect().top);
  });
  const left = await topmost(page);
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {});
  await crashed;
  return left;
}

const died = {
  'the article opens where it was left, and is still saved': () => served({}, async ({ page, context, at }) => {
    const address = at(`a/${longest()['@id']}`);
    await open(page, address);
    await save(page);
    const left = await diesInTheMiddle(page, context, address);
    const again = await context.newPage();
    await open(again, address);
    await again.waitForFunction(() => scrollY > 0);
    await settle(again);
    const now = await topmost(again);
    assert.equal(now.words, left.words);
    assert.ok(Math.abs(now.top - left.top) <= 2, `${left.top} and then ${now.top}`);
    await again.waitForSelector('.tb-bookmark.tb-is-saved');
  }),

  'one that was left in peace opens at its top': () => behind({}, async ({ page, context, at }) => {
    const address = at(`a/${longest()['@id']}`);
    await open(page, address);
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /after-/.test(name)));
    await page.evaluate(() => scrollTo(0, 5_000));
    await page.waitForFunction(() => localStorage.getItem('tb-reading')?.includes('block'));
    await page.goto('about:blank');
    const again = await context.newPage();
    await open(again, address);
    await again.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /after-/.test(name)));
    await settle(again);
    assert.deepEqual(await again.evaluate(() => [scrollY, localStorage.getItem('tb-reading')]), [0, '{}']);
  }),
};

export default [
  {
    id: 'F17',
    fault: 'two tabs',
    expected: 'they agree, and nothing is lost',
    checks: tabs,
  },
  {
    id: 'F18',
    fault: 'a new release, an old tab',
    expected: 'neither waits for the other',
    checks: versions.upgrade,
  },
  {
    id: 'F19',
    fault: 'a release is taken back',
    expected: 'what the later one saved is read',
    checks: versions.rollback,
  },
  {
    id: 'F28',
    fault: 'the tab dies',
    expected: 'reopened, it is where it was, and what was saved is saved',
    checks: died,
  },
];
