// The service worker: reading goes on without a network.
//
// 1. The shell is kept whole or not at all: each file is held to the hash that the build has written into FILES, and each
//    build has a cache of its own.
// 2. Pages come from the network. Where it does not answer, the shell shows what is kept. Pages of articles are not kept:
//    what is shown is made of the article's JSON, anew each time.
// 3. JSON comes from the network, from the cache after three seconds or where the network fails.
// 4. Pictures come from the cache, and the least recently used go first.
//
// It knows nothing that is not in a cache: the browser stops and starts it as it likes. Whatever goes wrong in here, the
// page gets what the network would have given it.

const FILES = BUILD;

const BASE = new URL('.', location);
const OURS = `trangbao ${BASE.pathname} `;
const SHELL = `${OURS}shell ${FILES.version}`;
const ARTICLES = `${OURS}articles`;
const PICTURES = `${OURS}pictures`;

const PATIENCE_MS = 3_000;
/** Kept besides what readers save: that many articles and lists, and that many bytes of pictures. */
const MOST_ARTICLES = 100;
const MOST_BYTES = 32 * 1024 * 1024;
/** Larger ones are not kept. */
const LARGEST_ARTICLE = 8 * 1024 * 1024;
const LARGEST_PICTURE = 4 * 1024 * 1024;
/** After that a kept picture is asked for again, behind the page that shows it. */
const STALE_MS = 24 * 60 * 60 * 1000;

// ---- The shell ----

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));

async function install() {
  const files = await Promise.all(Object.keys(FILES.shell).map(async (path) => [new URL(path, BASE), await fetchFile(path)]));
  const shell = await caches.open(SHELL);
  try {
    await Promise.all(files.map(([url, answer]) => shell.put(url, answer)));
  } catch (error) {
    await caches.delete(SHELL);
    throw error;
  }
}

/** A file of this build, which has to be the very one. */
async function fetchFile(path) {
  const ask = (cache) => fetch(new URL(path, BASE), { integrity: FILES.shell[path], cache });
  // A damaged copy may sit in the browser's own cache.
  const answer = await ask(isHashed(path) ? 'default' : 'no-cache').catch(() => ask('reload'));
  // A new answer: no page takes one that was redirected, as some hosts redirect. Its bytes are right.
  const headers = new Headers(answer.headers);
  headers.delete('Vary');
  return new Response(await answer.arrayBuffer(), { headers });
}

/** What is kept of a file of this build or, unlooked at, of the one before it. One that was damaged is fetched anew. */
async function ownFile(path) {
  const url = new URL(path, BASE);
  const shell = await caches.open(SHELL);
  const copy = await shell.match(url);
  if (!copy) return caches.match(url);
  if (await isIntact(copy.clone(), FILES.shell[path])) return copy;
  const fresh = await fetchFile(path);
  // Where there is no room, it is fetched again the next time.
  await shell.put(url, fresh.clone()).catch(() => {});
  return fresh;
}

async function isIntact(copy, integrity) {
  const [, size, hash] = /^sha(\d+)-(.*)$/.exec(integrity);
  const digest = await crypto.subtle.digest(`SHA-${size}`, await copy.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest))) === hash;
}

async function activate() {
  await registration.navigationPreload?.enable();
  const tabs = await openTabs();
  // A tab that is open still asks for files of the build that it began with.
  await forgetOld(tabs.length > 0 ? 1 : 0);
  await clients.claim();
}

/**
 * Takes the old worker's place, and asks until it is there. Asked once, Chromium may wait for half a minute or more: where
 * it starts the old one anew just while that one ends, as it does for a link that comes into sight, it waits for an event
 * of it that never comes.
 */
async function takeOver() {
  const asking = setInterval(() => (registration.waiting ? skipWaiting() : clearInterval(asking)), 500);
  await skipWaiting();
}

function openTabs() {
  return clients.matchAll({ type: 'window', includeUncontrolled: true });
}

/** Lets go of the shells of earlier builds, but for so many of the latest. */
async function forgetOld(spared) {
  const old = (await caches.keys()).filter((name) => name.startsWith(`${OURS}shell `) && name !== SHELL);
  await Promise.all(old.slice(0, old.length - spared).map((name) => caches.delete(name)));
}

/** Whether its name says what is in it, so that it never changes. */
function isHashed(path) {
  return /[-_.][0-9a-f]{16}[-_.]/.test(path);
}

// ---- Answers ----

addEventListener('fetch', (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer.catch(() => fetch(event.request)));
});

