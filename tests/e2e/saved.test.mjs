// What is saved: listed, deleted and brought back, in as many tabs as there are, whatever time and others do to it.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { judge } from './lib/axe.mjs';
import { launch, SIZES } from './lib/browser.mjs';
import { inCharge, offlineReader, visitBehind } from './lib/offline.mjs';
import { eventually, open, settle, words } from './lib/page.mjs';
import { ITEM, openList, openPanel, OTHER, save, savedCaches, TITLE, titles } from './lib/saved.mjs';
import { fault, serve } from './lib/server.mjs';

let browser;
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser?.close(), server?.stop()]));

const visit = (act, options) => visitBehind(browser, server, act, options);

describe('the list', () => {
  it('deletes one, and brings it back', () => visit(async ({ page, problems, url }) => {
    await save(page, url);
    await save(page, url, OTHER);
    await openList(page, url);
    assert.deepEqual(await titles(page), [words(OTHER.headline), TITLE]);
    assert.match(await page.innerText('.tb-saved-row'), /^2 bài, /);
    await page.click(`[aria-label="Xóa bài “${TITLE}”"]`);
    await page.waitForFunction(() => document.querySelectorAll('.tb-saved-list')[0].children.length === 1);
    assert.deepEqual(await titles(page), [words(OTHER.headline)]);
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), `Xóa bài “${words(OTHER.headline)}”`);
    assert.match(await page.innerText('.tb-passing'), new RegExp(`Đã xóa “${TITLE}”`));
    await page.click('.tb-passing-act');
    await page.waitForFunction(() => document.querySelectorAll('.tb-saved-list')[0].children.length === 2);
    assert.equal(await page.locator('.tb-passing').count(), 0);
    assert.equal((await savedCaches(page)).length, 2);
    await page.reload();
    await page.waitForSelector('.tb-saved-link');
    assert.deepEqual(await titles(page), [words(OTHER.headline), TITLE]);
    assert.deepEqual(problems, []);
  }));

  it('a deletion that is not taken back is one', () => visit(async ({ page, url }) => {
    await save(page, url);
    await openList(page, url);
    await page.clock.install();
    await page.reload();
    await page.waitForSelector('.tb-saved-link');
    await page.click('.tb-saved-item .tb-icon-button');
    await page.waitForSelector('.tb-passing');
    assert.equal((await savedCaches(page)).length, 1);
    await page.clock.fastForward(11_000);
    await eventually(page, async () => (await caches.keys()).every((name) => !name.includes(' saved ')));
    assert.equal(await page.locator('.tb-passing').count(), 0);
    assert.match(await page.innerText('.tb-saved'), /Chưa có bài nào được lưu/);
  }));

  it('and so is one whose tab was closed', () => visit(async ({ context, page, url }) => {
    await save(page, url);
    await openList(page, url);
    await page.click('.tb-saved-item .tb-icon-button');
    await page.waitForSelector('.tb-passing');
    await page.close();
    const tab = await context.newPage();
    await openList(tab, url);
    assert.deepEqual(await titles(tab), []);
    await eventually(tab, async () => (await caches.keys()).every((name) => !name.includes(' saved ')));
  }));

  it('deletes all of them only when asked twice', () => visit(async ({ page, url }) => {
    await save(page, url);
    await save(page, url, OTHER);
    await openList(page, url);
    await page.click('.tb-saved-all');
    await page.waitForSelector('dialog.tb-panel');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Giữ lại', 'the harmless one has the focus');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog', { state: 'detached' });
    assert.equal((await titles(page)).length, 2);
    await page.click('.tb-saved-all');
    await page.click('dialog .tb-button');
    await page.waitForSelector('.tb-saved-what');
    assert.deepEqual(await titles(page), []);
    await page.click('.tb-passing-act');
    await page.waitForSelector('.tb-saved-item .tb-icon-button');
    assert.equal((await titles(page)).length, 2);
  }));

  it('an article is let go of on its own page, too', () => visit(async ({ page, url }) => {
    await save(page, url);
    await page.click('.tb-panel button.tb-switch');
    await page.waitForSelector('.tb-bookmark:not(.tb-is-saved)');
    assert.deepEqual(await savedCaches(page), []);
  }));
});

