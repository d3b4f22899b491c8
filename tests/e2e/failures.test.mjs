// Every way in which an article or the catalogue may fail to come: each has its own message, and a way on.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, reader } from './lib/browser.mjs';
import { ARTICLE, FAILED, open, READY, SAMPLES } from './lib/page.mjs';
import { fault, serve, spoil } from './lib/server.mjs';

const ITEM = SAMPLES[0];
const PATH = `/articles/${ITEM.url}`;
const PARTNER = 'https://partner.example';
const LOCALES = { vi: 'vi-VN', en: 'en-US' };

let browser;
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser?.close(), server?.stop()]));

/** What is done to the page, by the kind of failure; `mend` undoes it, where a retry can then succeed. */
const FAILURES = {
  'not found': { fault: fault.status(404) },
  gone: { fault: fault.status(410) },
  'the server fails': { fault: fault.status(500) },
  'the connection breaks': { fault: fault.cut('{"headline": "') },
  'not JSON': { fault: fault.body('<!doctype html><p>Xin chào', 'text/html') },
  'not an article': { fault: fault.body('{"a": 1}') },
  'too large': { fault: fault.bytes(9 * 1024 * 1024) },
  silence: { fault: fault.silence(), wait: (page) => page.clock.fastForward(11_000) },
  offline: {
    arrive: async (page, url, context) => {
      await open(page, url);
      await context.setOffline(true);
      await page.locator(`a[href$="/a/${ITEM['@id']}"]`).first().click();
    },
    mend: (context) => context.setOffline(false),
  },
  'the origin is not allowed': {
    arrive: (page, url) => page.goto(`${url}?src=${encodeURIComponent('https://stranger.example/a.json')}`),
    final: true,
  },
  'the other server does not let us': {
    site: { allowedOrigins: [PARTNER] },
    arrive: async (page, url) => {
      await answerWithoutCors(page);
      await page.goto(`${url}?src=${encodeURIComponent(`${PARTNER}/a.json`)}`);
    },
    final: true,
  },
};

/** Playwright's own answers let every page read them, so this one comes from the browser's protocol. */
async function answerWithoutCors(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Fetch.enable', { patterns: [{ urlPattern: `${PARTNER}/*` }] });
  session.on('Fetch.requestPaused', ({ requestId }) => session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [{ name: 'Content-Type', value: 'application/json' }],
    body: Buffer.from('{}').toString('base64'),
  }));
}

for (const [lang, locale] of Object.entries(LOCALES)) {
  describe(`in ${lang}`, () => {
    const messages = new Map();

    for (const [name, failure] of Object.entries(FAILURES)) {
      it(name, async () => {
        const faults = new Map();
        if (failure.fault) faults.set(PATH, failure.fault);
        faults.set('/site.json', fault.body(JSON.stringify({ name: 'Báo', lang: 'auto', ...failure.site })));
        const front = await spoil(server.url, faults);
        const { context, page, problems } = await reader(browser, { locale });
        if (failure.wait) await page.clock.install();
        const arrive = failure.arrive ?? (() => page.goto(`${front.url}a/${ITEM['@id']}`));
        await arrive(page, front.url, context);
        if (failure.wait) {
          await page.waitForSelector('.tb-masthead');
          await failure.wait(page);
        }
        await page.waitForSelector(`${FAILED} [role=alert]`);
        const text = (await page.innerText('[role=alert]')).trim();
        messages.set(name, text);
        assert.equal(/[àáảãạăâđèéêìíòóôơùúưýế]/i.test(text), lang === 'vi', text);
        assert.doesNotMatch(text, /undefined|null|Error|panicked|\{|\}/);
        assert.ok(await page.locator('.tb-masthead a, [role=alert] a').count() > 0, 'there is a way on');

        if (!failure.final) {
          await page.evaluate(() => { globalThis.sameDocument = true; });
          faults.delete(PATH);
          await failure.mend?.(context);
          await page.click('.tb-retry-load');
          await page.waitForSelector(ARTICLE);
          assert.equal(await page.evaluate(() => globalThis.sameDocument), true);
        }
        assert.deepEqual(problems.filter((problem) => !expected(problem)), []);
        await context.close();
        await front.stop();
      });
    }

    it('says something else for each', () => {
      assert.equal(messages.size, Object.keys(FAILURES).length);
      const byText = Map.groupBy?.(messages.entries(), ([, text]) => text) ?? new Map([...messages].map((entry) => [entry[1], [entry]]));
      assert.equal(byText.size, messages.size, JSON.stringify([...messages], null, 1));
    });
  });
}

/** The browser itself reports a request that failed, and this suite asks for the partner on purpose. */
function expected(problem) {
  return /Failed to load resource|blocked by CORS policy/.test(problem) || problem === `request: ${PARTNER}/a.json`;
}

describe('more of the same', () => {
  for (const [name, broken] of [
    ['429', fault.status(429)],
    ['503', fault.status(503)],
    ['403', fault.status(403)],
    ['a redirect to a page', fault.redirect('/')],
    ['a redirect to itself', fault.redirect(PATH)],
    ['nothing at all', fault.body('')],
    ['a catalogue for an article', fault.body('{"title": "x", "items": []}')],
  ]) {
    it(`shows a message and tries again: ${name}`, async () => {
      const front = await spoil(server.url, new Map([[PATH, broken]]));
      const { context, page } = await reader(browser);
      await page.goto(`${front.url}a/${ITEM['@id']}`);
      await page.waitForSelector(`${FAILED} [role=alert]`);
      front.faults.delete(PATH);
      await page.click('.tb-retry-load');
      await page.waitForSelector(ARTICLE);
      await context.close();
      await front.stop();
    });
  }

  it('the catalogue fails and comes back too', async () => {
    const front = await spoil(server.url, new Map([['/articles/index.json', fault.status(500)]]));
    const { context, page } = await reader(browser);
    await page.goto(front.url);
    await page.waitForSelector(`${FAILED} [role=alert]`);
    front.faults.clear();
    await page.click('.tb-retry-load');
    await page.waitForSelector(`${READY} .tb-catalogue`);
    await context.close();
    await front.stop();
  });

  it('a site without its settings, or with rubbish in them, still opens', async () => {
    for (const settings of [fault.status(404), fault.body('{'), fault.body('[1]'), fault.body('{"name": 5, "colors": "x", "allowedOrigins": {}}')]) {
      const front = await spoil(server.url, new Map([['/site.json', settings]]));
      const { context, page } = await reader(browser);
      await open(page, `${front.url}a/${ITEM['@id']}`);
      await context.close();
      await front.stop();
    }
  });

  it('blocked storage costs nothing but the memory', async () => {
    const { context, page, problems } = await reader(browser);
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(globalThis, name, { get: () => { throw new DOMException('blocked', 'SecurityError'); } });
      }
    });
    await open(page, `${server.url}a/${ITEM['@id']}`);
    await page.locator('.tb-switch:visible').click();
    await page.waitForSelector('.tb-viewer[data-layout=desktop]');
    assert.deepEqual(problems, []);
    await context.close();
  });
});
