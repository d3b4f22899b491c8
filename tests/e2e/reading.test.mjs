// The reading path: from the catalogue to an article and back, at four sizes.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, reader, SIZES } from './lib/browser.mjs';
import { ARTICLE, byLanguage, longest, open, openArticle, READY, sample, SAMPLES, settle, words } from './lib/page.mjs';
import { serve, spoil } from './lib/server.mjs';

let browser;
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser?.close(), server?.stop()]));

const card = (id) => `main a[href$="/a/${id}"]`;
const top = (page) => page.evaluate(() => scrollY);
const focused = (page) => page.evaluate(() => document.activeElement.className);

/** A reader, an act, and at the end a page that has done nothing it must not. */
async function read(options, act) {
  const { context, page, problems } = await reader(browser, options);
  await act(page, context);
  assert.deepEqual(problems, []);
  await context.close();
}

for (const [name, size] of Object.entries(SIZES)) {
  describe(`at ${size.width}x${size.height}`, () => {
    it('goes from the catalogue to an article, back to the same place, and forward', () => read({ size }, async (page) => {
      const item = SAMPLES.at(-1);
      await open(page, server.url);
      assert.equal(await page.locator('main a[href*="/a/"]').evaluateAll((links) => new Set(links.map((a) => a.href)).size), SAMPLES.length);
      await page.locator(card(item['@id'])).first().scrollIntoViewIfNeeded();
      await settle(page); // Rows on the way have just taken their real heights.
      const place = () => page.locator(card(item['@id'])).first().evaluate((link) => link.getBoundingClientRect().top);
      const left = await place();
      await page.locator(card(item['@id'])).first().click();
      await page.waitForSelector(ARTICLE);
      assert.equal(words(await page.textContent('h1')), words(item.headline));
      assert.equal(new URL(page.url()).pathname, `/a/${item['@id']}`);
      await page.waitForFunction(() => document.activeElement.matches('h1.tb-headline'));
      assert.equal(await top(page), 0);

      await page.goBack();
      await page.waitForSelector('.tb-catalogue');
      await settle(page);
      const back = await place();
      assert.ok(Math.abs(back - left) <= 2, `the card was at ${left} and is at ${back}`);
      await page.goForward();
      await page.waitForSelector(ARTICLE);
      assert.equal(words(await page.textContent('h1')), words(item.headline));
    }));

    it('switches the layout at once, and keeps it for the next visit', () => read({ size }, async (page) => {
      const item = SAMPLES[0];
      await openArticle(page, server.url, item['@id']);
      const own = name === 'tablet' || name === 'desk' ? 'desktop' : 'mobile';
      const other = own === 'mobile' ? 'desktop' : 'mobile';
      const layout = () => page.getAttribute('.tb-viewer', 'data-layout');
      assert.equal(await layout(), own);
      assert.deepEqual(await page.locator('.tb-switch:visible').evaluateAll((all) => all.map((b) => b.dataset.viewTo)), [other]);
      await page.evaluate(() => { globalThis.sameDocument = true; });

      await page.click(`.tb-switch[data-view-to=${other}]`);
      await page.waitForSelector(`.tb-viewer[data-layout=${other}]`);
      assert.equal(await page.evaluate(() => globalThis.sameDocument), true);
      await page.reload();
      await page.waitForSelector(`${READY}[data-layout=${other}]`);

      await page.click(`.tb-switch[data-view-to=${own}]`);
      await page.waitForSelector(`.tb-viewer[data-layout=${own}]`);
      await open(page, `${server.url}a/${item['@id']}?view=${other}`);
      assert.equal(await layout(), other);
    }));
  });
}

