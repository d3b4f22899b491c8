// What watches a page from inside, from before its first byte. The same for every contender.

/**
 * Runs in the page. `first` and `last` are the words with which the first and the last block begin.
 *
 * The first paragraph is the largest text of the first screen, so the browser itself says when it was painted, and
 * watching costs the page nothing until then.
 */
export function watch({ first, last }) {
  const seen = { paint: null, paragraph: null, gone: null, last: null, shift: 0, others: [] };
  const begins = (element, words) => element?.textContent.trim().startsWith(words);

  let watching;
  const atLast = () => {
    const body = document.querySelector('.tb-body');
    if (!begins(body?.lastElementChild, last)) {
      requestAnimationFrame(atLast);
      return;
    }
    // A message comes after the frame that is being made has been laid out.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      seen.last = performance.now();
      port1.close();
      globalThis.tbSeen();
    };
    port2.postMessage(0);
  };

  const each = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take))
    .observe({ type, buffered: true });
  each('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.paint = startTime;
  });
  each('largest-contentful-paint', ({ element, startTime }) => {
    if (seen.paragraph !== null) return;
    if (!element) {
      seen.gone = startTime;
    } else if (element.tagName === 'P' && begins(element, first)) {
      seen.paragraph = startTime;
    } else {
      seen.others.push(`${element.tagName}.${element.className} at ${Math.round(startTime)} ms`);
    }
    if (!watching) atLast();
    watching = true;
  });
  each('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value;
  });
  globalThis.tbBench = seen;
}

/**
 * Runs in the page, at the end: what was seen. Where the words stood first in an element that is gone by now, the browser
 * names none; but nothing as large was painted after it, so it was this paragraph.
 */
export function told() {
  const { paragraph, gone, ...others } = globalThis.tbBench;
  return { ...others, paragraph: paragraph ?? gone };
}

/** Runs in the page: what was shown, for comparing the contenders. Spaces are all alike. */
export function shown() {
  const words = (selector) => (document.querySelector(selector)?.textContent ?? '').normalize('NFC').replace(/\s+/g, '');
  const { top, bottom } = document.querySelector('.tb-body > p').getBoundingClientRect();
  return {
    words: [words('.tb-headline'), words('.tb-lede'), words('.tb-body')].join('\n'),
    blocks: document.querySelector('.tb-body').children.length,
    first: { top: Math.round(top + scrollY), height: Math.round(bottom - top) },
  };
}
