// Pages of `trangbao site`: whole without a script, and with one the same nodes with tools.

import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, reader, SIZES } from './lib/browser.mjs';
import { keepNodes } from './lib/nodes.mjs';
import { plain, sample, SAMPLES, scrollThrough, settle, shifts, wholeText, words } from './lib/page.mjs';
import { dist, fault, spoil } from './lib/server.mjs';
import { site } from './lib/site.mjs';

const ATTACHED = '#trangbao[data-static=attached]';
const TOOLS = '#trangbao :is(.tb-share, .tb-switch, .tb-embed-load)';
const [FIRST] = SAMPLES;
const seed = process.env.TRANGBAO_CORPUS && join(process.env.TRANGBAO_CORPUS, 'seed');

let browser;
let samples;
before(async () => {
  [browser, samples] = await Promise.all([launch(), site()]);
});
after(() => Promise.all([browser?.close(), samples?.stop()]));

/** The files that give a page its tools. */
const files = readdirSync(dist).filter((name) => name.startsWith('attach-') && /\.(js|wasm)$/.test(name)).map((name) => `/${name}`);
const named = (pattern) => files.find((name) => pattern.test(name));
const STARTER = named(/^\/attach-[0-9a-f]+\.js$/);
const GLUE = named(/_glue\.js$/);
const WASM = named(/\.wasm$/);

const path = (item) => `a/${item['@id']}/`;

/** The first sample with a block of this type, at whatever depth. */
function withBlock(type) {
  const holds = (value) => value && typeof value === 'object' && (value.type === type || Object.values(value).some(holds));
  return SAMPLES.find((item) => holds(sample(item).body));
}

/** A visit, and at its end a page that has done nothing it must not. */
async function visit({ url = samples.url, path: where = path(FIRST), waitFor = ATTACHED, prepare, ...options }, act) {
  const { context, page, problems } = await reader(browser, options);
  await prepare?.(page, context);
  await page.goto(url + where);
  if (waitFor) await page.waitForSelector(waitFor);
  await act(page, problems, context);
  await context.close();
}

/** The same, where nothing goes wrong. */
const quietly = (options, act) => visit(options, async (page, problems, context) => {
  await act(page, context);
  assert.deepEqual(problems, []);
});

/** Every word that the JSON of an article shows in its text and below its pictures. */
function* shown(value) {
  if (Array.isArray(value)) {
    for (const part of value) yield* shown(part);
  } else if (value && typeof value === 'object') {
    for (const key of ['headline', 'abstract', 'title', 'text', 'caption', 'creditText', 'cite']) {
      if (typeof value[key] === 'string') yield value[key];
      else if (Array.isArray(value[key])) yield* value[key].map((run) => (typeof run === 'string' ? run : plain(run.text)));
    }
    for (const key of ['body', 'blocks', 'items', 'images', 'image']) yield* shown(value[key]);
  }
}

/** Every address of a mark or a related article. */
function* links(value) {
  if (Array.isArray(value)) {
    for (const part of value) yield* links(part);
  } else if (value && typeof value === 'object') {
    if (value.link) yield value.link.url ?? value.link;
    for (const part of Object.values(value)) yield* links(part);
  }
}

async function isComplete(page, article) {
  const text = words(await wholeText(page, 'main'));
  const pieces = [...shown(article)].map(words).filter(Boolean);
  assert.ok(pieces.length > 5);
  // A heading may be set in capitals, and a long word may hold invisible breaks: only the letters count.
  const letters = (string) => string.replace(/[\s\u200b\u00ad]+/g, '').toLowerCase();
  const all = letters(text);
  for (const piece of pieces) assert.ok(all.includes(letters(piece)), `"${piece}" is missing`);
  const hrefs = await page.locator('main a').evaluateAll((found) => found.map((link) => link.href));
  for (const link of links(article.body)) {
    if (/^https:/.test(link)) assert.ok(hrefs.includes(new URL(link).href), `${link} is missing`);
  }
  const images = (article.body ?? []).filter(({ type }) => type === 'image').length;
  assert.ok(await page.locator('main figure img').count() >= images);
}

