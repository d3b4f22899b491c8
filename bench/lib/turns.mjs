// Turning from one article to the next in the app: how long it takes, and whether it costs memory.

import { RING } from './articles.mjs';
import { heap, metricsOf, newcomer, opened } from './load.mjs';
import { summary } from './statistics.mjs';

/** Turns until every cache that has a limit is full, and those that are then counted. */
const BEFORE = 40;
const COUNTED = 200;

/** How much more the heap may hold afterwards: what an engine keeps of code that has become hot. */
export const HEAP_SLACK = 200_000;

/** Milliseconds from the tap to the next article's painted text. Who is at the link has been there long enough for a prefetch. */
export async function timeOfTurns(browser, app, conditions, count) {
  const context = await newcomer(browser);
  const times = await opened(context, conditions, async (page, session, bytes) => {
    const found = [];
    await page.goto(`${app}a/${RING[0]}/`);
    await page.waitForSelector(headlineOf(RING[0]));
    for (let turn = 0; turn < count; turn += 1) {
      const next = RING[(turn + 1) % RING.length];
      const link = page.locator(`.tb-cards a[href$="/a/${next}"]`);
      await link.scrollIntoViewIfNeeded();
      await bytes.silent(500);
      const painted = page.evaluate(untilPainted, next);
      await link.tap();
      found.push(await painted);
    }
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
    await page.waitForSelector(headlineOf(RING[0]));
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
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - timeStamp);
        return port2.postMessage(0);
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
    do await frame(); while (!document.querySelector('.tb-headline')?.textContent.endsWith(`(${id})`));
  }
}
