// F1, F20, F21, F22, F33: no network at the start; the worker is new, gone, stopped, or fails.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCharge, keptPaths } from '../lib/offline.mjs';
import { ARTICLE, eventually, open, READY, words } from '../lib/page.mjs';
import { dist, fault } from '../lib/server.mjs';
import { leavesTheWorker, served } from './copies.mjs';
import { asked, behind, FILE, isRead, ITEM, OTHER, SHOWN_AT } from './world.mjs';

const WORKER = readFileSync(join(dist, 'sw.js'), 'utf8');
const KILLER = readFileSync(join(dist, 'sw-kill.js'), 'utf8');
const script = (text) => fault.body(text, 'text/javascript');

/** Saves the article that is shown. */
export async function save(page) {
  await inCharge(page);
  await page.click('.tb-bookmark');
  await page.click('.tb-panel .tb-button');
  await page.waitForSelector('.tb-bookmark.tb-is-saved');
}

const offline = {
  'the list of articles and one that was read open': () => served({}, async ({ page, context, at }) => {
    await context.setOffline(true);
    await page.goto(at(''));
    await page.waitForSelector(`${READY} .tb-catalogue`);
    await page.reload();
    await page.locator(`main a[href$="/${SHOWN_AT}"]`).first().click();
    await isRead(page);
  }),

  'the host is gone, too': () => served({}, async ({ page, front, at }) => {
    await front.stop();
    await page.goto(at());
    await isRead(page);
  }),

  'a saved article opens from the list of the saved': () => served({}, async ({ page, context, at }) => {
    await save(page);
    await page.evaluate(() => caches.delete('trangbao / articles'));
    await context.setOffline(true);
    await page.goto(at('saved'));
    await page.locator('.tb-saved-link').click();
    await isRead(page);
  }),

  'what was not read says so, and what there is is listed': () => served({}, async ({ page, context, at }) => {
    await context.setOffline(true);
    await page.goto(at(`a/${OTHER['@id']}`));
    await page.waitForSelector('.tb-saved');
    assert.match(await page.innerText('main'), /ngoại tuyến/);
    assert.deepEqual((await page.locator('.tb-saved-link').allTextContents()).map(words), [words(ITEM.headline)]);
    await context.setOffline(false);
    await page.click('.tb-saved .tb-button');
    await page.waitForSelector(ARTICLE);
  }),
};

/** Another build: one file has another name, and is no longer under the old one. */
function release(front) {
  const boot = /boot-[0-9a-f]{16}\.js/.exec(WORKER)[0];
  const newer = 'boot-00000000000000aa.js';
  const version = /"version":"([0-9a-f]{16})"/.exec(WORKER)[1];
  front.faults.set(`/${newer}`, script(readFileSync(join(dist, boot))));
  front.faults.set(`/${boot}`, fault.status(404));
  front.faults.set('/sw.js', script(WORKER.replaceAll(boot, newer).replace(version, '00000000000000bb')));
  const page = readFileSync(join(dist, 'index.html'), 'utf8').replaceAll(boot, newer);
  for (const path of ['/', `/${SHOWN_AT}`]) front.faults.set(path, fault.body(page, 'text/html'));
}

const update = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));

const deploy = {
  'the page goes on, with files that its host has let go of, and says that there is a new version': () => served({}, async ({ page, front }) => {
    await page.evaluate(() => {
      globalThis.sameDocument = true;
      scrollTo(0, 400);
    });
    const lazy = /saving-[0-9a-f]{16}\.js/.exec(WORKER)[0];
    release(front);
    front.faults.set(`/${lazy}`, fault.status(404));
    await update(page);
    await page.locator('.tb-passing', { hasText: 'phiên bản mới' }).waitFor();
    assert.deepEqual(await page.evaluate(() => [globalThis.sameDocument, scrollY]), [true, 400], 'nothing happens by itself');
    await page.click('.tb-bookmark');
    await page.waitForSelector('.tb-panel .tb-button');
    assert.equal(asked(front, `/${lazy}`), 1, 'it was asked for when the worker began');
    await page.keyboard.press('Escape');
    await page.locator('.tb-passing-act', { hasText: 'Dùng bản mới' }).click();
    await page.waitForFunction(() => !globalThis.sameDocument);
    await isRead(page);
  }),
};

