// A site that `trangbao site` writes, and a host that serves it as its `_headers` say.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dist } from './server.mjs';

const project = fileURLToPath(new URL('../../..', import.meta.url));

const TYPES = {
  css: 'text/css', html: 'text/html; charset=utf-8', js: 'text/javascript', json: 'application/json', mp3: 'audio/mpeg', mp4: 'video/mp4',
  ogg: 'audio/ogg', png: 'image/png', svg: 'image/svg+xml', txt: 'text/plain; charset=utf-8', vtt: 'text/vtt', wasm: 'application/wasm', webm: 'video/webm', webp: 'image/webp',
  webmanifest: 'application/manifest+json', xml: 'application/xml',
};

/** Lets the command write the site that will be at this address; gives its folder. */
export function written({ url = 'https://bao.example/', articles = join(project, 'static/articles') } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'trangbao-site-'));
  const words = ['site', '--articles', articles, '--out', folder, '--base-url', url, '--app', dist, '--no-compress'];
  const binary = process.env.TRANGBAO_COMMAND;
  const [command, args] = binary ? [binary, words] : ['cargo', ['run', '--quiet', '--', ...words]];
  execFileSync(command, args, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
  return folder;
}

/**
 * Makes a site of a folder of articles and serves it. Its `stop` leaves nothing behind. With `isHome` it is served where it
 * says that it lives; else, as a preview, elsewhere.
 */
export async function site(articles, { isHome = false } = {}) {
  let folder;
  let rules;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.split('?')[0]);
    const headers = rules.filter(({ fits }) => fits(path)).flatMap(({ headers: own }) => own);
    const send = (code, name) => {
      const type = TYPES[extname(name).slice(1)] ?? 'application/octet-stream';
      response.writeHead(code, headers.includes('Content-Type') ? headers : [...headers, 'Content-Type', type]);
      response.end(readFileSync(name));
    };
    let file = join(folder, normalize(path));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (existsSync(file)) send(200, file);
    else send(404, join(folder, '404.html'));
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  server.unref();
  const url = `http://127.0.0.1:${server.address().port}/`;
  folder = written({ articles, ...isHome && { url } });
  rules = headerRules(readFileSync(join(folder, '_headers'), 'utf8'));
  return {
    url,
    folder,
    stop: () => new Promise((resolve) => {
      rmSync(folder, { recursive: true });
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

/** A path, then the headers of what it fits, each in a line of its own with two spaces before it. */
function headerRules(text) {
  const rules = [];
  for (const line of text.split('\n')) {
    const [, name, value] = /^ {2}([^:]+): (.*)$/.exec(line) ?? [];
    if (name) {
      rules.at(-1).headers.push(name, value);
    } else if (line) {
      const start = line.endsWith('*') && line.slice(0, -1);
      rules.push({ fits: (path) => (start ? path.startsWith(start) : path === line), headers: [] });
    }
  }
  return rules;
}
