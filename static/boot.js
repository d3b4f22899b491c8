// Starts the viewer, and rescues the reader when it cannot start or has stopped.
//
// 1. The article's JSON, the site's settings, the glue and the wasm are asked for at the same time.
// 2. The wasm is compiled while it arrives. Its bytes move the progress line, and are checked
//    against the build's hash before anything of it runs.
// 3. `start` hands the wasm module the answers that are already on their way.
// 4. Whatever fails, the page keeps what can be read, says why, and offers a way on. An instance
//    that has trapped is never called again: its memory can no longer be trusted.
//
// It has to stay below 3 KB compressed, so it has no more words than it needs.

import { address, begin, convert, demandWasm, FILES, loadGlue, twice } from './engine.js';

const { js, jsIntegrity, wasm, wasmIntegrity, wasmSize } = document.querySelector('script[data-wasm]').dataset;
const base = new URL('.', import.meta.url);
const root = document.getElementById('trangbao');

const STALL_MS = 10_000;
const PROGRESS_AFTER_MS = 300;

const TEXTS = {
  vi: {
    missing: 'Trình duyệt này thiếu WebAssembly. Hãy cập nhật, hoặc tắt Lockdown Mode.',
    forbidden: 'Chính sách bảo mật chặn WebAssembly. Hãy đọc bản gốc.',
    broken: 'Chương trình của trang bị thiếu hoặc hỏng. Hãy tải lại.',
    network: 'Mạng bị ngắt hoặc quá chậm. Hãy kiểm tra rồi tải lại.',
    crashed: 'Trang gặp lỗi và đã dừng. Hãy tải lại để dùng tiếp.',
    reload: 'Tải lại',
    original: 'Đọc bản gốc',
  },
  en: {
    missing: 'This browser has no WebAssembly. Update it, or turn off Lockdown Mode.',
    forbidden: 'A security policy blocks WebAssembly. Read the original.',
    broken: 'The program of this page is missing or damaged. Reload.',
    network: 'The network is down or too slow. Check it, then reload.',
    crashed: 'The page met an error and has stopped. Reload to go on.',
    reload: 'Reload',
    original: 'Read the original',
  },
};

let language = navigator.language;
let dead = false;
let stallTimer;

const early = {};
const site = ask('site.json');
const content = ask(contentAddress());
early[site].response.then((answer) => answer.clone().json())
  .then(({ lang }) => { if (TEXTS[lang]) language = lang; })
  .catch(() => {});

const stall = new AbortController();
const progress = root.querySelector('progress');
progress.max = wasmSize;
setTimeout(() => Object.assign(progress, { className: 'tb-progress', hidden: false }), PROGRESS_AFTER_MS);

run().catch(stop);

async function run() {
  demandWasm();
  stillAlive();
  const alive = () => !dead;
  const [glue, module] = await Promise.all([
    twice((again) => loadGlue(address(js, again), jsIntegrity), alive),
    twice(loadWasm, alive),
  ]);
  clearTimeout(stallTimer);
  if (dead) return;
  await begin(glue, module, (cause) => stop(new Error('crashed', { cause })));
  glue.start({ base: base.href, early, convert });
  (globalThis.requestIdleCallback ?? setTimeout)(goOn);
}

/** What comes after the first paragraph. Where it does not, there is still the page. */
function goOn() {
  loadGlue(address(FILES.after), FILES.afterIntegrity).then((after) => after.start({ base, early, loadGlue })).catch(() => {});
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
    early[url.href] = { response, controller };
    return url.href;
  } catch {} // Not an address.
}

// ---- Loading ----

function stillAlive() {
  clearTimeout(stallTimer);
  stallTimer = setTimeout(() => {
    stall.abort();
    stop(new Error('network'));
  }, STALL_MS);
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
  await demandHash(chunks);
  return module;
}

async function demandHash(chunks) {
  const [algorithm, expected] = wasmIntegrity.split(/-(.*)/);
  if (!crypto.subtle) return;
  const bytes = await new Blob(chunks).arrayBuffer();
  const digest = await crypto.subtle.digest(algorithm.replace('sha', 'SHA-'), bytes);
  if (btoa(String.fromCharCode(...new Uint8Array(digest))) !== expected) throw new Error('broken');
}

