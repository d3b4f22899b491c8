// Serves every contender in the same way: brotli where a copy lies beside the file, hashed names for ever, others asked
// for again, one port and so one cache for each.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
};

/** Starts one; gives its address, with a slash at the end, and a `stop`. Later folders answer what earlier ones lack. */
export async function serve(...folders) {
  const server = createServer((request, response) => {
    answer(folders, request, response).catch(() => response.destroy());
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

async function answer(folders, request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname));
  const wanted = path.endsWith('/') ? [`${path}index.html`] : [path, `${path}/index.html`];
  const found = await first(folders.flatMap((folder) => wanted.map((name) => join(folder, name))));
  if (!found) {
    response.writeHead(404, { 'Content-Type': TYPES['.txt'], 'Cache-Control': 'no-cache' }).end('not found\n');
    return;
  }
  const { file, bytes, small } = found;
  const tag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
  const headers = {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': /[-._][0-9a-f]{16}[-._]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: tag,
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  const brotli = small && /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
  const body = brotli ? small : bytes;
  response.writeHead(200, { ...headers, ...(brotli && { 'Content-Encoding': 'br' }), 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function first(files) {
  for (const file of files) {
    const bytes = await readFile(file).catch(() => null);
    if (bytes) return { file, bytes, small: await readFile(`${file}.br`).catch(() => null) };
  }
  return null;
}