async function hasNoTools(page) {
  assert.ok(await page.locator(TOOLS).count() > 0);
  assert.equal(await page.locator(TOOLS).filter({ visible: true }).count(), 0, 'no button that nobody hears');
  assert.equal(await page.locator('[role=alert], .tb-failure, progress').count(), 0);
}

describe('without JavaScript', () => {
  for (const item of SAMPLES) {
    it(`all of it is there: ${item['@id']}`, () => visit({ path: path(item), waitFor: 'article', javaScriptEnabled: false }, async (page, problems) => {
      const article = sample(item);
      // Where the body shows the lead picture, it does so with words of its own.
      if (await page.locator('.tb-lead').count() === 0) delete article.image;
      await isComplete(page, article);
      await hasNoTools(page);
      assert.deepEqual(problems.filter((problem) => !problem.startsWith('console:')), []);
    }));
  }

  it('a list is there, and leads to its articles', () => visit({ path: '', waitFor: 'main', javaScriptEnabled: false }, async (page) => {
    await page.locator(`main a[href$="/a/${FIRST['@id']}/"]`).first().click();
    await page.waitForSelector('article');
    assert.equal(words(await page.textContent('h1')), words(FIRST.headline));
  }));
});

describe('with it', () => {
  for (const [name, size] of Object.entries(SIZES)) {
    it(`the nodes are those of the HTML, and nothing moves: ${name}`, async () => {
      for (const item of [FIRST, withBlock('embed'), withBlock('gallery')]) {
        await quietly({ size, path: path(item), prepare: (page) => page.addInitScript(keepNodes) }, async (page) => {
          const { count, same, moved } = await page.evaluate(() => globalThis.tbKept());
          assert.ok(count > 100);
          assert.ok(same, 'the very same nodes');
          assert.deepEqual(moved, []);
          assert.ok(await page.locator('.tb-share').first().isVisible());
          await scrollThrough(page);
          const { total, list } = await shifts(page);
          assert.equal(total, 0, JSON.stringify(list));
          assert.equal((await page.evaluate(() => globalThis.tbKept())).same, true);
        });
      }
    });
  }

  it('what gives it its tools comes after its own text and pictures', () => quietly({}, async (page) => {
    const order = await page.evaluate(() => {
      const [{ loadEventStart }] = performance.getEntriesByType('navigation');
      const started = performance.getEntriesByType('resource').filter(({ name }) => /attach-.*(glue|wasm)/.test(name));
      return { count: started.length, early: started.filter(({ startTime }) => startTime < loadEventStart).map(({ name }) => name) };
    });
    assert.ok(order.count >= 2);
    assert.deepEqual(order.early, []);
  }));

  it('neither the viewer nor the JSON is asked for', () => visit({}, async (page) => {
    await page.waitForLoadState('networkidle');
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
    for (const name of [STARTER, GLUE, WASM]) assert.ok(asked.includes(name), name);
    assert.deepEqual(asked.filter((name) => /^\/(boot|trangbao|style)-|\.json$/.test(name)), []);
  }));

  for (const name of ['phone', 'desk']) {
    it(`switches the layout at once, and keeps it for the next page: ${name}`, () => quietly({ size: SIZES[name] }, async (page) => {
      const [own, other] = name === 'desk' ? ['desktop', 'mobile'] : ['mobile', 'desktop'];
      const laid = (layout) => page.waitForSelector(`${ATTACHED} .tb-viewer[data-layout=${layout}]`);
      await laid(own);
      assert.deepEqual(await page.locator('.tb-switch:visible').evaluateAll((all) => all.map((button) => button.dataset.viewTo)), [other]);
      const wide = await page.locator('.tb-article').evaluate((article) => article.clientWidth);
      await page.click(`.tb-switch[data-view-to=${other}]`);
      await laid(other);
      assert.equal(await page.evaluate(() => document.activeElement.dataset.viewTo), own, 'the focus is on the way back');
      assert.notEqual(await page.locator('.tb-article').evaluate((article) => article.clientWidth), wide);

      await page.goto(samples.url + path(SAMPLES[1]));
      await laid(other);
      await page.click(`.tb-switch[data-view-to=${own}]`);
      await laid(own);
      await page.goto(`${samples.url}${path(SAMPLES[1])}?view=${other}`);
      await laid(other);
    }));
  }

  it('takes an earlier choice of layout before it has its tools', () => visit({
    waitFor: '.tb-viewer[data-view=desktop]',
    prepare: async (page) => {
      await page.addInitScript(() => localStorage.setItem('tb-view', 'desktop'));
      await page.route(`**${WASM}`, () => {});
    },
  }, async (page) => {
    assert.equal(await page.getAttribute('meta[name=viewport]', 'content'), 'width=1040');
    assert.equal(await page.locator(ATTACHED).count(), 0);
  }));

  it('shares by the clipboard, and says so', () => quietly({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.evaluate(() => { delete Navigator.prototype.share; });
    await page.locator('.tb-share').first().click();
    await page.waitForFunction(() => document.querySelector('.tb-said').textContent);
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), page.url());
  }));

  it('loads an embed on a tap, and not before', () => visit({ path: path(withBlock('embed')) }, async (page, problems) => {
    assert.equal(await page.locator('iframe').count(), 0);
    assert.deepEqual(problems, []);
    await page.locator('.tb-embed-load').first().click();
    const frame = page.locator('iframe.tb-embed-frame');
    await frame.waitFor();
    assert.equal(await frame.getAttribute('sandbox'), 'allow-scripts allow-popups');
  }));

  it('leaves links to the browser', () => quietly({}, async (page) => {
    await page.evaluate(() => { globalThis.sameDocument = true; });
    await page.click('.tb-name');
    await page.waitForURL(samples.url);
    await page.waitForSelector(ATTACHED);
    assert.equal(await page.evaluate(() => globalThis.sameDocument), undefined);
  }));

  it('keeps working when the reader comes back', () => quietly({}, async (page) => {
    await page.click('.tb-name');
    await page.waitForURL(samples.url);
    await page.goBack();
    await page.waitForSelector(ATTACHED);
    await page.click('.tb-switch[data-view-to=desktop]');
    await page.waitForSelector('.tb-viewer[data-layout=desktop]');
  }));
});

