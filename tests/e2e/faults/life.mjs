// F34: a host takes the element out, moves it and puts it back, a hundred times and in the middle of a load.

import assert from 'node:assert/strict';
import { hear, SHOWN, tag } from '../lib/hosts.mjs';
import { settle } from '../lib/page.mjs';
import { fault } from '../lib/server.mjs';
import { partners } from './world.mjs';

const ID = 'doc-dia-chi-web';
// The first rounds fill what is kept once and for all, such as the program's memory.
const EARLY = 20;
const ROUNDS = EARLY + 100;
const LETTING_GO = 20;

let on;
const element = (attributes) => tag({ src: on.address(ID), loading: 'eager', images: 'none', ...attributes });

/** Waits without keeping the element: what a test holds on to is not a leak. */
const shows = (page) => page.locator(SHOWN).first().waitFor();

/** What is alive in the browser once the rubbish is gone. */
async function alive(page, session) {
  await settle(page);
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners, documents } = await session.send('Memory.getDOMCounters');
  return { nodes, jsEventListeners, documents, wasm: await page.evaluate(() => globalThis.tbMemory?.buffer.byteLength ?? 0) };
}

/** Keeps the memory of the wasm in sight. */
function watchMemory() {
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await original.apply(WebAssembly, given);
      const exports = Object.values((result.instance ?? result).exports);
      globalThis.tbMemory ??= exports.find((value) => value instanceof WebAssembly.Memory);
      return result;
    };
  }
}

/** Plays rounds, and compares what is alive after the first few with what is alive at the end. */
async function rounds(body, play) {
  const { context, page, problems } = await on.open(on.script() + body, { before: (target) => target.addInitScript(watchMemory) });
  const open = new Set();
  page.on('request', (request) => open.add(request));
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => open.delete(request));
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await shows(page);
  await play(page, 0, EARLY);
  const early = await alive(page, session);
  await play(page, EARLY, ROUNDS);
  assert.ok(early.nodes > 100 && early.jsEventListeners > 0 && early.wasm > 0, JSON.stringify(early));
  // Something may hold the last one, as long as it is not one a round: less than four nodes, a tenth of a listener.
  const leaks = (late) => Object.entries({ nodes: 399, jsEventListeners: 9, documents: 0 }).filter(([what, more]) => late[what] > early[what] + more);
  let late = await alive(page, session);
  // The browser may be late in letting go, once it was: what is held still after so many times is a leak.
  for (let turn = 0; leaks(late).length && turn < LETTING_GO; turn += 1) late = await alive(page, session);
  for (const [what] of leaks(late)) assert.fail(`${what}: ${early[what]} and then ${late[what]}`);
  // Memory of wasm is never given back, so it is as large as the busiest moment was. A leak would need more every time.
  const sizes = [early.wasm, late.wasm];
  while (sizes.at(-1) > sizes.at(-2)) {
    assert.ok(sizes.length < 5, `wasm: ${sizes}`);
    await play(page, ROUNDS * (sizes.length - 1), ROUNDS * sizes.length);
    sizes.push((await alive(page, session)).wasm);
  }
  assert.deepEqual([...open].map((request) => request.url()), []);
  assert.deepEqual(problems, []);
  await context.close();
}

