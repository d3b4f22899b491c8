// Without a network: what was read opens, what cannot be had says so, and nothing that is wrong is ever kept.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch } from './lib/browser.mjs';
import { copyOf, fileOf, isKept, keptPaths, offlineReader, openAndKeep, others, visitBehind } from './lib/offline.mjs';
import { ARTICLE, eventually, FAILED, open, READY, sample, SAMPLES, settle, words } from './lib/page.mjs';
import { fault, serve, spoil } from './lib/server.mjs';

const [FIRST, SECOND, THIRD] = SAMPLES;
const pathOf = (item) => `/articles/${item.url}`;
const card = (item) => `main a[href$="/a/${item['@id']}"]`;
const NOTE = '.tb-passing';

let browser;
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser?.close(), server?.stop()]));

const visit = (act, options) => visitBehind(browser, server, act, options);

describe('in airplane mode', () => {
  it('catalogue and articles that were read open after a reload, with the pictures that were seen', () => visit(async ({ context, page, problems, url }) => {
    await openAndKeep(page, `${url}a/${FIRST['@id']}`, pathOf(FIRST), 'site.json');
    const seen = await page.locator('article img').evaluateAll((images) => images.filter((image) => image.complete && image.naturalWidth).map((image) => image.currentSrc));
    assert.ok(seen.length > 0);
    for (const picture of seen) await isKept(page, picture);
    // The next one comes through the worker's hands.
    await page.goto(url);
    await page.locator(card(SECOND)).first().click();
    await page.waitForSelector(ARTICLE);
    await isKept(page, url.slice(0, -1) + pathOf(SECOND));
    assert.deepEqual(problems, []);

    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector(ARTICLE);
    assert.equal(words(await page.textContent('h1')), words(SECOND.headline));
    await page.goto(url);
    await page.waitForSelector(`${READY} .tb-catalogue`);
    assert.equal(await page.textContent('.tb-name'), JSON.parse(await copyOf(page, '/site.json')).name);
    await page.locator(card(FIRST)).first().click();
    await page.waitForSelector(ARTICLE);
    assert.equal(words(await page.textContent('h1')), words(FIRST.headline));
    for (const picture of seen) {
      assert.ok(await page.evaluate((src) => Object.assign(new Image(), { src }).decode().then(() => true), picture), picture);
    }
    assert.deepEqual(others(problems), []);
  }));

  it('says of a copy that it is one', () => visit(async ({ context, page, url }) => {
    await openAndKeep(page, `${url}a/${FIRST['@id']}`, pathOf(FIRST));
    assert.equal(await page.locator(NOTE).count(), 0);
    await context.setOffline(true);
    await page.reload();
    assert.match(await page.innerText(NOTE), /Đây là bản tải lúc \d\d:\d\d, \d+\/\d+\/\d{4}/);
  }));

  it('in the place of a page that is not there stands a list of those that are', () => visit(async ({ context, page, problems, url }) => {
    await openAndKeep(page, `${url}a/${FIRST['@id']}`, pathOf(FIRST));
    await context.setOffline(true);
    await page.goto(`${url}a/${THIRD['@id']}`);
    await page.waitForSelector('.tb-saved');
    assert.equal(await page.textContent('h1'), 'Bạn đang ngoại tuyến');
    const links = page.locator('.tb-saved-link');
    assert.deepEqual(await links.allTextContents(), [FIRST.headline]);
    await links.first().click();
    await page.waitForSelector(ARTICLE);
    assert.equal(words(await page.textContent('h1')), words(FIRST.headline));

    // The same within the app, where the page itself was not left.
    await page.goto(url);
    await page.locator(card(THIRD)).first().click();
    await page.waitForSelector(FAILED);
    await page.click('.tb-failure .tb-to-saved');
    await page.waitForSelector('.tb-saved-link');
    await context.setOffline(false);
    await page.goto(`${url}a/${THIRD['@id']}`);
    await page.waitForSelector(ARTICLE);
    assert.deepEqual(others(problems), []);
  }));

  it('a page that could not be had is asked for again by its button', () => visit(async ({ context, page, url }) => {
    await openAndKeep(page, url);
    await context.setOffline(true);
    await page.goto(`${url}a/${FIRST['@id']}`);
    await page.waitForSelector('.tb-saved');
    await context.setOffline(false);
    await page.click('.tb-saved .tb-button');
    await page.waitForSelector(ARTICLE);
  }));

  it('a worker that was stopped starts and knows all', () => visit(async ({ context, front, page, url }) => {
    await openAndKeep(page, `${url}a/${FIRST['@id']}`, pathOf(FIRST));
    const session = await context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    // No emulation: it would have to know of the worker that is to come.
    await front.stop();
    await page.reload();
    await page.waitForSelector(ARTICLE);
  }));
});

