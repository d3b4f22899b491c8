// What comes after the first paragraph: the next article ahead of its turn, the place where a reader was, saving for later,
// reading without a network, new versions.
//
// The starter asks for this module when the page stands, and the page reads on without it where it does not come. So nothing
// in here may keep anybody from reading: each thing that a browser may refuse is tried, and left where it is refused.

import { Notes } from './parts.js';
import { pageOf, sourcesOf } from './places.js';
import { prefetchOnIntent } from './prefetch.js';
import { keepPlace } from './reopening.js';
import { Shelf, storageState } from './shelf.js';
import { Offers } from './offers.js';
import { registered, watchForUpdates } from './updates.js';
import { dateFor, wordsFor } from './words.js';

const FILES = BUILD;

/** How long a note stays that asks nothing. */
const NOTE_SECONDS = 8;
/** How long the worker waits for a page that is busy. */
const PATIENCE_WITH_WORK_MS = 10_000;

/**
 * `early` holds the answers that are asked for before they are needed, by address; `loadGlue` imports a module by its hash.
 * A page that was written as a file asks for no JSON, and its links are the browser's.
 */
export async function start({ base, early = {}, loadGlue }) {
  if (openShared(base)) return;
  const viewer = document.querySelector('#trangbao > .tb-viewer');
  const isStatic = 'static' in viewer.parentElement.dataset;
  const load = (name) => loadGlue(new URL(FILES[name], base).href, FILES[`${name}Integrity`]);
  const shown = () => {
    const page = pageOf(location.href, base);
    return [page, page && viewer.querySelector('main > article.tb-article')];
  };
  const arrived = keepPlace();
  // Before anything that takes its time: whoever has begun to scroll is not brought back.
  watchPage(viewer, () => arrived(...shown()));
  const nearEnd = isStatic ? () => {} : prefetchOnIntent(viewer, base, early);
  // Asked for before it is sure that they are needed, as they are nearly everywhere.
  const styles = isSecureContext && addStyles(base);
  const state = await storageState();
  const words = () => wordsFor(viewer.lang);
  const shelf = state === 'ready' && navigator.serviceWorker ? new Shelf(base) : undefined;
  const here = { base, early, isStatic, load, notes: new Notes(viewer), shelf, viewer, words };
  const hasOffers = shelf || state === 'blocked';
  if (hasOffers) await styles;
  let offers = hasOffers ? new Offers(here) : undefined;
  const told = new WeakSet();
  // Without a worker of an earlier visit, nothing of this page has come through its hands.
  const isNew = shelf && !navigator.serviceWorker.controller;
  // A new worker fetches the whole shell, which takes the network and the processor from the page: so it comes last.
  const worker = shelf && rest().then(() => registered(base, load));
  watchPage(viewer, () => {
    const [page, article] = shown();
    nearEnd(article);
    offers?.show(page, article);
    if (shelf) {
      tellAge(here, page, told);
      worker.then((there) => there && keepShown(here, article && page, isNew));
    }
  });
  const registration = await worker;
  if (registration) watchForUpdates(registration, here);
  else if (shelf) offers = offers.withdraw();
}

/** Until the page has nothing else to do, or has not been idle for long: some never are. */
function rest() {
  return new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve, { timeout: PATIENCE_WITH_WORK_MS }));
}

/** An address that another app has shared with the installed one. Whether its article is allowed is for the viewer to decide. */
function openShared(base) {
  const query = new URLSearchParams(location.search);
  const told = ['url', 'text', 'title'].map((name) => query.get(name)).join(' ');
  const [address] = /https:\/\/[^\s"<>]+/.exec(told) ?? [];
  if (!address || location.pathname !== base.pathname) return false;
  location.replace(pageOf(address, base) ?? new URL(`app/?src=${encodeURIComponent(address)}`, base));
  return true;
}

/** Nothing is shown before it has its style. */
function addStyles(base) {
  return new Promise((resolve) => {
    document.head.append(Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href: new URL(FILES.afterStyle, base).href,
      integrity: FILES.afterStyleIntegrity,
      onload: resolve,
    }));
  });
}

/** Calls back for each page that the viewer shows: a new one has another title or article, and a failure another state. */
function watchPage(viewer, tell) {
  let [shown, article] = [];
  const look = () => {
    const { state } = viewer.dataset;
    const now = [state, location.href, document.title].join(' ');
    // Whoever goes back and forth at once comes to the same address and title, but to an article made anew.
    const there = viewer.querySelector('main > article');
    if (state !== 'loading' && (now !== shown || there !== article)) tell();
    [shown, article] = [now, there];
  };
  const observer = new MutationObserver(look);
  observer.observe(viewer, { attributes: true, attributeFilter: ['data-state'] });
  observer.observe(document.head, { childList: true, characterData: true, subtree: true });
  look();
}

/** Says so where what is shown is a copy, and of when. */
async function tellAge({ base, early, notes, viewer, words }, page, told) {
  const [source] = page ? sourcesOf(page, base, false) : [new URL('articles/index.json', base).href];
  const answer = await early[source]?.response.catch(() => {});
  const kept = answer?.headers.get('X-Kept');
  if (!kept || told.has(answer)) return;
  told.add(answer);
  notes.say(words().isCopy(dateFor(viewer.lang, new Date(kept))), { seconds: NOTE_SECONDS });
}

/** Has the worker keep what did not come through its hands. */
async function keepShown({ base, early, isStatic, viewer }, page, isNew) {
  const addresses = (...paths) => paths.map((path) => new URL(path, base).href);
  const once = isNew || isStatic ? addresses('site.json', 'articles/index.json') : [];
  const fresh = [];
  if (isStatic && page) fresh.push(sourcesOf(page, base, true)[0]);
  else if (isStatic) fresh.push(once.pop());
  if (isNew) {
    for (const [address, { response }] of Object.entries(early)) {
      if (await response.then(({ ok }) => ok, () => false)) once.push(address);
    }
  }
  const images = isNew || isStatic ? [...viewer.querySelectorAll('img')] : [];
  const pictures = images.filter((image) => image.complete && image.naturalWidth).map((image) => image.currentSrc)
    .filter((address) => new URL(address).origin === base.origin);
  const { active } = await navigator.serviceWorker.ready;
  if (once.length + fresh.length + pictures.length) active.postMessage({ keep: { once, fresh, pictures } });
}
