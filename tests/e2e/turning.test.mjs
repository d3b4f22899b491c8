// Turning from article to article, again and again: what was shown goes, and leaves nothing behind.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, reader } from './lib/browser.mjs';
import { open, READY, settle } from './lib/page.mjs';
import { fault, serve, spoil } from './lib/server.mjs';

const TURNS = 200;
/** Between two measurements the browser itself keeps a little: timings of requests, compiled code. */
const HEAP_SLACK = 400_000;

/** Four articles, each of which leads to the next. */
const RING = [0, 1, 2, 3].map((at) => ({
  '@id': `vong-${at}`,
  headline: `Bài thứ ${at}`,
  abstract: 'Một bài trong vòng.',
  author: 'Máy Viết',
  relatedLink: [{ name: 'Bài tiếp theo', url: `../a/vong-${(at + 1) % 4}` }],
  body: Array.from({ length: 60 }, (_, index) => (index % 20 === 7
    ? { type: 'image', image: { url: '../pictures/dam-bay-480.webp', width: 480, height: 320, caption: `Ảnh ${index}` } }
    : { type: 'paragraph', text: [`Đoạn ${index}, `, { text: 'có chữ đậm', marks: ['strong'] }, ', của bài thứ ', `${at}.`] })),
}));

let browser;
let front;
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
  front = await spoil(server.url, new Map(RING.map((article) => [`/articles/${article['@id']}.json`, fault.body(JSON.stringify(article))])));
});
after(() => Promise.all([browser?.close(), server?.stop(), front?.stop()]));

/** Turns so many times, and gives how long each turn took until its headline was there. */
function turn(page, times) {
  return page.evaluate(async (count) => {
    const took = [];
    for (let at = 0; at < count; at += 1) {
      const headline = document.querySelector('h1').textContent;
      const started = performance.now();
      await new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          const now = document.querySelector('h1.tb-headline')?.textContent;
          if (!now || now === headline) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.body, { childList: true, characterData: true, subtree: true });
        document.querySelector('.tb-article .tb-related a').click();
      });
      took.push(performance.now() - started);
    }
    return took;
  }, times);
}

/** What the page holds after a collection, once it is whole and has settled. */
async function held(page, session) {
  await page.waitForSelector(READY);
  await settle(page);
  for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { nodes, documents, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
  return { nodes, documents, listeners, heap };
}

/** Opens the first, and waits for what comes last: the worker, which is none here. */
async function begin(page) {
  await open(page, `${front.url}a/vong-0`);
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /policy-/.test(name)));
  await page.waitForFunction(() => !document.querySelector('.tb-offers'));
}

describe('turning', () => {
  it(`leaves nothing behind after ${TURNS} articles`, { timeout: 120_000 }, async (t) => {
    const { context, page, problems } = await reader(browser);
    const session = await context.newCDPSession(page);
    await begin(page);
    await turn(page, 20);
    const before = await held(page, session);
    const took = await turn(page, TURNS);
    const now = await held(page, session);
    t.diagnostic(`median turn: ${took.sort((a, b) => a - b)[TURNS / 2].toFixed(1)} ms; before ${JSON.stringify(before)}, after ${JSON.stringify(now)}`);
    assert.equal(await page.textContent('h1'), 'Bài thứ 0');
    const { heap: heapBefore, ...things } = before;
    const { heap, ...thingsNow } = now;
    assert.deepEqual(thingsNow, things);
    assert.ok(heap - heapBefore < HEAP_SLACK, `${heap - heapBefore} bytes more`);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('and going back and forward leaves nothing, either', { timeout: 120_000 }, async () => {
    const { context, page } = await reader(browser);
    const session = await context.newCDPSession(page);
    await begin(page);
    await turn(page, 3);
    const toAndFro = (times) => page.evaluate(async (count) => {
      for (let at = 0; at < count; at += 1) {
        for (const [step, wanted] of [[-3, '0'], [3, '3']]) {
          history.go(step);
          while (!document.querySelector('h1.tb-headline')?.textContent.endsWith(wanted)) {
            await new Promise((resolve) => { requestAnimationFrame(resolve); });
          }
        }
      }
    }, times);
    // A phone's processor leaves time to go on before the page's title has followed.
    await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await toAndFro(5);
    const { heap: heapBefore, ...before } = await held(page, session);
    await toAndFro(50);
    const { heap, ...now } = await held(page, session);
    assert.deepEqual(now, before);
    assert.ok(heap - heapBefore < HEAP_SLACK, `${heap - heapBefore} bytes more`);
    await context.close();
  });
});