describe('a picture that does not come', () => {
  for (const [when, late] of Object.entries({ 'before the tools are there': false, 'after that': true })) {
    it(`leaves its words and comes on asking: ${when}`, async () => {
      const front = await spoil(samples.url);
      const pictures = new Set(JSON.stringify(sample(FIRST)).match(/pictures\/[\w.-]+/g));
      for (const picture of pictures) front.faults.set(`/${picture}`, fault.status(404));
      await visit({ url: front.url, prepare: (page) => (late ? undefined : page.addInitScript(eagerly)) }, async (page) => {
        await page.locator('.tb-article .tb-figure').first().scrollIntoViewIfNeeded();
        const frame = page.locator('.tb-article .tb-figure .tb-frame.tb-broken').first();
        await frame.waitFor();
        const handle = await frame.elementHandle();
        const box = await handle.boundingBox();
        assert.ok((await handle.innerText()).includes(await handle.$eval('img', (image) => image.alt)));
        front.faults.clear();
        await (await handle.$('button.tb-retry')).click();
        await page.waitForFunction((element) => !element.matches('.tb-broken') && element.querySelector('img').naturalWidth > 0, handle);
        const now = await handle.boundingBox();
        assert.deepEqual([now.width, now.height], [box.width, box.height]);
      });
      await front.stop();
    });
  }

  /** Lets the pictures fail before the page is loaded. */
  function eagerly() {
    document.addEventListener('readystatechange', () => {
      for (const image of document.images) image.loading = 'eager';
    });
  }
});

