// What a hostile article may not do to a page, and what a page may hold.

/** Elements, each with what it may have beside `class lang dir part id`. Whatever else is there came from an article. */
const ALLOWED = {
  a: 'href rel title aria-label hreflang target', article: '', aside: 'aria-label aria-labelledby role', audio: 'controls preload src aria-label',
  bdi: '', blockquote: 'cite', br: '', button: 'type data-src data-title', caption: '', cite: '', code: '',
  div: 'tabindex role aria-label aria-labelledby', em: '', figcaption: '', figure: 'role aria-label', footer: '', h1: 'tabindex', h2: '', h3: '',
  h4: '', h5: '', h6: '', header: '', hr: '', img: 'alt src srcset sizes width height loading fetchpriority decoding referrerpolicy data-state',
  li: '', mark: '', ol: 'start', p: '', pre: 'tabindex translate role aria-label', s: '', section: 'aria-labelledby', small: '',
  source: 'src type', span: '', strong: '', sub: '', sup: '', table: '', tbody: '', td: 'colspan rowspan', th: 'colspan rowspan scope',
  thead: '', time: 'datetime', tr: '', track: 'kind srclang label src', u: '', ul: 'aria-label',
  video: 'controls playsinline preload poster width height aria-label',
};

/** Whatever asks the reader something is told to `dialogs` instead. */
export async function listen(context) {
  const dialogs = [];
  await context.exposeBinding('tbFired', (_, what) => { dialogs.push(what); });
  await context.addInitScript(() => {
    const tell = window.tbFired;
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
      window[name] = (...given) => { tell(`${name}(${given.join()})`); };
    }
  });
  return dialogs;
}

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** Pictures of the world come as a dot; whatever else is asked of other hosts is kept in the list that this returns. */
export async function world(context) {
  const asked = [];
  await context.route((url) => /^https?:$/.test(url.protocol) && !['127.0.0.1', 'localhost'].includes(url.hostname), (route) => {
    const kind = route.request().resourceType();
    if (kind === 'image' && route.request().url().startsWith('https:')) return route.fulfill({ contentType: 'image/png', body: PIXEL });
    asked.push(`${kind}: ${route.request().url()}`);
    return route.abort();
  });
  return asked;
}

/** What is in the article that should not be. Events that handlers wait for are sent to all of it. */
export function findings(page, root = 'article.tb-article') {
  return page.evaluate(([selector, allowed]) => {
    const found = [];
    const always = ['class', 'lang', 'dir', 'part', 'id'];
    const secure = (value) => {
      try {
        const url = new URL(value, location.href);
        return value === url.href || url.origin === location.origin ? url.protocol : 'not normal';
      } catch {
        return 'no address';
      }
    };
    const schemes = (name, attribute) => (name === 'a' || attribute === 'cite'
      ? ['https:', 'http:', 'mailto:', 'tel:'] : ['https:', ...(name === 'img' ? ['data:'] : [])]).concat(location.protocol);
    for (const element of document.querySelectorAll(`${selector}, ${selector} *`)) {
      const name = element.localName;
      const may = allowed[name];
      if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' || may === undefined) {
        found.push(`<${name}>`);
        continue;
      }
      for (const { name: attribute, value } of element.attributes) {
        if (!always.includes(attribute) && !may.split(' ').includes(attribute)) found.push(`<${name} ${attribute}="${value}">`);
        if (attribute === 'id' && window[value] && !(window[value] instanceof Element)) found.push(`#${value}`);
        if (['href', 'src', 'poster', 'cite'].includes(attribute) && !value.startsWith('#')
          && !schemes(name, attribute).includes(secure(value))) found.push(`<${name} ${attribute}="${value}">: ${secure(value)}`);
      }
      for (const type of ['mouseover', 'pointerenter', 'focus', 'animationstart', 'toggle', 'beforetoggle', 'scroll', 'error', 'load']) {
        if (name !== 'img' || !['error', 'load'].includes(type)) element.dispatchEvent(new Event(type));
      }
    }
    return found;
  }, [root, ALLOWED]);
}

/** What an article has no business with. */
export function surroundings(page) {
  return page.evaluate(() => {
    const bar = document.querySelector('.tb-toolbar, .tb-bar, header');
    scrollTo(0, 0);
    const { left, top, width, height } = bar?.getBoundingClientRect() ?? {};
    const over = bar && document.elementFromPoint(left + width / 2, top + height / 2);
    return {
      address: location.pathname,
      focus: document.activeElement?.localName,
      covered: Boolean(bar) && !bar.contains(over) && over !== bar,
      globals: Object.keys(window).filter((key) => !/^\d+$/.test(key)).sort(),
      forms: document.forms.length,
    };
  });
}
