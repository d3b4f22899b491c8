// Whether the bench measures what it says: every contender shows the same article, and every measure comes.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { RING } from '../../bench/lib/articles.mjs';
import { APP, contenders, NAMES, REACT } from '../../bench/lib/contenders.mjs';
import { limits } from '../../bench/lib/limits.mjs';
import { fill, parts } from '../../bench/lib/report.mjs';
import { demandTheSame, MEASURES, rounds } from '../../bench/lib/rounds.mjs';
import { ratio, summary } from '../../bench/lib/statistics.mjs';
import { memoryOfTurns, timeOfTurns } from '../../bench/lib/turns.mjs';
import { prepare } from '../../bench/prepare.mjs';
import { launch } from './lib/browser.mjs';
import { dist } from './lib/server.mjs';
import { written } from './lib/site.mjs';

const folder = mkdtempSync(join(tmpdir(), 'trangbao-bench-'));

let browser;
let served;
before(async () => {
  [browser] = await Promise.all([launch(), prepare(folder, dist, [24])]);
  // As a host does that has a rule for deep links.
  for (const id of ['bai-24', ...RING]) cpSync(join(dist, 'index.html'), join(folder, 'app/a', id, 'index.html'));
  renameSync(written({ articles: join(folder, 'app/articles') }), join(folder, 'site'));
  served = await contenders(folder, dist);
});
after(async () => {
  await Promise.all([browser?.close(), served?.stop()]);
  rmSync(folder, { recursive: true });
});

const settings = { sizes: [24], runs: 1, conditions: null, say: () => {} };

describe('the bench', () => {
  it('has every measure of every contender', async () => {
    const { 24: both } = await rounds(browser, served.list, folder, settings);
    for (const [when, found] of Object.entries(both)) {
      assert.deepEqual(Object.keys(found).sort(), Object.keys(NAMES).sort());
      for (const [id, values] of Object.entries(found)) {
        for (const measure of MEASURES.filter((name) => name !== 'shift')) {
          assert.ok(values[measure][0] > 0, `${id}, ${when}: ${measure} is ${values[measure]}`);
        }
        const [paint, paragraph, last] = ['paint', 'paragraph', 'last'].map((measure) => values[measure][0]);
        assert.ok(paint <= paragraph && paragraph <= last, `${id}, ${when}: ${paint}, ${paragraph}, ${last}`);
      }
    }
    // React's own code is not there the second time.
    assert.ok(both.cold[REACT].bytes[0] - both.warm[REACT].bytes[0] > 50_000);
    const report = parts({ speed: { 24: both }, date: '2026-11-02', cores: 2, engine: 'Chromium', runs: 1 });
    assert.match(report.speed, /### 24 blocks, warm/);
    for (const name of Object.values(NAMES)) assert.ok(report.speed.includes(`| ${name} |`), name);
  });

  it('stops where one of them shows something else', () => {
    const page = (changes = {}) => ({ words: 'Tràsen', blocks: 24, first: { top: 300, height: 90 }, ...changes });
    const loads = (changes) => Object.fromEntries(Object.keys(NAMES).map((id) => [id, {
      cold: { shown: page() }, warm: { shown: page(id === REACT ? changes : {}) },
    }]));
    demandTheSame(loads({ first: { top: 310, height: 91 } }), 24);
    for (const changes of [{ words: 'Tràđá' }, { blocks: 23 }, { first: { top: 300, height: 120 } }]) {
      assert.throws(() => demandTheSame(loads(changes), 24), /^Error: react, 24 blocks, warm/);
    }
  });

  it('compares within a round, and says which limits hold', () => {
    assert.equal(ratio([2, 30, 8], [1, 10, 4]), 2);
    assert.deepEqual(summary([3, 1, 2, 10]), { median: 2.5, least: 1, most: 10 });
    const cold = (react, app) => ({ [REACT]: { paragraph: [react] }, [APP]: { paragraph: [app] } });
    const holds = (app) => limits({ speed: { 24: { cold: cold(1000, app) } } }).map((row) => row.holds);
    assert.deepEqual([holds(1000), holds(1001)], [[true], [false]]);
    assert.equal(fill('a\n<!-- bench: x -->\nold\n<!-- end: x -->\nb', { x: 'new' }), 'a\n<!-- bench: x -->\nnew\n<!-- end: x -->\nb');
    assert.throws(() => fill('', { x: 'new' }), /no place for "x"/);
  });

  it('measures turns in the app', async () => {
    const app = served.list.find(({ id }) => id === APP).url;
    const time = await timeOfTurns(browser, app, null, 2);
    assert.ok(time.least > 0 && time.most < 10_000);
    const memory = await memoryOfTurns(browser, app, 4);
    assert.ok(memory.heap[0] > 100_000 && memory.nodes[0] > 100, JSON.stringify(memory));
  });
});
