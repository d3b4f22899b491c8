// Turning from one article to the next in the app: how long it takes, and whether it costs memory.

import { RING } from './articles.mjs';
import { heap, metricsOf, newcomer, opened } from './load.mjs';
import { summary } from './statistics.mjs';

/** Turns until every cache that has a limit is full, and those that are then counted. */
const BEFORE = 40;
const COUNTED = 200;

/** How much more the heap may hold afterwards: what an engine keeps of code that has become hot. */
export const HEAP_SLACK = 200_000;

/** Milliseconds from the tap to the next article's painted text, when that article has been prefetched. */
export async function timeOfTurns(browser, app, conditions, count) {
  const context = await newcomer(browser);
  const times = await opened(context, conditions, async (page) => {
    const found = [];
    const at = (turn) => RING[turn % RING.length];
    const prefetched = (id) => page.waitForEvent('requestfinished', (request) => request.url().endsWith(`/articles/${id}.json`));
    let ahead = prefetched(at(1));
    await page.goto(`${app}a/${at(0)}/`);
    await page.waitForSelector(headlineOf(at(0)));
    for (let turn = 0; turn < count; turn += 1) {
      const next = at(turn + 1);
      const link = page.locator(`.tb-cards a[href$="/a/${next}"]`);
      await link.scrollIntoViewIfNeeded();
      await ahead;
      ahead = prefetched(at(turn + 2));
      const painted = page.evaluate(untilPainted, next);
      // By hand, since a locator's own tap listens along in the page.
      await link.tap({ trial: true });
      const { x, y, width, height } = await link.boundingBox();
      await page.touchscreen.tap(x + width / 2, y + height / 2);
      found.push(await painted);
    }
    ahead.catch(() => {}); // Nobody goes on.
    return found;
  });
  await context.close();
  return summary(times);
}

/** What the page holds before and after the counted turns: `{ turns, heap: [before, after], nodes: [before, after] }`. */
export async function memoryOfTurns(browser, app, counted = COUNTED) {
  const context = await newcomer(browser);
  const memory = await opened(context, null, async (page, session) => {
    await session.send('Performance.enable');
    await page.goto(`${app}a/${RING[0]}/`);
    // The words that boot shows have no cards.
    await page.waitForSelector(`[data-state="ready"] ${headlineOf(RING[0])}`);
    const look = async () => ({ heap: await heap(session), nodes: (await metricsOf(session)).Nodes });
    // A whole number of times around, so that the same article is looked at.
    await page.evaluate(turnAround, { ring: RING, times: BEFORE / RING.length });
    const before = await look();
    await page.evaluate(turnAround, { ring: RING, times: Math.ceil(counted / RING.length) });
    const after = await look();
    return { turns: counted, heap: [before.heap, after.heap], nodes: [before.nodes, after.nodes] };
  });
  await context.close();
  return memory;
}

const headlineOf = (id) => `.tb-headline:has-text("(${id})")`;

/** Runs in the page. */
function untilPainted(id) {
  return new Promise((resolve) => {
    addEventListener('click', ({ timeStamp }) => {
      const look = () => {
        const there = document.querySelector('.tb-headline')?.textContent.endsWith(`(${id})`);
        if (!there || !document.querySelector('.tb-body > p')) return requestAnimationFrame(look);
        // The next task after the painting, before any other that waits.
        return scheduler.postTask(() => resolve(performance.now() - timeStamp), { priority: 'user-blocking' });
      };
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  });
}

/** Runs in the page. */
async function turnAround({ ring, times }) {
  const frame = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
  for (let turn = 0; turn < times * ring.length; turn += 1) {
    const id = ring[(turn + 1) % ring.length];
    document.querySelector(`article a[href$="/a/${id}"]`).click();
    const there = () => document.querySelector('[data-state=ready] .tb-headline')?.textContent.endsWith(`(${id})`);
    do await frame(); while (!there());
  }
}