const life = {
  'an element is taken out, moved and put back': () => rounds(`<div id="a">${element()}</div><div id="b"></div>`, async (page, from, to) => {
    await page.evaluate(async ([first, last]) => {
      const [a, b, target] = ['#a', '#b', 'trang-bao'].map((css) => document.querySelector(css));
      const frame = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
      for (let round = first; round < last; round += 1) {
        target.remove();
        if (round % 3 === 1) await frame();
        (round % 2 ? a : b).append(target);
        (round % 2 ? b : a).append(target);
        if (round % 3 === 2) await frame();
      }
    }, [from, to]);
    await shows(page);
    assert.equal(await page.locator(SHOWN).count(), 1);
  }),

  'an element is made, shows its article and is thrown away': () => rounds(element({ id: 'stays' }), async (page, from, to) => {
    await page.evaluate(async ([html, count]) => {
      for (let round = 0; round < count; round += 1) {
        const box = document.createElement('div');
        box.innerHTML = html;
        const [made] = box.children;
        const ready = new Promise((resolve) => { made.addEventListener('trangbao:ready', resolve); });
        document.body.append(box);
        await ready;
        box.remove();
      }
    }, [element(), to - from]);
  }),

  'an element is made and thrown away in mid-load': () => rounds(element({ id: 'stays' }), async (page, from, to) => {
    await page.evaluate(async ([html, first, last]) => {
      const frame = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
      for (let round = first; round < last; round += 1) {
        const box = document.createElement('div');
        box.innerHTML = html;
        document.body.append(box);
        if (round % 2) await frame();
        if (round % 5 === 0) box.firstChild.src += '?x';
        box.remove();
      }
    }, [element(), from, to]);
  }),

  'attributes change faster than articles come': () => rounds(element(), async (page, from, to) => {
    await page.evaluate(([first, last]) => {
      const target = document.querySelector('trang-bao');
      for (let round = first; round < last; round += 1) {
        target.src = target.src.replace(/\?.*|$/, `?${round}`);
        target.theme = ['light', 'dark', 'sepia'][round % 3];
        target.headingLevel = 1 + (round % 6);
        target.reload();
      }
    }, [from, to]);
    await page.waitForFunction((last) => document.querySelector('trang-bao').src.endsWith(`?${last}`) && document.querySelector('trang-bao').article, to - 1);
    await shows(page);
  }),

  'the request ends with the element, and no event comes late': async () => {
    on.viewer.faults.set(`/articles/${ID}.json`, fault.silence());
    const { context, page, problems, heard } = await on.open('');
    const asked = page.waitForRequest((request) => request.url().endsWith(`${ID}.json`));
    await page.evaluate(([script, html]) => {
      document.body.innerHTML = html;
      document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: script }));
    }, [`${on.viewer.url}embed.js`, element()]);
    const request = await asked;
    const ended = page.waitForEvent('requestfailed', (failed) => failed === request);
    await page.evaluate(() => document.querySelector('trang-bao').remove());
    assert.match((await ended).failure().errorText, /ABORTED/);
    await settle(page);
    assert.deepEqual([...await heard('error'), ...await heard('ready')], []);
    assert.deepEqual(problems, []);
    await context.close();
    on.viewer.faults.clear();
  },

  'an element that comes back shows its article': async () => {
    const { context, page, problems } = await on.open(on.script() + element());
    await hear(page, 'ready');
    await page.evaluate(() => {
      globalThis.kept = document.querySelector('trang-bao');
      globalThis.kept.remove();
    });
    await settle(page);
    await page.evaluate(() => document.body.append(globalThis.kept));
    await shows(page);
    assert.deepEqual(problems, []);
    await context.close();
  },

  'an element in another document is at home there': async () => {
    const { context, page, problems } = await on.open(`${on.script()}${element()}<iframe srcdoc="<p>x" title="x"></iframe>`);
    await hear(page, 'ready');
    await page.evaluate(() => document.querySelector('iframe').contentDocument.body.append(document.querySelector('trang-bao')));
    const inside = page.frameLocator('iframe').locator(SHOWN);
    await inside.waitFor();
    // Styles that were adopted in one document are lost in the next.
    assert.equal(await inside.evaluate((found) => getComputedStyle(found).display), 'block');
    assert.equal(await inside.locator('.tb-headline').evaluate((found) => getComputedStyle(found).fontWeight >= 600), true);
    assert.deepEqual(problems, []);
    await context.close();
  },
};

/** Each on the stage that all of them share. */
const checks = Object.fromEntries(Object.entries(life).map(([name, check]) => [name, async () => {
  on = await partners();
  await check();
}]));

export default [{
  id: 'F34',
  fault: 'an element is moved',
  expected: 'no panic; requests, listeners and memory end with it; it can come back',
  checks,
}];
