// What the rows of the worker and of the storage share: a reader for whom the worker has begun, and what it has kept.

import assert from 'node:assert/strict';
import { ARTICLE, open } from '../lib/page.mjs';
import { behind, FILE, isRead, SHOWN_AT } from './world.mjs';

/** A reader whom a worker serves, and who has read the list and the first article. */
export function served(given, act) {
  return behind({ serviceWorkers: 'allow', ...given }, async (visit) => {
    await open(visit.page, visit.at(''));
    await workerBegins(visit.page);
    await visit.page.goto(visit.at());
    await isRead(visit.page);
    await hasKept(visit.page, FILE);
    await act(visit);
  });
}

/** The worker serves this page. */
export function workerBegins(page) {
  return page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** What of an address is kept, as text; nothing where it is not. */
export function kept(page, path) {
  return page.evaluate(async (address) => (await caches.match(address))?.text(), path);
}

/** Waits until it is kept. */
export function hasKept(page, path) {
  return page.waitForFunction(async (address) => await caches.match(address) !== undefined, path);
}

/** The names of the caches, and the addresses in each. */
export function everything(page) {
  return page.evaluate(async () => {
    const found = {};
    for (const name of await caches.keys()) {
      found[name] = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    }
    return found;
  });
}

/** The article is there when nothing answers any more, and goes on being there when the page is asked for anew. */
export async function isReadOffline({ page, context, at }, path = SHOWN_AT) {
  await context.setOffline(true);
  await page.goto(at(path));
  await page.waitForSelector(ARTICLE);
  await page.reload();
  await page.waitForSelector(ARTICLE);
  await context.setOffline(false);
}

/** The page's address for another build of the worker: the same files under another version. */
export function newer(text) {
  const version = /"version":"([0-9a-f]+)"|version:"([0-9a-f]+)"/.exec(text);
  assert.ok(version, 'the worker names its version');
  const old = version[1] ?? version[2];
  return text.replaceAll(old, old.replace(/./g, (digit) => (15 - parseInt(digit, 16)).toString(16)));
}
