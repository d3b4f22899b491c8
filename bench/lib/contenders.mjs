// Who is measured, and where each of them lies.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { idOf } from './articles.mjs';
import { serve } from './server.mjs';

export const BY_HAND = 'by-hand';
export const REACT = 'react';
export const SITE = 'site';
export const APP = 'app';

/** In the order of the tables. */
export const NAMES = {
  [BY_HAND]: 'static page, by hand',
  [SITE]: 'static page, `trangbao site`',
  preact: 'Preact',
  [REACT]: 'React',
  [APP]: 'the app',
};

/**
 * Starts a server for each contender that lies in the folder; `dist` is the built page:
 * `{ list: [{ id, url, article(blocks) }], stop }`.
 */
export async function contenders(folder, dist) {
  const places = {
    [BY_HAND]: [join(folder, 'peers', BY_HAND)],
    [SITE]: [join(folder, 'site')],
    preact: [join(folder, 'peers/preact')],
    [REACT]: [join(folder, 'peers', REACT)],
    [APP]: [join(folder, 'app'), dist],
  };
  const list = [];
  for (const [id, folders] of Object.entries(places).filter(([, [first]]) => existsSync(first))) {
    const { url, stop } = await serve(...folders);
    list.push({ id, url, stop, article: (blocks) => `${url}a/${idOf(blocks)}/` });
  }
  return { list, stop: () => Promise.all(list.map(({ stop }) => stop())) };
}