// ---- Rescue ----

async function stop(error) {
  if (dead) return;
  dead = true;
  clearTimeout(stallTimer);
  console.error('trangbao:', error);

  const shown = root.querySelector('.tb-viewer[data-state="ready"]');
  const [what, next] = texts()[reason(error)].split('. ');
  const bar = make('div', shown ? 'tb-dead tb-toast' : 'tb-dead tb-failure');
  const ways = make('div', 'tb-failure-ways');
  const reload = make('button', 'tb-button tb-retry-load', texts().reload);
  reload.onclick = () => location.reload();
  ways.append(reload);
  bar.role = 'alert';
  bar.append(make('p', shown ? '' : 'tb-failure-what', `${what}.`), make('p', '', next), ways);
  if (shown) return shown.append(bar);

  const viewer = make('div', 'tb-viewer');
  const sheet = make('main', 'tb-sheet');
  viewer.dataset.state = 'failed';
  viewer.append(sheet);
  sheet.append(bar);
  root.replaceChildren(viewer);
  const found = await readAgain(content);
  const original = found.url ?? found.mainEntityOfPage;
  if (/^https:/.test(original)) ways.append(link('tb-original', texts().original, original));
  showPlain(found, sheet);
}

function texts() {
  return TEXTS[/^vi/i.test(language) ? 'vi' : 'en'];
}

function reason({ message, name }) {
  if (TEXTS.vi[message]) return message;
  if (name === 'TypeError') return 'network';
  return name === 'CompileError' ? 'broken' : 'crashed';
}

/** The early answer, or the same one once more where the viewer has already read it. */
async function readAgain(url) {
  const answer = await early[url].response;
  return (answer.bodyUsed ? await fetch(url) : answer).json();
}

/** An article or a catalogue as words alone. */
function showPlain(found, sheet) {
  const page = make('article', 'tb-article');
  const body = make('div', 'tb-body');
  page.lang = found.inLanguage ?? '';
  page.dir = 'auto';
  sheet.append(page);
  page.append(
    make('h1', 'tb-headline', plain(found.headline ?? found.title)),
    make('p', 'tb-byline', list(found.author).map((author) => author.name ?? author).join(', ')),
    make('p', 'tb-lede', plain(found.abstract ?? found.description)),
    body,
  );
  for (const item of list(found.items)) {
    const row = make('p');
    row.append(link('', plain(item.headline), `${base}a/${encodeURIComponent(item['@id'])}`));
    body.append(row);
  }
  for (const [tag, text] of lines({ blocks: found.body ?? plain(found.articleBody).split('\n\n') })) {
    if (text) body.append(make(tag, '', text));
  }
}

/** The words of a block and of what it holds, in order, whatever its type. */
function* lines(node) {
  if (typeof node === 'string' || (Array.isArray(node) && !node.some((part) => part?.type))) {
    yield ['p', plain(node)];
  } else if (Array.isArray(node)) {
    for (const part of node) yield* lines(part);
  } else if (node) {
    yield ['h2', plain(node.title)];
    yield [node.type === 'heading' ? 'h2' : 'p', plain(node.text ?? node.name)];
    for (const row of [...list(node.head), ...list(node.rows)]) yield ['p', list(row).map(plain).join(' | ')];
    for (const part of [node.blocks, node.items, node.images].flatMap(list)) yield* lines(part);
    yield ['p', plain(node.image?.caption ?? node.caption)];
  }
}

function plain(text) {
  if (Array.isArray(text)) return text.map(plain).join('');
  return text?.text ? plain(text.text) : typeof text === 'string' ? text : '';
}

function list(value) {
  return [value ?? []].flat();
}

function link(name, text, href) {
  return Object.assign(make('a', name, text), { href });
}

function make(tag, className = '', textContent = '') {
  return Object.assign(document.createElement(tag), { className, textContent });
}
