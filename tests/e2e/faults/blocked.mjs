// F13: the browser keeps its storage from the page.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { launchOptions } from '../lib/browser.mjs';
import { frameTag, hostPage } from '../lib/hosts.mjs';
import { ARTICLE, open, READY } from '../lib/page.mjs';
import { behind, everybody, isRead, ITEM, ours, SHOWN_AT } from './world.mjs';

/** Reading, turning to another article and choosing the layout go on; one quiet note, and nothing that would save. */
async function readsInMemory(page, at) {
  await open(page, at(''));
  await page.locator(`main a[href$="/${SHOWN_AT}"]`).first().click();
  await isRead(page);
  await page.waitForSelector('.tb-foot .tb-blocked', { state: 'attached' });
  assert.equal(await page.locator('.tb-blocked').count(), 1);
  assert.match(await page.locator('.tb-blocked').textContent(), /chặn bộ nhớ|is blocking this page/);
  assert.equal(await page.locator('.tb-bookmark, .tb-to-saved').count(), 0);
  await page.locator('.tb-switch:visible').click();
  await page.waitForSelector('.tb-viewer[data-layout=desktop]');
  await page.goBack();
  await page.waitForSelector(`${READY} .tb-catalogue`);
}

/** As browsers do it: to read the property is what throws. */
function throwing() {
  const holders = [
    [globalThis, ['localStorage', 'sessionStorage', 'indexedDB', 'caches']],
    [Navigator.prototype, ['serviceWorker', 'storage', 'locks']],
  ];
  for (const [holder, names] of holders) {
    for (const name of names) {
      Object.defineProperty(holder, name, { get: () => { throw new DOMException('blocked', 'SecurityError'); } });
    }
  }
}

/** A browser whose owner has told it to let no site store anything. A headless shell has no settings. */
async function withoutCookies(act) {
  const folder = mkdtempSync(join(tmpdir(), 'trangbao-profile-'));
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }));
  const context = await chromium.launchPersistentContext(folder, { ...launchOptions(), locale: 'vi-VN', viewport: { width: 360, height: 800 } });
  try {
    const [page] = context.pages();
    const problems = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    await page.goto(`${everybody().server.url}site.json`);
    if ((await kinds(page))[0] !== 'SecurityError') return 'this browser takes no settings';
    await act(page);
    return assert.deepEqual(problems, []);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const kinds = (frame) => frame.evaluate(() => ['localStorage', 'sessionStorage', 'caches'].map((name) => {
  try {
    return typeof globalThis[name];
  } catch ({ name: error }) {
    return error;
  }
}));

/** The frame that a partner pastes, opened in a page of another site. */
function framed(sandbox) {
  return () => behind({}, async ({ page, front, problems }) => {
    const query = new URLSearchParams({ src: `${front.url}articles/${ITEM.url}`, host: everybody().host.origin });
    await page.goto(everybody().host.put(hostPage(frameTag(`${front.url}embed.html?${query}`, sandbox))));
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await frame.waitForSelector('trang-bao .tb-viewer.tb-embed[data-state="ready"]');
    await frame.locator('[data-view-to=desktop]:visible').click();
    await frame.waitForSelector('.tb-viewer[data-view=desktop]');
    assert.equal(await frame.locator('.tb-bookmark').count(), 0);
    assert.deepEqual(ours(problems), []);
    const found = await kinds(frame);
    if (sandbox === null && found[0] === 'object') return 'this browser lets frames of other sites store';
    return assert.deepEqual(found.slice(0, 2), ['SecurityError', 'SecurityError']);
  });
}

export default [{
  id: 'F13',
  fault: 'storage is blocked',
  expected: 'it is read all the same; one quiet note, nothing offers to save',
  checks: {
    'whatever is asked for throws': () => behind({ serviceWorkers: 'allow', prepare: (page) => page.addInitScript(throwing) }, async ({ page, problems, at }) => {
      await readsInMemory(page, at);
      assert.deepEqual(problems, []);
    }),

    'the browser’s settings forbid it': () => withoutCookies(async (page) => {
      const { url } = everybody().server;
      await readsInMemory(page, (path) => url + path);
    }),

    'in a frame without an origin': framed('allow-scripts'),
    'in a frame of another site': framed(null),

    'the page itself in a sandbox': () => behind({ serviceWorkers: 'allow' }, async ({ page, front, at }) => {
      front.faults.set('/frame', (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' })
        .end(hostPage(frameTag(`/${SHOWN_AT}`, 'allow-scripts'))));
      await page.goto(at('frame'));
      const frame = await (await page.waitForSelector('iframe')).contentFrame();
      await frame.waitForSelector(ARTICLE);
      assert.deepEqual((await kinds(frame)).slice(0, 2), ['SecurityError', 'SecurityError']);
      assert.equal(await frame.locator('.tb-bookmark').count(), 0);
    }),
  },
}];
