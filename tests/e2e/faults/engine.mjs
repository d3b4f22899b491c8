// F23, F24, F25, F30: the program cannot start. The words stay, with a reason and a way on.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FALLBACK, hostPage, SHOWN, tag } from '../lib/hosts.mjs';
import { FAILED, plain, sample, words } from '../lib/page.mjs';
import { dist, fault } from '../lib/server.mjs';
import { asked, behind, FILE, everybody, isRead, ITEM, once, ours, saysWhy, SHOWN_AT } from './world.mjs';

const article = sample(ITEM);
const html = readFileSync(join(dist, 'index.html'), 'utf8');
const wasm = `/${/trangbao-[\w-]+\.wasm/.exec(html)[0]}`;
const glue = `/${/trangbao-[0-9a-f]+\.js/.exec(html)[0]}`;
const wasmBytes = readFileSync(join(dist, wasm));

/** The rescued words: headline, lede, and the first paragraph of the body. */
async function wordsAreThere(page) {
  const first = article.body.find((block) => block.type === 'paragraph');
  await page.waitForFunction((text) => document.body.innerText.replace(/\s+/g, ' ').includes(text), words(plain(first.text)));
  assert.equal(words(await page.textContent('h1.tb-headline')), words(article.headline));
  assert.ok(words(await page.textContent('main')).includes(words(article.abstract)));
}

/** Opens the article where the program cannot start: a reason in both languages, the words, one line in the console. */
async function rescued(given, { vi, en }, more) {
  for (const [locale, what] of [['vi-VN', vi], ['en-US', en]]) {
    await behind({ ...given, locale }, async (visit) => {
      await visit.page.goto(visit.at());
      await saysWhy(visit.page, what);
      await wordsAreThere(visit.page);
      if (article.url) await visit.page.waitForSelector(`.tb-original[href="${article.url}"]`);
      assert.equal(ours(visit.problems).length, 1, visit.problems.join('\n'));
      await more?.(visit);
    });
  }
}

/** What stands in the tag stays in sight, and the host is told why. */
async function tagKeepsItsWords({ headers, ...given }, code) {
  await behind(given, async ({ page, front }) => {
    const { origin } = new URL(front.url);
    const policy = headers?.['Content-Security-Policy'].replaceAll('VIEWER', origin);
    const body = `<script type="module" src="${front.url}embed.js"></script>${tag({ src: `${front.url}articles/${ITEM.url}`, loading: 'eager' })}`;
    await page.addInitScript(() => addEventListener('trangbao:error', ({ detail }) => { globalThis.told = detail.code; }));
    await page.goto(everybody().host.put(hostPage(body), policy && { 'Content-Security-Policy': policy }));
    await page.waitForFunction((wanted) => globalThis.told === wanted, code);
    assert.ok(await page.getByText(FALLBACK).isVisible());
    assert.ok(await page.getByText(FALLBACK).evaluate((found) => found.matches('a[href]')));
    assert.equal(await page.locator(SHOWN).count(), 0);
  });
}

const taken = { prepare: (page) => page.addInitScript(() => { delete globalThis.WebAssembly; }) };
const jitless = { args: ['--js-flags=--jitless'] };
const missing = { vi: /thiếu WebAssembly/, en: /no WebAssembly/ };

const absent = {
  'an engine without it': () => rescued(jitless, missing),
  'it was taken away': () => rescued(taken, missing),
  'the list of articles is left, as links': () => behind(taken, async ({ page, at }) => {
    await page.goto(at(''));
    await saysWhy(page, missing.vi);
    const link = page.locator(`main a[href$="/${SHOWN_AT}"]`);
    assert.equal(words(await link.textContent()), words(ITEM.headline));
    await link.click();
    await wordsAreThere(page);
  }),
  'an embed keeps the words of its tag': () => tagKeepsItsWords(taken, 'wasm-missing'),
};

const strict = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
const forbidding = (_, response) => response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': strict })
  .end(html.replaceAll("'wasm-unsafe-eval'", ''));

const forbidden = {
  'the page': () => rescued({ faults: [[`/${SHOWN_AT}`, forbidding]] }, { vi: /Chính sách bảo mật/, en: /security policy/ }),
  'an embed': () => tagKeepsItsWords({ headers: { 'Content-Security-Policy': "script-src 'self' VIEWER; style-src 'self'" } }, 'wasm-forbidden'),
};

function flipped(bytes) {
  const copy = Buffer.from(bytes);
  copy[copy.length >> 1] ^= 1;
  return copy;
}

// It compiles: an empty section named "x" at its end.
const longer = Buffer.concat([wasmBytes, Buffer.from([0, 2, 1, 120])]);
const broken = { vi: /thiếu hoặc hỏng/, en: /missing or damaged/ };

