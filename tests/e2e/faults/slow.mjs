// F8: the line is slow, and so is the device.

import assert from 'node:assert/strict';
import { reader } from '../lib/browser.mjs';
import { open, settle } from '../lib/page.mjs';
import { fault } from '../lib/server.mjs';
import { behind, everybody, FILE, ITEM } from './world.mjs';

/** A slow line and device, by what they do in a time: whatever else this machine does is no fault of the page. */
const SLOW = { roundTrip: 150, bytesInMs: 200, processor: 1 / 4 };

const slow = {
  'the bars stand there before any program has come, and within a second': () => behind({
    faults: [['/site.json', fault.silence()], [FILE, fault.silence()]],
  }, async ({ page, context, at }) => {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
    const waited = [];
    page.on('requestfinished', (request) => waited.push(request.resourceType()));
    await context.route(/\.(js|wasm)$/, () => {});
    await page.goto(at(), { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    assert.ok(await page.locator('.tb-skeleton .tb-bar-headline:visible').count() > 0);
    // One trip for the connection, one for the page, one for its styles.
    assert.deepEqual(waited.slice(0, 2), ['document', 'stylesheet']);
    const time = 3 * SLOW.roundTrip + bytes / SLOW.bytesInMs;
    assert.ok(bytes > 5_000 && time < 1_000, `${bytes} bytes take ${time} ms`);
  }),

  'a tap is heard within 200 ms, even while an article comes': async () => {
    const { browser, server } = everybody();
    const { context, page } = await reader(browser);
    await browser.startTracing(page, { categories: ['__metadata', 'disabled-by-default-devtools.timeline'] });
    await open(page, `${server.url}a/${ITEM['@id']}`);
    await page.mouse.wheel(0, 4_000);
    await settle(page);
    const { traceEvents } = JSON.parse(await browser.stopTracing());
    await context.close();
    // What a task costs its thread, which is the same however busy this machine is.
    const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
    const isMain = ({ pid, tid }) => threads.some((thread) => thread.pid === pid && thread.tid === tid);
    const tasks = traceEvents.filter((event) => event.name === 'RunTask' && event.tdur && isMain(event)).map(({ tdur }) => tdur / 1_000);
    const delay = Math.max(...tasks) / SLOW.processor;
    assert.ok(tasks.length > 20 && delay < 200, `${delay} ms`);
  },
};

export default [
  {
    id: 'F8',
    fault: 'slow line, slow device',
    expected: 'bars within a second; taps heard within 200 ms',
    checks: slow,
  },
];
