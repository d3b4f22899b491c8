// F11, F12, F14: what is kept is damaged, too much, cleared.

import assert from 'node:assert/strict';
import { copyOf, inCharge, keptPaths } from '../lib/offline.mjs';
import { eventually, open, words } from '../lib/page.mjs';
import { openList, savedCaches, titles } from '../lib/saved.mjs';
import { fault } from '../lib/server.mjs';
import { served } from './copies.mjs';
import { asked, FILE, isRead, ITEM, OTHER, SHOWN_AT } from './world.mjs';
import { save } from './worker.mjs';

/** Puts something else in the place of what is kept of an address, in each cache that has it; there is one before long. */
function damage(page, path, text = '\0junk') {
  return eventually(page, async ([address, junk]) => {
    let count = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      if (await cache.match(address)) {
        await cache.put(address, new Response(junk, { headers: { 'Content-Type': 'application/json' } }));
        count += 1;
      }
    }
    return count;
  }, [path, text]);
}

/** The files of which the page is made. */
function shell(page) {
  return page.evaluate(async () => {
    const name = (await caches.keys()).find((each) => each.includes(' shell '));
    return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
  });
}

const corrupt = {
  'an article is fetched anew, once, and kept': () => served({}, async ({ page, front }) => {
    assert.ok(await damage(page, FILE) > 0);
    front.asked.length = 0;
    await page.reload();
    await isRead(page);
    assert.equal(asked(front), 1);
    await eventually(page, async (path) => (await (await caches.match(path))?.text())?.startsWith('{'), FILE);
  }),

  'without a network the damaged copy goes, and that is said': () => served({}, async ({ page, context }) => {
    assert.ok(await damage(page, FILE) > 0);
    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector('.tb-saved');
    assert.match(await page.innerText('main'), /ngoại tuyến/);
    assert.equal(await copyOf(page, FILE), undefined);
  }),

  'a saved article whose record is damaged is still listed and read': () => served({}, async ({ page, at }) => {
    await save(page);
    assert.equal(await damage(page, '/saved/record'), 1);
    await openList(page, at(''));
    assert.deepEqual((await titles(page)).map(words), [words(ITEM.headline)]);
    await page.click('.tb-saved-link');
    await isRead(page);
  }),

  'the page’s own files are fetched anew, once': () => served({}, async ({ page, context, front, at }) => {
    const own = (await shell(page)).filter((path) => /\/(boot-|trangbao-|style-)/.test(path));
    assert.ok(own.length >= 4, own.join(' '));
    for (const path of own) assert.ok(await damage(page, path) > 0);
    front.asked.length = 0;
    await page.reload();
    await isRead(page);
    for (const path of own) {
      assert.ok(asked(front, path) <= 1, path);
      assert.notEqual(await copyOf(page, path), '\0junk', path);
    }
    // What is whole again serves without a network.
    await context.setOffline(true);
    await page.goto(at());
    await isRead(page);
  }),

  'and so is the page that stands in for those that cannot be had': () => served({}, async ({ page, front }) => {
    assert.equal(await damage(page, '/app/'), 1);
    front.faults.set(`/${SHOWN_AT}`, fault.status(503));
    await page.reload();
    await isRead(page);
    assert.equal(asked(front, '/app/'), 2, 'once when the worker began');
    await page.reload();
    await isRead(page);
    assert.equal(asked(front, '/app/'), 2);
  }),
};

const full = {
  'saving fails with a word, nothing is half-saved, reading goes on': () => served({}, async ({ page, context, front, at }) => {
    await inCharge(page);
    await page.click('.tb-bookmark');
    await page.waitForSelector('.tb-panel .tb-button');
    const session = await context.newCDPSession(page);
    const { origin } = new URL(front.url);
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: Math.ceil(usage) + 2_000 });
    await page.click('.tb-panel .tb-button');
    await page.waitForSelector('.tb-panel [role=alert]');
    assert.match(await page.innerText('.tb-panel [role=alert]'), /Không còn đủ chỗ[^]*xóa bớt/);
    assert.deepEqual(await savedCaches(page), []);
    assert.ok(await page.locator('.tb-panel .tb-to-saved').isVisible(), 'a way to what can be deleted');
    await open(page, at(`a/${OTHER['@id']}`));
  }),
};

const cleared = {
  'list and articles agree, and saving works again': () => served({}, async ({ page, context, front, at }) => {
    await save(page);
    const list = await context.newPage();
    await openList(list, at(''));
    assert.deepEqual((await titles(list)).map(words), [words(ITEM.headline)]);
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: new URL(front.url).origin, storageTypes: 'all' });
    assert.deepEqual(await keptPaths(page), {});
    // The page that was open meanwhile reads on and can save.
    for (const tab of [list, page]) await tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForSelector('.tb-bookmark:not(.tb-is-saved)');
    await list.waitForFunction(() => document.querySelectorAll('.tb-saved-link').length === 0);
    await page.reload();
    await isRead(page);
    await inCharge(page);
    await save(page);
    await openList(list, at(''));
    assert.deepEqual((await titles(list)).map(words), [words(ITEM.headline)]);
  }),
};

export default [
  {
    id: 'F11',
    fault: 'what is kept is damaged',
    expected: 'it goes, and is fetched once more',
    checks: corrupt,
  },
  {
    id: 'F12',
    fault: 'no room',
    expected: 'saving says so, nothing is half-saved, a way to delete; reading goes on',
    checks: full,
  },
  {
    id: 'F14',
    fault: 'cleared while it is open',
    expected: 'list and articles agree; it can be saved again',
    checks: cleared,
  },
];