describe('two tabs', () => {
  it('show the same', () => visit(async ({ context, page, url }) => {
    await open(page, `${url}a/${ITEM['@id']}`);
    await inCharge(page);
    const list = await context.newPage();
    await openList(list, url);
    const other = await context.newPage();
    await save(other, url);
    await page.waitForSelector('.tb-bookmark.tb-is-saved');
    await list.waitForSelector('.tb-saved-link');
    assert.deepEqual(await titles(list), [TITLE]);
    await list.click('.tb-saved-item .tb-icon-button');
    await page.waitForSelector('.tb-bookmark:not(.tb-is-saved)');
    await other.waitForSelector('.tb-bookmark:not(.tb-is-saved)');
    await list.click('.tb-passing-act');
    await page.waitForSelector('.tb-bookmark.tb-is-saved');
  }));

  it('that save at once lose nothing', () => visit(async ({ context, page, url }) => {
    const tabs = [page, await context.newPage(), await context.newPage()];
    await openPanel(tabs[0], url);
    await openPanel(tabs[1], url);
    await openPanel(tabs[2], url, OTHER);
    await Promise.all(tabs.map((tab) => tab.evaluate(() => document.querySelector('.tb-panel .tb-button').click())));
    for (const tab of tabs) await tab.waitForSelector('.tb-bookmark.tb-is-saved');
    await openList(page, url);
    assert.deepEqual((await titles(page)).sort(), [TITLE, words(OTHER.headline)].sort());
    assert.equal((await savedCaches(page)).length, 2);
  }));
});

describe('what time and others do to it', () => {
  /** Changes the record of the one saved article. */
  const rewrite = (page, text) => page.evaluate(async (text) => {
    const name = (await caches.keys()).find((name) => name.includes(' saved '));
    await (await caches.open(name)).put('/saved/record', new Response(text));
  }, text);

  it('a damaged record is made anew of what is there', () => visit(async ({ context, page, problems, url }) => {
    for (const junk of ['\0junk', '[]', 'null', '{"v":1,"title":5}', '{"v":1,"page":"javascript:alert(1)"}']) {
      await save(page, url);
      await rewrite(page, junk);
      await openList(page, url);
      assert.deepEqual(await titles(page), [TITLE], junk);
      assert.match(await page.innerText('.tb-saved-item .tb-saved-facts'), /[\d.,]+\s(KB|MB) · \d+ ảnh/u);
      assert.equal(await page.getAttribute('.tb-saved-link', 'href'), `${url}a/${ITEM['@id']}`);
      await page.evaluate(async () => { for (const name of await caches.keys()) if (name.includes(' saved ')) await caches.delete(name); });
    }
    void context;
    assert.deepEqual(problems, []);
  }));

  it('a damaged text is fetched again, once; where there is no more of it, the entry goes', () => visit(async ({ front, page, url }) => {
    const path = `/articles/${ITEM.url}`;
    const spoilText = () => page.evaluate(async (path) => {
      const name = (await caches.keys()).find((name) => name.includes(' saved '));
      const cache = await caches.open(name);
      await cache.delete(path);
    }, path);
    await save(page, url);
    await spoilText();
    front.asked.length = 0;
    await openList(page, url);
    assert.deepEqual(await titles(page), [TITLE]);
    assert.equal(front.asked.filter((asked) => asked === path).length, 1);
    await spoilText();
    await page.evaluate(() => caches.delete('trangbao / articles'));
    front.faults.set(path, fault.status(404));
    await openList(page, url);
    assert.deepEqual(await titles(page), []);
    assert.deepEqual(await savedCaches(page), []);
  }));

  it('a newer release’s record is shown, and left as it is', () => visit(async ({ page, url }) => {
    await save(page, url);
    const newer = JSON.stringify({ v: 2, source: `${url}articles/${ITEM.url}`, title: 'Mai sau', lang: 'vi', bytes: 1e6, pictures: 2, saved: '2030-01-01T00:00:00Z', shelf: 'x' });
    await rewrite(page, newer);
    await openList(page, url);
    assert.deepEqual(await titles(page), ['Mai sau']);
    assert.equal(await page.evaluate(async () => (await caches.match('/saved/record')).text()), newer);
  }));

  it('storage that was cleared while the page was open: list and bookmark agree', () => visit(async ({ context, page, url }) => {
    await save(page, url);
    await page.keyboard.press('Escape');
    const list = await context.newPage();
    await openList(list, url);
    assert.deepEqual(await titles(list), [TITLE]);
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'cache_storage' });
    for (const tab of [page, list]) await tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await list.waitForSelector('.tb-saved-what');
    await page.waitForSelector('.tb-bookmark:not(.tb-is-saved)');
    await save(page, url);
  }));
});

