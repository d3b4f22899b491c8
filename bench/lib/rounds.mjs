// The rounds: every contender once in each, in an order that moves on, first as a newcomer and then once more.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idOf } from './articles.mjs';
import { BY_HAND } from './contenders.mjs';
import { load, newcomer } from './load.mjs';

/** The measures of a load by name; the tables follow this order. */
export const MEASURES = ['paint', 'paragraph', 'last', 'thread', 'heap', 'bytes', 'shift'];

/**
 * `{ [blocks]: { cold, warm } }`, each `{ [contender]: { [measure]: [a value a round] } }`.
 *
 * Stops where a contender does not show the words that the others show.
 */
export async function rounds(browser, list, folder, { sizes, runs, conditions, say }) {
  const results = Object.fromEntries(sizes.map((blocks) => [blocks, { cold: {}, warm: {} }]));
  for (let run = 0; run < runs; run += 1) {
    for (const blocks of sizes) {
      const ends = endsOf(folder, blocks);
      const loads = {};
      for (const contender of list.map((_, at) => list[(at + run) % list.length])) {
        say(`round ${run + 1} of ${runs}, ${blocks} blocks: ${contender.id}`);
        loads[contender.id] = await coldAndWarm(browser, contender.article(blocks), ends, conditions);
      }
      demandTheSame(loads, blocks);
      keep(results[blocks], loads, list);
    }
  }
  return results;
}

/** The words with which the article's first and last block begin. */
export function endsOf(folder, blocks) {
  const { body } = JSON.parse(readFileSync(join(folder, 'app/articles', `${idOf(blocks)}.json`), 'utf8'));
  const plain = (text) => (Array.isArray(text) ? text.map(plain).join('') : text.text ?? text);
  const begins = (block) => plain(block.text).slice(0, 40);
  return { first: begins(body[0]), last: begins(body.at(-1)) };
}

async function coldAndWarm(browser, address, ends, conditions) {
  const context = await newcomer(browser);
  try {
    const cold = await load(context, address, ends, conditions);
    return { cold, warm: await load(context, address, ends, conditions) };
  } finally {
    await context.close();
  }
}

/** The same words, and the first paragraph at the same place: else the comparison is none. */
export function demandTheSame(loads, blocks) {
  const wanted = (loads[BY_HAND] ?? Object.values(loads)[0]).cold.shown;
  for (const [id, both] of Object.entries(loads)) {
    for (const [when, { shown }] of Object.entries(both)) {
      const at = `${id}, ${blocks} blocks, ${when}:`;
      if (shown.words !== wanted.words) throw new Error(`${at} other words than the page by hand, ${differ(shown.words, wanted.words)}`);
      if (shown.blocks !== wanted.blocks) throw new Error(`${at} ${shown.blocks} blocks`);
      if (Math.abs(shown.first.height - wanted.first.height) > 1) {
        throw new Error(`${at} the first paragraph is ${shown.first.height} px high, by hand ${wanted.first.height}`);
      }
    }
  }
}

function differ(found, wanted) {
  const at = [...wanted].findIndex((letter, index) => letter !== found[index]);
  return `from "${found.slice(at, at + 40)}" on, where it says "${wanted.slice(at, at + 40)}"`;
}

function keep(result, loads, list) {
  for (const { id } of list) {
    for (const when of ['cold', 'warm']) {
      const values = result[when][id] ??= Object.fromEntries(MEASURES.map((measure) => [measure, []]));
      for (const measure of MEASURES) {
        const value = loads[id][when][measure];
        if (typeof value !== 'number') throw new Error(`${id}: no value of ${measure}`);
        values[measure].push(value);
      }
    }
  }
}
