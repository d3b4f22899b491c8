// Starts the viewer, and rescues the reader when it cannot start or has stopped.
//
// 1. The article's JSON, the site's settings, the glue and the wasm are asked for at the same time.
// 2. The words of the first screens are shown as soon as the JSON is there, where the viewer will put them.
// 3. The wasm is compiled while it arrives. Its bytes move the progress line, and are checked
//    against the build's hash before anything of it runs.
// 4. `start` hands the wasm module the answers that are already on their way.
// 5. Whatever fails, the page keeps what can be read, and rescue.js says why and offers a way on. An
//    instance that has trapped is never called again: its memory can no longer be trusted.
//
// It has to stay below 3.6 KB compressed, so it has no more words than it needs.

import { address, begin, convert, demandWasm, later, loadGlue, twice } from './engine.js';
import { manifest } from './install.js';

const { js, jsIntegrity, wasm, wasmIntegrity, wasmSize } = document.querySelector('script[data-wasm]').dataset;
const base = new URL('.', import.meta.url);
const root = document.getElementById('trangbao');

/** The longest that it waits for the network to go on, and for a page to be idle: some never are. */
const MOST_MS = 10_000;
const PROGRESS_MS = 300;

let language = navigator.language;
const nameManifest = manifest();
let dead = false;
let stallTimer;

/** What the page is about, and those of its blocks that are not shown yet. */
let found;
let rest;

const early = {};
const site = ask('site.json');
const content = ask(contentAddress());
if (content) early[content].shown = showEarly().catch(() => {});
early[site].response.then((answer) => answer.clone().json())
  .then(({ lang }) => { if (/^(vi|en)$/.test(lang)) language = lang; })
  .catch(() => {});

const stall = new AbortController();
const bars = root.querySelector('.tb-skeleton');
const late = bars.querySelector('.tb-late');
const progress = root.querySelector('progress');
progress.max = wasmSize;
setTimeout(() => Object.assign(progress, { className: 'tb-progress', hidden: false }), PROGRESS_MS);

run().catch(stop);

async function run() {
  await nextTask();
  demandWasm();
  stillAlive();
  const [glue, module] = await Promise.all([
    twice((again) => loadGlue(address(js, again), jsIntegrity), () => !dead),
    twice(loadWasm, () => !dead),
  ]);
  clearTimeout(stallTimer);
  await nextTask();
  if (dead) return;
  await begin(glue, module, (cause) => stop(new Error('crashed', { cause })));
  await nextTask();
  glue.start({ base: base.href, early, convert });
  (window.requestIdleCallback ?? setTimeout)(goOn, { timeout: MOST_MS });
}

/** One thing a task: taps and frames come in between. */
function nextTask() {
  return new Promise(setTimeout);
}

/** What comes after the first paragraph. Where it does not, there is still the page. */
function goOn() {
  // The viewer takes the place of what is here when it has something to show.
  if (root.isConnected) return setTimeout(goOn, 300);
  found = undefined;
  later('after').then((after) => after.start({ base, early, loadGlue })).then(nameManifest, nameManifest);
  later('rescue').catch(() => {});
}

// ---- Asking early ----

/** Where the JSON behind the address in the bar lies. */
function contentAddress() {
  const id = /^a\/([^/]+)\/?$/.exec(location.pathname.slice(base.pathname.length));
  return id ? `articles/${id[1]}.json` : new URLSearchParams(location.search).get('src') || 'articles/index.json';
}

/** Asks for JSON of our own origin; whether another origin is allowed is for the viewer to decide. */
function ask(address) {
  try {
    const url = new URL(address, base);
    if (url.origin !== base.origin) return;
    const controller = new AbortController();
    const response = fetch(url, { credentials: 'omit', signal: controller.signal });
    response.catch(() => {}); // The viewer asks again, and tells the reader if it must.
    early[url.href] = { response, controller, shown: response };
    return url.href;
  } catch {} // Not an address.
}

// ---- Loading ----

function stillAlive() {
  clearTimeout(stallTimer);
  stallTimer = setTimeout(() => {
    stall.abort();
    stop(new Error('network'));
  }, MOST_MS);
}

async function loadWasm(again) {
  const chunks = [];
  let received = 0;
  // With `integrity`, fetch holds every byte back until the last has come: no progress and no
  // streaming. So the hash is checked below, and by fetch only where a page has no `subtle`.
  const integrity = crypto.subtle ? '' : wasmIntegrity;
  const response = await fetch(address(wasm, again), { integrity, signal: stall.signal });
  if (!response.ok) throw new Error('broken', { cause: response.status });
  const counted = response.body.pipeThrough(new TransformStream({
    transform(chunk, out) {
      stillAlive();
      chunks.push(chunk);
      progress.value = received += chunk.length;
      out.enqueue(chunk);
    },
  }));
  // A response of our own has the right type, whatever the server calls the file.
  const headers = { 'Content-Type': 'application/wasm' };
  const module = await WebAssembly.compileStreaming(new Response(counted, { headers }));
  await nextTask();
  if (crypto.subtle) await demandHash(chunks);
  return module;
}

async function demandHash(chunks) {
  const digest = await crypto.subtle.digest('SHA-256', await new Blob(chunks).arrayBuffer());
  if (`sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` !== wasmIntegrity) throw new Error('broken');
}

// ---- Rescue ----

function stop(error) {
  if (dead) return;
  dead = true;
  clearTimeout(stallTimer);
  console.error('trangbao:', error);
  const find = async () => {
    await early[content]?.shown;
    return found ?? (await early[ask(contentAddress())].response).json();
  };
  later('rescue').then((module) => module.rescue(error, { add, base, find, language, list, rest, show, some }), () => {
    // Then the network is down. The page itself has a sentence for that.
    document.querySelector('.tb-viewer').append(Object.assign(late, { className: 'tb-toast' }));
  }).catch(() => {});
}

