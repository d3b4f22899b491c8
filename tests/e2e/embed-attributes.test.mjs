// Each attribute of the tag, changed while it is there, and each property that mirrors one.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { FALLBACK, hear, LAID, SHOWN, stage, tag } from './lib/hosts.mjs';
import { sample, SAMPLES, words } from './lib/page.mjs';

const ID = 'doc-dia-chi-web';
const ARTICLE = sample(SAMPLES.find((item) => item['@id'] === ID));
const OTHER = sample(SAMPLES.find((item) => item['@id'] === 'dawn-on-west-lake'));

let on;
before(async () => {
  on = await stage();
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

const element = (page) => page.locator('trang-bao').first();
const set = (page, name, value) => element(page).evaluate((target, [key, to]) => (to === null ? target.removeAttribute(key) : target.setAttribute(key, to)), [name, value]);
const style = (page, selector, property) => page.locator(`${SHOWN}${selector}`).first().evaluate((target, key) => getComputedStyle(target).getPropertyValue(key), property);

describe('an attribute is live', () => {
  it('src: another article takes the place of the first', () => shown({}, async (page) => {
    await set(page, 'src', on.address('dawn-on-west-lake'));
    await page.waitForFunction(() => document.querySelector('trang-bao').article?.lang?.startsWith('en'));
    assert.equal(await headline(page), words(OTHER.headline));
    assert.equal(await page.locator(SHOWN).count(), 1);
  }));

  it('src: is resolved against the page', async () => {
    const path = new URL(on.host.put(JSON.stringify(OTHER), { 'Content-Type': 'application/json' }, '/own/article.json')).pathname;
    await shown({ src: path.slice(1), images: 'none' }, async (page) => assert.equal(await headline(page), words(OTHER.headline)));
  });

  it('article: an article within the page, by its id', async () => {
    const inline = `<script type="application/json" id="bai">${JSON.stringify(OTHER).replaceAll('<', '\\u003c')}</script>`;
    const asked = on.viewer.asked.length;
    const { context, page, problems } = await on.open(on.script() + inline + tag({ article: 'bai', loading: 'eager', images: 'none' }));
    await page.waitForSelector(SHOWN);
    assert.equal(await headline(page), words(OTHER.headline));
    assert.deepEqual(on.viewer.asked.slice(asked).filter((path) => path.includes('/articles/')), []);
    await set(page, 'src', on.address(ID));
    await page.waitForFunction(() => document.querySelector('trang-bao').article?.lang === 'vi');
    assert.equal(await headline(page), words(ARTICLE.headline), 'src goes before article');
    await set(page, 'src', null);
    await page.waitForFunction(() => document.querySelector('trang-bao').article?.lang?.startsWith('en'));
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('article: an id that is not there is no source', async () => {
    const { context, page } = await on.open(on.script() + tag({ article: 'khong-co', loading: 'eager' }));
    assert.equal((await hear(page, 'error')).detail.code, 'no-source');
    assert.ok(await page.getByText(FALLBACK).isVisible());
    await context.close();
  });

  it('theme: light, dark, sepia, and auto with the reader', () => shown({}, async (page) => {
    const paper = () => style(page, '', 'background-color');
    const scheme = () => style(page, '', 'color-scheme');
    const light = await paper();
    await set(page, 'theme', 'dark');
    await page.waitForFunction((before) => getComputedStyle(document.querySelector('trang-bao').shadowRoot.querySelector('.tb-viewer')).backgroundColor !== before, light);
    const dark = await paper();
    assert.equal(await scheme(), 'dark');
    await set(page, 'theme', 'sepia');
    await page.waitForFunction((before) => getComputedStyle(document.querySelector('trang-bao').shadowRoot.querySelector('.tb-viewer')).backgroundColor !== before, dark);
    const sepia = await paper();
    assert.equal(new Set([light, dark, sepia]).size, 3, `${light} ${dark} ${sepia}`);
    await set(page, 'theme', 'auto');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForFunction((wanted) => getComputedStyle(document.querySelector('trang-bao').shadowRoot.querySelector('.tb-viewer')).backgroundColor === wanted, dark);
    await set(page, 'theme', 'light');
    await page.waitForFunction((wanted) => getComputedStyle(document.querySelector('trang-bao').shadowRoot.querySelector('.tb-viewer')).backgroundColor === wanted, light);
  }));

  it('layout: whatever the width is, and auto by the width', () => shown({}, async (page) => {
    await page.waitForSelector(LAID.mobile);
    await set(page, 'layout', 'desktop');
    await page.waitForSelector(LAID.desktop);
    await set(page, 'layout', null);
    await page.waitForSelector(LAID.mobile);
    await page.setViewportSize({ width: 1000, height: 800 });
    await page.waitForSelector(LAID.desktop);
    await set(page, 'layout', 'mobile');
    await page.waitForSelector(LAID.mobile);
  }, { touch: false }));

  it('lang: the words of the interface, not those of the article', () => shown({}, async (page) => {
    const share = () => page.textContent(`${SHOWN} .tb-share`);
    const own = await share();
    await set(page, 'lang', 'en');
    await page.waitForSelector(`${SHOWN}[lang=en]`);
    assert.notEqual(await share(), own);
    assert.equal(await headline(page), words(ARTICLE.headline));
    await set(page, 'lang', null);
    await page.waitForSelector(`${SHOWN}[lang=vi]`);
    assert.equal(await share(), own);
  }));

  it('heading-level: the headline, and the headings below it', () => shown({}, async (page) => {
    const levels = () => page.locator(`${SHOWN} :is(h1,h2,h3,h4,h5,h6)`).evaluateAll((all) => all.map((heading) => Number(heading.localName[1])));
    const fits = async (top) => {
      await page.waitForSelector(`${SHOWN} h${top}.tb-headline`);
      const found = await levels();
      assert.equal(Math.min(...found), top, found.join());
      assert.equal(found.filter((level) => level === top).length > 1, top === 6, found.join());
    };
    await fits(2);
    for (const level of [1, 4, 6]) {
      await set(page, 'heading-level', String(level));
      await fits(level);
    }
    for (const nonsense of ['0', '7', 'x', '', '2.5', '-1', '1e9']) {
      await set(page, 'heading-level', nonsense);
      await page.waitForSelector(`${SHOWN} :is(h1,h2,h3,h4,h5,h6).tb-headline`);
    }
    await set(page, 'heading-level', null);
    await fits(2);
  }));

  it('related: shown and hidden', () => shown({}, async (page) => {
    assert.ok(await page.locator('.tb-cards').count() > 0);
    await set(page, 'related', 'hide');
    await page.locator('.tb-cards').waitFor({ state: 'detached' });
    await set(page, 'related', 'show');
    await page.waitForSelector('.tb-cards');
  }));

  it('and only another src costs a request', async () => {
    await shown({}, async (page) => {
      const asked = on.viewer.asked.length;
      for (const [name, value] of [['theme', 'dark'], ['layout', 'desktop'], ['lang', 'en'], ['heading-level', '3'], ['related', 'hide'], ['storage', 'none']]) {
        await set(page, name, value);
      }
      await page.waitForSelector(`${SHOWN}[lang=en] h3.tb-headline`);
      assert.deepEqual(on.viewer.asked.slice(asked).filter((path) => !path.includes('/pictures/')), []);
    });
  });
});

describe('a property', () => {
  const VALUES = { theme: 'dark', layout: 'desktop', lang: 'en', images: 'tap', storage: 'none', headingLevel: 4, related: 'hide', loading: 'eager' };
  const ATTRIBUTES = { headingLevel: 'heading-level' };

  it('mirrors its attribute', () => shown({}, (page) => element(page).evaluate((target, [values, names]) => {
    for (const [name, value] of Object.entries(values)) {
      const attribute = names[name] ?? name;
      target[name] = value;
      if (target.getAttribute(attribute) !== String(value)) throw new Error(`${attribute} is ${target.getAttribute(attribute)}`);
      if (target[name] !== value) throw new Error(`${name} is ${target[name]}`);
    }
  }, [VALUES, ATTRIBUTES])));

  it('says its default', () => shown({}, async (page) => {
    const found = await page.evaluate(() => {
      const { theme, layout, images, storage, headingLevel, related, loading, article } = document.createElement('trang-bao');
      return { theme, layout, images, storage, headingLevel, related, loading, article };
    });
    assert.deepEqual(found, { theme: 'auto', layout: 'auto', images: 'auto', storage: 'none', headingLevel: 2, related: 'show', loading: 'lazy', article: null });
  }));

  it('counts when it was set before the element was known', async () => {
    const { context, page, problems } = await on.open('');
    await page.evaluate(([src, values]) => {
      const early = Object.assign(document.createElement('trang-bao'), { src, ...values });
      document.body.append(early);
    }, [on.address(ID), VALUES]);
    await page.evaluate((src) => document.head.append(Object.assign(document.createElement('script'), { type: 'module', src })), `${on.viewer.url}embed.js`);
    await page.waitForSelector(`${SHOWN}[lang=en] h4.tb-headline`);
    await page.waitForSelector(LAID.desktop);
    const left = await element(page).evaluate((target) => [Object.keys(target), target.getAttribute('theme'), target.headingLevel]);
    assert.deepEqual(left, [[], 'dark', 4]);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('article says what is shown', () => shown({}, async (page) => {
    const found = await element(page).evaluate((target) => target.article);
    const { headline: title, lede, kicker, section, byline, published, modified, lang, url, image, publisher, ...rest } = found;
    assert.deepEqual(rest, {});
    assert.deepEqual([title, lede, kicker].map(words), [ARTICLE.headline, ARTICLE.abstract, ARTICLE.kicker].map(words));
    assert.deepEqual([section, lang, url, publisher], [ARTICLE.articleSection, ARTICLE.inLanguage, ARTICLE.url, ARTICLE.publisher.name]);
    assert.ok(byline.includes([ARTICLE.author].flat()[0].name), byline);
    for (const [text, wanted] of [[published, ARTICLE.datePublished], [modified, ARTICLE.dateModified]]) {
      assert.match(text, /^\d{4}-\d\d-\d\dT/);
      assert.equal(Date.parse(text), Date.parse(wanted));
    }
    assert.equal(image, new URL(ARTICLE.image.url, on.address(ID)).href);
  }));
});
