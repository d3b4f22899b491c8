// The table of faults, F1 to F35: each row is injected and its expected behaviour held. The table is printed at the end.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import answers from './faults/answers.mjs';
import aside from './faults/aside.mjs';
import blocked from './faults/blocked.mjs';
import crash from './faults/crash.mjs';
import deep from './faults/deep.mjs';
import engine from './faults/engine.mjs';
import life from './faults/life.mjs';
import line from './faults/line.mjs';
import slow from './faults/slow.mjs';
import storage from './faults/storage.mjs';
import surroundings from './faults/surroundings.mjs';
import tabs from './faults/tabs.mjs';
import worker from './faults/worker.mjs';
import { close, open } from './faults/world.mjs';

const ROWS = [answers, aside, blocked, crash, deep, engine, life, line, slow, storage, surroundings, tabs, worker].flat().sort((a, b) => number(a) - number(b));
const results = new Map();

before(open);
after(async () => {
  await close();
  console.log(table());
});

/** Runs a check of a row, and keeps how it ended. One that gives words could not be run here, and they say why. */
async function held(test, { id }, name, check) {
  const result = results.get(id);
  try {
    const reason = await check();
    if (reason) {
      result.notRun.push(`${name}: ${reason}`);
      test.skip(reason);
    } else {
      result.passed += 1;
    }
  } catch (error) {
    result.failed.push(name);
    throw error;
  }
}

for (const row of ROWS) {
  results.set(row.id, { passed: 0, failed: [], notRun: [] });
  describe(`${row.id} ${row.fault}`, () => {
    for (const [name, check] of Object.entries(row.checks)) it(name, { timeout: 60_000 }, (test) => held(test, row, name, check));
  });
}

it('every row is there, once', () => {
  assert.deepEqual(ROWS.map(number), Array.from({ length: 35 }, (_, index) => index + 1));
});

function number({ id }) {
  return Number(id.slice(1));
}

/** A line for each row; wide texts go on below. */
function table() {
  const lines = [['', 'fault', 'expected', 'result']];
  for (const row of ROWS) lines.push([row.id, row.fault, row.expected, outcome(row)]);
  const widths = [3, 26, 64, 30];
  const rule = widths.map((width) => '-'.repeat(width)).join('-+-');
  const shown = lines.map((cells) => {
    const wrapped = cells.map((cell, column) => wrap(cell, widths[column]));
    const height = Math.max(...wrapped.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) => (
      wrapped.map((cell, column) => (cell[line] ?? '').padEnd(widths[column])).join(' | ').trimEnd()
    )).join('\n');
  });
  return `\nFaults\n${rule}\n${shown.join(`\n${rule}\n`)}\n${rule}`;
}

function outcome({ id }) {
  const { passed, failed, notRun } = results.get(id);
  if (failed.length > 0) return `FAILED: ${failed.join('; ')}`;
  const others = notRun.map((reason) => `; not run: ${reason}`).join('');
  return passed > 0 ? `as expected (${passed})${others}` : `did not run${others}`;
}

function wrap(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length <= width || !lines.at(-1)) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines;
}
