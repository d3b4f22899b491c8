// New versions: announced, taken when the reader says so or at the next visit, never under a reader. And the drill of the
// worker that ends all others.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch } from './lib/browser.mjs';
import { inCharge, isKept, keptPaths, openAndKeep, others, visitBehind } from './lib/offline.mjs';
import { ARTICLE, eventually, open, SAMPLES, words } from './lib/page.mjs';
import { dist, fault, serve } from './lib/server.mjs';

const ITEM = SAMPLES[0];
const ANNOUNCED = '.tb-passing:has-text("phiên bản mới")';
const WORKER = readFileSync(join(dist, 'sw.js'), 'utf8');
const KILLER = readFileSync(join(dist, 'sw-kill.js'), 'utf8');
const BOOT = /boot-[0-9a-f]{16}\.js/.exec(WORKER)[0];
const VERSION = /"version":"([0-9a-f]{16})"/.exec(WORKER)[1];
const NEW_BOOT = 'boot-00000000000000aa.js';
const NEW_VERSION = '00000000000000bb';
const NEW_WORKER = WORKER.replaceAll(BOOT, NEW_BOOT).replace(VERSION, NEW_VERSION);
/** Goes before a worker's own words: the browser does not hear it the first time, as happens when it starts the old one anew just while that one ends. */
const UNHEARD = `{
  const ask = skipWaiting;
  let times = 0;
  globalThis.skipWaiting = async () => { if (times++ > 0) await ask(); };
}
`;

let browser;
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser?.close(), server?.stop()]));

const visit = (act, options) => visitBehind(browser, server, act, options);

const script = (text) => fault.body(text, 'text/javascript');

/** The next release: the same starter under another name, which the new pages load. */
function release(front, worker = NEW_WORKER) {
  const boot = readFileSync(join(dist, BOOT));
  const page = readFileSync(join(dist, 'index.html'), 'utf8').replaceAll(BOOT, NEW_BOOT);
  front.faults.set('/sw.js', script(worker));
  front.faults.set(`/${NEW_BOOT}`, script(boot));
  for (const path of ['/', `/a/${ITEM['@id']}`]) front.faults.set(path, fault.body(page, 'text/html'));
}

const update = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update().catch(() => {});
});
const shells = (page) => page.evaluate(async () => (await caches.keys()).filter((name) => name.includes(' shell ')).map((name) => name.split(' ').at(-1)));
const mark = (page) => page.evaluate(() => { globalThis.sameDocument = true; });
const isMarked = (page) => page.evaluate(() => globalThis.sameDocument === true);

async function begin(page, url) {
  await openAndKeep(page, `${url}a/${ITEM['@id']}`, `articles/${ITEM.url}`);
  await mark(page);
}

describe('a new version', () => {
  it('is announced, and taken on a tap by that tab alone; another one goes on with what it has', () => visit(async ({ context, front, page, problems, url }) => {
    await begin(page, url);
    const other = await context.newPage();
    await begin(other, url);
    release(front);
    await update(page);
    await page.waitForSelector(ANNOUNCED);
    assert.ok(await isMarked(page), 'nothing happens by itself');
    await page.click('.tb-passing-act:has-text("Dùng bản mới")');
    await page.waitForFunction(() => !globalThis.sameDocument);
    await page.waitForSelector(ARTICLE);
    assert.equal(await page.locator(`script[src$="${NEW_BOOT}"]`).count(), 1);

    // Nothing was done to the other tab, and what it has yet to load is still there, though the host has let go of it.
    assert.ok(await isMarked(other));
    const saving = /saving-[0-9a-f]{16}\.js/.exec(WORKER)[0];
    front.faults.set(`/${saving}`, fault.status(404));
    await other.click('.tb-bookmark');
    await other.waitForSelector('.tb-panel .tb-button');
    assert.deepEqual((await shells(page)).sort(), [VERSION, NEW_VERSION].sort());
    assert.deepEqual(others(problems), []);
  }));

  it('asks again where the browser does not hear that it was taken', () => visit(async ({ front, page, url }) => {
    await begin(page, url);
    release(front, `${UNHEARD}${NEW_WORKER}`);
    await update(page);
    await page.waitForSelector(ANNOUNCED);
    await page.click('.tb-passing-act:has-text("Dùng bản mới")');
    await page.waitForFunction(() => !globalThis.sameDocument);
    await page.waitForSelector(ARTICLE);
  }));

  it('that is put off comes at the next visit, and then the old one goes', () => visit(async ({ context, front, page, url }) => {
    await begin(page, url);
    release(front);
    await update(page);
    await page.waitForSelector(ANNOUNCED);
    await page.click('.tb-passing-act:has-text("Để sau")');
    assert.equal(await page.locator('.tb-passing').count(), 0);
    assert.ok(await isMarked(page));
    const keeper = await context.newPage();
    await page.close();
    await keeper.goto(`${url}a/${ITEM['@id']}`);
    await keeper.waitForSelector(ARTICLE);
    await eventually(keeper, async (version) => {
      const names = (await caches.keys()).filter((name) => name.includes(' shell '));
      return names.length === 1 && names[0].endsWith(version);
    }, NEW_VERSION);
    assert.equal(await keeper.locator(ANNOUNCED).count(), 0);
  }));

  it('of the very files that the page has is taken without a word', () => visit(async ({ front, page, url }) => {
    await begin(page, url);
    release(front, WORKER.replace(VERSION, NEW_VERSION));
    front.faults.delete('/');
    front.faults.delete(`/a/${ITEM['@id']}`);
    const changed = page.evaluate(() => new Promise((resolve) => { navigator.serviceWorker.addEventListener('controllerchange', () => resolve(true)); }));
    await update(page);
    assert.ok(await changed);
    assert.ok(await isMarked(page));
    assert.equal(await page.locator(ANNOUNCED).count(), 0);
  }));

  const DAMAGED = {
    'a file that is not the one of the build': (front) => front.faults.set(`/${NEW_BOOT}`, script(`${readFileSync(join(dist, BOOT))}//`)),
    'a file that is not there': (front) => front.faults.set(`/${NEW_BOOT}`, fault.status(404)),
    'a worker that is gone': (front) => front.faults.set('/sw.js', fault.status(404)),
    'a page in the place of the worker': (front) => front.faults.set('/sw.js', fault.body('<!doctype html><p>Xin chào', 'text/html')),
    'a worker that does not parse': (front) => front.faults.set('/sw.js', script('const')),
  };
  for (const [name, damage] of Object.entries(DAMAGED)) {
    it(`with ${name} leaves the old one in force, whole`, () => visit(async ({ context, front, page, url }) => {
      await begin(page, url);
      release(front);
      damage(front);
      await update(page);
      await eventually(page, async () => {
        const { installing, waiting } = await navigator.serviceWorker.getRegistration();
        return !installing && !waiting;
      });
      assert.deepEqual(await shells(page), [VERSION]);
      await context.setOffline(true);
      await page.reload();
      await page.waitForSelector(ARTICLE);
    }));
  }
});

