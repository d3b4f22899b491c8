// The custom element <trang-bao>: an article in somebody else's page.
//
// 1. What stands inside the tag is shown until the article is there, and whenever it cannot be.
// 2. When the first element comes near, the program, its glue and its styles are fetched, once for all elements, and each
//    is checked against the hash that the build has written into this file. The article is asked for at the same time.
// 3. The program shows the article in a root of its own, which takes the fallback's place in one step.
//    Where the page has brought the article's HTML, that is the root, and the program only gives it its behaviour.
// 4. Nothing is global: no name, no storage, no style, no address bar. What happens is told by events.

import { FILES, convert, demandWasm } from './engine.js';
import { fetchWhole, loadProgram } from './program.js';

const ATTRIBUTES = ['src', 'article', 'theme', 'layout', 'lang', 'images', 'storage', 'heading-level', 'related'];
const NEAR = '400px';

const MESSAGES = {
  'wasm-missing': ['Trình duyệt này không có WebAssembly.', 'This browser has no WebAssembly.'],
  'wasm-forbidden': ["Chính sách bảo mật của trang chặn WebAssembly.", "The page's policy forbids WebAssembly: its script-src needs 'wasm-unsafe-eval'."],
  engine: ['Không tải được chương trình xem bài.', 'The viewer could not be loaded.'],
  crashed: ['Chương trình xem bài gặp lỗi và đã dừng.', 'The viewer met an error and has stopped.'],
  'no-source': ['Thẻ trang-bao thiếu địa chỉ bài báo.', 'The tag has neither a usable src nor article.'],
  waiting: ['Đang chờ bài báo…', 'Waiting for the article…'],
};
const CODES = { missing: 'wasm-missing', forbidden: 'wasm-forbidden' };

/** The program, once for all; its elements; whether the console has had its one line. */
let engine;
let glue;
let crashed = false;
const opened = new Set();
let warned = false;

const sheets = new WeakMap();
let css = '';

// ---- The program ----

async function load() {
  demandWasm();
  const [program, style] = await Promise.all([
    loadProgram(FILES.viewer, () => {
      crashed = true;
      for (const element of opened) element[CRASHED]();
    }),
    fetchWhole(FILES.css, FILES.cssIntegrity),
  ]);
  css = new TextDecoder().decode(style);
  glue = program;
}

function warn(code, cause) {
  if (!warned) console.warn(`trangbao: ${MESSAGES[code]?.[1] ?? cause}`);
  warned = true;
}

/** A style sheet belongs to one document. */
function sheet(document) {
  if (!sheets.has(document)) {
    const made = new document.defaultView.CSSStyleSheet();
    made.replaceSync(css);
    sheets.set(document, made);
  }
  return sheets.get(document);
}

// ---- The element ----

const CRASHED = Symbol();

class TrangBao extends HTMLElement {
  static observedAttributes = [...ATTRIBUTES, 'loading'];

  /** The article as the page has brought it: as a shadow root or, where the browser made none of it, as a template. */
  #brought = this.shadowRoot?.querySelector('.tb-root');
  #shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  #slot = document.createElement('slot');
  #root;
  #id;
  #near;
  #marks;
  #early;
  #changing = false;
  #begun = false;
  /** Counts what is asked for; whatever comes for an earlier turn is out of date. */
  #turn = 0;
  #address;
  #article = null;

