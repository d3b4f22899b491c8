// Files that attack the reader of JSON: each gives an article or a message, and the page goes on answering.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, reader } from './lib/browser.mjs';
import { begin, follow, lay } from './lib/follow.mjs';
import { harmless, listen, payloads, world } from './lib/hostile.mjs';
import { READY } from './lib/page.mjs';
import { serve } from './lib/server.mjs';

const corpus = process.env.TRANGBAO_CORPUS;
/** Longer than this the page may not be blocked on any machine; what it was is told. */
const MOST_MS = 10_000;

const repeat = (text, times) => text.repeat(times);
const article = (body) => JSON.stringify({ '@type': 'NewsArticle', headline: 'Tin', body });
const html = (text) => JSON.stringify({ title: 'Tin', content: text });
const nested = (levels, inner, around) => Array.from({ length: levels }).reduce(around, inner);

/** What is as large or as deep as may be, and what is more. */
const HEAVY = {
  'html-nested-100000': () => html(`${repeat('<div>', 100_000)}chữ`),
  'html-lists-16000': () => html(`${repeat('<ul><li>', 16_000)}chữ`),
  'html-tables-2000': () => html(`${repeat('<table><tr><td>', 2_000)}chữ`),
  'html-formats-20000': () => html(`<p>${repeat('<b><i>', 10_000)}chữ</p><p>chữ`),
  'html-depth-127': () => html(`${repeat('<blockquote>', 127)}chữ`),
  'html-elements-20000': () => html(repeat('<p>chữ <b>đậm</b></p>', 9_900)),
  'html-links-9000': () => html(repeat('<p><a href="https://bao.example/">bài</a></p>', 9_000)),
  'html-pictures-2000': () => html(Array.from({ length: 2_000 }, (_, at) => `<img src="https://anh.example/${at}.webp">`).join('')),
  'html-2-MiB': () => html(`<p>${repeat('chữ ', 400_000)}</p>`),
  'words-8-MiB': () => article([{ type: 'paragraph', text: repeat('chữ ', 1_300_000) }]),
  'blocks-30000': () => article(Array.from({ length: 30_000 }, () => ({ type: 'paragraph', text: 'chữ' }))),
  'blocks-100000': () => article(Array.from({ length: 100_000 }, () => ({ type: 'paragraph', text: 'chữ' }))),
  'table-100000-cells': () => article([{ type: 'table', rows: Array.from({ length: 1_000 }, () => Array.from({ length: 100 }, () => '1')) }]),
  'boxes-63': () => article([nested(60, { type: 'paragraph', text: 'chữ' }, (inner) => ({ type: 'box', blocks: [inner] }))]),
  'inlines-120': () => article([{ type: 'paragraph', text: nested(100, 'chữ', (inner) => ({ text: inner, marks: ['strong', 'emphasis'] })) }]),
  'pictures-2000': () => article(Array.from({ length: 2_000 }, (_, at) => ({ type: 'image', image: { url: `https://anh.example/${at}.webp` } }))),
  'strings-in-a-list': () => `[${repeat('"",', 1_000_000)}""]`,
  'keys-200000': () => `{"headline":"Tin",${Array.from({ length: 200_000 }, (_, at) => `"k${at}":1`).join(',')}}`,
  'same-key-500000': () => `{${repeat('"headline":"Tin",', 400_000)}"articleBody":"chữ"}`,
};

describe('hostile JSON', { skip: corpus ? false : 'TRANGBAO_CORPUS is not set' }, () => {
  let browser;
  let server;
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve()]);
  });
  after(() => Promise.all([browser?.close(), server?.stop()]));

  /** Opens each file in one page, one after the other, as links would. */
  async function openAll(files, test) {
    const { context, page, problems } = await reader(browser);
    const dialogs = await listen(context);
    const asked = await world(context);
    await lay(context, files);
    await begin(page, server.url);
    const ends = new Map();
    const tasks = [];
    for (const name of files.keys()) {
      const { state, blocked } = await follow(page, name);
      ends.set(state, (ends.get(state) ?? 0) + 1);
      if (state === 'ready') assert.deepEqual(await page.evaluate(() => tbLook(document.querySelector('article.tb-article, .tb-catalogue'))), [], name);
      tasks.push([blocked, name]);
    }
    tasks.sort(([one], [other]) => other - one);
    const told = tasks.slice(0, 5).map(([blocked, name]) => `${name} ${Math.round(blocked)} ms`).join(', ');
    test.diagnostic(`${files.size} files, ${[...ends].map(([state, count]) => `${count} ${state}`).join(', ')}; longest tasks: ${told}`);
    assert.ok(tasks[0][0] < MOST_MS, told);
    assert.deepEqual(dialogs, []);
    harmless(asked, problems);
    await page.click('.tb-masthead .tb-name');
    await page.waitForSelector(`${READY} .tb-catalogue`);
    await context.close();
  }

  const folder = (name) => {
    const path = join(corpus, '../hostile/json', name);
    return new Map(readdirSync(path).map((file) => [file, readFileSync(join(path, file))]));
  };

  for (const name of ['raw', 'nst']) it(`each file of ${name}`, (test) => openAll(folder(name), test));

  for (const name of ['jsonfeed', 'ninjs', 'schemaorg']) {
    it(`each wrong type in ${name}`, (test) => {
      const rows = payloads(`json/wrong-types-${name}.json`);
      return openAll(new Map(rows.map(({ id, doc }) => [`${id}.json`, JSON.stringify(doc)])), test);
    });
  }

  it('what is as large as may be, and more', (test) => openAll(new Map(Object.entries(HEAVY).map(([name, make]) => [name, make()])), test));
});