/** What a server or a network may answer in the place of an article. */
const WRONG = {
  404: fault.status(404, '{"headline": "x"}'),
  410: fault.status(410),
  500: fault.status(500, '{"headline": "x"}'),
  503: fault.status(503),
  429: fault.status(429),
  'a redirect to a page': fault.redirect('/saved/'),
  'a redirect to another article': fault.redirect(pathOf(SECOND)),
  'a redirect to itself': fault.redirect(pathOf(FIRST)),
  'the page of a captive portal': fault.body('<!doctype html><p>Đăng nhập', 'text/html'),
  'half of it': fault.cut('{"headline": "Hồ'),
  'half of it, as if it were all': (_, response) => {
    // Its end is the connection's: the browser cannot know that there was more.
    response.writeHead(200, { 'Content-Type': 'application/json', Connection: 'close' });
    response.end(JSON.stringify(sample(FIRST)).slice(0, 500));
  },
  'nothing at all': fault.body(''),
  'a number': fault.body('1'),
};
const WITHDRAWN = ['404', '410'];

describe('of what is wrong, nothing is kept', () => {
  for (const [name, wrong] of Object.entries(WRONG)) {
    it(name, () => visit(async ({ front, page, url }) => {
      await openAndKeep(page, url);
      front.faults.set(pathOf(FIRST), wrong);
      await page.goto(`${url}a/${FIRST['@id']}`);
      await page.waitForSelector(`${FAILED} [role=alert], ${ARTICLE}`);
      // Whatever comes later is kept later.
      await page.goto(`${url}a/${THIRD['@id']}`);
      await isKept(page, url.slice(0, -1) + pathOf(THIRD));
      assert.equal(await copyOf(page, pathOf(FIRST)), undefined);
    }));
  }

  for (const [name, wrong] of Object.entries({ ...WRONG, silence: fault.silence() })) {
    if (name === 'a redirect to another article') continue;
    const isWithdrawn = WITHDRAWN.includes(name);
    it(`${name}, where there is a good copy: ${isWithdrawn ? 'the article was withdrawn' : 'that one is shown'}`, () => visit(async ({ front, page, url }) => {
      await openAndKeep(page, `${url}a/${FIRST['@id']}`, pathOf(FIRST));
      front.faults.set(pathOf(FIRST), wrong);
      await page.reload();
      if (isWithdrawn) {
        await page.waitForSelector(`${FAILED} [role=alert]`);
        assert.equal(await copyOf(page, pathOf(FIRST)), undefined);
      } else {
        await page.waitForSelector(ARTICLE);
        assert.equal(words(await page.textContent('h1')), words(FIRST.headline));
        assert.match(await page.innerText(NOTE), /bản tải lúc/);
        assert.deepEqual(JSON.parse(await copyOf(page, pathOf(FIRST))), sample(FIRST));
      }
    }));
  }

  it('a copy that was damaged goes, and the network brings another', () => visit(async ({ context, page, url }) => {
    await openAndKeep(page, `${url}a/${FIRST['@id']}`, pathOf(FIRST));
    const damage = () => page.evaluate(async (path) => {
      await (await caches.open('trangbao / articles')).put(path, new Response('\0junk'));
    }, pathOf(FIRST));
    await damage();
    await page.reload();
    await page.waitForSelector(ARTICLE);
    await eventually(page, async (path) => (await (await caches.match(path))?.text())?.startsWith('{'), pathOf(FIRST));
    await damage();
    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector('.tb-saved');
    assert.equal(await copyOf(page, pathOf(FIRST)), undefined);
  }));

  it('a picture that failed, was redirected or is none', () => visit(async ({ front, page, url }) => {
    await openAndKeep(page, url);
    const wrong = { '/p/1.webp': fault.status(500), '/p/2.webp': fault.redirect('/icons/icon-192.png'), '/p/3.webp': fault.body('<p>', 'text/html') };
    for (const [path, what] of Object.entries(wrong)) front.faults.set(path, what);
    const load = (path) => page.evaluate((src) => new Promise((resolve) => {
      const image = Object.assign(new Image(), { src });
      image.onload = resolve;
      image.onerror = resolve;
    }), path);
    for (const path of Object.keys(wrong)) await load(path);
    await load('/icons/icon-512.png');
    await isKept(page, `${url}icons/icon-512.png`);
    const { pictures } = await keptPaths(page);
    assert.deepEqual(pictures.filter((path) => path.startsWith('/p/')), []);
  }));

  it('another origin’s opaque answer; one that we may read is kept', () => visit(async ({ page, url }) => {
    const other = await spoil(server.url);
    await openAndKeep(page, url);
    const load = (path, crossOrigin) => page.evaluate(([src, crossOrigin]) => Object.assign(new Image(), { crossOrigin, src }).decode(), [other.url + path, crossOrigin]);
    await load('icons/icon-192.png', null);
    await load('icons/icon-512.png', 'anonymous');
    await isKept(page, `${other.url}icons/icon-512.png`);
    assert.equal(await copyOf(page, `${other.url}icons/icon-192.png`), undefined);
    await other.stop();
  }, { bypassCSP: true }));

  it('no page of an article: what is shown is made of its JSON', () => visit(async ({ page, url }) => {
    await openAndKeep(page, `${url}a/${FIRST['@id']}`, pathOf(FIRST));
    const all = await page.evaluate(async () => {
      const names = await caches.keys();
      const lists = await Promise.all(names.map(async (name) => (await (await caches.open(name)).matchAll()).map(({ headers, url }) => [url, headers.get('Content-Type')])));
      return lists.flat().filter(([, type]) => type.startsWith('text/html')).map(([address]) => address.slice(location.origin.length));
    });
    assert.deepEqual(all.filter((path) => path && !['/app/', '/saved/'].includes(path)), []);
  }));
});

