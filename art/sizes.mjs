// Writes what is true of each file into the sample articles: bytes, and a picture's width, height
// and renditions. An article need only name `../pictures/<name>-1200.webp`; the rest is filled in.
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WIDTH = 150;

/** JSON with short objects and lists on one line, so that an article can be read as text. */
export function print(value, indent = '', used = 0) {
  const flat = flatten(value);
  if (flat.length + indent.length + used <= WIDTH || value === null || typeof value !== 'object') return flat;
  const inner = indent + '  ';
  if (Array.isArray(value)) return `[\n${value.map((v) => inner + print(v, inner)).join(',\n')}\n${indent}]`;
  const rows = Object.entries(value).map(([k, v]) => {
    const key = `${JSON.stringify(k)}: `;
    return inner + key + print(v, inner, key.length);
  });
  return `{\n${rows.join(',\n')}\n${indent}}`;
}

function flatten(value) {
  if (Array.isArray(value)) return `[${value.map(flatten).join(', ')}]`;
  if (value && typeof value === 'object') return `{ ${Object.entries(value).map(([k, v]) => `${JSON.stringify(k)}: ${flatten(v)}`).join(', ')} }`.replace('{  }', '{}');
  return JSON.stringify(value);
}

/** Width and height of a WebP file, from its header. */
export function webpSize(file) {
  const b = readFileSync(file);
  const kind = b.toString('latin1', 12, 16);
  if (kind === 'VP8X') return [1 + b.readUIntLE(24, 3), 1 + b.readUIntLE(27, 3)];
  if (kind === 'VP8L') return [1 + (b.readUInt32LE(21) & 0x3fff), 1 + ((b.readUInt32LE(21) >> 14) & 0x3fff)];
  return [b.readUInt16LE(26) & 0x3fff, b.readUInt16LE(28) & 0x3fff];
}

function fill(node, folder) {
  if (Array.isArray(node)) { node.forEach((n) => fill(n, folder)); return; }
  if (!node || typeof node !== 'object') return;
  const key = typeof node.contentUrl === 'string' ? 'contentUrl' : 'url';
  const address = node[key];
  const file = typeof address === 'string' && /\.(webp|webm|mp4|mp3|ogg)$/.test(address) && !/^[a-z]+:/.test(address) && join(folder, address);
  if (file && existsSync(file)) {
    if (file.endsWith('.webp')) {
      [node.width, node.height] = webpSize(file);
      const named = /^(.*)-(1200|192)\.webp$/.exec(address);
      const widths = named && key === 'url' ? (named[2] === '192' ? [96, 192] : [480, 960, 1200]) : [];
      if (widths.length) {
        node.encoding = widths.map((w) => {
          const contentUrl = `${named[1]}-${w}.webp`, at = join(folder, contentUrl), [width, height] = webpSize(at);
          return { contentUrl, width, height, contentSize: statSync(at).size, encodingFormat: 'image/webp' };
        });
      }
    }
    node.contentSize = statSync(file).size;
    if (node.encoding) { const { encoding } = node; delete node.encoding; node.encoding = encoding; }
  }
  for (const [k, v] of Object.entries(node)) if (k !== 'encoding') fill(v, folder);
}

export function updateSizes(root) {
  const folder = join(root, 'static', 'articles');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((f) => f.endsWith('.json'))) {
    const file = join(folder, name), before = readFileSync(file, 'utf8'), article = JSON.parse(before);
    fill(article, folder);
    const after = print(article) + '\n';
    if (after !== before) { writeFileSync(file, after); console.log(`static/articles/${name}`); }
  }
}
