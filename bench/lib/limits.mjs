// The limits, and whether they hold: rows of `{ what, limit, found, holds }`, those alone that were measured.

import { APP, BY_HAND, REACT, SITE } from './contenders.mjs';
import { median, ratio } from './statistics.mjs';
import { HEAP_SLACK } from './turns.mjs';

/** The static page of an article, with its CSS. */
const PAGE_BYTES = 20_000;
const TURN_MS = 100;
/** Twice as many blocks may take twice the time, and this much more. */
const LINEAR = 1.2;
const SCORES = {
  site: { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 },
  app: { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 },
};

export function limits({ speed = {}, page, turns, memory, lighthouse }) {
  const rows = [];
  const most = (what, limit, value, tell) => {
    if (value !== null) rows.push({ what, limit: `at most ${tell(limit)}`, found: tell(value), holds: value <= limit });
  };
  const times = (value) => `${value.toFixed(2)} times`;
  const compare = (what, limit, { blocks, measure, id, base }) => {
    const cold = speed[blocks]?.cold;
    if (cold?.[id] && cold[base]) most(what, limit, ratio(cold[id][measure], cold[base][measure]), times);
  };

  compare('static page: first paragraph, to the page by hand', 1.1, { blocks: 24, measure: 'paragraph', id: SITE, base: BY_HAND });
  if (page) most(`static page: HTML with CSS, brotli (${page.id})`, PAGE_BYTES, page.bytes, (bytes) => `${bytes.toLocaleString('en')} bytes`);
  compare('the app: first paragraph, to React (aim 0.75)', 1, { blocks: 24, measure: 'paragraph', id: APP, base: REACT });
  compare('10,000 blocks in the app: first paragraph, to React', 0.5, { blocks: 10_000, measure: 'paragraph', id: APP, base: REACT });
  compare('10,000 blocks in the app: main thread, to React', 0.7, { blocks: 10_000, measure: 'thread', id: APP, base: REACT });
  const threads = [2000, 10_000].map((blocks) => speed[blocks]?.cold[APP]?.thread);
  if (threads[0] && threads[1]) {
    most('main thread a block in the app, 10,000 blocks to 2,000', LINEAR, ratio(threads[1], threads[0]) / 5, times);
  }
  if (turns) most('turning to the next article', TURN_MS, turns.median, (ms) => `${Math.round(ms)} ms`);
  if (memory) {
    const [[heapBefore, heapAfter], [nodesBefore, nodesAfter]] = [memory.heap, memory.nodes];
    most(`heap after ${memory.turns} turns more`, HEAP_SLACK, heapAfter - heapBefore, (bytes) => `${bytes.toLocaleString('en')} bytes more`);
    most(`DOM nodes after ${memory.turns} turns more`, 0, nodesAfter - nodesBefore, (nodes) => `${nodes} more`);
  }
  for (const [id, wanted] of Object.entries(lighthouse ? SCORES : {})) {
    for (const [category, least] of Object.entries(wanted)) {
      const score = median(lighthouse[id].scores[category]);
      const what = `Lighthouse, ${id === APP ? 'the app' : 'static page'}: ${category.replace('-', ' ')}`;
      rows.push({ what, limit: `at least ${least}`, found: String(score), holds: score >= least });
    }
  }
  return rows;
}
