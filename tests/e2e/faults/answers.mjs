// F4, F5, F6, F9, F10: the server answers, but not with an article.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAILED, open, READY } from '../lib/page.mjs';
import { dist, fault } from '../lib/server.mjs';
import * as copies from './copies.mjs';
import { asked, behind, FILE, isRead, recovers, saysWhy } from './world.mjs';

const text = readFileSync(join(dist, FILE), 'utf8');
const wasm = /trangbao-[\w-]+\.wasm/.exec(readFileSync(join(dist, 'index.html'), 'utf8'))[0];
const messages = new Map();

const STATUSES = {
  404: /Không tìm thấy bài/,
  410: /đã được gỡ/,
  500: /Máy chủ đang gặp sự cố[^]*mã 500/,
  503: /Máy chủ đang gặp sự cố[^]*mã 503/,
  429: /Máy chủ đang gặp sự cố[^]*mã 429/,
};

const statuses = {};
for (const [status, what] of Object.entries(STATUSES)) {
  statuses[`${status} has its words`] = () => behind({ faults: [[FILE, fault.status(Number(status), text)]] }, async ({ page, front, at }) => {
    await page.goto(at());
    messages.set(status, await recovers(page, front, what));
  });
}

Object.assign(statuses, {
  'and each has others': () => assert.equal(new Set(messages.values()).size, Object.keys(STATUSES).length, [...messages].join('\n')),

  'a server that names a time is not asked before': () => behind({
    faults: [[FILE, fault.status(503, '', { 'Retry-After': '30' })]], prepare: (page) => page.clock.install(),
  }, async ({ page, front, at }) => {
    await page.goto(at());
    await saysWhy(page, /tự thử lại sau 30.giây/);
    assert.ok(await page.locator('.tb-retry-load').isDisabled());
    front.faults.delete(FILE);
    await page.clock.runFor(28_000);
    await page.waitForSelector(FAILED);
    assert.equal(asked(front), 1);
    await page.clock.runFor(2_000);
    await isRead(page);
    assert.equal(asked(front), 2);
  }),

  'a time that is no number is left aside': () => behind({
    faults: [[FILE, fault.status(429, '', { 'Retry-After': 'Wed, 21 Oct 2099 07:28:00 GMT' })]],
  }, async ({ page, front, at }) => {
    await page.goto(at());
    await recovers(page, front, /mã 429$/);
  }),

  'whoever goes elsewhere is not called back': () => behind({
    faults: [[FILE, fault.status(503, '', { 'Retry-After': '5' })]], prepare: (page) => page.clock.install(),
  }, async ({ page, front, at }) => {
    await page.goto(at());
    await saysWhy(page, /tự thử lại/);
    await page.click('.tb-masthead a');
    await page.waitForSelector('.tb-catalogue');
    await page.clock.runFor(6_000);
    assert.equal(asked(front), 1);
    assert.ok(await page.locator('.tb-catalogue').isVisible());
  }),
});

const PORTAL = '\r\n<!doctype html><html><head><title>Wi-Fi</title><meta http-equiv="refresh" content="0; url=/log-in"></head>'
  + '<body onload="globalThis.taken = true"><form id="log-in"><h1>Mời đăng nhập</h1><input name="p"></form><script>globalThis.taken = true</script></body></html>';

/** Nothing of the page that came in the place of an article has got into ours. */
async function isNotTaken(page, address) {
  assert.equal(page.url(), address);
  assert.equal(await page.locator('form, input, #log-in').count(), 0);
  assert.ok(!(await page.innerText('body')).includes('Mời đăng nhập'));
  assert.equal(await page.evaluate(() => globalThis.taken), undefined);
}

const strangers = {};
for (const [name, broken, what] of [
  ['a page that asks for a log-in', fault.body(PORTAL, 'text/html'), /không phải là bài báo/],
  ['the same, said to be JSON', fault.body(PORTAL), /không phải là bài báo/],
  ['a redirect to a page', fault.redirect('/'), /không phải là bài báo/],
  ['a redirect to itself', fault.redirect(FILE), /Không kết nối được/],
]) {
  strangers[name] = () => behind({ faults: [[FILE, broken]] }, async ({ page, front, at }) => {
    await page.goto(at());
    await saysWhy(page, what);
    await isNotTaken(page, at());
    await recovers(page, front, what);
  });
}
strangers['the list of articles is such a page'] = () => behind({ faults: [['/articles/index.json', fault.body(PORTAL, 'text/html')]] }, async ({ page, front, at }) => {
  await page.goto(at(''));
  await saysWhy(page, /không phải là bài báo/);
  await isNotTaken(page, at(''));
  front.faults.clear();
  await page.click('.tb-retry-load');
  await page.waitForSelector(`${READY} .tb-catalogue`);
});

