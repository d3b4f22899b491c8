// Hosts of an element that cannot show its article.

import assert from 'node:assert/strict';
import { FALLBACK, heard, ours, others } from './hosts.mjs';
import { settle } from './page.mjs';

/** What stands in the tags is in sight, and leads on. */
export async function fallbackIsRead(page, count = 1) {
  for (let index = 0; index < count; index += 1) {
    const link = page.getByText(FALLBACK).nth(index);
    assert.ok(await link.isVisible(), `fallback ${index + 1} is in sight`);
    assert.ok(await link.evaluate((found) => found.matches('a[href]')));
  }
}

/** Opens a host of this stage behind faults; afterwards the console has at most one line of ours, and nothing was thrown. */
export async function failing(on, { faults = [], body, ...options }, act) {
  for (const [path, what] of faults) on.viewer.faults.set(path, what);
  try {
    const visit = await on.open(body, options);
    await act(visit.page, visit);
    assert.ok(ours(visit.problems).length <= 1, visit.problems.join('\n'));
    assert.deepEqual(others(visit.problems).filter((problem) => !problem.startsWith('policy:')), []);
    await visit.context.close();
  } finally {
    on.viewer.faults.clear();
  }
}

/** A clock that the test can turn, which the browser's own time limits follow, too. */
export async function impatient(page) {
  await page.clock.install();
  await page.addInitScript(() => {
    AbortSignal.timeout = (time) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException('', 'TimeoutError')), time);
      return controller.signal;
    };
  });
}

/** Turns the clock a few seconds at a time, until there is an error. */
export async function timePasses(page) {
  for (let seconds = 0; seconds < 120; seconds += 5) {
    await page.clock.fastForward(5_000);
    await settle(page);
    const [error] = await heard(page, 'error');
    if (error) return error;
  }
  return assert.fail('two minutes later there is no error yet');
}
