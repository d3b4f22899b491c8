// Draws every picture: art/scenes/*.mjs give SVG text, art/pictures/*.svg are what they gave.
//   node art/draw.mjs [name...]
// `node art/render.mjs` then turns the SVG files into WebP.
import { readdirSync, writeFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const only = process.argv.slice(2);
for (const file of readdirSync(new URL('scenes/', here)).filter((f) => f.endsWith('.mjs')).sort()) {
  const { default: scenes = {}, portraits = {} } = await import(new URL(`scenes/${file}`, here));
  for (const [name, svg] of Object.entries(scenes)) {
    if (only.length && !only.includes(name)) continue;
    writeFileSync(new URL(`pictures/${name}.svg`, here), svg);
  }
  for (const [name, svg] of Object.entries(portraits)) writeFileSync(new URL(`portraits/${name}.svg`, here), svg);
}
