// A file of each format with a slot in each field, of which `tests/hostile/fields.rs` makes use, too.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../hostile/fields/', import.meta.url));
const SLOT = /@(html|text|link|picture|media|embed)@/g;

/** The names of the formats. */
export const FORMATS = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));

/**
 * Files of a format: each has another payload in each of its slots, and in as many files as there are payloads, each
 * payload stands in each slot once. `which` says which of those files are made.
 */
export function deal(format, html, urls, which) {
  const parts = readFileSync(`${folder}${format}.json`, 'utf8').split(SLOT);
  return which.map((number) => parts.map((part, at) => {
    if (at % 2 === 0) return part;
    const list = ['html', 'text'].includes(part) ? html : urls;
    return JSON.stringify(list[(number + (at - 1) / 2) % list.length]).slice(1, -1);
  }).join(''));
}

/** How many slots a format has. */
export function slots(format) {
  return readFileSync(`${folder}${format}.json`, 'utf8').match(SLOT).length;
}
