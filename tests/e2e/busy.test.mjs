// A page that is never idle, since something takes each of its frames: what waits for its rest comes all the same.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { launch, reader } from './lib/browser.mjs';
import { inCharge, offlineReader } from './lib/offline.mjs';
import { openArticle, SAMPLES } from './lib/page.mjs';
import { serve } from './lib/server.mjs';
import { site } from './lib/site.mjs';

const ID = SAMPLES[0]['@id'];

let browser;
let samples;
let server;
before(async () => {
  [browser, samples, server] = await Promise.all([launch(), site(), serve()]);
});
after(() => Promise.all([browser?.close(), samples?.stop(), server?.stop()]));

/** As Chromium does it where no frame leaves any time, but a hundred times as fast. */
function neverIdle() {
  globalThis.requestIdleCallback = (call, { timeout } = {}) => { if (timeout) setTimeout(call, timeout / 100); };
}

it('a static page gets its tools, what comes after them and its manifest', async () => {
  const { context, page, problems } = await reader(browser);
  await page.addInitScript(neverIdle);
  await page.goto(`${samples.url}a/${ID}/`);
  await page.waitForSelector('#trangbao[data-static=attached]');
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /\/after-[^/]*\.js$/.test(name)));
  await page.waitForSelector('link[rel=manifest]', { state: 'attached' });
  assert.deepEqual(problems, []);
  await context.close();
});

it('the app gets saving, its worker and its manifest', async () => {
  const { context, page, problems } = await offlineReader(browser);
  await page.addInitScript(neverIdle);
  await openArticle(page, server.url, ID);
  await page.waitForSelector('.tb-offers button');
  await inCharge(page);
  await page.waitForSelector('link[rel=manifest]', { state: 'attached' });
  assert.deepEqual(problems, []);
  await context.close();
});
