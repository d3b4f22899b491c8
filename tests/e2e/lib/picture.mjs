// Pictures of an element, compared byte by byte.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Waits until every picture and font within is there, and takes the picture of the element. */
export async function pictureOf(locator) {
  await locator.evaluate(async (viewer) => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
    await document.fonts.ready;
    for (const image of viewer.querySelectorAll('img')) {
      image.loading = 'eager';
      await image.decode();
    }
    await Promise.all([...viewer.querySelectorAll('video[poster]')].map(({ poster }) => Object.assign(new Image(), { src: poster }).decode()));
    await frame();
    await frame();
  });
  return locator.screenshot({ animations: 'disabled', caret: 'hide' });
}

/** Says nothing where two pictures are the same, else where the two of them lie. */
export function difference(name, wanted, found) {
  if (wanted.equals(found)) return '';
  const folder = mkdtempSync(join(tmpdir(), 'trangbao-pictures-'));
  const slug = name.replace(/[^a-z0-9]+/gi, '-').toLowerCase();
  const paths = [['wanted', wanted], ['found', found]].map(([kind, picture]) => {
    const path = join(folder, `${slug}-${kind}.png`);
    writeFileSync(path, picture);
    return path;
  });
  return `not the same picture: ${paths.join(' and ')}`;
}
