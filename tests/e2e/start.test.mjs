// Where the viewer cannot start, or stops: the reader keeps the words, a reason and a way on.

import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { launch, reader } from './lib/browser.mjs';
import { ARTICLE, FAILED, open, sample, SAMPLES, words, plain } from './lib/page.mjs';
import { fault, serve, spoil } from './lib/server.mjs';

const ITEM = SAMPLES[0];
const ARTICLE_JSON = sample(ITEM);
const FIRST_WORDS = words(plain(ARTICLE_JSON.body.find((block) => block.type === 'paragraph').text));

let browser;
let server;
let files;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
  const html = (await download('')).toString();
  const path = (pattern) => pattern.exec(html)[1];
  files = { html, wasm: path(/data-wasm="?([^" >]+)/), glue: path(/data-js="?([^" >]+)/) };
});
after(() => Promise.all([browser?.close(), server?.stop()]));

function download(path) {
  return new Promise((resolve, reject) => {
    get(new URL(path, server.url), async (answer) => resolve(Buffer.concat(await answer.toArray()))).on('error', reject);
  });
}

/** Opens an article behind faults, and gives the words of the notice. */
async function notice({ faults = [], prepare, locale = 'vi-VN', path = `a/${ITEM['@id']}`, own = browser, lines = 1 }, look) {
  const front = await spoil(server.url, new Map(faults));
  const { context, page, problems } = await reader(own, { locale });
  await prepare?.(page);
  await page.goto(`${front.url}${path}`);
  await page.waitForSelector(`${FAILED} [role=alert]`, { timeout: 15_000 });
  const text = await page.innerText('[role=alert]');
  await look?.(page, front);
  const ours = problems.filter((problem) => problem.includes('trangbao:'));
  assert.equal(ours.length, lines, `lines in the console: ${problems.join('\n')}`);
  await context.close();
  await front.stop();
  return text;
}

async function articleIsThere(page) {
  await page.waitForFunction((text) => document.body.innerText.replace(/\s+/g, ' ').includes(text), FIRST_WORDS);
  assert.equal(words(await page.textContent('h1')), words(ARTICLE_JSON.headline));
  assert.ok(words(await page.textContent('main')).includes(words(ARTICLE_JSON.abstract)));
}

const NO_WASM = (page) => page.addInitScript(() => { delete globalThis.WebAssembly; });

describe('without a start', () => {
  it('WebAssembly is missing', async () => {
    assert.match(await notice({ prepare: NO_WASM }, articleIsThere), /thiếu WebAssembly/);
    assert.match(await notice({ prepare: NO_WASM, locale: 'en-US' }, articleIsThere), /no WebAssembly/);
  });

  it('the engine has none to give', async () => {
    const bare = await launch({ args: ['--js-flags=--jitless'] });
    assert.match(await notice({ own: bare }, articleIsThere), /WebAssembly/);
    await bare.close();
  });

  it('the catalogue’s headlines are left, as links', async () => {
    await notice({ prepare: NO_WASM, path: '', lines: 2 }, async (page) => {
      const link = page.locator(`a[href$="/a/${ITEM['@id']}"]`);
      await link.waitFor();
      assert.equal(words(await link.textContent()), words(ITEM.headline));
      await link.click();
      await articleIsThere(page);
    });
  });

  it('the policy forbids it', async () => {
    const strict = async (request, response) => {
      const html = files.html.replaceAll("'wasm-unsafe-eval'", '');
      const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': policy }).end(html);
    };
    const faults = [[`/a/${ITEM['@id']}`, strict]];
    assert.match(await notice({ faults }, articleIsThere), /Chính sách bảo mật/);
    assert.match(await notice({ faults, locale: 'en-US' }, articleIsThere), /security policy/);
  });

  it('the wasm is gone', async () => {
    const faults = [[files.wasm, fault.status(404)]];
    assert.match(await notice({ faults }, articleIsThere), /thiếu hoặc hỏng/);
    assert.match(await notice({ faults, locale: 'en-US' }, articleIsThere), /missing or damaged/);
  });

  it('the wasm is not the one that was built', async () => {
    const bytes = await download(files.wasm);
    bytes[bytes.length >> 1] ^= 1;
    const faults = [[files.wasm, fault.body(bytes, 'application/wasm')]];
    assert.match(await notice({ faults }, articleIsThere), /thiếu hoặc hỏng/);
  });

  it('the wasm has a byte too many, which compiles and is refused all the same', async () => {
    const custom = Buffer.from([0, 2, 1, 120]); // An empty section named "x".
    const bytes = Buffer.concat([await download(files.wasm), custom]);
    assert.ok(WebAssembly.validate(bytes));
    assert.match(await notice({ faults: [[files.wasm, fault.body(bytes, 'application/wasm')]] }), /thiếu hoặc hỏng/);
  });

  it('the glue is not the one that was built', async () => {
    const code = `${await download(files.glue)}\n//`;
    assert.match(await notice({ faults: [[files.glue, fault.body(code, 'text/javascript')]] }, articleIsThere), /thiếu hoặc hỏng/);
  });

  it('the line is dead: after ten seconds there is a reason', async () => {
    const faults = [[files.wasm, fault.silence()]];
    const prepare = async (page) => {
      await page.clock.install();
      page.once('response', () => {
        page.waitForRequest((request) => request.url().includes('.wasm')).then(() => page.clock.fastForward(10_100));
      });
    };
    assert.match(await notice({ faults, prepare }, articleIsThere), /Mạng bị ngắt hoặc quá chậm/);
  });

  it('nothing comes but the page', async () => {
    const faults = [files.wasm, files.glue, '/site.json', `/articles/${ITEM.url}`].map((path) => [path, fault.status(503)]);
    const text = await notice({ faults }, async (page) => {
      assert.ok(await page.locator('.tb-retry-load').isVisible());
    });
    assert.match(text, /Tải lại/);
  });

  it('the button loads the page anew', async () => {
    await notice({ faults: [[files.wasm, fault.status(404)]] }, async (page, front) => {
      front.faults.clear();
      await page.click('.tb-retry-load');
      await page.waitForSelector(ARTICLE);
    });
  });
});

