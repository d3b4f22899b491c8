// One load of one page, measured through Chromium's own protocol.

import { SIZES } from '../../tests/e2e/lib/browser.mjs';
import { shown, told, watch } from './probe.mjs';

/** Slow 4G, and a phone's processor. */
export const SLOW = { latency: 150, down: 1_600_000, up: 750_000, cpu: 4 };

/** How long the network has to be silent until a page counts as loaded. */
const SILENCE_MS = 500;
const PATIENCE_MS = 120_000;

/** A reader who has never been here: nothing is cached, and no service worker keeps anything. */
export function newcomer(browser) {
  return browser.newContext({
    viewport: SIZES.bigPhone,
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
    locale: 'vi-VN',
    serviceWorkers: 'block',
  });
}

/** Opens a page under the conditions, and hands it with its protocol session and traffic to `look`. */
export async function opened(context, conditions, look) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  try {
    await session.send('Network.enable');
    if (conditions) await slowDown(session, conditions);
    return await look(page, session, traffic(session));
  } finally {
    await page.close();
  }
}

/** All measures of one load of `address`, whose article begins and ends with these words. */
export function load(context, address, { first, last }, conditions) {
  return opened(context, conditions, async (page, session, bytes) => {
    // Time of the thread, so that what else this machine does is not counted.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    let tell;
    const seen = new Promise((resolve) => { tell = resolve; });
    await page.exposeFunction('tbSeen', () => tell());
    await page.addInitScript(watch, { first, last });
    await page.goto(address, { waitUntil: 'load', timeout: PATIENCE_MS });
    await Promise.race([seen, late(page, address)]);
    await bytes.silent(SILENCE_MS);
    const metrics = await metricsOf(session);
    const { paint, paragraph, last: lastBlock, shift, others } = await page.evaluate(told);
    if (paragraph === null) throw new Error(`${address}: the first paragraph was not the largest text, but ${others.join(', ')}`);
    return {
      paint,
      paragraph,
      last: lastBlock,
      thread: 1000 * metrics.TaskDuration,
      heap: await heap(session),
      bytes: bytes.total(),
      shift,
      shown: await page.evaluate(shown),
    };
  });
}

async function late(page, address) {
  await new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS).unref(); });
  const state = await page.evaluate(() => JSON.stringify(globalThis.tbBench)).catch(() => 'the page is gone');
  throw new Error(`${address}: the article did not come: ${state}`);
}

function slowDown(session, { latency, down, up, cpu }) {
  return Promise.all([
    session.send('Network.emulateNetworkConditions', {
      offline: false, latency, downloadThroughput: down / 8, uploadThroughput: up / 8,
    }),
    session.send('Emulation.setCPUThrottlingRate', { rate: cpu }),
  ]);
}

/** Counts what comes over the wire: bodies as they were sent, and headers. */
function traffic(session) {
  let total = 0;
  let since = Date.now();
  const open = new Set();
  const note = (change) => (event) => {
    since = Date.now();
    change(event);
  };
  session.on('Network.requestWillBeSent', note(({ requestId, request }) => {
    if (/^https?:/.test(request.url)) open.add(requestId);
  }));
  session.on('Network.loadingFinished', note(({ requestId, encodedDataLength }) => {
    open.delete(requestId);
    total += encodedDataLength;
  }));
  session.on('Network.loadingFailed', note(({ requestId }) => open.delete(requestId)));
  return {
    total: () => total,
    async silent(wanted) {
      while (open.size > 0 || Date.now() - since < wanted) {
        await new Promise((resolve) => { setTimeout(resolve, 50); });
      }
    },
  };
}

/** Chromium's counters of this page by name. */
export async function metricsOf(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Bytes that the page holds after a collection: JavaScript's objects, and the memory of wasm. */
export async function heap(session) {
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize } = await metricsOf(session);
  const { result: { objectId } } = await session.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: objectId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }',
    returnByValue: true,
  });
  return JSHeapUsedSize + result.value;
}
