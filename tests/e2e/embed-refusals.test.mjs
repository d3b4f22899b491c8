// Where the article cannot be had: the fallback stays, the host is told why, and asking again is enough once it can.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { failing as behind, fallbackIsRead, impatient, timePasses } from './lib/faulty.mjs';
import { answer, FALLBACK, FILES, hear, heard, SHOWN, stage, tag } from './lib/hosts.mjs';
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
const failing = (options, act) => behind(on, { body: on.script() + element(), ...options }, act);

/** What is done to the article; `code` is what the host is told. */
const ARTICLES = {
  'is not there': { code: 'not-found', status: 404 },
  'is gone': { code: 'gone', status: 410 },
  'meets a server that fails': { code: 'server', status: 500 },
  'is not for everybody': { code: 'status', status: 403 },
  'is a page': { code: 'not-article', what: answer('<!doctype html><p>Xin chào', 'text/html') },
  'is not JSON': { code: 'not-json', what: answer('Xin chào') },
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
      answer(readFileSync(join(dist, FILES.wasm)), 'application/wasm')(request, response);
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
