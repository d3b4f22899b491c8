// Files of other formats, as the page turns them into the native one.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { dist } from './server.mjs';

/** The module that does it, by the name that the build has given it. */
function starter() {
  return `/${readdirSync(dist).find((name) => /^adapters-[0-9a-f]{16}\.js$/.test(name))}`;
}

/** JSON of the native format, of a file that lies at this address; nothing where it is of no other. Number 0 is the whole file. */
export async function converted(page, bytes, address, number = 0) {
  const json = await page.evaluate(async ([script, text, ...file]) => {
    const { read } = await import(script);
    // What boot.js and embed.js hand in, without what is for networks and crashes.
    const engine = {
      address: (name, again = '') => new URL(name + again, new URL(script, location)).href,
      begin: (glue, module) => glue.default(module, (exports) => exports),
      loadGlue: (href) => import(href),
      twice: (load) => load(''),
    };
    return read(engine, Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)), ...file);
  }, [starter(), bytes.toString('base64'), address, '', number]);
  return json && JSON.parse(json);
}

/** Two articles are one. Where they differ, the place where that begins is told. */
export function same(name, browser, command) {
  const [ours, theirs] = [browser, command].map((json) => JSON.stringify(json) ?? '');
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) at += 1;
  assert.ok(ours === theirs, `${name}: the browser has ${ours.slice(at - 80, at + 200)}\nthe command has ${theirs.slice(at - 80, at + 200)}`);
}