describe('room', () => {
  it('what was not read for the longest time goes', () => visit(async ({ page, url }) => {
    await openAndKeep(page, url);
    await page.evaluate(async () => {
      const articles = await caches.open('trangbao / articles');
      for (let index = 0; index < 120; index += 1) await articles.put(`/articles/old-${index}.json`, Response.json({ headline: `${index}` }));
      const pictures = await caches.open('trangbao / pictures');
      for (let index = 0; index < 10; index += 1) {
        await pictures.put(`/pictures/old-${index}.webp`, new Response('', { headers: { 'X-Bytes': 5 * 1024 * 1024 } }));
      }
    });
    await page.locator(card(FIRST)).first().click();
    await page.waitForSelector(ARTICLE);
    await eventually(page, async () => (await (await caches.open('trangbao / pictures')).keys()).every(({ url }) => !url.endsWith('old-0.webp')));
    const { articles, pictures } = await keptPaths(page);
    const old = articles.filter((path) => path.includes('/old-'));
    assert.equal(old.length, 99, 'a hundred with the one that was read');
    assert.equal(old[0], '/articles/old-21.json');
    assert.ok(articles.includes('/articles/index.json') && articles.includes('/site.json'));
    assert.deepEqual(pictures.filter((path) => path.includes('/old-')).length, 6, '32 MiB hold six of 5');
  }));
});

