// What a hostile article may not do to a page, and what a page may hold.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Elements, each with what it may have beside `class lang dir part id`. Whatever else is there came from an article. */
const ALLOWED = {
  a: 'href rel title aria-label hreflang target', article: '', aside: 'aria-label aria-labelledby role', audio: 'controls preload src aria-label',
  bdi: '', blockquote: 'cite', br: '', button: 'type data-src data-title', caption: '', cite: '', code: '',
  div: 'tabindex role aria-label aria-labelledby', em: '', figcaption: '', figure: 'role aria-label', footer: '', h1: 'tabindex', h2: 'tabindex', h3: '',
  h4: '', h5: '', h6: '', header: '', hr: '', img: 'alt src srcset sizes width height loading fetchpriority decoding referrerpolicy crossorigin data-state',
  li: '', mark: '', ol: 'start', p: '', pre: 'tabindex translate role aria-label', s: '', section: 'aria-labelledby', small: '',
  source: 'src type', span: '', strong: '', sub: '', sup: '', table: '', tbody: '', td: 'colspan rowspan', th: 'colspan rowspan scope',
  thead: '', time: 'datetime', tr: '', track: 'kind srclang label src', u: '', ul: 'aria-label',
  video: 'controls playsinline preload poster width height aria-label',
};

/** A file of payloads beside the corpus. */
export function payloads(name) {
  return JSON.parse(readFileSync(join(process.env.TRANGBAO_CORPUS, '../hostile', name), 'utf8'));
}

/** Whatever asks the reader something is told to the list instead, and each page can look at what it holds. */
export async function listen(context) {
  const dialogs = [];
  await context.exposeBinding('tbFired', (_, what) => { dialogs.push(what); });
  await context.addInitScript(() => {
    const tell = window.tbFired;
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
      window[name] = (...given) => { tell(`${name}(${given.join()})`); };
    }
  });
  await context.addInitScript(install, ALLOWED);
  return dialogs;
}

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

const NEAR = /^https?:\/\/(127\.0\.0\.1|localhost)[:/]/;

/**
 * Pictures come as a dot and recordings as nothing, wherever an article has them from; whatever else is asked of other
 * hosts is kept in the list that this returns. Not every address that a browser asks for is one to others, so none is parsed.
 */
export async function world(context) {
  const asked = [];
  await context.route(/^https?:/, (route) => {
    const kind = route.request().resourceType();
    const url = route.request().url();
    if (url.startsWith('https:') || NEAR.test(url)) {
      if (kind === 'image') return route.fulfill({ contentType: 'image/png', body: PIXEL });
      if (kind === 'media') return route.fulfill({ contentType: 'video/mp4', body: '' });
    }
    if (NEAR.test(url)) return route.fallback();
    asked.push(`${kind}: ${url}`);
    return route.abort();
  });
  return asked;
}

/** Nothing but pictures and recordings was asked of others, and nobody was told of anything. */
export function harmless(asked, problems) {
  assert.deepEqual(asked, []);
  assert.deepEqual(problems.filter((problem) => !/^request: https:/.test(problem)).slice(0, 20), []);
}

/** Runs in the page before all else: gives it `tbLook`, which says what is in an article that should not be, and `tbPoke`. */
function install(allowed) {
  const always = ['class', 'lang', 'dir', 'part', 'id'];
  const links = ['https:', 'http:', 'mailto:', 'tel:'];
  // Each level of JSON may become two.
  const MOST_LEVELS = 300;
  /** What is wrong with an address; nothing where nothing is. */
  const wrong = (name, attribute, value) => {
    if (!URL.canParse(value)) return 'no address';
    const url = new URL(value);
    if (url.href !== value) return 'not its normal form';
    if (url.username || url.password) return 'a user name';
    if (name === 'a' || attribute === 'cite') return links.includes(url.protocol) ? '' : url.protocol;
    if (url.origin === location.origin) return '';
    if (url.protocol === 'data:') return /^data:image\/(avif|gif|jpeg|png|webp)[;,]/.test(value) && attribute !== 'data-src' ? '' : 'data:';
    if (url.protocol !== 'https:') return url.protocol;
    return /\.[^.\d][^.]*$/.test(url.hostname) && !/(^|\.)localhost$/.test(url.hostname) ? '' : 'a host of no public network';
  };
  const look = (root) => {
    const found = [];
    if (!root) return ['no article'];
    const all = [root, ...root.querySelectorAll('*')];
    const levels = new Map();
    for (const element of all) {
      const name = element.localName;
      levels.set(element, (levels.get(element.parentElement) ?? 0) + 1);
      if (levels.get(element) === MOST_LEVELS) found.push(`${MOST_LEVELS} levels of elements`);
      const may = allowed[name];
      // What a form holds may stand in the place of its properties.
      if (element instanceof HTMLFormElement) {
        found.push('<form>');
        continue;
      }
      if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' || may === undefined) found.push(`<${name}>`);
      for (const { name: attribute, value } of element.attributes) {
        const told = `<${name} ${attribute}="${value.slice(0, 200)}">`;
        if (!always.includes(attribute) && !(may ?? '').split(' ').includes(attribute)) found.push(told);
        if (attribute === 'class' && !value.split(' ').every((one) => one.startsWith('tb-'))) found.push(told);
        if (attribute === 'id' && !value.startsWith('tb-')) found.push(told);
        if (['href', 'src', 'poster', 'cite', 'data-src'].includes(attribute) && !value.startsWith('#')) {
          const what = wrong(name, attribute, value);
          if (what) found.push(`${told}: ${what}`);
        }
        if (attribute === 'srcset' && !value.split(', ').every((one) => !wrong(name, 'src', one.split(' ')[0]))) found.push(told);
      }
    }
    return found.slice(0, 20);
  };
  /** Does what the handlers of an article would wait for. */
  const poke = (root) => {
    for (const element of [root, ...root.querySelectorAll('*')]) {
      for (const type of ['mouseover', 'focus', 'animationstart', 'toggle', 'beforetoggle']) element.dispatchEvent(new Event(type));
    }
  };
  Object.defineProperty(window, 'tbLook', { value: look });
  Object.defineProperty(window, 'tbPoke', { value: poke });
}

/** What an article has no business with. `bar` is something of the page that has to stay in reach. */
export function surroundings(page, bar) {
  return page.evaluate((selector) => {
    const own = document.querySelector(selector);
    scrollTo(0, 0);
    const { left, top, width, height } = own.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    return {
      address: location.origin + location.pathname,
      focus: document.activeElement?.localName,
      inReach: own.contains(over),
      style: JSON.stringify([...getComputedStyle(own)].map((name) => getComputedStyle(own)[name])),
      globals: Object.keys(window).filter((key) => !/^\d+$/.test(key)).sort().join(),
      forms: document.forms.length,
      dialogs: document.querySelectorAll('dialog, [popover], [autofocus], [contenteditable]').length,
    };
  }, bar);
}
