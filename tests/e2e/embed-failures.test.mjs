// Where the viewer cannot start, or stops: what stands in the tag is read instead, and the host is told why.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { failing as behind, fallbackIsRead, impatient, timePasses } from './lib/faulty.mjs';
import { answer, FALLBACK, FILES, hear, ours, SHOWN, stage, tag } from './lib/hosts.mjs';
import { settle } from './lib/page.mjs';
import { dist, fault } from './lib/server.mjs';

const ID = 'doc-dia-chi-web';
const OTHER = 'dawn-on-west-lake';

let on;
before(async () => {
  on = await stage();
});
after(() => on?.stop());

const element = (attributes) => tag({ src: on.address(ID), loading: 'eager', images: 'none', ...attributes });
const failing = (options, act) => behind(on, { body: on.script() + element(), ...options }, act);

const file = (name) => readFileSync(join(dist, name));
const flipped = (name) => {
  const bytes = file(name);
  bytes[bytes.length >> 1] ^= 1;
  return bytes;
};
const wasmType = 'application/wasm';
const jsType = 'text/javascript';

describe('without a start', () => {
  it('scripts are off', () => failing({ javaScriptEnabled: false }, (page) => fallbackIsRead(page)));

  it('embed.js does not come', async () => {
    for (const what of [fault.status(404), fault.silence()]) {
      await failing({ faults: [['/embed.js', what]], waitUntil: 'commit' }, async (page) => {
        await page.getByText(FALLBACK).waitFor();
        await fallbackIsRead(page);
      });
    }
  });

  const noWasm = (page) => page.addInitScript(() => { delete globalThis.WebAssembly; });
  const strict = (rules) => ({ 'Content-Security-Policy': rules.replaceAll('VIEWER', on.origin) });
  const REASONS = {
    'WebAssembly is missing': { code: 'wasm-missing', given: () => ({ before: noWasm }) },
    'the policy forbids it': { code: 'wasm-forbidden', given: () => ({ headers: strict("script-src 'self' VIEWER; style-src 'self'") }) },
    'the policy forbids it, with Trusted Types': { code: 'wasm-forbidden', given: () => ({ headers: strict("script-src 'self' VIEWER; require-trusted-types-for 'script'") }) },
    'the wasm is gone': { given: () => ({ faults: [[`/${FILES.wasm}`, fault.status(404)]] }) },
    'the wasm is not the one that was built': { given: () => ({ faults: [[`/${FILES.wasm}`, answer(flipped(FILES.wasm), wasmType)]] }) },
    'the wasm has a byte too many, and compiles': {
      given: () => ({ faults: [[`/${FILES.wasm}`, answer(Buffer.concat([file(FILES.wasm), Buffer.from([0, 2, 1, 120])]), wasmType)]] }),
    },
    'the glue is gone': { given: () => ({ faults: [[`/${FILES.glue}`, fault.status(404)]] }) },
    'the glue is not the one that was built': { given: () => ({ faults: [[`/${FILES.glue}`, answer(`${file(FILES.glue)}\n//`, jsType)]] }) },
    'the styles are gone': { given: () => ({ faults: [[`/${FILES.css}`, fault.status(404)]] }) },
    'the viewer’s server lets nobody read': { given: () => ({ faults: [[`/${FILES.wasm}`, fault.body(file(FILES.wasm), wasmType)]] }) },
  };

  for (const [name, { code = 'engine', given }] of Object.entries(REASONS)) {
    it(name, () => failing({ body: on.script() + element() + element({ src: on.address(OTHER) }), ...given() }, async (page, { problems }) => {
      const told = [await hear(page, 'error'), await hear(page, 'error', 1)];
      assert.deepEqual(told.map(({ detail }) => detail.code), [code, code]);
      assert.match(told[0].detail.message, /\S+ \S+/);
      await fallbackIsRead(page, 2);
      assert.equal(await page.locator(SHOWN).count(), 0);
      assert.equal(ours(problems).length, 1, problems.join('\n'));
    }));
  }

  it('the wasm never comes: after a while there is a reason', () => failing({
    faults: [[`/${FILES.wasm}`, fault.silence()]],
    before: impatient,
  }, async (page) => {
    await settle(page);
    await fallbackIsRead(page);
    assert.equal((await timePasses(page)).detail.code, 'engine');
    await fallbackIsRead(page);
  }));

  it('a wasm that was damaged once is asked for again', () => failing({
    faults: [[`/${FILES.wasm}`, (_, response) => {
      on.viewer.faults.clear();
      response.writeHead(200, { 'Content-Type': wasmType, 'Access-Control-Allow-Origin': '*' }).end('<p>Xin chào');
    }]],
  }, async (page, { heard }) => {
    await page.waitForSelector(SHOWN);
    assert.deepEqual(await heard('error'), []);
  }));

  it('reload brings the article when the viewer’s files are back', () => failing({ faults: [[`/${FILES.wasm}`, fault.status(404)]] }, async (page) => {
    await hear(page, 'error');
    on.viewer.faults.clear();
    await page.locator('trang-bao').evaluate((target) => target.reload());
    await page.waitForSelector(SHOWN);
  }));
});

describe('after a crash', () => {
  /** Lets the test make any call into wasm fail as a trap does. */
  function trappable() {
    const wrap = ([name, value]) => [name, typeof value !== 'function' ? value : (...args) => {
      if (globalThis.trapNow) throw new WebAssembly.RuntimeError('unreachable');
      return value(...args);
    }];
    const wrapped = ({ exports }) => ({ exports: Object.fromEntries(Object.entries(exports).map(wrap)) });
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const original = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const result = await original.apply(WebAssembly, given);
        return result.instance ? { module: result.module, instance: wrapped(result.instance) } : wrapped(result);
      };
    }
  }

  const add = (page) => page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), element({ id: 'second', src: on.address(OTHER) }));

  it('what is shown stays, what is not keeps its fallback', () => failing({
    before: (page) => page.addInitScript(trappable),
  }, async (page) => {
    await page.waitForSelector(SHOWN);
    const text = await page.innerText(`${SHOWN} .tb-body`);
    await page.evaluate(() => { globalThis.trapNow = true; });
    await page.locator('trang-bao').evaluate((target) => { target.layout = 'desktop'; });
    assert.equal((await hear(page, 'error')).detail.code, 'crashed');
    assert.equal(await page.innerText(`${SHOWN} .tb-body`), text);
    await add(page);
    await settle(page);
    assert.ok(await page.getByText(FALLBACK).last().isVisible());
    await page.evaluate(() => {
      globalThis.trapNow = false;
      document.querySelector('trang-bao').theme = 'dark';
      document.querySelector('trang-bao').remove();
    });
    await settle(page);
  }));

  it('an element that comes too late is told as well', () => failing({
    before: (page) => page.addInitScript(trappable),
  }, async (page) => {
    await page.waitForSelector(SHOWN);
    await page.evaluate(() => { globalThis.trapNow = true; });
    await page.locator('trang-bao').evaluate((target) => { target.layout = 'desktop'; });
    await hear(page, 'error');
    await add(page);
    const told = await hear(page, 'error', 1);
    assert.deepEqual([told.id, told.detail.code], ['second', 'crashed']);
  }));
});
