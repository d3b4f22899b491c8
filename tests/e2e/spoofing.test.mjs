// What reorders, hides or piles up text moves nothing around it: neither in a name, nor in the title, nor in a link.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, reader, SIZES } from './lib/browser.mjs';
import { begin, follow, lay } from './lib/follow.mjs';
import { payloads } from './lib/hostile.mjs';
import { serve } from './lib/server.mjs';

const corpus = process.env.TRANGBAO_CORPUS;
/** What reorders text, and what cannot be seen. Joiners are a matter of their own: some scripts need them. */
const REORDERS = /[\u202a-\u202e\u2066-\u2069]/g;
const UNSEEN = /[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\u061c\ufeff\u00ad\u2060\ufff9-\ufffb]/g;
const JOINED = /[\0-\u058f][\u200c\u200d]/;
const CONTROLS = '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200c\u200d\u200e\u200f\u061c\ufeff\u00ad\u2060'.split('');
const MARKS = ['\u0301', '\u0323', '\u0489', '\u064b', '\u0730', '\u0f74', '\u20dd', '\u2df0'];

/** An article that has these words wherever a line or a link is, and others around them. */
const article = (words) => JSON.stringify({
  '@type': 'NewsArticle', inLanguage: 'vi', headline: words, kicker: words, alternativeHeadline: words, abstract: 'Sapo của bài',
  author: [{ name: 'Lan' }, { name: words, url: 'https://bao.example/' }, { name: 'Huệ' }], publisher: { name: words },
  datePublished: '2024-01-05T17:30:00+07:00', keywords: ['trước', words, 'sau'],
  relatedLink: [{ name: words, url: 'https://bao.example/1' }, { name: 'Bài khác', url: 'https://bao.example/2' }],
  body: [
    { type: 'paragraph', text: 'Đoạn trước.' },
    { type: 'paragraph', text: ['Xem ', { text: words, marks: [{ link: 'https://bao.example/3' }] }, ' rồi đọc tiếp.'] },
    { type: 'heading', level: 2, text: words },
    { type: 'paragraph', text: 'Đoạn sau.' },
  ],
});

/** Runs in the page: where everything stands, and what stands in lines and links. */
function measure() {
  const round = (number) => Math.round(number * 2) / 2;
  const boxes = [...document.querySelectorAll('.tb-article *')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [`${element.localName}.${element.className}`, round(x), round(y + scrollY), round(width), round(height)];
  });
  const texts = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent);
  const names = [...document.querySelectorAll('.tb-byline bdi')].map((element) => round(element.getBoundingClientRect().x));
  return { boxes, names, title: document.title, lines: texts('.tb-kicker, h1, .tb-subheadline, .tb-byline bdi'), links: texts('.tb-article a') };
}

describe('spoofing', () => {
  let browser;
  let server;
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve()]);
  });
  after(() => Promise.all([browser?.close(), server?.stop()]));

  /** Shows each of these words, and gives what was measured. */
  async function shown(words, act) {
    const { context, page, problems } = await reader(browser, { size: SIZES.desk });
    const files = new Map();
    await lay(context, files);
    await begin(page, server.url);
    for (const [number, pair] of words.entries()) {
      const measured = [];
      for (const [at, one] of pair.entries()) {
        files.set(`${number}-${at}.json`, article(one));
        assert.equal((await follow(page, `${number}-${at}.json`)).state, 'ready', JSON.stringify(one));
        measured.push(await page.evaluate(measure));
      }
      act(JSON.stringify(pair[0]), ...measured);
    }
    assert.deepEqual(problems, []);
    await context.close();
  }

  /** Nothing that reorders is in a line or a link, and everything stands where it stands without what is not seen. */
  const sameAsWithout = (name, spoofed, plain) => {
    for (const line of [spoofed.title, ...spoofed.lines]) {
      assert.doesNotMatch(line, UNSEEN, name);
      assert.doesNotMatch(line, JOINED, name);
    }
    for (const link of spoofed.links) assert.doesNotMatch(link, REORDERS, name);
    assert.deepEqual(spoofed.boxes, plain.boxes, name);
  };

  it('a control moves nothing', () => shown(CONTROLS.flatMap((control) => [
    [`Ngọc${control}Lan và Hoa`, 'NgọcLan và Hoa'], [`${control}Ngọc Lan`, 'Ngọc Lan'], [`Ngọc Lan${control}`, 'Ngọc Lan'],
    [`Ngọc ${control.repeat(150)}Lan`, 'Ngọc Lan'],
  ]), sameAsWithout));

  it('letters that are read from the right stay among themselves', () => shown([['שלום 123', 'Lan 123'], ['مرحبا (1)', 'Lan (1)']], (name, right, left) => {
    for (const { names } of [right, left]) assert.deepEqual(names, [...names].sort((a, b) => a - b), name);
    assert.deepEqual(right.boxes.map(([element, , y, , height]) => [element, y, height]), left.boxes.map(([element, , y, , height]) => [element, y, height]), name);
  }));

  it('a flood of marks stays in its line', () => shown(MARKS.map((mark) => [`Ngọc${mark.repeat(300)} Lan`, 'Ngọc Lan']), (name, flooded, plain) => {
    const lines = ({ boxes }) => boxes.map(([element, , y, , height]) => [element, y, height]);
    assert.deepEqual(lines(flooded), lines(plain), name);
    // A few marks reach into the white between the lines, and hundreds over all that is around.
    for (const text of [flooded.title, ...flooded.lines, ...flooded.links]) assert.doesNotMatch(text, /\p{M}{5}/u, name);
  }));

  it('Vietnamese is kept as it was written', () => {
    const words = 'Quận uỷ Tây Hồ: Nguyễn Ngữ Ễ Ộ Ặ Ỡ';
    return shown([[words, words.normalize('NFD')]], (name, composed, decomposed) => {
      assert.ok(composed.lines.every((line) => line === words) || composed.lines.includes(words), name);
      assert.ok(decomposed.lines.includes(words.normalize('NFD')), name);
      assert.ok(decomposed.links.includes(words.normalize('NFD')), name);
    });
  });

  it('the rows that are known to spoof', { skip: corpus ? false : 'TRANGBAO_CORPUS is not set' }, () => {
    const texts = payloads('html-payloads.json').map(({ html }) => html.replaceAll(/<[^>]*>/g, '').trim());
    const spoofs = texts.filter((text) => text.length < 2_000 && text.search(UNSEEN) >= 0 && text.replaceAll(UNSEEN, '').trim());
    return shown(spoofs.map((text) => [text, text.replaceAll(UNSEEN, '')]), sameAsWithout);
  });
});
