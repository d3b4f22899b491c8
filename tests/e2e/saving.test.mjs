// Saving for later: whole or not at all, with its pictures, and told before, meanwhile and after.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, SIZES } from './lib/browser.mjs';
import { inCharge, others, picturesShow, visitBehind } from './lib/offline.mjs';
import { ARTICLE, eventually, open, sample, shifts, words } from './lib/page.mjs';
import { ITEM, openList, openPanel, OTHER, save, savedCaches, TITLE, titles } from './lib/saved.mjs';
import { fault, serve } from './lib/server.mjs';

let browser;
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser?.close(), server?.stop()]));

const visit = (act, options) => visitBehind(browser, server, act, options);

describe('the bookmark', () => {
  it('is there before the worker begins to fetch what it keeps', () => visit(async ({ page, url }) => {
    await page.addInitScript(() => {
      const { register } = ServiceWorkerContainer.prototype;
      ServiceWorkerContainer.prototype.register = function registerLate(...what) {
        globalThis.hadBookmark = Boolean(document.querySelector('.tb-bookmark'));
        return register.apply(this, what);
      };
    });
    await open(page, `${url}a/${ITEM['@id']}`);
    await inCharge(page);
    assert.equal(await page.evaluate(() => globalThis.hadBookmark), true);
  }));

  it('goes where there is no worker after all', () => visit(async ({ front, page, url }) => {
    front.faults.set('/sw.js', fault.status(404));
    await page.addInitScript(() => {
      const { register } = ServiceWorkerContainer.prototype;
      ServiceWorkerContainer.prototype.register = async function registerOnCall(...what) {
        await new Promise((resolve) => { globalThis.goOn = resolve; });
        return register.apply(this, what);
      };
    });
    await open(page, `${url}a/${ITEM['@id']}`);
    await page.waitForFunction(() => globalThis.goOn);
    assert.equal(await page.locator('.tb-bookmark, .tb-foot .tb-to-saved').count(), 2);
    await page.evaluate(() => globalThis.goOn());
    await page.waitForFunction(() => !document.querySelector('.tb-offers, .tb-to-saved'));
    await page.click('.tb-name');
    await page.waitForSelector('.tb-catalogue');
    assert.equal(await page.locator('.tb-offers, .tb-to-saved').count(), 0);
  }));
});

describe('saving', () => {
  it('tells the size before, asks to keep it, shows how far it is, and opens without a network', () => visit(async ({ context, front, page, problems, url }) => {
    await page.addInitScript(() => {
      navigator.storage.persist = async () => {
        globalThis.askedToPersist = (globalThis.askedToPersist ?? 0) + 1;
        return true;
      };
    });
    await openPanel(page, url);
    assert.match(await page.innerText('.tb-panel-what'), /^Bài và \d+ ảnh, khoảng [\d.,]+\s(KB|MB)\.$/u);
    assert.equal(await page.evaluate(() => globalThis.askedToPersist), undefined);
    const before = await shifts(page);
    // The last picture is held back until the progress was seen.
    let release;
    const last = await page.locator('article img').last().evaluate((image) => new URL(image.src).pathname.replace(/-\d+\.webp$/, ''));
    const held = new Promise((resolve) => { release = resolve; });
    await page.evaluate((stem) => { globalThis.stem = stem; }, last);
    for (const width of [96, 192, 480, 960, 1200]) {
      front.faults.set(`${last}-${width}.webp`, async (request, response) => {
        await held;
        response.writeHead(200, { 'Content-Type': 'image/webp' }).end('RIFF');
      });
    }
    await page.click('.tb-panel .tb-button');
    await page.waitForFunction(() => document.querySelector('.tb-panel progress')?.value > 2);
    assert.match(await page.innerText('.tb-panel-what'), /^Đang lưu: \d+\/\d+ tệp$/);
    release();
    front.faults.clear();
    await page.waitForSelector('.tb-bookmark.tb-is-saved');
    assert.equal(await page.getAttribute('.tb-bookmark', 'aria-label'), 'Đã lưu');
    assert.match(await page.innerText('.tb-panel-what'), /^Lưu lúc \d\d:\d\d, \d+\/\d+\/\d{4}, [\d.,]+\s(KB|MB)\.$/u);
    assert.equal(await page.evaluate(() => globalThis.askedToPersist), 1);
    const { list, total } = await shifts(page);
    assert.ok(total - before.total <= 0.002, JSON.stringify(list));
    assert.deepEqual(problems, []);

    await context.setOffline(true);
    await page.goto(`${url}saved`);
    await page.waitForSelector('.tb-saved-link');
    assert.deepEqual(await titles(page), [TITLE]);
    assert.match(await page.innerText('.tb-saved-facts >> nth=1'), /^Lưu \d\d:\d\d, \d+\/\d+\/\d{4}\s+[\d.,]+\s(KB|MB) · \d+ ảnh\s*$/u);
    await page.click('.tb-saved-link');
    await page.waitForSelector(ARTICLE);
    assert.equal(words(await page.textContent('h1')), TITLE);
    assert.deepEqual(others(problems), []);
  }));

  it('brings every picture that the page shows, whatever width a page of another size asks for', () => visit(async ({ context, page, problems, url }) => {
    await save(page, url);
    await page.evaluate(() => caches.delete('trangbao / pictures'));
    await context.setOffline(true);
    await page.goto(`${url}a/${ITEM['@id']}`);
    await page.waitForSelector(ARTICLE);
    await picturesShow(page);
    const phone = await page.locator('article img').first().evaluate((image) => image.currentSrc);
    await page.setViewportSize(SIZES.desk);
    await page.reload();
    await page.waitForSelector(ARTICLE);
    await picturesShow(page);
    assert.notEqual(await page.locator('article img').first().evaluate((image) => image.currentSrc), phone, 'it asked for another one');
    assert.deepEqual(others(problems), []);
  }));

  it('keeps what its publisher wrote, and filters it anew at each opening', () => visit(async ({ context, page, problems, url }) => {
    await save(page, url);
    const saved = await page.evaluate(async () => {
      const name = (await caches.keys()).find((name) => name.includes(' saved '));
      const cache = await caches.open(name);
      const source = (await (await cache.match('/saved/record')).json()).source;
      const text = await (await cache.match(source)).text();
      // What an older build may have let through.
      const article = { ...JSON.parse(text), headline: 'Bài <img src=x onerror=alert(1)>' };
      article.body.unshift({ type: 'paragraph', text: [{ text: 'liên kết', marks: [{ link: { url: 'javascript:alert(1)' } }] }] });
      await cache.put(source, new Response(JSON.stringify(article)));
      await caches.delete('trangbao / articles');
      return text;
    });
    assert.deepEqual(JSON.parse(saved), sample(ITEM));
    await context.setOffline(true);
    await page.goto(`${url}a/${ITEM['@id']}`);
    await page.waitForSelector(ARTICLE);
    assert.equal(await page.textContent('h1'), 'Bài <img src=x onerror=alert(1)>');
    assert.equal(await page.locator('a[href^="javascript"], h1 img').count(), 0);
    assert.deepEqual(others(problems), []);
  }));

  it('says what is missing', () => visit(async ({ front, page, url }) => {
    await open(page, `${url}a/${ITEM['@id']}`);
    await inCharge(page);
    const far = await page.locator('article img').last().evaluate((image) => image.srcset.match(/\S+(?= \d+w)/g) ?? [image.src]);
    for (const address of far) front.faults.set(new URL(address).pathname, fault.status(404));
    await page.click('.tb-bookmark');
    await page.click('.tb-panel .tb-button');
    await page.waitForSelector('.tb-bookmark.tb-is-saved');
    assert.equal(await page.innerText('.tb-panel-more'), '1 ảnh không tải được nên không có trong bản lưu.');
  }));
});

