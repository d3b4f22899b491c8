// Readers with a service worker: wait for it, look into the caches, take the network away.

import assert from 'node:assert/strict';
import { reader } from './browser.mjs';
import { eventually, open } from './page.mjs';
import { spoil } from './server.mjs';

/** A reader whose browser may have a service worker. Under load it may take a while. */
export async function offlineReader(browser, options = {}) {
  const visit = await reader(browser, { serviceWorkers: 'allow', ...options });
  visit.context.setDefaultTimeout(20_000);
  return visit;
}

/** A visit behind a server whose faults the test sets. */
export async function visitBehind(browser, server, act, options) {
  const front = await spoil(server.url);
  const { context, page, problems } = await offlineReader(browser, options);
  try {
    await act({ context, front, page, problems, url: front.url });
  } finally {
    await context.close();
    await front.stop();
  }
}

/** Waits until the worker is in charge of this page. */
export async function inCharge(page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller);
}

/** Opens an address, and waits until what it shows is kept. */
export async function openAndKeep(page, address, ...kept) {
  await open(page, address);
  await inCharge(page);
  for (const path of ['articles/index.json', ...kept]) await isKept(page, new URL(path, new URL('/', address)).href);
}

/** Opens a page, and gives the address of a file that it has loaded. */
export async function fileOf(page, address, pattern) {
  await open(page, address);
  const find = (source) => performance.getEntriesByType('resource').map(({ name }) => name).find((name) => new RegExp(source).test(name));
  return (await page.waitForFunction(find, pattern.source)).jsonValue();
}

/** Waits until an address has a copy. */
export async function isKept(page, address) {
  await eventually(page, async (url) => Boolean(await caches.match(url)), address);
}

/** Everything that is kept: paths by the caches' names, without what the page is built of. */
export function keptPaths(page) {
  return page.evaluate(async () => {
    const found = {};
    for (const name of await caches.keys()) {
      if (/ shell /.test(name)) continue;
      const requests = await (await caches.open(name)).keys();
      found[name.replace(/^trangbao \S+ /, '')] = requests.map(({ url }) => decodeURIComponent(url.slice(location.origin.length)));
    }
    return found;
  });
}

/** The text of a copy; nothing where there is none. */
export function copyOf(page, path) {
  return page.evaluate(async (url) => (await caches.match(url))?.text(), path);
}

/** Every picture within is there, to be seen. */
export async function picturesShow(page, selector = 'article.tb-article img') {
  const broken = await page.locator(selector).evaluateAll(async (images) => {
    for (const image of images) {
      image.loading = 'eager';
      await image.decode().catch(() => {});
    }
    return images.filter((image) => image.naturalWidth === 0).map((image) => image.currentSrc || image.src);
  });
  assert.deepEqual(broken, []);
}

/** What must not be in the console even without a network: everything but its failing. */
export function others(problems) {
  return problems.filter((problem) => !/Failed to load resource|ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(problem));
}