describe('a shell', () => {
  it('of which a file is wrong is not kept at all, and the page is read all the same', () => visit(async ({ front, page, problems, url }) => {
    front.faults.set('/saved/', fault.body('<p>another page', 'text/html'));
    await open(page, `${url}a/${ITEM['@id']}`);
    await eventually(page, async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration === undefined || !(registration.installing || registration.waiting || registration.active);
    });
    assert.deepEqual(await keptPaths(page), {});
    assert.deepEqual(await shells(page), []);
    assert.equal(words(await page.textContent('h1')), words(ITEM.headline));
    assert.deepEqual(others(problems).filter((problem) => !/integrity/.test(problem)), []);
  }));

  it('that the browser has cleared costs a reload nothing', () => visit(async ({ context, page, url }) => {
    await begin(page, url);
    await page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); });
    await page.reload();
    await page.waitForSelector(ARTICLE);
    await inCharge(page);
    void context;
  }));
});

describe('the drill', () => {
  it('ends every worker within seconds, at the same address; saved articles stay, and reading goes on', () => visit(async ({ context, front, page, problems, url }) => {
    await begin(page, url);
    await page.click('.tb-bookmark');
    await page.click('.tb-panel .tb-button');
    await page.waitForSelector('.tb-bookmark.tb-is-saved');
    front.faults.set('/sw.js', script(KILLER));
    const started = Date.now();
    await update(page);
    await eventually(page, async () => {
      const names = await caches.keys();
      return !(await navigator.serviceWorker.getRegistration()) && names.every((name) => name.includes(' saved '));
    });
    assert.ok(Date.now() - started < 5_000, `${Date.now() - started} ms`);
    assert.ok(await isMarked(page), 'no page was loaded anew under its reader');
    const saved = (await keptPaths(page))[`saved ${url}a/${ITEM['@id']}`];
    assert.ok(saved.includes(`/articles/${ITEM.url}`));
    await page.keyboard.press('Escape');
    await page.click('.tb-name');
    await page.waitForSelector('.tb-catalogue');
    await page.reload();
    await page.waitForSelector('.tb-catalogue');

    // The next good release brings everything back. Browsers look for it by themselves; here it is not waited for.
    front.faults.clear();
    await page.reload();
    await page.waitForSelector('.tb-catalogue');
    await eventually(page, async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update().catch(() => {});
      return (await caches.keys()).some((name) => name.includes(' shell '));
    });
    await openAndKeep(page, url);
    await context.setOffline(true);
    await page.goto(`${url}a/${ITEM['@id']}`);
    await page.waitForSelector(ARTICLE);
    assert.deepEqual(others(problems), []);
  }));

  it('goes on where the browser does not hear the worker that ends all others', () => visit(async ({ front, page, url }) => {
    await begin(page, url);
    front.faults.set('/sw.js', script(`${UNHEARD}${KILLER}`));
    await update(page);
    await eventually(page, async () => !(await navigator.serviceWorker.getRegistration()));
  }));
});

it('the copies of an earlier visit are those of the network’s latest answer', () => visit(async ({ front, page, url }) => {
  await begin(page, url);
  const path = `/articles/${ITEM.url}`;
  front.faults.set(path, fault.body(JSON.stringify({ '@type': 'NewsArticle', headline: 'Đã sửa', body: [{ type: 'paragraph', text: 'Mới.' }] })));
  await page.reload();
  await page.waitForSelector('h1:has-text("Đã sửa")');
  await eventually(page, async (path) => (await (await caches.match(path)).text()).includes('Đã sửa'), path);
  await isKept(page, `${url}site.json`);
}));