describe('a start in spite of', () => {
  it('a wasm that was damaged once', async () => {
    const front = await spoil(server.url);
    front.faults.set(files.wasm, (request, response) => {
      front.faults.delete(files.wasm);
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Xin chào');
    });
    const { context, page, problems } = await reader(browser);
    await open(page, `${front.url}a/${ITEM['@id']}`);
    assert.deepEqual(problems, []);
    await context.close();
    await front.stop();
  });

  it('a server that does not know the type of wasm', async () => {
    const bytes = await download(files.wasm);
    const front = await spoil(server.url, new Map([[files.wasm, fault.body(bytes, 'application/octet-stream')]]));
    const { context, page, problems } = await reader(browser);
    await open(page, `${front.url}a/${ITEM['@id']}`);
    assert.deepEqual(problems, []);
    await context.close();
    await front.stop();
  });

  it('a slow line, and says how far it is', async () => {
    const bytes = await download(files.wasm);
    let release;
    const half = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/wasm', 'Content-Length': bytes.length });
      response.write(bytes.subarray(0, bytes.length >> 1));
      release = () => response.end(bytes.subarray(bytes.length >> 1));
    };
    const front = await spoil(server.url, new Map([[files.wasm, half]]));
    const { context, page, problems } = await reader(browser);
    await page.goto(`${front.url}a/${ITEM['@id']}`);
    await page.waitForFunction(() => {
      const bar = document.querySelector('progress.tb-progress');
      return bar?.checkVisibility() && bar.position > 0.4 && bar.position < 0.6;
    });
    release();
    await page.waitForSelector(ARTICLE);
    assert.equal(await page.locator('progress').count(), 0);
    assert.deepEqual(problems, []);
    await context.close();
    await front.stop();
  });
});

describe('after a trap', () => {
  /** Lets the test make any call into wasm fail as a trap does, and counts the calls that reach it. */
  function trappable() {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => {
      const { exports } = await instantiate(...given);
      const wrap = ([name, value]) => [name, typeof value !== 'function' ? value : (...args) => {
        globalThis.wasmCalls = (globalThis.wasmCalls ?? 0) + 1;
        if (globalThis.trapNow) throw new WebAssembly.RuntimeError('unreachable');
        return value(...args);
      }];
      return { exports: Object.fromEntries(Object.entries(exports).map(wrap)) };
    };
  }

  it('the article stays, a bar says so, and wasm is not called again', async () => {
    const { context, page, problems } = await reader(browser);
    await page.addInitScript(trappable);
    await open(page, `${server.url}a/${ITEM['@id']}`);
    const before = await page.innerText('.tb-body');
    await page.evaluate(() => { globalThis.trapNow = true; });
    await page.locator('.tb-switch:visible').click();
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
    await page.locator('.tb-switch:visible').click();
    await page.evaluate(() => scrollTo(0, 500));
    await page.setViewportSize({ width: 700, height: 700 });
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    assert.equal(await page.evaluate(() => globalThis.wasmCalls), calls);
    assert.equal(problems.filter((problem) => problem.includes('trangbao:')).length, 1, problems.join('\n'));
    assert.equal(problems.length, 1, problems.join('\n'));

    await page.click('.tb-dead button');
    await page.waitForSelector(ARTICLE);
    assert.equal(await page.locator('.tb-dead').count(), 0);
    await context.close();
  });

  it('links of a stopped page still lead on', async () => {
    const { context, page } = await reader(browser);
    await page.addInitScript(trappable);
    await open(page, server.url);
    await page.evaluate(() => { globalThis.trapNow = true; });
    const link = page.locator(`a[href$="/a/${ITEM['@id']}"]`).first();
    await link.click();
    await page.waitForSelector(ARTICLE);
    await context.close();
  });

  it('a trap before anything was shown leaves the words', async () => {
    const prepare = (page) => page.addInitScript(`(${trappable})(); globalThis.trapNow = true;`);
    assert.match(await notice({ prepare }, articleIsThere), /đã dừng/);
  });
});

describe('without JavaScript', () => {
  it('the page says what it needs, in two languages', async () => {
    const { context, page } = await reader(browser, { javaScriptEnabled: false });
    await page.goto(`${server.url}a/${ITEM['@id']}`);
    const text = await page.locator('noscript').innerText();
    assert.match(text, /cần JavaScript và WebAssembly/);
    assert.match(text, /needs JavaScript and WebAssembly/);
    assert.ok(await page.locator('noscript a').first().isVisible());
    await context.close();
  });
});
