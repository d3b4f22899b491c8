// The tag on a partner's page: the snippet as it is documented, an article whole, the theme.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { reader } from './lib/browser.mjs';
import { documented, everyKind, example, SHOWN, stage, tag } from './lib/hosts.mjs';
import { plain, sample, SAMPLES, words } from './lib/page.mjs';

const ID = 'doc-dia-chi-web';
const ARTICLE = sample(SAMPLES.find((item) => item['@id'] === ID));
const corpus = process.env.TRANGBAO_CORPUS;
const SEED = 'seed/quan-uy-tay-ho-2024.json';

let on;
before(async () => {
  on = await stage({ mounts: corpus ? [`/corpus/=${corpus}`] : [] });
});
after(() => on?.stop());

const headline = async (page) => words(await page.textContent(`${SHOWN} .tb-headline`));

/** Opens a page with one element that shows an article, acts, and finds nothing to complain about. */
async function shown(attributes, act, options) {
  const given = { src: on.address(ID), loading: 'eager', ...attributes };
  const visit = await on.open(on.script() + tag(given), options);
  await visit.page.waitForSelector(SHOWN);
  await act(visit.page, visit);
  assert.deepEqual(visit.problems, []);
  await visit.context.close();
}

const style = (page, selector, property) => page.locator(`${SHOWN}${selector}`).first().evaluate((target, key) => getComputedStyle(target).getPropertyValue(key), property);

describe('the snippet of EMBED.md', () => {
  it('pasted into an empty page shows a sample', async () => {
    const { context, page, problems } = await on.open(documented(on.viewer.url, on.address(ID)));
    await page.waitForSelector(SHOWN);
    assert.equal(await headline(page), words(ARTICLE.headline));
    assert.equal(new URL(page.url()).origin, on.host.origin);
    assert.notEqual(on.host.origin, on.origin);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('shows the seed article, whole', { skip: corpus ? false : 'TRANGBAO_CORPUS is not set' }, async () => {
    const seed = JSON.parse(readFileSync(join(corpus, SEED), 'utf8'));
    // What lies beside the app is served without a word on who may read it; the article's own server has to say so.
    on.viewer.faults.set(`/corpus/${SEED}`, (_, response) => response
      .writeHead(200, { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' }).end(JSON.stringify(seed)));
    const size = { width: 700, height: 9000 };
    const { context, page, problems } = await on.open(documented(on.viewer.url, `${on.viewer.url}corpus/${SEED}`), { size });
    await page.waitForSelector(SHOWN);
    const texts = async (selector) => (await page.locator(selector).allTextContents()).map(words);
    assert.equal(await headline(page), words(seed.headline));
    assert.deepEqual(await texts('.tb-lede'), [words(seed.abstract)]);
    assert.deepEqual(await texts('.tb-body > p'), seed.body.filter(({ type }) => type === 'paragraph').map(({ text }) => words(plain(text))));
    await page.waitForFunction((count) => {
      const pictures = [...document.querySelector('trang-bao').shadowRoot.querySelectorAll('.tb-body img')];
      return pictures.length === count && pictures.every((image) => image.complete && image.naturalWidth > 0);
    }, seed.body.filter(({ type }) => type === 'image').length);
    assert.deepEqual(problems, []);
    await context.close();
    on.viewer.faults.clear();
  });

  it('opened from the disk shows a sample, too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trangbao-'));
    const file = join(folder, 'try.html');
    writeFileSync(file, documented(on.viewer.url, on.address(ID)));
    const { context, page, problems } = await reader(on.browser);
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector(SHOWN);
    assert.deepEqual(problems, []);
    await context.close();
    rmSync(folder, { recursive: true });
  });

  it('with the article in the page shows that', async () => {
    const code = example('html', ['application/json', '<trang-bao article']);
    const { context, page, problems } = await on.open(on.script() + code);
    await page.waitForSelector(SHOWN);
    assert.ok(code.includes(words(await headline(page))));
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('shows every kind of block', async () => {
    on.viewer.faults.set('/articles/every-kind.json', (_, response) => response
      .writeHead(200, { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' }).end(JSON.stringify(everyKind())));
    await shown({ src: on.address('every-kind') }, async (page) => {
      for (const selector of ['table', 'pre', 'video', 'audio', 'ul', 'ol', 'blockquote', '.tb-notes', '.tb-embed-card', ':is(.tb-grid, .tb-carousel)']) {
        assert.ok(await page.locator(`${SHOWN} ${selector}`).count() > 0, selector);
      }
    });
    on.viewer.faults.clear();
  });
});

describe('a theme', () => {
  it('is custom properties', () => shown({ style: '--trangbao-paper: #102030; --trangbao-ink: #fefefe; --trangbao-accent: #00ff00; --trangbao-sans: monospace; --trangbao-serif: monospace; --trangbao-text-size: 20px' }, async (page) => {
    assert.equal(await style(page, '', 'background-color'), 'rgb(16, 32, 48)');
    assert.equal(await style(page, ' .tb-headline', 'color'), 'rgb(254, 254, 254)');
    assert.equal(await style(page, '', 'font-size'), '20px');
    assert.equal(await style(page, ' .tb-body > p', 'font-family'), 'monospace');
  }));

  it('and parts', () => shown({}, async (page) => {
    for (const part of ['headline', 'lede', 'body', 'figure', 'caption', 'byline', 'related', 'toolbar']) {
      const target = page.locator(`${SHOWN} [part~=${part}]`).first();
      assert.equal(await target.evaluate((found) => getComputedStyle(found).outlineStyle), 'dotted', part);
    }
  }, { head: `<style>${['headline', 'lede', 'body', 'figure', 'caption', 'byline', 'related', 'toolbar'].map((part) => `trang-bao::part(${part})`)} { outline: 3px dotted red }</style>` }));

  it('and text grows with the browser’s own size where nothing says otherwise', async () => {
    await shown({}, async (page) => assert.equal(await style(page, '', 'font-size'), '16px'), { head: '<style>html { font-size: 62.5% }</style>' });
  });
});