const gone = {
  'it is not found': leavesTheWorker(fault.status(404)),
  'it is a page': leavesTheWorker(fault.body('<!doctype html><p>Xin chào', 'text/html')),
  'it does not parse': leavesTheWorker(script('const')),
  'a reader who comes for the first time reads': () => behind({ serviceWorkers: 'allow', faults: [['/sw.js', fault.status(404)]] }, async ({ page, at }) => {
    await page.goto(at());
    await isRead(page);
  }),
  'one that is to end them all does, within seconds, and leaves what was saved': () => served({}, async ({ page, front, at }) => {
    await save(page);
    front.faults.set('/sw.js', script(KILLER));
    await update(page);
    await eventually(page, async () => !(await navigator.serviceWorker.getRegistration())
      && (await caches.keys()).every((name) => name.includes(' saved ')), undefined, { timeout: 5_000 });
    const saved = Object.entries(await keptPaths(page)).find(([name]) => name.startsWith('saved '));
    assert.ok(saved[1].includes(FILE));
    await page.goto(at());
    await isRead(page);
  }),
};

/** Goes before the worker's own words. */
const REFUSALS = {
  'its caches cannot be read': "for (const name of ['open', 'match', 'keys']) CacheStorage.prototype[name] = () => Promise.reject(new DOMException('', 'UnknownError'));",
  'what is in them cannot be read': "for (const name of ['match', 'matchAll', 'keys']) Cache.prototype[name] = () => Promise.reject(new DOMException('', 'UnknownError'));",
};

/** Waits until the worker that lies there now has taken the place of the old one. */
const replaceWorker = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const changed = new Promise((resolve) => { navigator.serviceWorker.addEventListener('controllerchange', resolve); });
  const take = ({ target }) => target.state === 'installed' && target.postMessage({ take: true });
  registration.addEventListener('updatefound', () => registration.installing.addEventListener('statechange', take));
  await registration.update();
  await changed;
});

const failing = Object.fromEntries(Object.entries(REFUSALS).map(([name, words]) => [`${name}: the network is asked`, () => served({}, async ({ page, front, at }) => {
  front.faults.set('/sw.js', script(`addEventListener('fetch', () => { if (!globalThis.refused) { globalThis.refused = true; ${words} } });\n${WORKER}`));
  await replaceWorker(page);
  const before = asked(front);
  await page.goto(at(''));
  await page.waitForSelector(`${READY} .tb-catalogue`);
  await page.goto(at());
  await isRead(page);
  assert.equal(asked(front), before + 1);
})]));
failing['pages that its host redirects are kept as answers of their own'] = () => behind({
  serviceWorkers: 'allow', faults: [['/saved/', fault.redirect('/saved/index.html')], ['/app/', fault.redirect('/app/index.html')]],
}, async ({ page, context, at }) => {
  await open(page, at());
  await inCharge(page);
  await page.reload();
  await isRead(page);
  await context.setOffline(true);
  for (const path of [SHOWN_AT, 'saved']) {
    const answer = await page.goto(at(path));
    assert.equal(answer.status(), 200);
    await page.waitForSelector(READY);
  }
});

const stopped = {
  'the next request starts it, and it knows all': () => served({}, async ({ page, context }) => {
    await save(page);
    const session = await context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    for (const setOffline of [false, true]) {
      // Playwright would wait for a worker that is stopped.
      await context.setOffline(setOffline);
      await session.send('ServiceWorker.stopAllWorkers');
      await page.reload();
      await isRead(page);
      await page.waitForSelector('.tb-bookmark.tb-is-saved');
    }
    assert.equal(Object.values(await keptPaths(page)).filter((paths) => paths.includes(FILE)).length, 2);
  }),
};

export default [
  {
    id: 'F1',
    fault: 'offline at the start',
    expected: 'the list, what was read and what was saved open; else a list of what there is',
    checks: offline,
  },
  {
    id: 'F20',
    fault: 'a release in mid-read',
    expected: 'the page goes on with its own files, a note, no reload by itself',
    checks: deploy,
  },
  {
    id: 'F21',
    fault: 'the worker’s file is gone',
    expected: 'the old one stays; one that ends them all is at hand',
    checks: gone,
  },
  {
    id: 'F22',
    fault: 'the worker fails',
    expected: 'the network is asked; no redirect is kept for a page',
    checks: failing,
  },
  {
    id: 'F33',
    fault: 'the worker is stopped',
    expected: 'nothing is lost with it',
    checks: stopped,
  },
];