describe('what goes wrong leaves nothing half-saved', () => {
  it('no room', () => visit(async ({ context, page, problems, url }) => {
    await openPanel(page, url);
    const session = await context.newCDPSession(page);
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin: new URL(url).origin });
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(url).origin, quotaSize: Math.ceil(usage) + 20_000 });
    await page.click('.tb-panel .tb-button');
    await page.waitForSelector('.tb-panel [role=alert]');
    assert.match(await page.innerText('.tb-panel [role=alert]'), /Không còn đủ chỗ.*\s+.*xóa bớt/u);
    assert.deepEqual(await savedCaches(page), []);
    assert.equal(await page.locator('.tb-bookmark.tb-is-saved').count(), 0);
    await page.click('.tb-panel-ways .tb-to-saved');
    await page.waitForSelector('.tb-saved');
    assert.deepEqual(await titles(page), []);
    // Reading goes on.
    await page.goto(`${url}a/${OTHER['@id']}`);
    await page.waitForSelector(ARTICLE);
    assert.deepEqual(others(problems), []);
  }));

  it('no network', () => visit(async ({ context, page, url }) => {
    await openPanel(page, url);
    await context.setOffline(true);
    await page.evaluate(() => { globalThis.realFetch = fetch; globalThis.fetch = (address, options) => globalThis.realFetch(address, { ...options, cache: 'no-store' }); });
    await page.click('.tb-panel .tb-button');
    await page.waitForSelector('.tb-panel [role=alert]');
    assert.match(await page.innerText('.tb-panel [role=alert]'), /Mạng bị ngắt/);
    assert.deepEqual(await savedCaches(page), []);
    await context.setOffline(false);
    await page.click('.tb-panel .tb-button');
    await page.click('.tb-panel .tb-button:has-text("Lưu bài")');
    await page.waitForSelector('.tb-bookmark.tb-is-saved');
  }));

  it('a reader who stops it, or closes the tab', () => visit(async ({ context, front, page, url }) => {
    await open(page, `${url}a/${ITEM['@id']}`);
    await inCharge(page);
    const held = await page.locator('article img').last().evaluate((image) => image.srcset.match(/\S+(?= \d+w)/g) ?? [image.src]);
    for (const address of held) front.faults.set(new URL(address).pathname, fault.silence());
    const begin = async (tab) => {
      await tab.click('.tb-bookmark');
      await tab.click('.tb-panel .tb-button');
      await tab.waitForFunction(() => document.querySelector('.tb-panel progress')?.value > 1);
    };
    await begin(page);
    await page.click('.tb-panel .tb-switch');
    await page.waitForSelector('.tb-panel .tb-button');
    assert.deepEqual(await savedCaches(page), []);
    await page.keyboard.press('Escape');

    await begin(page);
    assert.equal((await savedCaches(page)).length, 1);
    const tab = await context.newPage();
    await openList(tab, url);
    assert.equal((await savedCaches(tab)).length, 1, 'what is under way is left alone');
    assert.deepEqual(await titles(tab), []);
    await page.close();
    await tab.reload();
    await tab.waitForSelector('.tb-saved');
    await eventually(tab, async () => (await caches.keys()).every((name) => !name.includes(' saved ')));
  }));
});
