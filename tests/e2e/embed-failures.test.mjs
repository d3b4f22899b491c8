// Where the element cannot show its article: what stands in the tag is read instead, and the host is told why.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { answer, FALLBACK, FILES, hear, heard, ours, others, SHOWN, stage, tag } from './lib/hosts.mjs';
import { settle } from './lib/page.mjs';
import { dist, fault } from './lib/server.mjs';

const ID = 'doc-dia-chi-web';
const OTHER = 'dawn-on-west-lake';
const PATH = `/articles/${ID}.json`;

let on;
before(async () => {
  on = await stage();
});
after(() => on?.stop());

const element = (attributes) => tag({ src: on.address(ID), loading: 'eager', images: 'none', ...attributes });
const fallbackIsRead = async (page, count = 1) => {
  for (let index = 0; index < count; index += 1) {
    const link = page.getByText(FALLBACK).nth(index);
    assert.ok(await link.isVisible(), `fallback ${index + 1} is in sight`);
    assert.ok(await link.evaluate((found) => found.matches('a[href]')));
  }
};

/** Opens a host behind faults; afterwards the console has at most one line of ours, and nothing was thrown. */
async function failing({ faults = [], body = on.script() + element(), ...options }, act) {
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

const file = (name) => readFileSync(join(dist, name));
const flipped = (name) => {
  const bytes = file(name);
  bytes[bytes.length >> 1] ^= 1;
  return bytes;
};
/** A clock that the test can turn, which the browser's own time limits follow, too. */
async function impatient(page) {
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
async function timePasses(page) {
  for (let seconds = 0; seconds < 120; seconds += 5) {
    await page.clock.fastForward(5_000);
    await settle(page);
    const [error] = await heard(page, 'error');
    if (error) return error;
  }
  return assert.fail('two minutes later there is no error yet');
}

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

/** What is done to the article; `code` is what the host is told. */
const ARTICLES = {
  'is not there': { code: 'not-found', what: answer },
  'is gone': { code: 'gone', status: 410 },
  'meets a server that fails': { code: 'server', status: 500 },
  'is not for everybody': { code: 'status', status: 403 },
  'is not JSON': { code: 'not-json', what: answer('<!doctype html><p>Xin chào', 'text/html') },
  'is no article': { code: 'not-article', what: answer('{"a": 1}') },
  'is empty': { code: 'not-json', what: answer('') },
  'is too large': { code: 'too-large', what: answer(Buffer.alloc(9 * 1024 * 1024, ' ')) },
  'may not be read by the host': { code: 'cors', what: fault.body('{}') },
  'breaks off': {
    code: 'network',
    what: (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 100, 'Access-Control-Allow-Origin': '*' });
      response.write('{"headline": "', () => response.destroy());
    },
  },
  'meets a dead line': { code: 'network', what: (_, response) => response.destroy() },
  'never answers': { code: 'timeout', what: fault.silence(), clock: true },
};
ARTICLES['is not there'] = { code: 'not-found', status: 404 };

describe('an article that', () => {
  for (const [name, { code, status, what, clock }] of Object.entries(ARTICLES)) {
    const refused = (_, response) => response.writeHead(status, { 'Access-Control-Allow-Origin': '*' }).end();
    it(`${name} leaves the fallback, and comes when it is mended`, () => failing({
      faults: [[PATH, what ?? refused]],
      before: (page) => (clock ? impatient(page) : undefined),
    }, async (page) => {
      const { detail } = await (clock ? timePasses(page) : hear(page, 'error'));
      assert.equal(detail.code, code);
      assert.match(detail.message, /\S+ \S+/);
      await fallbackIsRead(page);
      on.viewer.faults.clear();
      await page.locator('trang-bao').evaluate((target) => target.reload());
      await page.waitForSelector(SHOWN);
      assert.equal(await page.getByText(FALLBACK).isVisible(), false, 'the fallback gives way');
    }));
  }

  it('is asked for again while the program is on its way is asked for again', async () => {
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    const late = async (request, response) => {
      await held;
      answer(file(FILES.wasm), wasmType)(request, response);
    };
    const gone = (_, response) => response.writeHead(410, { 'Access-Control-Allow-Origin': '*' }).end();
    await failing({ faults: [[`/${FILES.wasm}`, late], [PATH, gone]] }, async (page) => {
      await page.waitForFunction((url) => performance.getEntriesByName(url).length > 0, on.address(ID));
      on.viewer.faults.delete(PATH);
      await page.locator('trang-bao').evaluate((target) => target.reload());
      release();
      await page.waitForSelector(SHOWN);
    });
  });

  it('is asked for offline says so, and comes back', () => failing({}, async (page, { context }) => {
    await page.waitForSelector(SHOWN);
    await context.setOffline(true);
    await page.locator('trang-bao').evaluate((target, src) => { target.src = src; }, on.address(OTHER));
    assert.equal((await hear(page, 'error')).detail.code, 'offline');
    await fallbackIsRead(page);
    await context.setOffline(false);
    await page.locator('trang-bao').evaluate((target) => target.reload());
    await page.waitForSelector(SHOWN);
  }));

  it('has no address, or none that can be asked for', async () => {
    const given = [{}, { src: '' }, { src: 'javascript:alert(1)' }, { src: 'data:application/json,{}' }, { src: 'http://[' }, { src: 'ftp://127.0.0.1/a.json' }];
    const tags = given.map((attributes) => tag({ loading: 'eager', ...attributes }));
    await failing({ body: on.script() + tags.join('') }, async (page) => {
      await hear(page, 'error', given.length - 1);
      assert.deepEqual((await heard(page, 'error')).map(({ detail }) => detail.code), given.map(() => 'no-source'));
      await fallbackIsRead(page, given.length);
    });
  });
});

describe('an empty tag', () => {
  const blank = () => tag({ src: on.address(ID), loading: 'eager' }, '');
  const saysSo = async (page) => {
    const slot = page.locator('trang-bao').locator('slot');
    assert.match((await slot.textContent()).trim(), /\S+ \S+/);
    const { width, height } = await page.locator('trang-bao').boundingBox();
    assert.ok(width > 100 && height > 10, `${width} x ${height}`);
  };

  it('is no blank box while it waits', () => failing({ body: on.script() + blank(), faults: [[PATH, fault.silence()]] }, async (page) => {
    await page.evaluate(() => customElements.whenDefined('trang-bao'));
    await settle(page);
    await saysSo(page);
  }));

  it('nor when nothing comes', () => failing({ body: on.script() + blank(), faults: [[PATH, fault.status(404)]] }, async (page) => {
    await hear(page, 'error');
    await saysSo(page);
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
