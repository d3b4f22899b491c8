// Measures what `prepare.mjs` and the build have made, prints it, and writes it into the report:
//
//   node measure.mjs FOLDER DIST [--runs N] [--blocks LIST] [--no-speed] [--no-lighthouse] [--check] [--report FILE]

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium, launch } from '../tests/e2e/lib/browser.mjs';
import { APP, BY_HAND, contenders, REACT, SITE } from './lib/contenders.mjs';
import { limits } from './lib/limits.mjs';
import { SLOW } from './lib/load.mjs';
import { fill, parts } from './lib/report.mjs';
import { rounds } from './lib/rounds.mjs';
import { serve } from './lib/server.mjs';
import { memoryOfTurns, timeOfTurns } from './lib/turns.mjs';

/** The sample whose static page is weighed and judged. */
const SAMPLE = 'hoi-nghi-quan-uy-tay-ho';

const { positionals: [folder, dist], values: options } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    blocks: { type: 'string', default: '24' },
    'no-speed': { type: 'boolean' },
    'no-lighthouse': { type: 'boolean' },
    check: { type: 'boolean' },
    report: { type: 'string' },
  },
});
const runs = Number(options.runs);
const sizes = options.blocks.split(',').map(Number);
const say = (text) => console.error(`    ${text}`);

const results = { date: new Date().toISOString().slice(0, 10), cores: cpus().length, runs };
results.page = { id: SAMPLE, bytes: readFileSync(join(folder, 'samples/a', SAMPLE, 'index.html.br')).length };
Object.assign(results, await inBrowser());
if (!options['no-lighthouse']) results.lighthouse = await scores();

writeFileSync(join(folder, 'results.json'), JSON.stringify(results, null, 1));
const filled = parts(results);
console.log(Object.values(filled).join('\n\n'));
if (options.report) writeFileSync(options.report, fill(readFileSync(options.report, 'utf8'), filled));
if (options.check && limits(results).some(({ holds }) => !holds)) process.exitCode = 1;

async function inBrowser() {
  const browser = await launch();
  const engine = `Chromium ${browser.version()}`;
  try {
    if (options['no-speed']) return { engine };
    const { list, stop } = await contenders(folder, dist);
    const speed = await rounds(browser, list, folder, { sizes, runs, conditions: SLOW, say });
    const app = list.find(({ id }) => id === APP).url;
    say('turning from article to article');
    const turns = await timeOfTurns(browser, app, SLOW, Math.max(4, 2 * runs));
    const memory = await memoryOfTurns(browser, app);
    await stop();
    return { engine, speed, turns, memory };
  } finally {
    await browser.close();
  }
}

async function scores() {
  const { judge } = await import('./lighthouse/run.mjs');
  const found = {};
  const judged = async (id, address) => {
    found[id] = await judge(address, { runs, chromium: findChromium(), say });
  };
  // The peers know no pictures: they are judged with an article that has none, and have it easier.
  const { list, stop } = await contenders(folder, dist);
  for (const { id, article } of list.filter(({ id }) => [BY_HAND, REACT].includes(id))) await judged(id, article(Math.min(...sizes)));
  await stop();
  for (const [id, below] of [[SITE, join(folder, 'samples')], [APP, dist]]) {
    const { url, stop } = await serve(below);
    await judged(id, `${url}a/${SAMPLE}/`);
    await stop();
  }
  return found;
}
