// Draws every picture: art/scenes/*.mjs give SVG text, art/pictures/*.svg are what they gave.
//   node art/draw.mjs [name...]
// `node art/render.mjs` then turns the SVG files into WebP.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
/** Leaves a file alone that would not change, so that nothing is rendered again for nothing. */
const write = (url, text) => { if (!existsSync(url) || readFileSync(url, 'utf8') !== text) writeFileSync(url, text); };
const only = process.argv.slice(2);
for (const file of readdirSync(new URL('scenes/', here)).filter((f) => f.endsWith('.mjs')).sort()) {
  const { default: scenes = {}, portraits = {} } = await import(new URL(`scenes/${file}`, here));
  for (const [name, svg] of Object.entries(scenes)) {
    if (only.length && !only.includes(name)) continue;
    write(new URL(`pictures/${name}.svg`, here), svg);
  }
  for (const [name, svg] of Object.entries(portraits)) write(new URL(`portraits/${name}.svg`, here), svg);
}
