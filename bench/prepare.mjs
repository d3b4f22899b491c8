// Writes the articles and the peers: `node prepare.mjs FOLDER DIST SIZES`, where DIST is the built page.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { files, RING } from './lib/articles.mjs';
import { buildPeers } from './lib/peers.mjs';

/** Fills `FOLDER/app/articles` and `FOLDER/peers` with articles of so many blocks. */
export async function prepare(folder, dist, sizes) {
  const articles = join(folder, 'app/articles');
  rmSync(articles, { recursive: true, force: true });
  mkdirSync(articles, { recursive: true });
  const known = [...files(sizes)];
  for (const [name, content] of known) writeFileSync(join(articles, name), JSON.stringify(content));
  await buildPeers(join(folder, 'peers'), dist, known.map(([, content]) => content).filter(({ body, '@id': id }) => body && !RING.includes(id)));
}

if (process.argv[1] === import.meta.filename) {
  const [folder, dist, sizes] = process.argv.slice(2);
  await prepare(folder, dist, sizes.split(',').map(Number));
}