// ---- Words ----

/** Shows what is sure of an article before the viewer is there. The viewer waits until it is painted. */
async function showEarly() {
  const answer = await early[content].response;
  found = await answer.clone().json();
  // Other formats, and corrections, are for the viewer alone.
  if (!answer.ok || !found.headline || !found.body[0].type || found.correction || /[?&]format=/.test(location.search)) return;
  const article = make('article');
  rest = show(found, article);
  bars.replaceWith(article);
  await new Promise((painted) => (document.hidden ? painted() : requestAnimationFrame(() => setTimeout(painted))));
}

/** An article's head and first blocks, where the viewer will put them. Gives the blocks from the first on whose place is not sure. */
function show(found, article) {
  const related = list(found.relatedLink);
  const blocks = Array.isArray(found.body) ? found.body
    : `${found.body ?? found.articleBody ?? ''}`.split('\n\n').map((text) => ({ type: 'paragraph', text }));
  article.className = related[0] ? 'tb-article tb-sided' : 'tb-article';
  article.lang = list(found.inLanguage)[0] ?? 'vi';
  article.dir = 'auto';

  const head = add(article, 'header', 'tb-head');
  some(head, 'p', 'tb-kicker', found.kicker ?? list(found.articleSection)[0]);
  some(head, 'h1', 'tb-headline', found.headline ?? found.title);
  some(head, 'p', 'tb-subheadline', found.alternativeHeadline);
  const meta = add(head, 'div', 'tb-meta');
  some(meta, 'span', 'tb-byline', list(found.author).map((author) => author.name ?? author).join(', '));
  // Where only the viewer knows what to print, its space is kept.
  some(meta, 'time', '', date(found.datePublished, article.lang));
  if (found.dateModified > found.datePublished) add(meta, 'span', '', date(found.dateModified, article.lang, 'Cập nhật '));
  add(meta, 'span', '', '\xa0'.repeat(18));
  some(head, 'p', 'tb-lede', found.abstract ?? found.description);

  const links = related.filter((item) => !item.image);
  if (links[0]) {
    const aside = add(article, 'aside', 'tb-related');
    add(aside, 'h2', 'tb-section-title', '\xa0');
    const items = add(aside, 'ul');
    for (const item of links) add(add(items, 'li'), 'a', '', item.name ?? item.headline ?? item);
  }
  const [lead] = list(found.image);
  const isLead = (image) => (image?.url ?? image) === (lead.url ?? lead);
  if (lead && !blocks.some(({ image, images }) => list(images ?? image).some(isLead))) picture(add(article, 'figure', 'tb-figure tb-lead'), lead);

  const body = add(article, 'div', 'tb-body');
  const level = (block) => block.type === 'heading' && (block.level ?? 2);
  const levels = [2, 3, 4].filter((one) => blocks.some((block) => level(block) === one));
  // The first screens hold no more. Below a player, only the viewer knows the place.
  let next = 0;
  for (const block of found.audio ? [] : blocks.slice(0, 8)) {
    const number = 2 + levels.indexOf(level(block));
    if (block.type === 'paragraph') add(body, 'p', '', block.text);
    else if (number > 1) add(body, `h${number}`, `tb-h${number}`, block.text);
    else if (block.type === 'image') picture(add(body, 'figure', 'tb-figure'), block.image);
    else break;
    next += 1;
  }
  return blocks.slice(next);
}

/** A date as Vietnamese papers print it, or the space for one. */
function date(iso, lang, before = '') {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T(.{5}).*\+07:00$/.exec(iso) ?? [];
  if (!time || !/^vi/i.test(lang)) return iso && '\xa0'.repeat(70);
  const weekday = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'][new Date(year, month - 1, day).getDay()];
  return `${before}${weekday}, ${+day}/${+month}/${year}, ${time}`;
}

/** A picture's box. No picture comes before the viewer has checked its address. */
function picture(figure, { width = '', height, caption, creditText } = {}) {
  const frame = add(figure, 'div', width ? 'tb-frame' : 'tb-frame tb-unsized');
  if (!dead) Object.assign(add(frame, 'canvas', 'tb-img'), { width, height });
  if (caption || creditText) {
    const words = add(figure, 'figcaption');
    add(words, 'span', 'tb-caption', [caption ?? '', ' ']);
    add(words, 'span', 'tb-credit', creditText);
  }
}

function list(value) {
  return [value ?? []].flat();
}

/** An element with text, which may have marks. */
function make(tag, className = '', text = '') {
  const element = Object.assign(document.createElement(tag), { className });
  fill(element, text);
  return element;
}

function add(into, ...what) {
  return into.appendChild(make(...what));
}

/** The same, unless there are no words. */
function some(into, ...what) {
  const made = make(...what);
  if (made.textContent) into.append(made);
}

const MARKS = {
  __proto__: null, strong: 'strong', emphasis: 'em', underline: 'u', strike: 's', sub: 'sub', sup: 'sup', code: 'code', mark: 'mark', small: 'small',
};

function fill(into, text) {
  if (Array.isArray(text)) for (const part of text) fill(into, part);
  else if (text?.break) add(into, 'br');
  else if (text?.text) fill(list(text.marks).reduce((outer, mark) => add(outer, MARKS[mark] ?? (mark.link ? 'a' : 'span')), into), text.text);
  // What reorders the words around it, or grows over their lines, is left to the viewer.
  else if (typeof text !== 'object') into.append(`${text}`.replace(/(\p{M}{4})\p{M}+|[\u202a-\u202e\u2066-\u2069]/gu, '$1'));
}
