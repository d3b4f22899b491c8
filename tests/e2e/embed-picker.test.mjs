// The picker, for the partner's engineer: what it makes is pasted into a page, and works there.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { reader, SIZES } from './lib/browser.mjs';
import { frameAddress, SHOWN, stage } from './lib/hosts.mjs';
import { sample, SAMPLES, words } from './lib/page.mjs';

const ID = 'dawn-on-west-lake';
const ARTICLE = sample(SAMPLES.find((item) => item['@id'] === ID));

let on;
before(async () => {
  on = await stage();
});
after(() => on?.stop());

// All previews are near, so all of them come.
const TALL = { width: 1280, height: 6000 };

const snippets = (page) => page.locator('.tb-snippet code').allTextContents();

/** Not every browser knows every permission that the frame is given; the last test is for those that say so. */
const mended = (problems) => problems.filter((problem) => !problem.startsWith('console: Unrecognized feature'));

/** Opens the picker, and chooses an article by its address. */
async function picker(act, { size = TALL, choose = on.address(ID), ...options } = {}) {
  const visit = await reader(on.browser, { size, ...options });
  const { page } = visit;
  await page.goto(frameAddress(on, {}));
  await page.fill('input[name=src]', choose);
  await page.waitForFunction((address) => [...document.querySelectorAll('.tb-snippet code')].every((code) => code.textContent.includes(address)), choose);
  await act(page, visit);
  assert.deepEqual(mended(visit.problems), []);
  await visit.context.close();
}

/** Each preview has come to show this headline, in the language of the interface. */
async function previews(page, text) {
  await page.waitForFunction((wanted) => {
    const found = [...document.querySelectorAll('trang-bao')].map((element) => element.article?.headline);
    return found.length === 3 && found.every((headline) => headline === wanted);
  }, text);
  return page.locator('trang-bao').evaluateAll((all) => all.map((element) => Math.round(element.getBoundingClientRect().width)));
}

describe('the picker', () => {
  it('shows the article live at three widths, and in the frame', () => picker(async (page) => {
    const widths = await previews(page, ARTICLE.headline);
    assert.equal(new Set(widths).size, 3, widths.join());
    const frame = page.frameLocator('iframe');
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await frame.locator('.tb-headline').waitFor();
    assert.equal(words(await frame.locator('.tb-headline').textContent()), words(ARTICLE.headline));
    await page.waitForFunction(() => Number.parseFloat(document.querySelector('iframe').style.height) > 1000);
  }));

  it('makes two snippets that work where they are pasted', async () => {
    let made;
    await picker(async (page) => {
      await page.fill('input[name=host]', on.host.origin);
      await page.selectOption('select[name=theme]', 'dark');
      await page.selectOption('select[name=heading-level]', '3');
      await page.waitForFunction((host) => {
        const codes = [...document.querySelectorAll('.tb-snippet code')].map((code) => code.textContent);
        return codes.every((code) => code.includes('dark')) && codes[1].includes(host);
      }, on.host.origin);
      await page.waitForFunction((headline) => document.querySelectorAll('.tb-snippet code')[1].textContent.includes(headline), ARTICLE.headline);
      made = await snippets(page);
    });
    assert.match(made[0], /<trang-bao[^]*<a href/);
    assert.match(made[1], /<iframe[^]*sandbox="allow-scripts allow-popups[^]*frame\.js/);
    assert.doesNotMatch(made[1], /allow-same-origin|allow-top/);

    const element = await on.open(made[0], { touch: false });
    await element.page.waitForSelector(`${SHOWN} h3.tb-headline`);
    assert.equal(await element.page.locator(SHOWN).evaluate((viewer) => getComputedStyle(viewer).colorScheme), 'dark');
    assert.deepEqual(element.problems, []);
    await element.context.close();

    const frame = await on.open(made[1], { touch: false });
    await frame.page.frameLocator('iframe').locator('h3.tb-headline').waitFor();
    await frame.page.waitForFunction(() => Number.parseFloat(document.querySelector('iframe').style.height) > 1000);
    assert.equal(words(await frame.page.getAttribute('iframe', 'title')), words(ARTICLE.headline));
    assert.deepEqual(mended(frame.problems), []);
    await frame.context.close();
  });

  it('takes each choice at once', () => picker(async (page) => {
    await previews(page, ARTICLE.headline);
    await page.selectOption('select[name=images]', 'none');
    await page.waitForFunction(() => [...document.querySelectorAll('trang-bao')].every((element) => element.images === 'none' && !element.shadowRoot.querySelector('img')));
    await page.selectOption('select[name=related]', 'hide');
    await page.waitForFunction(() => [...document.querySelectorAll('trang-bao')].every((element) => !element.shadowRoot.querySelector('.tb-related')));
    for (const code of await snippets(page)) {
      assert.match(code, /images="none"|images=none/);
      assert.match(code, /related="hide"|related=hide/);
    }

    // By headline, too.
    const other = sample(SAMPLES[0]);
    await page.selectOption('select[name=article]', on.address(SAMPLES[0]['@id']));
    await previews(page, other.headline);
    assert.equal(await page.inputValue('input[name=src]'), on.address(SAMPLES[0]['@id']));
  }));

  it('says what is wrong with an address, and writes nothing that could break out of the snippet', () => picker(async (page) => {
    const before = await snippets(page);
    for (const wrong of ['javascript:alert(1)', 'data:text/html,x']) {
      await page.fill('input[name=src]', wrong);
      await page.waitForSelector('input[name=src][aria-invalid=true]');
      assert.deepEqual(await snippets(page), before, wrong);
    }
    await page.fill('input[name=src]', `${on.address(ID)}?a="><script>alert(1)</script>&b=1`);
    await page.waitForFunction((count) => document.querySelector('.tb-snippet code').textContent.length > count, before[0].length);
    for (const code of await snippets(page)) {
      const tags = [...code.matchAll(/<([a-z][\w-]*)/g)].map(([, name]) => name).sort();
      assert.deepEqual(tags, tags.includes('iframe') ? ['iframe', 'script'] : ['a', 'script', 'trang-bao']);
    }
  }));

  it('copies a snippet', () => picker(async (page) => {
    await page.locator('.tb-snippet button').first().click();
    await page.locator('.tb-snippet [role=status]').first().filter({ hasText: /\S/ }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), (await snippets(page))[0]);
  }, { size: SIZES.desk, permissions: ['clipboard-read', 'clipboard-write'] }));

  it('fits a phone', () => picker(async (page) => {
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  }, { size: SIZES.phone }));

  it('leaves the console empty', () => picker(async (page, { problems }) => {
    await page.waitForSelector('iframe');
    assert.deepEqual(problems, []);
  }, { size: SIZES.desk }));

  it('speaks both languages', async () => {
    const titles = [];
    for (const locale of ['vi-VN', 'en-US']) {
      const { context, page } = await reader(on.browser, { locale });
      await page.goto(frameAddress(on, {}));
      titles.push(await page.textContent('h1'));
      await context.close();
    }
    assert.equal(new Set(titles).size, 2, titles.join());
  });
});
