// The next article, ahead of its turn: asked for when a finger is on its link, a pointer rests on it, the keyboard has come to
// it, or the reader nears the end of the text before it. Not where the reader saves data.

import { pageOf, sourcesOf } from './places.js';

/** A pointer that only passes does not rest. */
const REST_MS = 80;
/** What was not needed by then is asked for again, since it may have changed. */
const KEEP_MS = 60_000;
/** That far from the end of the text, the reader is at it soon. */
const NEAR = '600px';

/** Gives what is to be called for each article that is shown. */
export function prefetchOnIntent(viewer, base, early) {
  if (navigator.connection?.saveData || matchMedia('(prefers-reduced-data: reduce)').matches) return () => {};
  // A finger, the focus and the end of the text come to the same link, and a tap waits meanwhile.
  const known = new WeakMap();
  const look = (link) => {
    const page = !link.target && pageOf(link.href, base);
    return { page, address: page && sourcesOf(page, base, false)[0] };
  };
  const asked = (link) => {
    if (!link) return;
    if (!known.has(link)) known.set(link, look(link));
    const { page, address } = known.get(link);
    // Whoever rested on it may have gone there meanwhile, and the viewer has asked itself.
    if (page && page !== pageOf(location.href, base)) ask(address, early);
  };
  const onLink = ({ target }) => asked(target.closest?.('a[href]'));
  let rest;
  viewer.addEventListener('pointerdown', onLink);
  viewer.addEventListener('focusin', onLink);
  viewer.addEventListener('pointerover', (event) => {
    clearTimeout(rest);
    if (event.pointerType === 'mouse') rest = setTimeout(onLink, REST_MS, event);
  });
  const end = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) asked(next(viewer));
  }, { rootMargin: NEAR });
  return (article) => {
    end.disconnect();
    const last = article?.querySelector('.tb-end');
    if (last) end.observe(last);
  };
}

/** What is read next is the first of the articles that stand below the text, or else beside it. */
function next(viewer) {
  return viewer.querySelector('.tb-cards a[href]') ?? viewer.querySelector('.tb-related a[href]');
}

/** Puts the answer where the viewer looks first. It takes each once, and then nothing can end it any more. */
function ask(address, early) {
  if (!address || early[address]?.controller) return;
  const controller = new AbortController();
  const response = fetch(address, {
    credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache', signal: controller.signal,
  });
  const entry = { response, controller };
  early[address] = entry;
  const drop = () => {
    if (early[address] !== entry || !entry.controller) return;
    delete early[address];
    controller.abort();
  };
  // A failure is the viewer's to find out, when it asks itself.
  response.then(({ ok }) => ok || drop(), drop);
  setTimeout(drop, KEEP_MS);
}
