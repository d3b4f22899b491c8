// Failures to load that are no row of the fault table (faults.test.mjs), and sites whose settings do not come.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { behind, close, FILE, isRead, open, recovers, saysWhy } from './faults/world.mjs';
import { READY } from './lib/page.mjs';
import { fault } from './lib/server.mjs';

before(open);
after(close);

describe('an article', () => {
  const FAILURES = {
    'that is refused': [fault.status(403), /không gửi bài này/, /did not send/],
    'that is larger than the limit': [fault.bytes(9 * 1024 * 1024), /quá lớn/, /too large/],
    'that is none': [fault.body('{"a": 1}'), /không phải là bài báo/, /not an article/],
    'that is an empty catalogue': [fault.body('{"title": "x", "items": []}'), /không phải là bài báo/, /not an article/],
    'that its server has no time for': [fault.status(500), /Máy chủ đang gặp sự cố/, /server is in trouble/],
  };
  for (const [name, [broken, vi, en]] of Object.entries(FAILURES)) {
    it(`${name} says so in the reader’s language, and comes when it is mended`, async () => {
      for (const [locale, what] of [['vi-VN', vi], ['en-US', en]]) {
        await behind({ faults: [[FILE, broken]], locale }, async ({ page, front, problems, at }) => {
          await page.goto(at());
          await recovers(page, front, what);
          assert.deepEqual(problems.filter((problem) => !/Failed to load resource/.test(problem)), []);
        });
      }
    });
  }

  it('from an origin that the site does not allow is not asked for', () => behind({}, async ({ page, problems, at }) => {
    const address = 'https://stranger.example/a.json';
    await page.goto(at(`?src=${encodeURIComponent(address)}`));
    await saysWhy(page, /không mở bài từ nguồn đó/);
    assert.equal(await page.getAttribute('.tb-original', 'href'), address);
    assert.deepEqual(problems, []);
  }));
});

it('the catalogue fails and comes back, too', () => behind({ faults: [['/articles/index.json', fault.status(500)]] }, async ({ page, front, at }) => {
  await page.goto(at(''));
  await saysWhy(page, /Máy chủ đang gặp sự cố/);
  front.faults.clear();
  await page.click('.tb-retry-load');
  await page.waitForSelector(`${READY} .tb-catalogue`);
}));

describe('a site still opens', () => {
  const SETTINGS = {
    'without its settings': fault.status(404),
    'with half of them': fault.body('{'),
    'with others': fault.body('[1]'),
    'with rubbish in them': fault.body('{"name": 5, "colors": "x", "allowedOrigins": {}}'),
  };
  for (const [name, settings] of Object.entries(SETTINGS)) {
    it(name, () => behind({ faults: [['/site.json', settings]] }, async ({ page, at }) => {
      await page.goto(at());
      await isRead(page);
    }));
  }
});
