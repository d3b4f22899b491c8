// Pictures of an element, compared pixel by pixel.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The browser paints in tiles, and at their seams it may round a curve's edge up or down by this much of 255. */
const ROUNDING = 1;

/** Waits until every picture and font within is there, and takes the picture of the element. */
export async function pictureOf(locator) {
  await locator.evaluate(async (viewer) => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
    await document.fonts.ready;
    const pictures = [...viewer.querySelectorAll('img')];
    for (const image of pictures) image.loading = 'eager';
    await Promise.all(pictures.map((image) => image.decode()));
    // The controls are the browser's, and say how far it is with loading: their boxes have to do.
    for (const player of viewer.querySelectorAll('audio, video')) player.style.visibility = 'hidden';
    await frame();
    await frame();
  });
  return locator.screenshot({ animations: 'disabled', caret: 'hide' });
}

/** Says nothing where two pictures are the same, else where they differ and where the two of them lie. */
export async function difference(page, name, wanted, found) {
  if (wanted.equals(found)) return '';
  const where = await page.evaluate(compare, [...[wanted, found].map((picture) => `data:image/png;base64,${picture.toString('base64')}`), ROUNDING]);
  if (!where) return '';
  const folder = mkdtempSync(join(tmpdir(), 'trangbao-pictures-'));
  const slug = name.replace(/[^a-z0-9]+/gi, '-').toLowerCase();
  const paths = [['wanted', wanted], ['found', found]].map(([kind, picture]) => {
    const path = join(folder, `${slug}-${kind}.png`);
    writeFileSync(path, picture);
    return path;
  });
  return `${where}; compare ${paths.join(' and ')}`;
}

/** Runs in a page. */
async function compare([wanted, found, rounding]) {
  const [a, b] = await Promise.all([wanted, found].map(async (src) => {
    const image = Object.assign(new Image(), { src });
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, image.width, image.height);
  }));
  if (a.width !== b.width || a.height !== b.height) return `${a.width}x${a.height} has become ${b.width}x${b.height}`;
  let count = 0;
  let first;
  for (let index = 0; index < a.data.length; index += 1) {
    if (Math.abs(a.data[index] - b.data[index]) > rounding) {
      count += 1;
      first ??= index >> 2;
    }
  }
  return count && `${count} values differ, the first at ${first % a.width},${Math.floor(first / a.width)}`;
}
