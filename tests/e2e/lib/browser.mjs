// One Chromium a test file, a fresh context a reader, and a record of everything that a page must not do.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

export const SIZES = {
  phone: { width: 360, height: 800 },
  bigPhone: { width: 412, height: 915 },
  tablet: { width: 768, height: 1024 },
  desk: { width: 1280, height: 900 },
};

/** Chromium that can resolve no name and reach no host but this machine. */
export function launch(options) {
  return chromium.launch(launchOptions(options));
}

/** The same for whoever launches it in another way. */
export function launchOptions({ args = [], ...options } = {}) {
  return {
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      ...args,
    ],
    ...options,
  };
}

/** The one for pages that nobody looks at. */
export function findChromium() {
  return process.env.TRANGBAO_CHROMIUM ?? onPath('chromium-headless-shell', ...WHOLE);
}

/** The one that people use: it also puts pages aside, to bring them back as they were left. */
export function findWholeChromium() {
  return process.env.TRANGBAO_WHOLE_CHROMIUM ?? onPath(...WHOLE);
}

const WHOLE = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function onPath(...names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here.
      }
    }
  }
  throw new Error('no Chromium on PATH; set TRANGBAO_CHROMIUM to its path');
}

/**
 * A reader with a browser window: `{ context, page, problems }`.
 *
 * `problems` fills with console messages, page errors, policy violations and requests to other hosts. A test of the
 * normal path ends with `assert.deepEqual(problems, [])`. Pages get no service worker, unless `serviceWorkers: 'allow'`.
 */
export async function reader(browser, { size = SIZES.phone, touch = size.width < 1000, ...options } = {}) {
  const context = await browser.newContext({
    viewport: size,
    isMobile: touch,
    hasTouch: touch,
    deviceScaleFactor: touch ? 2 : 1,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...options,
  });
  context.setDefaultTimeout(30_000);
  const problems = [];
  await context.exposeBinding('tbViolation', (_, text) => { problems.push(`policy: ${text}`); });
  await context.addInitScript(watchPage);
  context.on('request', (request) => {
    const url = request.url();
    // Not every address that a browser asks for is one to Node.
    if (/^https?:/.test(url) && !/^https?:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url)) problems.push(`request: ${url}`);
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    // Said by Playwright, where a test keeps workers out, and by Chromium of what a page that is left no longer waits for.
    const isAside = /^Service Worker registration blocked by Playwright|^Fetch API cannot load \S+\. $/.test(message.text());
    if (!isAside) problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => { problems.push(`error: ${error.message}`); });
  return { context, page, problems };
}

/** Runs in the page before anything else of it does. */
function watchPage() {
  addEventListener('securitypolicyviolation', (event) => {
    globalThis.tbViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
  // Chromium takes the size that a phone's window gets as it opens for input, and all that moves within half a second for
  // wanted. So only what readers do counts here, and the very frame of a new size.
  let touched = -Infinity;
  let resized = -Infinity;
  for (const type of ['pointerdown', 'pointerup', 'keydown']) addEventListener(type, ({ timeStamp }) => { touched = timeStamp; }, true);
  addEventListener('resize', ({ timeStamp }) => { resized = timeStamp; });
  const isWanted = ({ hadRecentInput, startTime }) => hadRecentInput && (startTime - touched < 500 || Math.abs(startTime - resized) < 50);
  const shifts = [];
  const keep = (entries) => {
    for (const entry of entries) {
      if (!isWanted(entry)) shifts.push({ value: entry.value, moved: entry.sources.map(tell) });
    }
  };
  const tell = ({ node, previousRect: from, currentRect: to }) => {
    const element = node?.nodeType === 1 ? node : node?.parentElement;
    const rect = ({ x, y, width, height }) => `${x},${y} ${width}x${height}`;
    return `${element?.tagName}.${element?.className}: ${rect(from)} -> ${rect(to)}`;
  };
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  Object.defineProperty(globalThis, 'tbShifts', {
    get() {
      keep(observer.takeRecords());
      return shifts;
    },
  });
}
