// Words before the program: what boot.js shows of an article stands where the viewer will show it.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, reader, SIZES } from './lib/browser.mjs';
import { ARTICLE, FAILED, plain, READY, sample, SAMPLES, settle, shifts, words } from './lib/page.mjs';
import { dist, fault, serve, spoil } from './lib/server.mjs';

const EARLY = '#trangbao .tb-viewer[data-state=loading] article.tb-article';
const WASM = `/${readdirSync(dist).find((name) => /^trangbao-.*\.wasm$/.test(name))}`;
const [FIRST] = SAMPLES;
const seed = process.env.TRANGBAO_CORPUS && join(process.env.TRANGBAO_CORPUS, 'seed/quan-uy-tay-ho-2024.json');

let browser;
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser?.close(), server?.stop()]));

function download(path) {
  return new Promise((resolve, reject) => {
    get(new URL(path, server.url), async (answer) => resolve(Buffer.concat(await answer.toArray()))).on('error', reject);
  });
}

/** A file that is answered when the test says so. */
function held(path, type, body) {
  let release;
  const free = new Promise((resolve) => { release = resolve; });
  const handler = async (_, response) => {
    await free;
    response.writeHead(200, { 'Content-Type': type }).end(body ?? await download(path));
  };
  return { fault: [path, handler], release };
}

const heldWasm = () => held(WASM, 'application/wasm');

/** Opens an article behind faults, and looks. */
async function visit({ faults, id = FIRST['@id'], size, path = `a/${id}`, ...options }, look) {
  const front = await spoil(server.url, new Map(faults));
  const { context, page, problems } = await reader(browser, { size, ...options });
  await page.goto(front.url + path);
  await look(page, problems);
  await context.close();
  await front.stop();
}

/** Waits until a file is there, whole. */
function answered(page, name) {
  return page.waitForFunction((path) => performance.getEntriesByName(new URL(path, location.origin).href)[0]?.responseEnd > 0, name);
}

const article = (id, json) => [`/articles/${id}.json`, fault.body(typeof json === 'string' ? json : JSON.stringify(json))];

/** The blocks of head and body, in order: what they are, what they say, where they are. */
function blocks(page) {
  return page.evaluate(() => [...document.querySelectorAll('.tb-head > *, .tb-article > :not(.tb-head, .tb-body, .tb-end), .tb-body > *')].map((block) => {
    const { top, left, width, height } = block.getBoundingClientRect();
    const copy = block.cloneNode(true);
    // The numbers of footnotes come with the viewer.
    for (const note of copy.querySelectorAll('.tb-noteref')) note.remove();
    const text = block.matches('.tb-meta, .tb-related, .tb-figure') ? '' : copy.textContent.replace(/\s+/g, ' ').trim();
    const round = (number) => Math.round(number * 10) / 10;
    return { what: `${block.localName}.${block.className}`, text, place: [left, top + scrollY, width, height].map(round).join() };
  }));
}

/** What is shown before the program, and the same of the viewer. */
async function bothOf({ size, id, json, path }) {
  const wasm = heldWasm();
  let result;
  await visit({ faults: [wasm.fault, ...(json ? [article(id, json)] : [])], id, size, path }, async (page, problems) => {
    await page.waitForSelector(EARLY);
    await page.waitForFunction(() => document.fonts.status === 'loaded');
    const early = await blocks(page);
    wasm.release();
    await page.waitForSelector(ARTICLE);
    await settle(page);
    const own = await blocks(page);
    result = { early, own, shift: (await shifts(page)).total };
    // A published article's pictures are elsewhere.
    if (!json) assert.deepEqual(problems, []);
  });
  return result;
}

/** Corrections are for the viewer alone. */
const shownEarly = SAMPLES.filter((item) => !sample(item).correction);