describe('the address', () => {
  it('opens an article by its own link, and again on reload', () => read({}, async (page) => {
    for (const item of SAMPLES) {
      await openArticle(page, server.url, item['@id']);
      assert.equal(words(await page.textContent('h1')), words(sample(item).headline));
    }
    await page.reload();
    await page.waitForSelector(ARTICLE);
  }));

  it('opens any JSON of the same origin by ?src=', () => read({}, async (page) => {
    const item = SAMPLES[0];
    for (const src of [`/articles/${item.url}`, `${server.url}articles/${item.url}`]) {
      await open(page, `${server.url}?src=${encodeURIComponent(src)}`);
      assert.equal(words(await page.textContent('h1')), words(item.headline));
      assert.ok(await page.locator('img').first().evaluate((image) => image.decode().then(() => image.naturalWidth > 0)));
    }
  }));

  it('asks for each file once', async () => {
    const front = await spoil(server.url);
    await read({}, (page) => openArticle(page, front.url, SAMPLES[0]['@id']));
    await front.stop();
    const twice = front.asked.filter((path, index) => front.asked.indexOf(path) !== index);
    assert.deepEqual(twice, []);
  });

  it('tells the head what is shown', () => read({}, async (page) => {
    for (const item of [SAMPLES[0], byLanguage('en'), byLanguage('ar')]) {
      const article = sample(item);
      await openArticle(page, server.url, item['@id']);
      const head = await page.evaluate(() => {
        const get = (selector, name) => document.head.querySelector(selector)?.getAttribute(name);
        return {
          title: document.title,
          lang: document.documentElement.lang,
          description: get('meta[name=description]', 'content'),
          canonical: get('link[rel=canonical]', 'href'),
          ogTitle: get('meta[property="og:title"]', 'content'),
          ogType: get('meta[property="og:type"]', 'content'),
          ogImage: get('meta[property="og:image"]', 'content'),
        };
      });
      assert.ok(words(head.title).includes(words(article.headline)), head.title);
      assert.ok(words(head.ogTitle).includes(words(article.headline)), head.ogTitle);
      assert.equal(head.lang.split('-')[0], article.inLanguage.split('-')[0]);
      assert.ok(words(article.abstract).startsWith(words(head.description).slice(0, 40)), head.description);
      assert.match(head.canonical, /^https?:/);
      assert.equal(head.ogType, 'article');
      if (article.image) assert.match(head.ogImage, /^https?:/);
    }
    await page.click('.tb-masthead a');
    await page.waitForSelector('.tb-catalogue');
    await page.waitForFunction(() => document.querySelector('meta[property="og:type"]').content === 'website');
    assert.equal(await page.evaluate(() => document.querySelectorAll('link[rel=canonical]').length), 1);
  }));
});

describe('reading', () => {
  it('ends the request of an article that is left', async () => {
    const item = SAMPLES[0];
    const front = await spoil(server.url, new Map([[`/articles/${item.url}`, () => {}]]));
    await read({}, async (page) => {
      await open(page, front.url);
      const asked = page.waitForRequest((request) => request.url().endsWith(item.url));
      await page.locator(card(item['@id'])).first().click();
      const request = await asked;
      const ended = page.waitForEvent('requestfailed', (failed) => failed === request);
      await page.goBack();
      assert.match((await ended).failure().errorText, /ABORTED/);
      await page.waitForSelector(`${READY} .tb-catalogue`);
    });
    await front.stop();
  });

  it('hides the masthead on the way down and brings it back on the way up', () => read({}, async (page) => {
    await openArticle(page, server.url, longest()['@id']);
    const bottom = () => page.evaluate(() => document.querySelector('.tb-masthead').getBoundingClientRect().bottom);
    assert.ok(await bottom() > 0);
    for (let step = 0; step < 6; step += 1) {
      await page.evaluate(() => scrollBy(0, 200));
      await settle(page);
    }
    await page.waitForFunction(() => document.querySelector('.tb-masthead').getBoundingClientRect().bottom <= 0);
    for (let step = 0; step < 3; step += 1) {
      await page.evaluate(() => scrollBy(0, -100));
      await settle(page);
    }
    await page.waitForFunction(() => document.querySelector('.tb-masthead').getBoundingClientRect().top >= 0);
  }));

  it('needs no pointer', () => read({ size: SIZES.desk }, async (page) => {
    await open(page, server.url);
    const tabTo = async (selector) => {
      for (let step = 0; step < 100; step += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
      }
      assert.fail(`the keyboard never reaches ${selector}`);
    };
    await tabTo(card(SAMPLES[0]['@id']));
    const ring = await page.evaluate(() => {
      // A card's link draws its ring around the whole card.
      const drawn = [null, '::after'].map((part) => getComputedStyle(document.activeElement, part));
      return drawn.map(({ outlineStyle, outlineWidth }) => `${outlineStyle} ${outlineWidth}`);
    });
    assert.ok(ring.some((outline) => /^solid [2-9]/.test(outline)), ring.join());
    await page.keyboard.press('Enter');
    await page.waitForSelector(ARTICLE);
    await page.waitForFunction(() => document.activeElement.matches('h1.tb-headline'));
    await tabTo('.tb-switch');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.tb-viewer[data-layout=mobile]');
    assert.match(await focused(page), /tb-switch/, 'focus is not lost with the button that was pressed');
    await page.goBack();
    await page.waitForSelector('.tb-catalogue');
  }));

  it('sets a right-to-left article from the right', () => read({}, async (page) => {
    await openArticle(page, server.url, byLanguage('ar')['@id']);
    assert.equal(await page.getAttribute('article.tb-article', 'dir'), 'rtl');
    const { page: outer, gaps } = await page.evaluate(() => {
      const gap = (element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const text = range.getClientRects()[0];
        const box = element.getBoundingClientRect();
        return box.right - text.right;
      };
      return {
        page: getComputedStyle(document.documentElement).direction,
        gaps: [...document.querySelectorAll('h1.tb-headline, .tb-body > p')].map(gap),
      };
    });
    assert.equal(outer, 'ltr');
    assert.ok(gaps.every((gap) => gap < 4), `first lines end at the right edge: ${gaps}`);
  }));
});
