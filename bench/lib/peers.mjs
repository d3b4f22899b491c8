// Builds the peers: a page written by hand, one of Preact, one of React, each as well as we can.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { escaped, html } from '../peers/html.mjs';
import { page } from '../peers/view.mjs';

const LIBRARIES = ['preact', 'react'];

/** Writes `by-hand/`, `preact/` and `react/` into the folder: a page for each article, at `/a/<id>/`. */
export async function buildPeers(folder, dist, articles) {
  const style = readFileSync(join(dist, readdirSync(dist).find((name) => /^style-.*\.css$/.test(name))));
  for (const library of LIBRARIES) {
    const script = await bundled(library);
    const put = writer(join(folder, library));
    const files = { style: put.hashed('style', 'css', style), script: put.hashed('app', 'js', script) };
    for (const article of articles) {
      const json = `/articles/${article['@id']}.json`;
      put(json, JSON.stringify(article));
      put(`a/${article['@id']}/index.html`, scripted(article, { ...files, json }));
    }
  }
  const put = writer(join(folder, 'by-hand'));
  for (const article of articles) put(`a/${article['@id']}/index.html`, byHand(article, style));
}

async function bundled(library) {
  const { outputFiles: [file] } = await build({
    entryPoints: [fileURLToPath(new URL(`../peers/${library}.mjs`, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  return Buffer.from(file.contents);
}

/** Everything that the page needs is asked for by its head, at once. */
function scripted(article, { style, script, json }) {
  return `${head(article)}<link rel="stylesheet" href="${style}"><link rel="modulepreload" href="${script}">`
    + `<link rel="preload" as="fetch" crossorigin href="${json}"><script type="module" src="${script}"></script></head>`
    + '<body class="tb-page"><div id="root"></div></body></html>';
}

function byHand(article, style) {
  return `${head(article)}<style>${style}</style></head><body class="tb-page">${page(html, article).text}</body></html>`;
}

function head({ headline, abstract, inLanguage }) {
  return `<!doctype html><html lang="${inLanguage}"><head><meta charset="utf-8">`
    + '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">'
    + `<title>${escaped(headline)}</title><meta name="description" content="${escaped(abstract)}">`
    + '<link rel="icon" href="data:,">';
}

/** Writes files with their brotli copies into a folder that is emptied first. */
function writer(folder) {
  rmSync(folder, { recursive: true, force: true });
  const put = (name, content) => {
    const path = join(folder, name);
    const bytes = Buffer.from(content);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  };
  put.hashed = (name, ending, bytes) => {
    const file = `/${name}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${ending}`;
    put(file, bytes);
    return file;
  };
  return put;
}
