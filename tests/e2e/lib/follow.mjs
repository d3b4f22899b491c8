// Many files in one page, one after the other, as a reader comes to them by links.

import { open } from './page.mjs';

/** Lets the page find these files below `/files/`: a map from a name to the text. */
export async function lay(context, files) {
  await context.route('**/files/*', (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname.split('/').pop());
    return route.fulfill({ contentType: 'application/json', body: files.get(name) });
  });
}

/** Opens the page from which they are followed. */
export async function begin(page, url) {
  await page.addInitScript(watchTasks);
  await open(page, url);
}

/** Goes to a file: how that ended, and for how long the page was blocked at a stretch, in milliseconds. */
export function follow(page, name) {
  return page.evaluate(async (address) => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
    const viewer = document.querySelector('.tb-viewer');
    let changed = () => {};
    const watch = new MutationObserver(() => changed());
    watch.observe(viewer, { attributeFilter: ['data-state'] });
    watch.observe(viewer.querySelector('main'), { childList: true });
    tbLongest();
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
    // The page that is left stays for a moment, and however short the wait is, it is a change.
    do {
      await new Promise((resolve, reject) => {
        changed = resolve;
        setTimeout(() => reject(new Error(`still ${viewer.dataset.state}`)), 60_000);
      });
    } while (viewer.dataset.state === 'loading');
    watch.disconnect();
    await frame();
    return { state: viewer.dataset.state, blocked: tbLongest() };
  }, `?src=${encodeURIComponent(`/files/${encodeURIComponent(name)}`)}`);
}

/** Runs in the page before all else: keeps how long it was blocked at a stretch. */
function watchTasks() {
  let longest = 0;
  const keep = (entries) => { longest = Math.max(longest, ...entries.map(({ duration }) => duration)); };
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: 'longtask' });
  Object.defineProperty(window, 'tbLongest', {
    value: () => {
      keep(observer.takeRecords());
      const told = longest;
      longest = 0;
      return told;
    },
  });
}
