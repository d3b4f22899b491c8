// What a hostile article may not do to a page, and what a page may hold.

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

/** Answers with a picture, which is a dot. */
export function picture(route) {
  return route.fulfill({ contentType: 'image/png', body: PIXEL });
}

/** Pictures of the world come as a dot; whatever else is asked of other hosts is kept in the list that this returns. */
export async function world(context) {
  const asked = [];
  await context.route((url) => /^https?:$/.test(url.protocol) && !['127.0.0.1', 'localhost'].includes(url.hostname), (route) => {
    const kind = route.request().resourceType();
    if (kind === 'image' && route.request().url().startsWith('https:')) return picture(route);
    asked.push(`${kind}: ${route.request().url()}`);
    return route.abort();
  });
  return asked;
}

/** Runs in the page before all else: gives it `tbLook`, which says what is in an article that should not be. */
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
    // Handlers of an article would be heard by now.
    for (const type of ['mouseover', 'focus', 'animationstart', 'toggle', 'beforetoggle']) {
      for (const element of all) element.dispatchEvent(new Event(type));
    }
    return found.slice(0, 20);
  };
  Object.defineProperty(window, 'tbLook', { value: look });
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