describe('where it cannot be', () => {
  it('storage that is blocked costs a word in the foot, and no reading', () => visit(async ({ page, problems, url }) => {
    await page.addInitScript(() => {
      for (const [holder, name] of [[globalThis, 'caches'], [Navigator.prototype, 'serviceWorker']]) {
        Object.defineProperty(holder, name, { get: () => { throw new DOMException('blocked', 'SecurityError'); } });
      }
    });
    await open(page, `${url}a/${FIRST['@id']}`);
    await page.waitForSelector('.tb-foot .tb-blocked', { state: 'attached' });
    await page.click('.tb-name');
    await page.waitForSelector('.tb-catalogue');
    await page.locator(card(SECOND)).first().click();
    await page.waitForSelector(ARTICLE);
    await page.waitForSelector('.tb-foot .tb-blocked', { state: 'attached' });
    assert.equal(await page.locator('.tb-blocked').count(), 1);
    assert.equal(await page.locator('.tb-bookmark, .tb-to-saved').count(), 0);
    await page.goto(`${url}saved`);
    assert.match(await page.innerText('.tb-saved'), /chặn bộ nhớ/);
    assert.deepEqual(problems, []);
  }));

  it('on a plain http host nothing is offered', async () => {
    const own = await launch({ args: ['--host-resolver-rules=MAP news.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] });
    const { context, page } = await offlineReader(own);
    await page.goto(`http://news.test:${new URL(server.url).port}/a/${FIRST['@id']}`);
    await page.waitForSelector(ARTICLE);
    await page.goto(`http://news.test:${new URL(server.url).port}/saved`);
    assert.match(await page.innerText('.tb-saved'), /https/);
    await page.goBack();
    await page.waitForSelector(ARTICLE);
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /after-.*js/.test(name)));
    await settle(page);
    assert.equal(await page.locator('.tb-offers, .tb-blocked').count(), 0);
    await own.close();
    await context.close().catch(() => {});
  });

  it('a page without its later half reads on', () => visit(async ({ front, page, problems, url }) => {
    const path = new URL(await fileOf(page, url, /after-.*js/)).pathname;
    await page.evaluate(async () => {
      for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
      for (const name of await caches.keys()) await caches.delete(name);
    });
    front.faults.set(path, fault.status(404));
    await open(page, `${url}a/${FIRST['@id']}`);
    await page.click('.tb-name');
    await page.waitForSelector('.tb-catalogue');
    assert.deepEqual(others(problems), []);
  }));
});

describe('the next article', () => {
  it('is asked for when a finger is on its link, and once', () => visit(async ({ front, page, url }) => {
    await openAndKeep(page, url);
    const link = page.locator(card(SECOND)).first();
    await link.dispatchEvent('pointerdown');
    await page.waitForFunction((path) => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(path)), pathOf(SECOND));
    await page.evaluate(() => {
      const later = setTimeout;
      window.setTimeout = (act, ms, ...given) => {
        if (ms !== 80) return later(act, ms, ...given);
        window.rest ??= () => act(...given);
        return 0;
      };
    });
    await link.click();
    await page.waitForSelector(ARTICLE);
    // The pointer rested on the link, too, but the article came sooner.
    await page.evaluate(() => window.rest());
    await settle(page);
    assert.equal(front.asked.filter((path) => path === pathOf(SECOND)).length, 1);
    await page.goBack();
    await page.waitForSelector('.tb-catalogue');
    await page.locator(card(SECOND)).first().click();
    await page.waitForSelector(ARTICLE);
    assert.equal(front.asked.filter((path) => path === pathOf(SECOND)).length, 2, 'an answer is taken once');
  }));

  it('is asked for when the end of the text is near', () => visit(async ({ front, page, url }) => {
    const item = SAMPLES.find((one) => sample(one).relatedLink?.some?.((link) => link.image));
    await openAndKeep(page, `${url}a/${item['@id']}`, pathOf(item));
    const next = new URL(await page.getAttribute('.tb-cards a', 'href')).pathname.replace(/^\/a\/(.*)$/, '/articles/$1.json');
    await settle(page);
    assert.equal(front.asked.filter((path) => path === next).length, 0);
    await page.locator('.tb-end').scrollIntoViewIfNeeded();
    await isKept(page, url.slice(0, -1) + next);
    await page.locator('.tb-cards a').first().click();
    await page.waitForFunction((path) => location.pathname === path, next.replace('/articles', '/a').replace('.json', ''));
    await page.waitForSelector(ARTICLE);
    assert.equal(front.asked.filter((path) => path === next).length, 1);
  }));

  it('takes the place of the one before it in one frame, at its top, and is soon whole', () => visit(async ({ page, url }) => {
    const item = SAMPLES.find((one) => sample(one).relatedLink?.some?.((link) => link.image));
    await openAndKeep(page, `${url}a/${item['@id']}`, pathOf(item));
    const next = new URL(await page.getAttribute('.tb-cards a', 'href')).pathname.replace('/a/', '');
    await page.locator('.tb-end').scrollIntoViewIfNeeded();
    await isKept(page, `${url}articles/${next}.json`);
    // A phone's processor, which leaves time for a frame between any two things.
    await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 6 });
    const seen = await page.evaluate(async () => {
      const old = document.querySelector('h1');
      const left = new Set(document.querySelectorAll('main *'));
      const frames = [];
      const skeleton = () => document.querySelector('.tb-skeleton') && frames.push('a skeleton');
      new MutationObserver(skeleton).observe(document.querySelector('main'), { childList: true });
      document.querySelector('.tb-cards a').click();
      do {
        await new Promise((resolve) => { requestAnimationFrame(resolve); });
        const now = document.querySelector('main h1');
        frames.push(now === old ? 'old' : now && scrollY === 0 && document.activeElement === now ? 'new' : `neither, at ${scrollY}`);
      } while (frames.at(-1) === 'old' || document.querySelector('.tb-viewer').dataset.state === 'loading');
      // The tools may have changed what is left, so none of it serves again.
      if ([...document.querySelectorAll('main *')].some((node) => left.has(node))) frames.push('something of the old one');
      return frames;
    });
    assert.deepEqual([...new Set(seen)].filter((frame) => frame !== 'old'), ['new']);
    assert.equal(await page.textContent('h1'), sample({ url: `${next}.json` }).headline);
    assert.equal(await page.locator('.tb-body > *').count(), sample({ url: `${next}.json` }).body.length);
    assert.equal(await page.locator('.tb-foot').count(), 1);
    assert.ok((await page.title()).startsWith(`${sample({ url: `${next}.json` }).headline} - `));
  }));

  it('is not, where the reader saves data', () => visit(async ({ front, page, url }) => {
    await page.addInitScript(() => Object.defineProperty(NetworkInformation.prototype, 'saveData', { get: () => true }));
    await openAndKeep(page, url);
    await page.locator(card(SECOND)).first().dispatchEvent('pointerdown');
    await page.locator(card(SECOND)).first().focus();
    await settle(page);
    assert.equal(front.asked.filter((path) => path === pathOf(SECOND)).length, 0);
  }));

  it('that failed ahead of its turn is asked for again in its turn', () => visit(async ({ front, page, url }) => {
    await openAndKeep(page, url);
    front.faults.set(pathOf(SECOND), fault.status(503));
    await page.locator(card(SECOND)).first().dispatchEvent('pointerdown');
    await page.waitForFunction((path) => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(path)), pathOf(SECOND));
    await settle(page);
    front.faults.clear();
    await page.locator(card(SECOND)).first().click();
    await page.waitForSelector(ARTICLE);
  }));
});

describe('what another app shares', () => {
  it('opens where it is ours, and where it is not the viewer decides', () => visit(async ({ page, url }) => {
    await openAndKeep(page, url);
    await page.goto(`${url}?title=Bài&text=${encodeURIComponent(`Đọc đi: ${url.replace('http:', 'https:')}a/${FIRST['@id']}/ hay lắm`)}`);
    // That is another origin than this test's, which has no https.
    await page.waitForSelector(`${FAILED} [role=alert]`);
    assert.match(await page.innerText('[role=alert]'), /không mở bài từ nguồn đó/);
    await page.goto(`${url}?url=${encodeURIComponent('javascript:alert(1)')}`);
    await page.waitForSelector('.tb-catalogue');
    await page.waitForSelector('.tb-way-to-saved');
    assert.equal(new URL(page.url()).pathname, '/');
  }));
});
