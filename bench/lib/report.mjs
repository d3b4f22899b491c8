// What was measured, as tables of Markdown.

import { BY_HAND, NAMES, REACT } from './contenders.mjs';
import { limits } from './limits.mjs';
import { MEASURES } from './rounds.mjs';
import { ratio, summary } from './statistics.mjs';

const HEADS = {
  paint: 'first contentful paint, ms',
  paragraph: 'first paragraph, ms',
  last: 'last block, ms',
  thread: 'main thread, ms',
  heap: 'heap, MB',
  bytes: 'over the wire, KB',
  shift: 'layout shift',
};

const whole = (value) => Math.round(value).toLocaleString('en');
const SHOW = {
  heap: (value) => (value / 1e6).toFixed(1),
  bytes: (value) => (value / 1000).toFixed(1),
  shift: (value) => (value ? value.toFixed(4) : '0'),
};

/** The parts of the report by the names of their markers. */
export function parts(results) {
  return {
    machine: machine(results),
    limits: table(['what', 'limit', 'found', 'holds'],
      limits(results).map(({ what, limit, found, holds }) => [what, limit, found, holds ? 'yes' : '**no**'])),
    ...(results.speed && { speed: speed(results.speed) }),
    ...(results.turns && { turns: turns(results) }),
    ...(results.lighthouse && { lighthouse: lighthouse(results.lighthouse) }),
  };
}

/** Puts the parts between their markers. */
export function fill(text, filled) {
  return Object.entries(filled).reduce((all, [name, part]) => {
    const [begin, end] = [`<!-- bench: ${name} -->`, `<!-- end: ${name} -->`];
    const [from, to] = [all.indexOf(begin), all.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`the report has no place for "${name}": ${begin} ... ${end}`);
    return `${all.slice(0, from + begin.length)}\n${part}\n${all.slice(to)}`;
  }, text);
}

function machine({ date, cores, engine, runs }) {
  return `Measured on ${date}: ${cores} cores, ${engine}, headless; ${runs === 1 ? 'one round' : `${runs} rounds`}.`;
}

function speed(results) {
  const sections = [];
  for (const [blocks, both] of Object.entries(results)) {
    for (const [when, values] of Object.entries(both)) {
      const ids = Object.keys(NAMES).filter((id) => values[id]);
      const heads = ['', ...MEASURES.map((measure) => HEADS[measure])];
      sections.push(
        `### ${whole(Number(blocks))} blocks, ${when}`,
        table(heads, ids.map((id) => [NAMES[id], ...MEASURES.map((measure) => spread(measure, values[id][measure]))])),
        `Times the page by hand / times React:`,
        table(heads, ids.map((id) => [NAMES[id], ...MEASURES.map((measure) => [BY_HAND, REACT]
          .map((base) => compared(values[id][measure], values[base]?.[measure])).join(' / '))])),
      );
    }
  }
  return sections.join('\n\n');
}

/** The median, and in brackets the range where there is one. */
function spread(measure, values) {
  const { median: middle, least, most } = summary(values);
  const [m, from, to] = [middle, least, most].map(SHOW[measure] ?? whole);
  return from === to ? m : `${m} (${from}–${to})`;
}

function compared(values, base) {
  const times = base && ratio(values, base);
  return times ? times.toFixed(2) : '–';
}

function turns({ turns: time, memory }) {
  const [before, after] = [0, 1].map((at) => `${(memory.heap[at] / 1e6).toFixed(2)} MB and ${whole(memory.nodes[at])} nodes`);
  return table(['', ''], [
    ['from the tap to the next article’s text, ms', `${whole(time.median)} (${whole(time.least)}–${whole(time.most)})`],
    ['before the turns', before],
    [`after ${memory.turns} turns`, after],
  ]);
}

function lighthouse(results) {
  const categories = Object.keys(Object.values(results)[0].scores);
  const cell = (values) => {
    const { median: middle, least, most } = summary(values);
    return least === most ? whole(most) : `${whole(middle)} (${whole(least)}–${whole(most)})`;
  };
  const rows = Object.entries(results).map(([id, { scores, speeds }]) => [NAMES[id], ...categories.map((name) => cell(scores[name])), cell(speeds)]);
  const found = Object.entries(results).flatMap(([id, { found: lines }]) => lines.map((line) => `- ${NAMES[id]}: ${line}`));
  return [table(['', ...categories.map((name) => name.replace('-', ' ')), 'benchmark index'], rows), ...found].join('\n');
}

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