/** Nothing where the browser does as well without us: recordings, what is sent, other places of this origin. */
function answerTo(event) {
  const { request } = event;
  const { destination, headers, method, mode } = request;
  const url = new URL(request.url);
  const path = below(url);
  if (method !== 'GET' || headers.has('Range') || !/^https?:$/.test(url.protocol)) return undefined;
  if (mode === 'navigate') return path !== undefined && destination === 'document' ? page(event, url) : undefined;
  if (path !== undefined && isHashed(path)) return url.search ? undefined : file(request, path);
  if (destination === 'image') return picture(event);
  return destination === '' && mode === 'cors' ? article(event) : undefined;
}

/** The path from the base on. */
function below({ origin, pathname }) {
  return origin === BASE.origin && pathname.startsWith(BASE.pathname) ? pathname.slice(BASE.pathname.length) : undefined;
}

/** A part of a page. */
async function file(request, path) {
  return await ownFile(path) ?? fetch(request);
}

/** What comes within the patience that a reader has where there is something else to show. */
function soon(answer) {
  return Promise.race([answer, new Promise((_, reject) => { setTimeout(reject, PATIENCE_MS); })]);
}

async function page(event, url) {
  const network = fetchPage(event);
  const over = network.catch(() => {});
  event.waitUntil(over);
  const copy = await copyFor(url).catch(() => {});
  const answer = await (copy ? soon(network).catch(() => {}) : over);
  if (answer && answer.status < 500) return answer;
  return await ownFile(copy ? 'app/' : 'saved/') ?? network;
}

async function fetchPage(event) {
  return await event.preloadResponse ?? fetch(event.request);
}

/** What is kept of the article or the list that a page shows. */
async function copyFor(url) {
  const path = below(url).replace(/(^|\/)index\.html$/, '').replace(/\/$/, '');
  const id = /^a\/([^/]+)$/.exec(path)?.[1];
  if (id) return copyOfArticle(new URL(`articles/${id}.json`, BASE));
  const address = url.searchParams.get('src') || 'articles/index.json';
  // An address that is none is an error, after which the network has its say.
  return ['', 'app'].includes(path) ? copyOfArticle(new URL(address, BASE)) : undefined;
}

// ---- Articles, lists, settings ----

async function article(event) {
  const { url } = event.request;
  const network = fetch(event.request);
  network.catch(() => {});
  const copy = await copyOfArticle(new URL(url)).catch(() => {});
  if (!copy) {
    // As it comes, so that the page sees it coming.
    const answer = await network;
    event.waitUntil(keepArticle(url, answer.clone()).catch(() => {}));
    return answer;
  }
  const heard = network.then((answer) => hear(event, url, answer));
  event.waitUntil(heard.catch(() => {}));
  return soon(heard).catch(() => copy);
}

/** What the network says, unless that is nothing to rely on. It is kept while the page already has it. */
async function hear(event, url, answer) {
  if (answer.status >= 500 || answer.status === 429) throw new Error('trouble');
  // It was withdrawn.
  if (answer.status === 404 || answer.status === 410) await (await caches.open(ARTICLES)).delete(url);
  if (!answer.ok) return answer;
  const bytes = await soundBytes(answer.clone());
  if (!bytes) throw new Error('no article');
  event.waitUntil(keepBytes(url, bytes, answer));
  return answer;
}

async function keepArticle(url, answer) {
  const bytes = await soundBytes(answer);
  if (bytes) await keepBytes(url, bytes, answer);
}

/** The bytes of an answer that is whole, and JSON. */
async function soundBytes(answer) {
  const bytes = await whole(answer);
  return bytes && bytes.byteLength <= LARGEST_ARTICLE && isJson(bytes) ? bytes : undefined;
}

/** Keeps them, unless they lie elsewhere by now. Where there is no room, reading goes on. */
async function keepBytes(url, bytes, answer) {
  if (!answer.redirected) await put(ARTICLES, url, bytes, answer).then(tidy).catch(() => {});
}

async function copyOfArticle(url) {
  const copy = await soundCopy(url);
  const id = /^articles\/([^/]+)\.json$/.exec(below(url))?.[1];
  if (copy || !id) return copy;
  // Where the site was written as files, the article lies beside its page.
  const beside = await soundCopy(new URL(`a/${id}/article.json`, BASE));
  if (beside) return beside;
  // Told that it is not here, the viewer looks for it in the catalogue.
  const index = new URL('articles/index.json', BASE);
  const { items } = await (await soundCopy(index))?.json() ?? {};
  const item = Array.isArray(items) && items.find((item) => item?.['@id'] === decodeURIComponent(id));
  const isThere = item && await soundCopy(new URL(item.url, index));
  return isThere ? new Response(null, { status: 404 }) : undefined;
}