  constructor() {
    super();
    if (!this.#brought) this.#show(this.#slot);
    this.#shadow.addEventListener('click', (event) => this.#followFragment(event));
  }

  connectedCallback() {
    for (const name of [...PROPERTIES, 'article']) {
      // Set before the element knew what it is.
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (this.#near || this.#begun) return;
    this.#slot.textContent = this.#say('waiting');
    this.#brought ??= this.querySelector('template')?.content.querySelector('.tb-root');
    if (this.#brought) {
      this.#root = this.#brought;
      this.#address = this.#source()?.address;
      this.#hear('ready', JSON.parse(this.#root.dataset.article));
    }
    if (this.loading === 'eager') return this.#begin();
    this.#near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#begin();
    }, { rootMargin: NEAR });
    this.#near.observe(this);
  }

  /** A move is a removal that is taken back at once. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  connectedMoveCallback() {}

  adoptedCallback() {
    if (css) this.#shadow.adoptedStyleSheets = [sheet(this.ownerDocument)];
  }

  /** Several changes at once are one. */
  attributeChangedCallback() {
    if (this.#near && this.loading === 'eager') this.#begin();
    if (!this.#begun || this.#changing) return;
    this.#changing = true;
    queueMicrotask(() => {
      this.#changing = false;
      if (this.#begun) this.#wish();
    });
  }

  /** Asks for the article again. */
  reload() {
    this.#turn += 1;
    this.#dropEarly();
    if (this.isConnected) this.#begin();
  }

  /** Scrolls to the block with this id of the article's JSON; false where there is none. */
  scrollToBlock(id) {
    return this.#scrollTo(`tb-b-${id}`);
  }

  /** What is known of the article that is shown. */
  get article() {
    return this.#article;
  }

  set article(id) {
    setAttribute(this, 'article', id);
  }

  async #begin() {
    this.#begun = true;
    this.#near?.disconnect();
    this.#near = undefined;
    const turn = this.#turn;
    try {
      if (!glue) {
        this.#askEarly();
        // A failure is not kept, so that a later try is a real one.
        await (engine ??= load().catch((error) => {
          engine = undefined;
          throw error;
        }));
      }
    } catch (error) {
      if (turn === this.#turn) this.#fail(CODES[error.message] ?? 'engine');
      return;
    }
    if (this.#begun && turn === this.#turn) this.#wish();
  }

  /** Tells the program what is wanted. */
  #wish() {
    if (!glue) return this.#begin();
    if (crashed) return this.#fail('crashed');
    const wishes = this.#wishes();
    if (!wishes) return this.#fail('no-source');
    this.#address = wishes.address;
    this.#shadow.adoptedStyleSheets = [sheet(this.ownerDocument)];
    opened.add(this);
    const open = () => { this.#id = glue.open(this.#root, wishes, (kind, detail) => this.#hear(kind, detail)); };
    if (this.#id === undefined && this.#shown === wishes.address) open();
    if (this.#id !== undefined) {
      if (glue.wish(this.#id, wishes)) return;
      // What the page has brought does not fit any more.
      glue.close(this.#id);
    }
    this.#root = Object.assign(document.createElement('div'), { className: 'tb-root' });
    open();
  }

  /** The attributes, and where the article is; nothing where it is nowhere. */
  #wishes() {
    const found = this.#source();
    if (!found) return;
    const { response, controller, address } = this.#early ?? {};
    const early = address === found.address ? { response, controller } : controller?.abort();
    this.#early = undefined;
    const attributes = ATTRIBUTES.map((name) => [name, this.getAttribute(name) ?? undefined]);
    return { ...Object.fromEntries(attributes), ...found, ...early, convert, turn: `${this.#turn}` };
  }

  #source() {
    const inline = this.getAttribute('article');
    try {
      if (this.src) {
        const { href, protocol } = new URL(this.src, document.baseURI);
        return /^https?:$/.test(protocol) ? { address: href } : undefined;
      }
    } catch {} // Not an address.
    const holder = inline && (this.getRootNode().getElementById?.(inline) ?? document.getElementById(inline));
    return holder ? { address: document.baseURI, json: holder.textContent } : undefined;
  }

  /** The article need not wait for the program. */
  #askEarly() {
    const { address, json } = this.#source() ?? {};
    if (!address || json !== undefined || this.#early || this.#shown === address) return;
    const controller = new AbortController();
    const response = fetch(address, {
      credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache', signal: controller.signal,
    });
    response.catch(() => {}); // The program tells.
    this.#early = { address, response, controller };
  }

  #dropEarly() {
    this.#early?.controller.abort();
    this.#early = undefined;
  }

  /** What the program tells. False where the host takes it upon itself. */
  #hear(kind, detail) {
    if (kind === 'link' || kind === 'share') return this.#fire(kind, detail, true);
    if (kind === 'error') return this.#fail(detail.code, detail.message);
    this.#article = Object.freeze({ ...detail });
    this.#show(this.#root);
    this.#watchProgress();
    queueMicrotask(() => this.#fire('ready', this.#article));
  }

  #fail(code, message = this.#say(code)) {
    this.#dropEarly();
    this.#slot.textContent = message;
    // An article that is asked for again stays as long as there is no newer one.
    if (this.#shown !== this.#address || !this.#article) {
      this.#show(this.#slot);
      this.#article = null;
    }
    warn(code, message);
    queueMicrotask(() => this.#fire('error', { code, message }));
  }

  [CRASHED]() {
    // Whatever is shown stays: its words need no program.
    this.#address = this.#shown;
    this.#fail('crashed');
  }

  #fire(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(`trangbao:${name}`, { bubbles: true, composed: true, cancelable, detail }));
  }

  /** For a tag that holds nothing itself. */
  #say(code) {
    return MESSAGES[code][/^vi/i.test(this.lang || navigator.language) ? 0 : 1];
  }

  #shown;

  #show(content) {
    this.#shown = content === this.#root ? this.#address : undefined;
    if (content.parentNode !== this.#shadow) this.#shadow.replaceChildren(content);
  }

  #scrollTo(id) {
    const target = this.#shadow.getElementById(id);
    if (!target) return false;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView();
    return true;
  }

  /** The browser looks for an address's fragment in the page alone. */
  #followFragment(event) {
    const id = event.target.closest('a[href^="#"]')?.getAttribute('href').slice(1);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (id && plain && this.#scrollTo(decodeURIComponent(id))) event.preventDefault();
  }

  /** Four marks down the article; one that is in sight has been read to. */
  #watchProgress() {
    this.#marks?.disconnect();
    this.#root.querySelector('.tb-marks')?.remove();
    const marks = Object.assign(document.createElement('div'), { className: 'tb-marks' });
    marks.append(...[25, 50, 75, 100].map((percent) => Object.assign(document.createElement('i'), { percent })));
    this.#root.append(marks);
    let reached = 0;
    this.#marks = new IntersectionObserver((entries) => {
      const seen = entries.filter((entry) => entry.isIntersecting).map(({ target }) => target.percent);
      const furthest = Math.max(reached, ...seen);
      while (reached < furthest) this.#fire('progress', { percent: (reached += 25) });
    });
    for (const mark of marks.children) this.#marks.observe(mark);
  }

  /** Leaves nothing behind. */
  #end() {
    this.#turn += 1;
    this.#begun = false;
    this.#near?.disconnect();
    this.#marks?.disconnect();
    this.#dropEarly();
    this.#near = this.#marks = undefined;
    if (this.#id !== undefined) glue.close(this.#id);
    this.#id = undefined;
    opened.delete(this);
    this.#show(this.#slot);
    this.#root = undefined;
    this.#article = null;
  }
}

function setAttribute(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** Properties mirror attributes; `article` is a matter of its own. */
const DEFAULTS = {
  src: '', theme: 'auto', layout: 'auto', lang: '', images: 'auto', storage: 'none', headingLevel: 2, related: 'show', loading: 'lazy',
};
const PROPERTIES = Object.keys(DEFAULTS);
for (const name of PROPERTIES) {
  const attribute = name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
  const usual = DEFAULTS[name];
  Object.defineProperty(TrangBao.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      const value = this.getAttribute(attribute);
      return typeof usual === 'number' ? Number(value) || usual : value ?? usual;
    },
    set(value) {
      setAttribute(this, attribute, value);
    },
  });
}

// Another copy, or another version, may have been faster.
if (!customElements.get('trang-bao')) customElements.define('trang-bao', TrangBao);