const types = {};
for (const type of ['text/html', 'text/plain', 'application/octet-stream']) {
  types[`an article as ${type} is read`] = () => behind({ faults: [[FILE, fault.body(text, type)]] }, async ({ page, problems, at }) => {
    await page.goto(at());
    await isRead(page);
    assert.deepEqual(problems, []);
  });
}
for (const type of ['application/octet-stream', 'text/html']) {
  types[`wasm as ${type} starts`] = () => behind({ faults: [[`/${wasm}`, fault.body(readFileSync(join(dist, wasm)), type)]] }, async ({ page, problems, at }) => {
    await page.goto(at());
    await isRead(page);
    assert.deepEqual(problems, []);
  });
}

const native = (more, headline = 'Tin') => `{"headline": "${headline}", "body": [{"type": "paragraph", "text": "chữ"}]${more}}`;
const DAMAGE = {
  'a byte order mark': [`\ufeff${native('')}`, 'Tin'],
  'bytes that are no UTF-8': [Buffer.concat([Buffer.from('{"headline": "Tin '), Buffer.from([0xff]), Buffer.from('", "body": [{"type": "paragraph", "text": "chữ"}]}')]), 'Tin \ufffd'],
  'half an emoji': [native('', 'Tin \\ud83d'), 'Tin \ufffd'],
  'a number that nobody can count': [native(', "x": 1e400'), 'Tin'],
  'a hundred thousand digits': [native(`, "x": ${'9'.repeat(100_000)}`), 'Tin'],
  'a key twice': [native(', "headline": "Mới"'), 'Mới'],
  'a hundred thousand levels': [native(`, "x": ${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'Tin'],
};
const damaged = {};
for (const [name, [file, headline]] of Object.entries(DAMAGE)) {
  damaged[`${name} costs no article`] = () => behind({ faults: [[FILE, fault.body(file)]] }, async ({ page, problems, at }) => {
    await open(page, at());
    assert.equal(await page.textContent('h1.tb-headline'), headline);
    assert.deepEqual(problems, []);
  });
}
for (const [name, file] of Object.entries({ 'no end': native('').slice(0, -1), nothing: '', 'only spaces': '   ', 'a comma too many': native(',') })) {
  damaged[`${name} has its words`] = () => behind({ faults: [[FILE, fault.body(file)]] }, async ({ page, front, at }) => {
    await page.goto(at());
    await recovers(page, front, /hỏng hoặc tải về chưa đủ/);
  });
}

const PUBLISHER = 'https://bao.example/bai.json';

/** Playwright's own answers let every page read them, so this one comes from the browser's protocol. */
async function answersOthersOnly(page, context) {
  const session = await context.newCDPSession(page);
  await session.send('Fetch.enable', { patterns: [{ urlPattern: PUBLISHER }] });
  session.on('Fetch.requestPaused', ({ requestId }) => session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [{ name: 'Content-Type', value: 'application/json' }],
    body: Buffer.from(native('')).toString('base64'),
  }));
}

const closed = {
  'is said to be the publisher’s wish, and no fault of the line': () => behind({
    faults: [['/site.json', fault.body('{"allowedOrigins": ["https://bao.example"]}')]], prepare: answersOthersOnly,
  }, async ({ page, at }) => {
    await page.goto(at(`?src=${encodeURIComponent(PUBLISHER)}`));
    const words = await saysWhy(page, /không cho đọc bài ở trang khác/);
    assert.doesNotMatch(words, /ngoại tuyến|kết nối|mạng/i);
    assert.equal(await page.getAttribute('.tb-original', 'href'), PUBLISHER);
  }),
};

export default [
  {
    id: 'F4',
    fault: '404, 410, 500, 503, 429',
    expected: 'words of its own for each; never kept as an article; Retry-After is honoured',
    checks: { ...statuses, ...copies.statuses },
  },
  {
    id: 'F5',
    fault: 'redirect, loop, log-in page',
    expected: '“not an article”; none of its HTML is shown',
    checks: strangers,
  },
  {
    id: 'F6',
    fault: 'wrong MIME type',
    expected: 'JSON is tried all the same, wasm starts; a worker of another type leaves the old one',
    checks: { ...types, ...copies.types },
  },
  {
    id: 'F9',
    fault: 'bad JSON, bad encoding',
    expected: 'mended where browsers mend it, else “damaged”; never a frozen page',
    checks: damaged,
  },
  {
    id: 'F10',
    fault: 'CORS is missing',
    expected: '“the publisher does not allow this”, not “offline”',
    checks: closed,
  },
];
