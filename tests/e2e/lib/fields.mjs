// A file of each format with a slot in each field, of which `tests/hostile/fields.rs` makes use, too.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../hostile/fields/', import.meta.url));
const SLOT = /@(html|text|link|picture|media|embed)@/g;

/** The names of the formats. */
export const FORMATS = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));

/**
 * Files of a format, each with other payloads in its slots: as many as it takes to put every piece of `html` into a slot
 * of HTML, every one of `words` into a slot of words, and every address into a slot of addresses. With `every` each
 * payload stands in each slot once.
 */
export function deal(format, { html, words, urls }, every) {
  const parts = readFileSync(`${folder}${format}.json`, 'utf8').split(SLOT);
  const kinds = { html: { list: html, count: 0 }, text: { list: words, count: 0 }, url: { list: urls, count: 0 } };
  const slots = parts.map((part, at) => {
    if (at % 2 === 0) return part;
    const kind = kinds[part] ?? kinds.url;
    kind.count += 1;
    return { kind, number: kind.count - 1 };
  });
  const used = Object.values(kinds).filter(({ count }) => count > 0);
  const files = Math.max(...used.map(({ list, count }) => Math.ceil(list.length / (every ? 1 : count))));
  return Array.from({ length: files }, (_, file) => slots.map((slot) => {
    if (typeof slot === 'string') return slot;
    const { kind: { list, count }, number } = slot;
    return JSON.stringify(list[(every ? file + number : file * count + number) % list.length]).slice(1, -1);
  }).join(''));
}
