// F2, F3, F7: the line breaks, ends too early, falls silent.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ARTICLE, FAILED, open } from '../lib/page.mjs';
import { dist, fault } from '../lib/server.mjs';
import * as copies from './copies.mjs';
import {
  asked, behind, FILE, follow, isRead, isThere, once, recovers, secondsUntil, turnTo,
} from './world.mjs';

const bytes = readFileSync(join(dist, FILE));
const half = bytes.subarray(0, bytes.length >> 1);
const zipped = gzipSync(bytes);
const stopped = (page) => page.clock.install();
const failed = (page) => isThere(page, `${FAILED} [role=alert]`);

const BREAKS = { 'with a length': fault.cut(`${half}`), 'in chunks': fault.torn(half) };

const lost = {};
for (const [how, broken] of Object.entries(BREAKS)) {
  lost[`asks once more, and shows the article: ${how}`] = () => behind({ prepare: stopped }, async ({ page, front, at }) => {
    once(front, FILE, broken);
    await page.goto(at());
    const seconds = await secondsUntil(page, isThere(page, ARTICLE), 5);
    assert.ok(seconds >= 1, 'not at once');
    await isRead(page);
    assert.equal(asked(front), 2);
  });

  lost[`asks no third time, and says why: ${how}`] = () => behind({ faults: [[FILE, broken]], prepare: stopped }, async ({ page, front, at }) => {
    await page.goto(at());
    await secondsUntil(page, failed(page), 5);
    assert.equal(asked(front), 2);
    await recovers(page, front, /Không kết nối được/);
  });
}

lost['shows the copy of a moment ago'] = () => behind({ prepare: stopped }, async ({ page, front, at }) => {
  await open(page, at(''));
  await follow(page);
  await isRead(page);
  await page.click('.tb-masthead a');
  await page.waitForSelector('.tb-catalogue');
  front.faults.set(FILE, BREAKS['in chunks']);
  await follow(page);
  await secondsUntil(page, isThere(page, ARTICLE), 5);
  await isRead(page);
  assert.equal(asked(front), 3);
});

/** Lets a space through every so many seconds of the page's clock, until the page gives up; tells after how many. */
async function drips(page, context, response, every) {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  for (let seconds = 0; seconds < 90; seconds += every) {
    if (await failed(page)()) return seconds;
    const arrived = new Promise((resolve) => { session.once('Network.dataReceived', resolve); });
    response.write(' ');
    await arrived;
    await page.clock.runFor(every * 1_000);
  }
  return assert.fail('ninety seconds later it still waits');
}

/** Lets the time pass after which the page says that it is late, and gives it in milliseconds. */
function isLate(page) {
  return page.evaluate(() => {
    const [animation] = document.querySelector('.tb-late').getAnimations();
    animation.finish();
    return animation.effect.getTiming().delay;
  });
}

const silence = {
  'gives up after ten seconds in which nothing came': () => behind({ faults: [[FILE, fault.silence()]], prepare: stopped }, async ({ page, front, at }) => {
    await turnTo(page, at, front);
    const seconds = await secondsUntil(page, failed(page), 20);
    assert.ok(seconds >= 8 && seconds <= 11, `${seconds} seconds`);
    await recovers(page, front, /Tải quá lâu/);
  }),

  'gives up after ten seconds in mid-file': () => behind({
    faults: [[FILE, (_, response) => response.writeHead(200, { 'Content-Length': 99 }).write('{"headline": "')]], prepare: stopped,
  }, async ({ page, front, at }) => {
    await turnTo(page, at, front);
    const seconds = await secondsUntil(page, failed(page), 20);
    assert.ok(seconds >= 8 && seconds <= 11, `${seconds} seconds`);
    assert.equal(asked(front), 1, 'a silence is no break: it is not asked again by itself');
    await recovers(page, front, /Tải quá lâu/);
  }),

  'waits on while something comes, but no longer than a minute': () => {
    let slow;
    const begin = (_, response) => {
      slow = response;
      response.writeHead(200, { 'Content-Type': 'application/json' }).write(' ');
    };
    return behind({ faults: [[FILE, begin]], prepare: stopped }, async ({ page, context, front, at }) => {
      await turnTo(page, at, front);
      const seconds = await drips(page, context, slow, 4);
      assert.ok(seconds >= 52 && seconds <= 64, `${seconds} seconds`);
      await recovers(page, front, /Tải quá lâu/);
    });
  },

  'can be stopped before that': () => {
    let ended;
    const over = new Promise((resolve) => { ended = resolve; });
    const hang = (request) => request.on('close', ended);
    return behind({ faults: [[FILE, hang]], prepare: stopped }, async ({ page, front, at }) => {
      await turnTo(page, at, front);
      assert.equal(await page.locator('.tb-late').isVisible(), false, 'at first there are the bars alone');
      assert.ok(await isLate(page) < 10_000);
      await page.locator('.tb-late button').click();
      await over;
      await recovers(page, front, /đã dừng/);
    });
  },

  'the first page has a way on, too': () => behind({ faults: [[FILE, fault.silence()]] }, async ({ page, at }) => {
    await page.goto(at());
    assert.equal(await page.locator('.tb-late').isVisible(), false);
    assert.ok(await isLate(page) < 10_000);
    assert.ok(await page.locator('.tb-late a[href=""]').first().isVisible(), 'to load it again');
    await page.locator('.tb-late a[href="/"]').first().click();
    await page.waitForSelector('.tb-catalogue');
  }),

  'the words do not wait for the site’s settings': () => behind({ faults: [['/site.json', fault.silence()]], prepare: stopped }, async ({ page, at }) => {
    await page.goto(at());
    await page.locator('h1.tb-headline').waitFor();
    assert.equal(await page.locator('.tb-skeleton').count(), 0);
    await secondsUntil(page, isThere(page, ARTICLE), 12);
    await isRead(page);
  }),
};

export default [
  {
    id: 'F2',
    fault: 'lost in mid-body',
    expected: 'refused; asked for once more after a second; the copy that there is stays',
    checks: { ...lost, ...copies.lost },
  },
  {
    id: 'F3',
    fault: 'cut short in silence',
    expected: 'no JSON, so it is not kept; a kept copy is shown instead',
    checks: Object.fromEntries(Object.entries({
      'the connection ends too early': fault.stump(half),
      'half a gzip': fault.stump(zipped.subarray(0, zipped.length >> 1), { 'Content-Encoding': 'gzip' }),
    }).map(([name, broken]) => [name, () => behind({ faults: [[FILE, broken]] }, async ({ page, front, at }) => {
      await page.goto(at());
      await recovers(page, front, /hỏng hoặc tải về chưa đủ/);
    })]).concat(Object.entries(copies.short))),
  },
  {
    id: 'F7',
    fault: 'slow loris, no answer',
    expected: 'given up after ten seconds of silence, or a minute in all; a button to stop it',
    checks: silence,
  },
];