/** A copy that can be read, of those that were read lately and then of those that were saved. Others go. */
async function soundCopy(url) {
  const saved = (await caches.keys()).filter((name) => name.startsWith(`${OURS}saved `));
  for (const name of [ARTICLES, ...saved]) {
    const cache = await caches.open(name);
    const copy = await cache.match(url);
    if (copy && isJson(await copy.clone().arrayBuffer())) return copy;
    if (copy) await cache.delete(url);
  }
  return undefined;
}

function isJson(bytes) {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

// ---- Pictures ----

async function picture(event) {
  const { request } = event;
  const recent = await (await caches.open(PICTURES)).match(request.url);
  const copy = recent ?? await savedPicture(request.url);
  if (copy && !(recent && isStale(recent))) return copy;
  const network = fetch(request);
  event.waitUntil(network.then((answer) => keepPicture(request.url, answer.clone())).catch(() => {}));
  return copy ?? network;
}

/** A picture of a saved article, be it in another width: that one stands under the names of the others, too. */
async function savedPicture(url) {
  const copy = await caches.match(url);
  const same = copy?.headers.get('X-Same');
  return same ? caches.match(same) : copy;
}

function isStale(copy) {
  return !(Math.abs(Date.now() - Date.parse(copy.headers.get('X-Kept'))) < STALE_MS);
}

/** Of another origin's answer to a plain `<img>` nothing can be known, not even whether it is a picture. It is not kept. */
async function keepPicture(url, answer) {
  if (answer.status === 404 || answer.status === 410) await (await caches.open(PICTURES)).delete(url);
  const isPicture = answer.headers.get('Content-Type')?.startsWith('image/');
  if (answer.type === 'opaque' || answer.redirected || !isPicture) return;
  const bytes = await whole(answer);
  if (bytes && bytes.byteLength <= LARGEST_PICTURE) await put(PICTURES, url, bytes, answer);
}

// ---- Caches ----

/** The bytes of an answer that is one, and complete. */
async function whole(answer) {
  const bytes = await answer.arrayBuffer();
  // Of a compressed answer, and of another origin's, the length that we are told is not that of its bytes.
  const counts = answer.type === 'basic' && !answer.headers.has('Content-Encoding');
  const length = counts && answer.headers.get('Content-Length');
  return answer.status === 200 && (!length || Number(length) === bytes.byteLength) ? bytes : undefined;
}

/** The last one put is the last one to go. */
async function put(name, url, bytes, answer) {
  const headers = {
    'Content-Type': answer.headers.get('Content-Type') ?? '',
    'X-Kept': new Date().toUTCString(),
    'X-Bytes': bytes.byteLength,
  };
  await (await caches.open(name)).put(url, new Response(bytes, { headers }));
}

/** Lets go of what was not used for the longest time. */
async function tidy() {
  const articles = await caches.open(ARTICLES);
  const isArticle = ({ url }) => !/^(site|articles\/index)\.json$/.test(below(new URL(url)));
  const read = (await articles.keys()).filter(isArticle);
  await Promise.all(read.slice(0, -MOST_ARTICLES).map((request) => articles.delete(request)));

  const pictures = await caches.open(PICTURES);
  const [requests, copies] = await Promise.all([pictures.keys(), pictures.matchAll()]);
  let bytes = 0;
  for (let at = copies.length - 1; at >= 0; at -= 1) {
    bytes += Number(copies[at].headers.get('X-Bytes'));
    if (bytes > MOST_BYTES) await pictures.delete(requests[at]);
  }
}

// ---- Pages that speak to us ----

addEventListener('message', (event) => {
  const { keep, take, uses } = event.data;
  if (take) takeOver();
  if (uses) event.waitUntil(mayTakeOver(event.source, uses));
  if (keep) event.waitUntil(keepShown(event, keep));
});

/** A page of this very build, and the only one, is not disturbed by us, and nobody needs another build. Any other one asks its reader. */
async function mayTakeOver(tab, uses) {
  const isOwn = uses.every((path) => path in FILES.shell);
  if (isOwn && (await openTabs()).length === 1) await Promise.all([takeOver(), forgetOld(0)]);
  else if (!isOwn && registration.waiting) tab.postMessage({ isNew: true });
}

/**
 * What a page shows that came without us: before the first visit's worker was there, or as a file of its own. `fresh` is
 * asked for again, since a page that is a file never asks for it; the rest is where it is already.
 */
async function keepShown(event, { once, fresh, pictures }) {
  const ask = (url) => fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  const unless = async (name, url, keepIt) => {
    if (!await (await caches.open(name)).match(url)) await keepIt(url, await ask(url));
  };
  await Promise.allSettled([
    ...once.map((url) => unless(ARTICLES, url, keepArticle)),
    ...fresh.map(async (url) => hear(event, url, await ask(url))),
    ...pictures.map((url) => unless(PICTURES, url, keepPicture)),
  ]);
}