describe('what is shown before the program', () => {
  for (const [name, size] of Object.entries({ phone: SIZES.phone, desk: SIZES.desk })) {
    for (const item of shownEarly) {
      it(`stands where the viewer shows it: ${item['@id']}, ${name}`, async () => {
        const { early, own, shift } = await bothOf({ id: item['@id'], size });
        assert.ok(early.length >= 4, JSON.stringify(early));
        assert.equal(shift, 0);
        assert.deepEqual(early, own.slice(0, early.length));
      });
    }
  }

  it('stands there in a published article, too', { skip: !seed && 'TRANGBAO_CORPUS is not set' }, async () => {
    const json = readFileSync(seed, 'utf8');
    const { early, own, shift } = await bothOf({ id: 'cong-bo', size: SIZES.phone, json });
    assert.ok(early.length >= 10);
    assert.equal(shift, 0);
    assert.deepEqual(early, own.slice(0, early.length));
  });

  it('is the first screens, however long the article is', async () => {
    const body = Array.from({ length: 3_000 }, (_, index) => ({ type: 'paragraph', text: `Đoạn ${index}.` }));
    const { early, own } = await bothOf({ id: 'dai', size: SIZES.phone, json: { '@id': 'dai', headline: 'Bài dài', body } });
    assert.ok(early.length < 50);
    assert.ok(own.length > 3_000);
  });

  it('has the marks of its words', async () => {
    const text = ['Cả ', { text: 'vòng', marks: ['strong', 'emphasis'] }, { break: true }, { text: 'dài', marks: [{ link: 'https://bao.example/' }] }, '.'];
    const wasm = heldWasm();
    const json = { headline: 'Dấu', body: [{ type: 'paragraph', text }] };
    await visit({ faults: [wasm.fault, article('dau', json)], id: 'dau' }, async (page) => {
      await page.waitForSelector(EARLY);
      const html = await page.locator('.tb-body p').evaluate((p) => p.innerHTML.replaceAll(' class=""', ''));
      assert.equal(html, 'Cả <strong><em>vòng</em></strong><br><a>dài</a>.');
    });
  });

  it('is text, whatever it looks like, and asks for nothing', async () => {
    const bad = '<img src="/x.png" onerror="ran=1"><script>ran=1</script>';
    const json = {
      headline: bad, abstract: bad, kicker: bad, author: bad, image: { url: 'https://stranger.example/x.png', caption: bad, creditText: bad },
      relatedLink: [{ name: bad, url: 'javascript:ran=1' }],
      body: [
        { type: 'paragraph', text: [bad, { text: bad, marks: ['script', 'constructor', 'iframe', { link: 'javascript:ran=1' }] }] },
        { type: 'heading', text: bad, level: 'script' },
        { type: 'paragraph', text: `a\u202Eb${'\u0301'.repeat(40)}` },
      ],
    };
    const wasm = heldWasm();
    await visit({ faults: [wasm.fault, article('xau', json)], id: 'xau' }, async (page, problems) => {
      await page.waitForSelector(EARLY);
      assert.equal(await page.locator('h1').textContent(), bad);
      const names = await page.locator('article *').evaluateAll((all) => [...new Set(all.map((one) => one.localName))].sort());
      assert.deepEqual(names.filter((name) => /script|iframe|img|style|object/.test(name)), []);
      const addresses = await page.locator('article :is([href], [src], [style])').count();
      assert.equal(addresses, 0);
      assert.equal(await page.evaluate(() => globalThis.ran), undefined);
      const text = await page.locator('article').textContent();
      assert.ok(!text.includes('\u202E') && !/\u0301{5}/.test(text));
      assert.deepEqual(problems, []);
    });
  });
});

describe('where its place is not sure, the bars stay until the viewer is there', () => {
  const paragraph = { type: 'paragraph', text: 'Một đoạn.' };
  const OTHERS = {
    'a correction': { headline: 'Bài', correction: 'Sửa số.', body: [paragraph] },
    'another format': { version: 'https://jsonfeed.org/version/1.1', title: 'Bài', items: [{ id: '1', title: 'Bài', content_text: 'Chữ.' }] },
    'no blocks': { headline: 'Bài', articleBody: 'Một đoạn.' },
    'no headline': { body: [paragraph] },
    'not JSON': '{"headline": "Bài',
    'not an article': '[]',
  };
  for (const [name, json] of Object.entries(OTHERS)) {
    it(name, async () => {
      const wasm = heldWasm();
      await visit({ faults: [wasm.fault, article('khac', json)], id: 'khac' }, async (page) => {
        await answered(page, '/articles/khac.json');
        await settle(page);
        assert.equal(await page.locator('article').count(), 0);
        assert.ok(await page.locator('.tb-skeleton').isVisible());
        wasm.release();
        await page.waitForSelector(`${READY}, ${FAILED}`);
      });
    });
  }

  it('the list', async () => {
    const wasm = heldWasm();
    await visit({ faults: [wasm.fault], path: '' }, async (page) => {
      await settle(page);
      assert.equal(await page.locator('article').count(), 0);
      wasm.release();
      await page.waitForSelector('.tb-catalogue');
    });
  });

  it('a format that the link names', async () => {
    const wasm = heldWasm();
    await visit({ faults: [wasm.fault], path: `a/${FIRST['@id']}?format=plain` }, async (page) => {
      await settle(page);
      assert.equal(await page.locator('article').count(), 0);
    });
  });
});