describe('for every reader', () => {
  for (const size of [SIZES.phone, SIZES.desk]) {
    it(`panel and lists are accessible at ${size.width}`, () => visit(async ({ context, page, url }) => {
      await openPanel(page, url);
      assert.deepEqual(await judge(page), [], 'the offer');
      await page.click('.tb-panel .tb-button');
      await page.waitForSelector('.tb-bookmark.tb-is-saved');
      assert.deepEqual(await judge(page), [], 'saved');
      await save(page, url, OTHER);
      await openList(page, url);
      await page.click('.tb-saved-item .tb-icon-button');
      await page.waitForSelector('.tb-passing');
      assert.deepEqual(await judge(page), [], 'the list, and a note');
      await page.click('.tb-passing-act');
      await page.waitForFunction(() => document.querySelectorAll('.tb-saved-list')[0].children.length === 2);
      await page.click('.tb-saved-all');
      assert.deepEqual(await judge(page), [], 'the question');
      await page.keyboard.press('Escape');
      await context.setOffline(true);
      await page.goto(`${url}a/khong-co-o-day`);
      await page.waitForSelector('.tb-saved');
      assert.deepEqual(await judge(page), [], 'without a network');
    }, { size }));
  }

  it('targets are large enough for a thumb, and nothing reaches out sideways', () => visit(async ({ page, url }) => {
    const small = (selector) => page.locator(selector).evaluateAll((controls) => controls.map((control) => {
      const { width, height } = control.getBoundingClientRect();
      return [control.className, Math.round(width), Math.round(height)];
    }).filter(([, width, height]) => width < 44 || height < 44));
    await save(page, url);
    assert.deepEqual(await small('.tb-panel button, .tb-panel a, .tb-masthead button, .tb-foot .tb-to-saved'), []);
    await save(page, url, OTHER);
    await openList(page, url);
    await page.click('.tb-saved-item .tb-icon-button');
    await page.waitForSelector('.tb-passing');
    assert.deepEqual(await small('.tb-saved button, .tb-passing button, .tb-masthead a'), []);
    for (const width of [280, 360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await settle(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
    }
  }));

  it('the panel is for the keyboard, too, and speaks English where the page does', () => visit(async ({ page, url }) => {
    await open(page, `${url}a/${ITEM['@id']}`);
    await inCharge(page);
    await page.waitForSelector('.tb-bookmark');
    await page.focus('.tb-bookmark');
    assert.equal(await page.getAttribute('.tb-bookmark', 'aria-label'), 'Save for later');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.tb-panel .tb-button');
    assert.match(await page.innerText('.tb-panel-what'), /^The article and \d+ pictures, about [\d.,]+\s(KB|MB)\.$/u);
    await page.waitForFunction(() => document.activeElement.textContent === 'Save');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    assert.equal(await page.evaluate(() => document.activeElement.className), 'tb-icon-button tb-bookmark');
    await openList(page, url);
    assert.match(await page.innerText('.tb-saved'), /You have saved no articles yet/);
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
  }, { locale: 'en-US', size: SIZES.desk }));

  it('a page without a worker has no bookmark', async () => {
    const { context, page } = await offlineReader(browser, { serviceWorkers: 'block' });
    await open(page, `${server.url}a/${ITEM['@id']}`);
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /policy-/.test(name)));
    await settle(page);
    assert.equal(await page.locator('.tb-bookmark, .tb-to-saved').count(), 0);
    await context.close();
  });
});
