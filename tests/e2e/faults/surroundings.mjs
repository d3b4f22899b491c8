// F15, F16, F35: pictures break, the clock is wrong, the host is no secure one.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARTICLE, open, sample, shifts } from '../lib/page.mjs';
import { dist, fault } from '../lib/server.mjs';
import { behind, isRead, ITEM, saysWhy } from './world.mjs';

// ---- Pictures ----

const pictures = [...new Set(JSON.stringify(sample(ITEM)).match(/pictures\/[\w.-]+/g))];
const bytesOf = (path) => readFileSync(join(dist, path));

const BROKEN = {
  'is missing': () => fault.status(404),
  'is a page': () => fault.body('<p>Xin chào', 'image/webp'),
  'breaks off': () => fault.cut('RIFF'),
  'is cut short': () => fault.body(bytesOf('icons/icon-192.png').subarray(0, 30), 'image/png'),
};

const images = {};
for (const [name, broken] of Object.entries(BROKEN)) {
  images[`one that ${name} leaves its words in its box, and comes when it is asked for again`] = () => behind({
    faults: pictures.map((path) => [`/${path}`, broken(path)]),
  }, async ({ page, front, at }) => {
    await open(page, at());
    await page.locator('.tb-article .tb-figure').first().scrollIntoViewIfNeeded();
    const frame = page.locator('.tb-article .tb-figure .tb-frame.tb-broken').first();
    await frame.waitFor();
    const handle = await frame.elementHandle();
    const box = await handle.boundingBox();
    assert.ok(box.height > 100, `a box ${box.height} px high`);
    const alt = await handle.$eval('img', (image) => image.alt);
    assert.ok((await handle.innerText()).includes(alt) && alt.length > 0);
    const { total, list } = await shifts(page);
    assert.ok(total <= 0.002, JSON.stringify(list));

    front.faults.clear();
    await (await handle.$('button.tb-retry')).click();
    await page.waitForFunction((element) => !element.matches('.tb-broken') && element.querySelector('img').naturalWidth > 0, handle);
    const after = await handle.boundingBox();
    assert.deepEqual([after.width, after.height], [box.width, box.height]);
  });
}

// ---- The clock ----

/** What the page says under a clock that stands at this time; the right one without. */
function said(time, path) {
  return behind({ prepare: (page) => time && page.clock.setFixedTime(new Date(time)) }, async ({ page, problems, at }) => {
    await open(page, at(path));
    if (time) assert.equal(await page.evaluate(() => new Date().getFullYear()), new Date(time).getFullYear());
    assert.deepEqual(problems, []);
    return page.evaluate(() => {
      // The bookmark and its like come late, and go again where there is no worker.
      for (const late of document.querySelectorAll('.tb-offers, .tb-to-saved')) late.remove();
      return document.body.innerText;
    });
  });
}

const clocks = {};
for (const [name, path] of [['the list', ''], ['an article', `a/${ITEM['@id']}`]]) {
  clocks[`${name} reads the same in 1999 and in 2099`] = async () => {
    const right = await said(undefined, path);
    assert.match(right, /\d{1,2}\/\d{1,2}\/\d{4}/, 'a date is written out');
    assert.doesNotMatch(right, /\d+ (giây|phút|giờ|ngày|năm) (trước|nữa)|hôm (nay|qua)/);
    for (const time of ['1999-06-01T00:00:00Z', '2099-06-01T00:00:00Z']) assert.equal(await said(time, path), right, time);
  };
}

// ---- A host without https ----

/** Opens the site as `http://news.test`, which no browser takes for secure. */
function insecure(given, act) {
  return behind({ serviceWorkers: 'allow', ...given }, async (visit) => {
    await visit.context.route('http://news.test/**', async (route) => {
      const { pathname, search } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: visit.front.url.slice(0, -1) + pathname + search }) });
    });
    await act({ ...visit, at: (path) => `http://news.test/${path}` });
  });
}

const plainHttp = {
  'the site is read': () => insecure({}, async ({ page, problems, at }) => {
    await open(page, at(''));
    assert.deepEqual(await page.evaluate(() => [isSecureContext, typeof crypto.subtle, typeof crypto.randomUUID, 'serviceWorker' in navigator]), [false, 'undefined', 'undefined', false]);
    await page.locator(`main a[href$="/a/${ITEM['@id']}"]`).first().click();
    await isRead(page);
    await page.locator('.tb-switch:visible').click();
    await page.waitForSelector('.tb-viewer[data-layout=desktop]');
    assert.equal(await page.locator('.tb-save').count(), 0, 'nothing offers to save');
    assert.deepEqual(problems.filter((problem) => !problem.startsWith('request: http://news.test/')), []);
  }),

  'another program than the one that was built is refused there, too': () => {
    const [wasm] = /trangbao-[\w-]+\.wasm/.exec(readFileSync(join(dist, 'index.html'), 'utf8'));
    const longer = Buffer.concat([bytesOf(wasm), Buffer.from([0, 2, 1, 120])]);
    return insecure({ faults: [[`/${wasm}`, fault.body(longer, 'application/wasm')]] }, async ({ page, at }) => {
      await page.goto(at(`a/${ITEM['@id']}`));
      // The browser calls it a failure of the network.
      await saysWhy(page, /thiếu hoặc hỏng|Mạng bị ngắt/);
      assert.equal(await page.locator(ARTICLE).count(), 0);
    });
  },
};

export default [
  {
    id: 'F15',
    fault: 'a broken picture',
    expected: 'its words in its box, no shift, another try on tap',
    checks: images,
  },
  {
    id: 'F16',
    fault: 'a wrong clock',
    expected: 'dates are written out and nothing depends on now',
    checks: clocks,
  },
  {
    id: 'F35',
    fault: 'a host without https',
    expected: 'it is read; no saving, no worker, no randomUUID',
    checks: plainHttp,
  },
];
