// F31, F32: the browser puts the page aside, or lets it sleep, and takes it up again.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findWholeChromium } from '../lib/browser.mjs';
import { hostPage } from '../lib/hosts.mjs';
import { FAILED, open, settle } from '../lib/page.mjs';
import { dist } from '../lib/server.mjs';
import { asked, behind, everybody, FILE, isRead, saysWhy, turnTo } from './world.mjs';

const kept = {
  'the page comes back as it was left, and goes on': () => behind({
    launch: { executablePath: findWholeChromium(), ignoreDefaultArgs: ['--disable-back-forward-cache'] },
  }, async ({ page, context, problems, at }) => {
    await open(page, at());
    await page.evaluate(() => {
      globalThis.sameDocument = true;
      addEventListener('pageshow', ({ persisted }) => { globalThis.persisted = persisted; });
    });
    await page.locator('.tb-switch:visible').click();
    await page.waitForSelector('.tb-viewer[data-layout=desktop]');
    await page.evaluate(() => scrollTo(0, 400));
    await settle(page);
    const top = await page.evaluate(() => scrollY);
    await page.goto(everybody().host.put(hostPage('<p>Nơi khác')));
    // Nothing is loaded then, so there is no load to wait for.
    await page.evaluate(() => history.back()).catch(() => {});
    await page.waitForFunction(() => globalThis.persisted !== undefined);
    assert.deepEqual(await page.evaluate(() => [globalThis.sameDocument, globalThis.persisted]), [true, true]);
    assert.equal(await page.evaluate(() => scrollY), top);
    assert.equal(await page.getAttribute('.tb-viewer', 'data-layout'), 'desktop');

    // What was cut off meanwhile is not remembered: the next page is asked for as ever.
    await context.setOffline(true);
    await page.click('.tb-masthead a');
    await saysWhy(page, /ngoại tuyến/);
    await context.setOffline(false);
    await page.click('.tb-retry-load');
    await page.waitForSelector('.tb-catalogue');
    assert.deepEqual(problems.filter((problem) => !/ERR_INTERNET_DISCONNECTED/.test(problem)), []);
  }),

  'nothing listens for the unloading, which would forbid it': () => behind({}, async ({ page, context, at }) => {
    await open(page, at());
    const session = await context.newCDPSession(page);
    const { result } = await session.send('Runtime.evaluate', { expression: 'window' });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
    assert.ok(listeners.some(({ type }) => type === 'pagehide'), 'listeners are seen');
    assert.deepEqual(listeners.filter(({ type }) => /^(before)?unload$/.test(type)), []);
  }),
};

const frozen = {
  'an answer that came meanwhile is shown': () => {
    let release;
    const later = (_, response) => { release = () => response.writeHead(200).end(readFileSync(join(dist, FILE))); };
    return behind({ faults: [[FILE, later]] }, async ({ page, context, front, problems, at }) => {
      await turnTo(page, at, front);
      const session = await context.newCDPSession(page);
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      release();
      await session.send('Page.setWebLifecycleState', { state: 'active' });
      await isRead(page);
      await page.locator('.tb-switch:visible').click();
      await page.waitForSelector('.tb-viewer[data-layout=desktop]');
      assert.deepEqual(problems, []);
    });
  },

  // A clock that leaps lets each timer go off once, as a tab does that wakes up.
  'an hour of sleep is no silence of the server': () => {
    let release;
    const later = (_, response) => { release = () => response.writeHead(200).end(readFileSync(join(dist, FILE))); };
    return behind({ faults: [[FILE, later]], prepare: (page) => page.clock.install() }, async ({ page, front, at }) => {
      await turnTo(page, at, front);
      await page.clock.fastForward(3_600_000);
      await settle(page);
      assert.equal(await page.locator(FAILED).count(), 0);
      release();
      await isRead(page);
      assert.equal(asked(front), 1);
    });
  },
};

export default [
  {
    id: 'F31',
    fault: 'back/forward cache',
    expected: 'state and scroll kept; the line is looked at anew; no unload handler',
    checks: kept,
  },
  {
    id: 'F32',
    fault: 'a frozen tab',
    expected: 'what was under way goes on; sleep counts for nothing',
    checks: frozen,
  },
];