describe('whatever comes first', () => {
  it('the JSON that comes after the program', async () => {
    const json = held(`/articles/${FIRST.url}`, 'application/json');
    await visit({ faults: [json.fault] }, async (page, problems) => {
      await answered(page, WASM);
      await settle(page);
      assert.ok(await page.locator('.tb-skeleton').isVisible(), 'the bars stay');
      json.release();
      await page.waitForSelector(ARTICLE);
      assert.equal((await shifts(page)).total, 0);
      assert.deepEqual(problems, []);
    });
  });

  it('the reader who has scrolled stays where they are', async () => {
    const wasm = heldWasm();
    await visit({ faults: [wasm.fault], id: 'hoi-nghi-quan-uy-tay-ho' }, async (page) => {
      await page.waitForSelector(EARLY);
      await page.evaluate(() => scrollTo(0, 300));
      const [line] = (await blocks(page)).filter(({ what }) => what === 'p.');
      wasm.release();
      await page.waitForSelector(ARTICLE);
      await settle(page);
      assert.equal(await page.evaluate(() => scrollY), 300);
      assert.deepEqual((await blocks(page)).find(({ what }) => what === 'p.'), line);
    });
  });
});

describe('where the program fails after that', () => {
  const broken = () => [WASM, fault.status(404)];

  for (const id of [FIRST['@id'], 'dawn-on-west-lake', 'phuong-so-nop-ho-so']) {
    it(`what is shown stays, and the rest of the words follows: ${id}`, async () => {
      const wasm = held(WASM, 'text/plain', 'none');
      await visit({ faults: [wasm.fault], id }, async (page, problems) => {
        await page.waitForSelector(EARLY);
        await page.evaluate(() => { globalThis.tbKept = [...document.querySelectorAll('.tb-head *, .tb-body *')]; });
        const early = await blocks(page);
        wasm.release();
        await page.waitForSelector(`${FAILED} [role=alert]`);
        const found = sample({ url: `${id}.json` });
        const last = found.body.findLast((block) => block.type === 'paragraph');
        await page.waitForFunction((text) => document.querySelector('.tb-body').textContent.replace(/\s+/g, ' ').includes(text), words(plain(last.text)));
        assert.ok(await page.evaluate(() => globalThis.tbKept.every((node) => node.isConnected)), 'the very same nodes');
        assert.deepEqual((await blocks(page)).slice(0, early.length), early);
        const bar = await page.locator('[role=alert]').boundingBox();
        assert.ok(bar.y > 400 && bar.y + bar.height <= SIZES.phone.height, 'below the words, in sight');
        if (found.url) assert.equal(await page.locator('.tb-original').getAttribute('href'), found.url);
        assert.equal(await page.locator('progress').count(), 0);
        assert.equal(problems.filter((problem) => problem.includes('trangbao:')).length, 1, problems.join('\n'));
      });
    });
  }

  it('and not even the rescue comes, the page says that the network is down', async () => {
    const rescue = `/${readdirSync(dist).find((name) => /^rescue-.*\.js$/.test(name))}`;
    await visit({ faults: [broken(), [rescue, fault.status(503)]] }, async (page) => {
      await page.waitForSelector('.tb-late.tb-toast, .tb-toast');
      assert.match(await page.locator('.tb-toast').innerText(), /kiểm tra mạng/);
      assert.equal(words(await page.textContent('h1')), words(FIRST.headline));
    });
  });
});
