// F2, F3, F4, F6 where a worker serves the page: what is wrong is never kept, and does not take the place of what is.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { copyOf, isKept, openAndKeep } from '../lib/offline.mjs';
import { FAILED, open, sample } from '../lib/page.mjs';
import { dist, fault } from '../lib/server.mjs';
import { behind, FILE, isRead, ITEM, OTHER, saysWhy, SHOWN_AT } from './world.mjs';

const bytes = readFileSync(join(dist, FILE));
const half = bytes.subarray(0, bytes.length >> 1);
const zipped = gzipSync(bytes);

/** A reader whom a worker serves and who has read these pages. */
export function served(given, act, path = SHOWN_AT) {
  return behind({ serviceWorkers: 'allow', ...given }, async (visit) => {
    const kept = path === SHOWN_AT ? [FILE, 'site.json'] : ['site.json'];
    await openAndKeep(visit.page, visit.at(path), ...kept);
    await act(visit);
  });
}

/** The good copy is shown, with the time from which it is, and stays what it was. */
function leavesTheCopy(broken) {
  return () => served({}, async ({ page, front }) => {
    front.faults.set(FILE, broken);
    await page.reload();
    await isRead(page);
    assert.match(await page.innerText('.tb-passing'), /bản tải lúc \d\d:\d\d, \d+\/\d+\/\d{4}/);
    assert.deepEqual(JSON.parse(await copyOf(page, FILE)), sample(ITEM));
  });
}

/** Nothing is kept of it; what comes later is. */
function isNotKept(broken) {
  return () => served({}, async ({ page, front, at }) => {
    front.faults.set(FILE, broken);
    await page.goto(at());
    await page.waitForSelector(`${FAILED} [role=alert]`);
    await open(page, at(`a/${OTHER['@id']}`));
    await isKept(page, at(`articles/${OTHER.url}`));
    assert.equal(await copyOf(page, FILE), undefined);
  }, '');
}

/** The old worker stays, and goes on serving. */
function leavesTheWorker(broken) {
  return () => served({}, async ({ page, front, context }) => {
    front.faults.set('/sw.js', broken);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));
    assert.ok(await page.evaluate(async () => {
      const { active, installing, waiting } = await navigator.serviceWorker.getRegistration();
      return active && !installing && !waiting;
    }));
    await context.setOffline(true);
    await page.reload();
    await isRead(page);
  });
}

const stumps = {
  'the connection ends too early': fault.stump(half),
  'half a gzip': fault.stump(zipped.subarray(0, zipped.length >> 1), { 'Content-Encoding': 'gzip' }),
};

export const lost = {
  'the copy that there is is shown': leavesTheCopy(fault.cut(`${half}`)),
  'nothing of it is kept': isNotKept(fault.torn(half)),
};

export const short = Object.fromEntries(Object.entries(stumps).flatMap(([name, broken]) => [
  [`${name}: it is not kept`, isNotKept(broken)],
  [`${name}: a copy is shown with its date`, leavesTheCopy(broken)],
]));

export const statuses = Object.fromEntries([404, 410, 500, 503, 429].map((status) => [`${status} is not kept`, isNotKept(fault.status(status, `${bytes}`))]));
Object.assign(statuses, {
  'a server in trouble leaves the copy': leavesTheCopy(fault.status(503, '', { 'Retry-After': '30' })),
  'what was taken down goes': () => served({}, async ({ page, front }) => {
    front.faults.set(FILE, fault.status(410));
    await page.reload();
    await saysWhy(page, /đã được gỡ/);
    assert.equal(await copyOf(page, FILE), undefined);
  }),
});

export const types = {
  'a worker as text/html leaves the old one': leavesTheWorker(fault.body(readFileSync(join(dist, 'sw.js'), 'utf8') + '//', 'text/html')),
};

export { leavesTheWorker };
