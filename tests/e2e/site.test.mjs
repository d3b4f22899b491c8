// The pages of a site as a newspaper's readers, search engines and auditors meet them: lists, articles, and what leads nowhere.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { judge } from './lib/axe.mjs';
import { launch, reader, SIZES } from './lib/browser.mjs';
import { SAMPLES, scrollThrough, settle, shifts, sideways } from './lib/page.mjs';
import { site } from './lib/site.mjs';

const samples = fileURLToPath(new URL('../../static/articles', import.meta.url));
const [FIRST] = SAMPLES;
const ARTICLES = SAMPLES.map((item) => `a/${item['@id']}/`);
const LISTS = ['', 'page/1/', 's/van-hoa/', 's/thoi-su/', 's/thoi-su/page/1/'];
const LOST = 'a/khong-co/';

let browser;
let paper;
let articles;
before(async () => {
  articles = mkdtempSync(join(tmpdir(), 'trangbao-articles-'));
  cpSync(samples, articles, { recursive: true });
  // More than a page of a list holds, most of them older than the samples.
  for (let number = 0; number < 60; number += 1) {
    const day = new Date(Date.UTC(2020, 0, number)).toISOString();
    const body = [{ type: 'paragraph', text: `Chữ của tin ${number}.` }];
    const article = { '@id': `tin-${number}`, headline: `Tin ${number}`, datePublished: day, articleSection: 'Thời sự', body };
    writeFileSync(join(articles, `tin-${number}.json`), JSON.stringify(article));
  }
  [browser, paper] = await Promise.all([launch(), site(articles)]);
});
after(() => {
  if (articles) rmSync(articles, { recursive: true });
  return Promise.all([browser?.close(), paper?.stop()]);
});

const html = (path) => readFileSync(join(paper.folder, path, 'index.html'), 'utf8');

for (const [name, size] of Object.entries(SIZES)) {
  describe(`at ${size.width}`, () => {
    for (const path of [...LISTS, `a/${FIRST['@id']}/`]) {
      it(`nothing moves or sticks out, and the console is silent: /${path}`, async () => {
        const { page, context, problems } = await reader(browser, { size });
        await page.goto(paper.url + path);
        await scrollThrough(page);
        const { total, list } = await shifts(page);
        assert.equal(total, 0, JSON.stringify(list));
        assert.deepEqual(await sideways(page), []);
        assert.deepEqual(problems, []);
        await context.close();
      });

      if (['phone', 'desk'].includes(name)) {
        it(`axe finds nothing: /${path}`, async () => {
          const { page, context } = await reader(browser, { size });
          await page.goto(paper.url + path);
          await scrollThrough(page);
          // What the masthead covers by chance is not judged.
          await page.evaluate(() => scrollTo(0, 0));
          await settle(page);
          assert.deepEqual(await judge(page), []);
          await context.close();
        });
      }
    }

    it('what leads nowhere says so, and leads home', async () => {
      const { page, context } = await reader(browser, { size });
      const answer = await page.goto(paper.url + LOST);
      assert.equal(answer.status(), 404);
      assert.deepEqual(await sideways(page), []);
      if (['phone', 'desk'].includes(name)) assert.deepEqual(await judge(page), []);
      await page.locator('main a').first().click();
      await page.waitForURL(paper.url);
      await context.close();
    });
  });
}

describe('a reader of lists', () => {
  it('comes to the oldest article and back', async () => {
    const { page, context } = await reader(browser, { javaScriptEnabled: false });
    await page.goto(paper.url);
    const seen = new Set();
    for (;;) {
      for (const link of await page.locator('main .tb-story a').evaluateAll((all) => all.map((one) => one.pathname))) seen.add(link);
      const older = page.locator('.tb-turn a[rel=next]');
      if (await older.count() === 0) break;
      await older.click();
    }
    assert.equal(seen.size, SAMPLES.length + 60);
    assert.equal(new URL(page.url()).pathname, '/page/1/');
    for (;;) {
      const newer = page.locator('.tb-turn a[rel=prev]');
      if (await newer.count() === 0) break;
      await newer.click();
    }
    assert.equal(new URL(page.url()).pathname, '/');
    await context.close();
  });

  it('finds the name of a section once, above its articles', async () => {
    const { page, context } = await reader(browser, { javaScriptEnabled: false });
    await page.goto(`${paper.url}s/van-hoa/`);
    assert.equal(await page.locator('main').getByText('Văn hóa', { exact: true }).filter({ visible: true }).count(), 2, 'the heading, and the way to the section');
    const { y } = await page.locator('h1', { hasText: 'Văn hóa' }).boundingBox();
    assert.ok(y < (await page.locator('.tb-story').first().boundingBox()).y);
    await context.close();
  });

  it('has the next article before asking for it', async () => {
    // The browser's own word that it took the rules: under the policy it would refuse those that no hash names.
    const { page, context, problems } = await reader(browser, { size: SIZES.desk });
    await page.goto(`${paper.url}a/${FIRST['@id']}/`);
    const next = await page.locator('.tb-onward a').evaluate((link) => link.href);
    await page.waitForFunction(() => HTMLScriptElement.supports('speculationrules'));
    assert.ok(next.startsWith(paper.url));
    const { where, eagerness } = JSON.parse(await page.locator('script[type=speculationrules]').first().textContent()).prefetch[0];
    assert.ok(await page.locator('.tb-onward a').evaluate((link, rule) => link.matches(rule), where.selector_matches));
    assert.equal(eagerness, 'eager');
    assert.deepEqual(problems, []);
    await context.close();
  });
});

