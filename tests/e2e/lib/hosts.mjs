// The partner's site: host pages on an origin of their own, and the viewer that they embed.

import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, reader } from './browser.mjs';
import { sample, SAMPLES } from './page.mjs';
import { dist, serve, spoil } from './server.mjs';

const project = fileURLToPath(new URL('../../..', import.meta.url));

export const FALLBACK = 'Đọc trên trang của báo';
export const SHOWN = 'trang-bao .tb-viewer.tb-embed[data-state="ready"]';
/** What is in sight in each layout: the way to the other. */
export const LAID = {
  mobile: `${SHOWN} .tb-switch[data-view-to=desktop]`,
  desktop: `${SHOWN} .tb-switch[data-view-to=mobile]`,
};

/** Serves host pages on `localhost`, where the viewer is on 127.0.0.1: another origin, another site, other storage. */
export async function partner() {
  const pages = new Map();
  const server = createServer((request, response) => {
    const found = pages.get(request.url.split('?')[0]);
    if (!found) return response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...found.headers }).end(found.text);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  server.unref();
  server.on('connection', (socket) => socket.unref());
  const origin = `http://localhost:${server.address().port}`;
  return {
    origin,
    /** Puts up a page, or with another type a file, and gives its address. */
    put(text, headers = {}, path = `/${pages.size + 1}`) {
      pages.set(path, { text, headers });
      return origin + path;
    },
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

/**
 * A browser, the viewer (behind faults, with a list of what was asked) and a partner.
 * `open(body, options)` puts up a host page and opens it for a new reader, whose `heard` are the element's events.
 */
export async function stage({ args, mounts } = {}) {
  const [browser, server, host] = await Promise.all([launch({ args }), serve({ mounts }), partner()]);
  const viewer = await spoil(server.url);
  const { origin } = new URL(viewer.url);
  return {
    browser,
    host,
    viewer,
    origin,
    address: (id) => `${viewer.url}articles/${id}.json`,
    script: (name = 'embed.js') => `<script type="module" src="${viewer.url}${name}"></script>`,
    async open(body, { head = '', headers, before, waitUntil, ...options } = {}) {
      const visit = await reader(browser, options);
      await visit.page.addInitScript(listen);
      await before?.(visit.page, visit.context);
      await visit.page.goto(host.put(hostPage(body, head), headers), { waitUntil });
      return { ...visit, heard: (kind) => heard(visit.page, kind) };
    },
    stop: () => Promise.all([browser, viewer, host, server].map((part) => part.stop?.() ?? part.close())),
  };
}

export function hostPage(body, head = '') {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Đối tác</title>
<meta name="viewport" content="width=device-width">${head}</head><body>${body}</body></html>`;
}

/** The tag, with its fallback inside. */
export function tag(attributes = {}, inside = `<a href="/bai">${FALLBACK}</a>`) {
  const words = Object.entries(attributes).map(([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`);
  return `<trang-bao${words.join('')}>${inside}</trang-bao>`;
}

/** Keeps every event that the element sends as far as the window. */
function listen() {
  const events = [];
  for (const kind of ['ready', 'error', 'progress', 'link', 'share']) {
    addEventListener(`trangbao:${kind}`, (event) => {
      const { type, detail, bubbles, composed, cancelable } = event;
      const from = event.composedPath()[0];
      events.push({ type, detail, bubbles, composed, cancelable, tag: from.localName, id: from.id });
      if (globalThis.tbRefuse) event.preventDefault();
    });
  }
  Object.defineProperty(globalThis, 'tbHeard', { value: events });
}

/** The events of a kind, in order. */
export function heard(page, kind) {
  return page.evaluate((type) => globalThis.tbHeard.filter((event) => event.type === type), `trangbao:${kind}`);
}

/** Waits for the next event of a kind beyond those that there were, and gives it. */
export async function hear(page, kind, after = 0) {
  const type = `trangbao:${kind}`;
  await page.waitForFunction(([wanted, count]) => globalThis.tbHeard.filter((event) => event.type === wanted).length > count, [type, after]);
  return (await heard(page, kind))[after];
}

/** Whether a reader sees the words: in the page, with a size, in a colour. */
export function sees(page, text) {
  return page.getByText(text).first().isVisible();
}

/** The lines that we wrote on the console. */
export function ours(problems) {
  return problems.filter((problem) => /^console: trangbao/.test(problem));
}

/** What is wrong apart from what the browser itself reports of a request that failed, and our one line. */
export function others(problems) {
  return problems.filter((problem) => !/^console: (trangbao|Failed to (load resource|find a valid digest)|Fetch API cannot load|Access to .* blocked by CORS)/.test(problem));
}

/** The files that embed.js asks for, by the names that the build has given them, and its own other name. */
export const FILES = {
  get css() { return named(/[\w-]+-[0-9a-f]{16}\.css/); },
  get glue() { return named(/[\w-]+_glue\.js/); },
  get wasm() { return named(/[\w-]+\.wasm/); },
  get hashed() { return readdirSync(dist).find((name) => /^embed-[0-9a-f]{16}\.js$/.test(name)); },
};

function named(pattern) {
  const [name] = pattern.exec(readFileSync(join(dist, 'embed.js'), 'utf8')) ?? [];
  if (!name) throw new Error(`embed.js names no ${pattern}`);
  return name;
}

/** The first example of EMBED.md in a language that has all these words. */
export function example(language, parts) {
  const blocks = [...readFileSync(join(project, 'EMBED.md'), 'utf8').matchAll(/```(\w*)\n([^]*?)```/g)];
  const found = blocks.find(([, kind, code]) => kind === language && parts.every((part) => code.includes(part)));
  if (!found) throw new Error(`EMBED.md has no ${language} example with ${parts.join(' and ')}`);
  return found[2];
}

/** The first example of EMBED.md as a partner would paste it, led to this viewer and this article. */
export function documented(viewer, article) {
  return example('html', ['<trang-bao', 'embed.js']).replace(/(<trang-bao[^>]*? src=")[^"]*/, `$1${article}`).replace(/(<script[^>]*? src=")[^"]*\//, `$1${viewer}`);
}

/** An article with the first block of each kind that the samples hold, and all their extras. */
export function everyKind() {
  const blocks = new Map();
  const articles = SAMPLES.map(sample);
  const note = (block) => JSON.stringify(block).includes('"note":');
  for (const block of articles.flatMap((article) => article.body ?? [])) {
    const kind = note(block) ? `${block.type} with a note` : block.type;
    if (block.type && !blocks.has(kind)) blocks.set(kind, block);
  }
  const whole = Object.assign({}, ...articles.filter((article) => article.inLanguage === 'vi').reverse());
  return { ...whole, '@id': 'every-kind', body: [...blocks.values()] };
}

/** Lets a page of any origin read the answer, as the viewer's own server does. */
export function answer(text, type = 'application/json') {
  return (_, response) => response.writeHead(200, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' }).end(text);
}

/** The address of the frame's page. `host` is who may hear of it. */
export function frameAddress({ viewer }, query) {
  return `${viewer.url}embed.html?${new URLSearchParams(query)}`;
}

/** The frame as a partner pastes it. */
export function frameTag(address, sandbox = 'allow-scripts allow-popups') {
  const box = sandbox === null ? '' : ` sandbox="${sandbox}"`;
  return `<iframe src="${address.replaceAll('&', '&amp;')}"${box} loading="lazy" title="Bài báo" width="100%" height="600"></iframe>`;
}