describe('where the tools cannot be had, the page is whole and quiet', () => {
  const noWasm = (page) => page.addInitScript(() => { delete globalThis.WebAssembly; });
  const FAILURES = {
    'WebAssembly is missing': { prepare: noWasm },
    'the starter is gone': { faults: [[STARTER, fault.status(404)]] },
    'the starter is not the one that was built': { faults: [[STARTER, fault.body('globalThis.ran = true', 'text/javascript')]] },
    'the glue is gone': { faults: [[GLUE, fault.status(404)]] },
    'the wasm is gone': { faults: [[WASM, fault.status(404)]] },
    'the wasm is not the one that was built': { faults: [[WASM, fault.body('\0asm\x01\0\0\0', 'application/wasm')]] },
    'the policy forbids it': {
      prepare: (page) => page.route(`**/${path(FIRST)}`, async (route) => {
        const answer = await route.fetch();
        const headers = answer.headers();
        delete headers['content-security-policy'];
        await route.fulfill({ response: answer, headers, body: (await answer.text()).replace("'wasm-unsafe-eval'", '') });
      }),
    },
  };
  for (const [name, { faults = [], prepare }] of Object.entries(FAILURES)) {
    it(name, async () => {
      const front = await spoil(samples.url, new Map(faults));
      await visit({ url: front.url, waitFor: 'article', prepare }, async (page, problems) => {
        await page.waitForLoadState('networkidle');
        await settle(page);
        const article = sample(FIRST);
        if (await page.locator('.tb-lead').count() === 0) delete article.image;
        await isComplete(page, article);
        await hasNoTools(page);
        assert.equal(await page.evaluate(() => globalThis.ran), undefined);
        const ours = problems.filter((problem) => problem.includes('trangbao'));
        assert.ok(ours.length <= 1, ours.join('\n'));
        assert.deepEqual(problems.filter((problem) => problem.startsWith('error:')), []);
        assert.equal((await shifts(page)).total, 0);
      });
      await front.stop();
    });
  }

  it('a program that never comes', () => {
    let asked;
    const prepare = (page) => {
      asked = page.waitForRequest(`**${WASM}`);
      return page.route(`**${WASM}`, () => {});
    };
    return visit({ waitFor: 'article', prepare }, async (page, problems) => {
      await asked;
      await settle(page);
      await hasNoTools(page);
      assert.deepEqual(problems, []);
    });
  });

  it('a program that has crashed takes its buttons along', () => visit({
    prepare: (page) => page.addInitScript(() => {
      const { instantiate } = WebAssembly;
      WebAssembly.instantiate = async (...given) => {
        const { exports } = await instantiate(...given);
        const wrap = ([name, value]) => [name, typeof value !== 'function' ? value : (...args) => {
          if (globalThis.trapNow) throw new WebAssembly.RuntimeError('unreachable');
          return value(...args);
        }];
        return { exports: Object.fromEntries(Object.entries(exports).map(wrap)) };
      };
    }),
  }, async (page, problems) => {
    const text = await wholeText(page, 'article');
    await page.evaluate(() => {
      globalThis.trapNow = true;
      // Whatever else calls the program on the way to the button would stop it as well.
      document.querySelector('.tb-switch').click();
    });
    await page.waitForSelector('#trangbao[data-static=""]');
    await hasNoTools(page);
    assert.equal(await wholeText(page, 'article'), text);
    assert.equal(problems.length, 1, problems.join('\n'));
  }));
});

describe('a published article', { skip: !seed && 'TRANGBAO_CORPUS is not set' }, () => {
  let published;
  let folder;
  let name;
  before(async () => {
    // Pictures lie beside it.
    folder = mkdtempSync(join(tmpdir(), 'trangbao-seed-'));
    mkdirSync(folder, { recursive: true });
    cpSync(seed, folder, { recursive: true });
    published = await site(folder);
    [name] = readdirSync(join(published.folder, 'a'));
  });
  after(async () => {
    await published?.stop();
    if (folder && existsSync(folder)) rmSync(folder, { recursive: true });
  });

  it('is whole without JavaScript', () => visit({
    url: published.url, path: `a/${name}/`, waitFor: 'article', javaScriptEnabled: false,
  }, async (page) => {
    const article = JSON.parse(readFileSync(join(published.folder, 'a', name, 'article.json'), 'utf8'));
    if (await page.locator('.tb-lead').count() === 0) delete article.image;
    await isComplete(page, article);
  }));

  it('keeps its nodes with it, and nothing moves', () => quietly({
    url: published.url, path: `a/${name}/`, prepare: (page) => page.addInitScript(keepNodes),
  }, async (page) => {
    const { same, moved } = await page.evaluate(() => globalThis.tbKept());
    assert.ok(same);
    assert.deepEqual(moved, []);
    await scrollThrough(page);
    const { total, list } = await shifts(page);
    assert.equal(total, 0, JSON.stringify(list));
  }));
});
