// Lighthouse, as a phone sees a page: its four scores, medians of several runs, and what it has found.

import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

/** Lighthouse's names of them. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/**
 * `{ scores: { [category]: [a score a run] }, speeds: [the machine's, a run], found: [lines] }` of an address. The speed is
 * Lighthouse's benchmark index: the same page gets less on a machine that is slow just then.
 */
export async function judge(address, { runs, chromium, say }) {
  const scores = Object.fromEntries(CATEGORIES.map((category) => [category, []]));
  const speeds = [];
  const found = new Set();
  for (let run = 0; run < runs; run += 1) {
    say(`Lighthouse, run ${run + 1} of ${runs}: ${address}`);
    const { categories, audits, environment } = await once(address, chromium);
    speeds.push(environment.benchmarkIndex);
    for (const category of CATEGORIES) {
      const { score, auditRefs } = categories[category];
      if (score === null) throw new Error(`Lighthouse gives ${address} no score for ${category}`);
      scores[category].push(Math.round(100 * score));
      for (const { id, weight } of auditRefs) {
        const { score: part, title, displayValue } = audits[id];
        if (weight > 0 && part !== null && part < 0.9) found.add(`${category}: ${title}${displayValue ? ` (${displayValue})` : ''}`);
      }
    }
  }
  return { scores, speeds, found: [...found] };
}

async function once(address, chromePath) {
  const chrome = await launch({ chromePath, chromeFlags: FLAGS });
  try {
    const { lhr } = await lighthouse(address, {
      port: chrome.port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES, disableFullPageScreenshot: true,
    });
    if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
    return lhr;
  } finally {
    await chrome.kill();
  }
}
