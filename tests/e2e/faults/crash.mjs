// F26, F27: the program stops, or runs out of memory.

import assert from 'node:assert/strict';
import { ARTICLE, open, settle } from '../lib/page.mjs';
import { fault } from '../lib/server.mjs';
import { behind, FILE, isRead, ITEM, ours, saysWhy, SHOWN_AT } from './world.mjs';

/** Keeps the program's memory in sight, counts the calls that reach it, and lets one of them trap. */
function watched() {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const { exports } = await instantiate(...given);
    globalThis.wasmCalls = 0;
    globalThis.wasmMemory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
    const wrap = ([name, value]) => [name, typeof value !== 'function' ? value : (...args) => {
      globalThis.wasmCalls += 1;
      if (globalThis.trapNow) throw new WebAssembly.RuntimeError('unreachable');
      return value(...args);
    }];
    return { exports: Object.fromEntries(Object.entries(exports).map(wrap)) };
  };
}

const watch = { prepare: (page) => page.addInitScript(watched) };

/** Ways to bring a program down, at its next call. */
const ENDS = {
  'a call that traps': (page) => page.evaluate(() => {
    globalThis.trapNow = true;
    document.querySelector('.tb-switch').click();
  }),
  'a panic: all of its memory is overwritten': (page) => page.evaluate(() => {
    new Uint8Array(globalThis.wasmMemory.buffer).fill(0xff);
    document.querySelector('.tb-switch').click();
  }),
  'a stack overflow: it is called where hardly any stack is left': (page) => page.evaluate(() => {
    const button = document.querySelector('.tb-switch');
    const calls = globalThis.wasmCalls;
    let thrown = 0;
    addEventListener('error', () => { thrown += 1; });
    (function sink(depth) {
      try {
        sink(depth + 1);
      } catch {
        // There is no stack left at all.
      }
      if (depth % 16 === 0 && globalThis.wasmCalls === calls && thrown === 0) button.click();
    })(0);
  }),
};

/** The article stays, a bar says so, the program is left alone from then on, and the button brings it back. */
async function staysReadable({ page, problems, at }, end) {
  await open(page, at());
  const before = await page.innerText('.tb-body');
  await end(page);
  await page.waitForSelector('.tb-dead[role=alert]');
  assert.match(await page.innerText('.tb-dead'), /đã dừng/);
  assert.ok(await page.locator('.tb-dead').evaluate((bar) => {
    const { top, bottom } = bar.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }), 'the bar is in sight, wherever the reader was');
  assert.equal(await page.innerText('.tb-body'), before);

  const calls = await page.evaluate(() => {
    globalThis.trapNow = false;
    return globalThis.wasmCalls;
  });
  await page.evaluate(() => document.querySelector('.tb-switch').click());
  await page.evaluate(() => scrollTo(0, 500));
  await page.setViewportSize({ width: 700, height: 700 });
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
  await settle(page);
  assert.equal(await page.evaluate(() => globalThis.wasmCalls), calls, 'no call goes in any more');
  assert.equal(ours(problems).length, 1, problems.join('\n'));

  await page.click('.tb-dead button');
  await isRead(page);
  assert.equal(await page.locator('.tb-dead').count(), 0);
}

const crashes = Object.fromEntries(Object.entries(ENDS).map(([name, end]) => [name, () => behind(watch, (visit) => staysReadable(visit, end))]));
crashes['links of a stopped page still lead on'] = () => behind(watch, async ({ page, at }) => {
  await open(page, at(''));
  await page.evaluate(() => { globalThis.trapNow = true; });
  await page.locator(`a[href$="/${SHOWN_AT}"]`).first().click();
  await page.waitForSelector(ARTICLE);
  await isRead(page);
});
crashes['a trap before anything was shown leaves the words'] = () => behind({
  prepare: (page) => page.addInitScript(`(${watched})(); globalThis.trapNow = true;`),
}, async ({ page, at }) => {
  await page.goto(at());
  await saysWhy(page, /đã dừng/);
  await page.locator('h1.tb-headline').waitFor();
});

const PAGES = 256;
const small = { args: [`--js-flags=--wasm-max-mem-pages=${PAGES}`] };
const paragraphs = (count, length) => JSON.stringify({
  headline: 'Dài', body: Array.from({ length: count }, () => ({ type: 'paragraph', text: 'x'.repeat(length) })),
});

const HUGE = {
  'five megabytes': () => paragraphs(50, 100_000),
  '180,000 paragraphs': () => paragraphs(180_000, 1),
};
const memory = {};
for (const [name, make] of Object.entries(HUGE)) {
  memory[`${name} are too large, and the app goes on`] = () => behind({ ...small, faults: [[FILE, fault.body(make())]] }, async ({ page, front, at }) => {
    await open(page, at(''));
    const card = page.locator(`main a[href$="/a/${ITEM['@id']}"]`).first();
    await page.evaluate(() => { globalThis.sameDocument = true; });
    await card.click();
    await saysWhy(page, /quá lớn/);
    await page.click('.tb-masthead a');
    await page.waitForSelector('.tb-catalogue');
    front.faults.clear();
    await card.click();
    await isRead(page);
    assert.equal(await page.evaluate(() => globalThis.sameDocument), true);
  });
}
memory['whatever is let in fits: there is no size at which the program dies'] = () => behind(small, async ({ page, front, problems, at }) => {
  await open(page, at());
  let refused = 0;
  for (const length of [1, 4_000]) {
    for (let bytes = 100_000; bytes < 2_000_000; bytes *= 2) {
      front.faults.set('/articles/x.json', fault.body(paragraphs(Math.ceil(bytes / (length + 33)), length)));
      await page.evaluate(() => {
        const link = Object.assign(document.createElement('a'), { href: '/?src=articles/x.json' });
        document.querySelector('main').append(link);
        link.click();
      });
      await page.waitForSelector('.tb-viewer:not([data-state=loading])');
      assert.equal(await page.locator('.tb-dead').count(), 0, `${length}, ${bytes}`);
      refused += await page.locator('.tb-failure').count();
      await page.goBack();
      await isRead(page);
    }
  }
  assert.ok(refused > 0, 'some are refused');
  assert.deepEqual(ours(problems), []);
});

export default [
  {
    id: 'F26',
    fault: 'panic, stack overflow',
    expected: 'the article stays readable, a bar says so and offers to reload; the program is not called again',
    checks: crashes,
  },
  {
    id: 'F27',
    fault: 'out of memory',
    expected: '“too large”; another article can be opened',
    checks: memory,
  },
];