/** What Lighthouse and search engines demand, as far as the page itself shows it. */
async function demands(page, path) {
  return page.evaluate(({ isArticle }) => {
    const missing = [];
    const demand = (holds, what) => { if (!holds) missing.push(what); };
    const content = (selector) => document.querySelector(selector)?.content ?? '';
    const all = (selector) => [...document.querySelectorAll(selector)];
    demand(document.doctype && document.characterSet === 'UTF-8', 'doctype and charset');
    demand(/^[a-z]{2,3}(-\w+)*$/.test(document.documentElement.lang), 'lang');
    demand(document.title.length > 5, 'title');
    demand(/width=device-width/.test(content('meta[name=viewport]')) && !/user-scalable|maximum-scale/.test(content('meta[name=viewport]')), 'viewport');
    demand(!isArticle || content('meta[name=description]').length > 50, 'description');
    const canonical = all('link[rel=canonical]');
    demand(canonical.length === 1 && /^https?:\/\//.test(canonical[0].getAttribute('href')), 'canonical');
    for (const { hreflang, href } of all('link[hreflang]')) demand(/^([a-z]{2,3}(-\w+)*|x-default)$/i.test(hreflang) && /^https?:/.test(href), `hreflang ${hreflang}`);
    demand(!/noindex/.test(content('meta[name=robots]')), 'may be indexed');
    demand(all('h1').length === 1, 'one h1');
    for (const link of all('a')) {
      demand(/^(https?|mailto|tel):/.test(link.href), `crawlable: ${link.outerHTML.slice(0, 80)}`);
      demand((link.textContent || link.getAttribute('aria-label') || '').trim(), `words: ${link.outerHTML.slice(0, 80)}`);
    }
    for (const image of all('img')) demand(image.hasAttribute('alt'), `alt: ${image.src}`);
    // The logo has its height by the styles, and nothing beside it that could move.
    for (const image of all('main img')) {
      demand(Number(image.getAttribute('width')) > 0 && Number(image.getAttribute('height')) > 0, `size: ${image.src}`);
      const { naturalWidth, naturalHeight } = image;
      if (naturalWidth) {
        const given = image.getAttribute('width') / image.getAttribute('height');
        demand(Math.abs(naturalWidth / naturalHeight / given - 1) < 0.02, `shape: ${image.src}`);
      }
    }
    const waitedFor = performance.getEntriesByType('resource').filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking');
    demand(waitedFor.length === 0 && all('script[src]:not([type=module], [async], [defer])').length === 0, 'nothing blocks rendering');
    demand(document.querySelectorAll('*').length < 1_500, 'few elements');
    for (const script of all('script[type="application/ld+json"]')) JSON.parse(script.textContent);
    // Fonts that can be read, targets that can be hit.
    const letters = { small: 0, all: 0 };
    for (const element of all('body *').filter((one) => one.checkVisibility())) {
      const count = [...element.childNodes].filter((node) => node.nodeType === 3).reduce((sum, node) => sum + node.data.trim().length, 0);
      letters.all += count;
      if (Number.parseFloat(getComputedStyle(element).fontSize) < 12) letters.small += count;
    }
    demand(letters.small <= letters.all / 20, `small words: ${letters.small} letters of ${letters.all}`);
    for (const target of all('nav a, .tb-foot a, header a, button').filter((element) => element.checkVisibility({ visibilityProperty: true }))) {
      const { width, height } = target.getBoundingClientRect();
      demand(width === 1 || (width >= 24 && height >= 24), `target of ${width} x ${height}: ${target.outerHTML.slice(0, 80)}`);
    }
    if (isArticle) {
      for (const name of ['og:title', 'og:type', 'og:url', 'og:site_name']) demand(content(`meta[property="${name}"]`), name);
      demand(content('meta[name="twitter:card"]'), 'twitter:card');
      if (content('meta[property="og:image"]')) for (const side of ['width', 'height']) demand(Number(content(`meta[property="og:image:${side}"]`)) > 0, `og:image:${side}`);
      demand(document.querySelector('link[rel=alternate][type="application/json"]'), 'the JSON');
    }
    return missing;
  }, { isArticle: path.startsWith('a/') });
}

describe('what auditors demand is there', () => {
  for (const path of [...LISTS, ...ARTICLES]) {
    it(`/${path}`, async () => {
      const { page, context, problems } = await reader(browser);
      const answer = await page.goto(paper.url + path);
      assert.equal(answer.status(), 200);
      assert.deepEqual(await demands(page, path), []);
      assert.deepEqual(problems, []);
      assert.doesNotMatch(html(path), /<link[^>]*stylesheet/, 'it has its style in it');
      // What a browser has to know before anything else.
      const start = html(path).slice(0, 1024);
      assert.ok(start.indexOf('<meta charset="utf-8">') > 0 && start.indexOf('<meta charset') < start.indexOf('<title>'));
      await context.close();
    });
  }

  it('robots.txt', async () => {
    const text = await (await fetch(`${paper.url}robots.txt`)).text();
    for (const line of text.split('\n').filter(Boolean)) assert.match(line, /^(User-agent|Allow|Sitemap): \S+$/);
  });
});
