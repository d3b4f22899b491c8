// The page of the frame: one article for the page around it. Without `?src=` it is the picker.
//
// In the frame it has no rights but to run and to open tabs: no storage, no origin of its own. So it asks for everything
// without credentials, and knows where it lies from its address.
//
// To the page around it goes nothing but the height, that the article is there, or why it is not; and that only to the
// origin in `?host=`.

const TYPE = 'trangbao:1';
const PASSED_ON = ['theme', 'layout', 'lang', 'images', 'heading-level', 'related'];
const SETTINGS_MS = 10_000;

const TEXTS = {
  vi: {
    read: (host) => `Đọc bài tại ${host}`,
    waiting: 'Đang mở bài…',
    failed: 'Không mở được bài ở đây.',
    refused: 'Khung này không được phép mở bài từ địa chỉ đã cho.',
    home: 'Đến trang báo',
  },
  en: {
    read: (host) => `Read at ${host}`,
    waiting: 'Opening the article…',
    failed: 'The article cannot be opened here.',
    refused: 'This frame may not open articles from the address that it was given.',
    home: 'Go to the newspaper',
  },
};

const base = new URL('.', location.href);
const query = new URLSearchParams(location.search);
const root = document.getElementById('tb-embed');
const element = document.querySelector('script[data-element]');

const language = /^vi/i.test(query.get('lang') ?? navigator.language) ? 'vi' : 'en';
const texts = TEXTS[language];

/** What the page around has been told last, by kind of message: it may ask for it again. */
const told = new Map();
const host = originOf(query.get('host'));

document.documentElement.lang = language;
if (query.get('src')) {
  showFrame(query.get('src'));
} else {
  const { showPicker } = await import('./embed-picker.js');
  showPicker({ base, language, root, addressOf, originOf, mayOpen, readingPage, openTab, make });
}

// ---- The article ----

async function showFrame(src) {
  document.title = 'Trang Báo';
  document.body.dataset.theme = query.get('theme') ?? 'auto';
  root.replaceChildren();
  new ResizeObserver(tellHeight).observe(root);
  addEventListener('message', answer);

  const url = addressOf(src);
  if (!await mayOpen(url)) return refuse();
  const note = make('p', { textContent: texts.waiting });
  const way = link(texts.read(base.host), readingPage(url));
  const article = make('trang-bao', {}, make('div', { className: 'tb-note' }, note, make('p', {}, way)));
  article.addEventListener('trangbao:ready', ({ detail }) => {
    document.title = detail?.headline ?? document.title;
    tell('ready');
    tellHeight();
  });
  article.addEventListener('trangbao:error', ({ detail }) => fail(note, detail?.code));
  article.addEventListener('trangbao:link', openTab);
  article.setAttribute('src', url.href);
  article.setAttribute('loading', 'eager');
  for (const name of PASSED_ON) {
    if (query.has(name)) article.setAttribute(name, query.get(name));
  }
  root.append(article);
  // The very file of the script tag, so nothing is loaded twice: this only tells whether it came.
  import(element.src).catch(() => fail(note, 'engine'));
}

function refuse() {
  const note = make('p', { textContent: texts.refused });
  root.append(make('div', { className: 'tb-note', role: 'alert' }, note, make('p', {}, link(texts.home, base.href))));
  tell('error', { code: 'origin-not-allowed' });
  tellHeight();
}

/** An element that still shows an article keeps it; the others show this note and the link below it. */
function fail(note, code) {
  note.textContent = texts.failed;
  tell('error', { code: /^[a-z-]+$/.test(code) ? code : 'engine' });
  tellHeight();
}

function openTab(event) {
  const url = addressOf(event.detail?.href);
  if (!url || !isWeb(url)) return;
  event.preventDefault();
  open(url.href, '_blank', 'noopener,noreferrer');
}

// ---- What may be opened ----

/** The viewer's own articles, and those of the origins that the site's settings name. */
async function mayOpen(url) {
  if (!url || !isWeb(url)) return false;
  if (url.origin === base.origin) return true;
  if (url.protocol !== 'https:') return false;
  try {
    const request = { credentials: 'omit', signal: AbortSignal.timeout(SETTINGS_MS) };
    const { allowedOrigins } = await (await fetch(new URL('site.json', base), request)).json();
    return allowedOrigins.some((allowed) => originOf(allowed) === url.origin);
  } catch {
    return false; // No settings, no other origins.
  }
}

/** Where a reader can open an article without the frame: its own page, or the viewer at its shortest address. */
function readingPage(url) {
  const below = url.href.startsWith(base.href) ? url.href.slice(base.href.length) : '';
  // Beside its page in a site of pages, else in the folder that the viewer reads.
  const [, page = '', id] = /^(a\/[^/?#]+\/)article\.json$|^articles\/([^/?#]+)\.json$/.exec(below) ?? [];
  return new URL(page || (id ? `a/${id}` : `app/?src=${encodeURIComponent(url.href)}`), base).href;
}

function addressOf(text) {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/** `blob:` has an origin, too, and could be anybody's. */
function isWeb({ protocol }) {
  return protocol === 'https:' || protocol === 'http:';
}

// ---- The page around ----

function originOf(text) {
  try {
    const url = new URL(text);
    return isWeb(url) ? url.origin : null;
  } catch {
    return null;
  }
}

function tell(kind, more = {}) {
  // Of the last two kinds one alone is true.
  if (kind !== 'height') ['ready', 'error'].forEach((other) => told.delete(other));
  told.set(kind, { type: TYPE, kind, ...more });
  send(told.get(kind));
}

/** The page around makes room once: for the article, or for what stands in for it. */
function tellHeight() {
  if (!told.has('ready') && !told.has('error')) return;
  const height = Math.ceil(root.getBoundingClientRect().height);
  // Zero is a frame that is not shown.
  if (height && height !== told.get('height')?.height) tell('height', { height });
}

function answer({ data, source, origin }) {
  if (source !== parent || origin !== host || data?.type !== TYPE || data.kind !== 'ask') return;
  for (const message of told.values()) send(message);
}

function send(message) {
  if (host && parent !== window) parent.postMessage(message, host);
}

// ---- Elements ----

function link(text, href) {
  return make('a', { textContent: text, href, rel: 'noopener noreferrer' });
}

function make(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}