/** Asked for twice, the second time past the caches. */
function askedAgain(path) {
  return ({ front }) => {
    const addresses = front.asked.filter((address) => address.startsWith(path));
    assert.equal(addresses.length, 2, addresses.join(' '));
    assert.notEqual(addresses[0], addresses[1]);
  };
}

const damaged = {
  'the wasm is gone': () => rescued({ faults: [[wasm, fault.status(404)]] }, broken, askedAgain(wasm)),
  'a bit of it is another': () => rescued({ faults: [[wasm, fault.body(flipped(wasmBytes), 'application/wasm')]] }, broken, askedAgain(wasm)),
  'it has grown, and compiles': () => {
    assert.ok(WebAssembly.validate(longer));
    return rescued({ faults: [[wasm, fault.body(longer, 'application/wasm')]] }, broken, askedAgain(wasm));
  },
  'the glue is gone': () => rescued({ faults: [[glue, fault.status(404)]] }, broken),
  'the glue is another': () => rescued({ faults: [[glue, fault.body(`${readFileSync(join(dist, glue))}\n//`, 'text/javascript')]] }, broken),
  'a copy that was damaged once is asked for again, and starts': () => behind({}, async ({ page, front, problems, at }) => {
    once(front, wasm, fault.body('<p>Xin chào', 'text/html'));
    await page.goto(at());
    await isRead(page);
    assert.equal(asked(front, wasm), 2);
    assert.deepEqual(problems, []);
  }),
  'it never comes: ten seconds later there is a reason': () => behind({
    faults: [[wasm, fault.silence()]], prepare: (page) => page.clock.install(),
  }, async ({ page, at }) => {
    const waits = page.waitForRequest((request) => request.url().includes('.wasm'));
    await page.goto(at());
    await waits;
    await page.clock.runFor(9_000);
    assert.equal(await page.locator(FAILED).count(), 0);
    await page.clock.runFor(1_100);
    await saysWhy(page, /Mạng bị ngắt hoặc quá chậm/);
    await wordsAreThere(page);
  }),
  'it comes slowly, and the page says how far it is': () => {
    let release;
    const slow = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/wasm', 'Content-Length': wasmBytes.length });
      response.write(wasmBytes.subarray(0, wasmBytes.length >> 1));
      release = () => response.end(wasmBytes.subarray(wasmBytes.length >> 1));
    };
    return behind({ faults: [[wasm, slow]] }, async ({ page, problems, at }) => {
      await page.goto(at());
      await page.waitForFunction(() => {
        const bar = document.querySelector('progress.tb-progress');
        return bar?.checkVisibility() && bar.position > 0.4 && bar.position < 0.6;
      });
      release();
      await isRead(page);
      assert.equal(await page.locator('progress').count(), 0);
      assert.deepEqual(problems, []);
    });
  },
  'nothing comes but the page': () => behind({ faults: [wasm, glue, '/site.json', FILE].map((path) => [path, fault.status(503)]) }, async ({ page, front, at }) => {
    await page.goto(at());
    await page.waitForSelector(`${FAILED} [role=alert]`);
    assert.match(await page.innerText('[role=alert]'), /Hãy tải lại/);
    front.faults.clear();
    await page.click('.tb-retry-load');
    await isRead(page);
  }),
};

const off = { javaScriptEnabled: false };
const silent = {
  'the page names its article and the way to it': () => behind(off, async ({ page, at }) => {
    await page.goto(at());
    const text = await page.locator('noscript').innerText();
    assert.match(text, /cần JavaScript và WebAssembly/);
    assert.match(text, /needs JavaScript and WebAssembly/);
    assert.ok(words(text).includes(words(article.headline)), text);
    assert.equal(words(await page.title()), words(article.headline));
    const link = page.locator('noscript a').first();
    assert.ok(await link.isVisible());
    assert.match(await link.getAttribute('href'), article.url ? /^https:/ : /\.json$/);
    assert.equal(await page.locator('.tb-skeleton:visible').count(), 0, 'nothing pretends to be loading');
  }),
};

export default [
  {
    id: 'F23',
    fault: 'WebAssembly is missing',
    expected: 'the words, the reason, the way to the original; an embed keeps its link',
    checks: absent,
  },
  {
    id: 'F24',
    fault: 'wasm forbidden by policy',
    expected: 'the same, with another reason',
    checks: forbidden,
  },
  {
    id: 'F25',
    fault: 'wasm gone, damaged, slow',
    expected: 'asked for once more past the caches, then the words and the reason',
    checks: damaged,
  },
  {
    id: 'F30',
    fault: 'JavaScript is off',
    expected: 'the headline, and a link',
    checks: silent,
  },
];
