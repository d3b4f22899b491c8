// Payloads in each field of each format, in an element on a partner's page: one article after the other in the same page,
// which notices nothing of it, whether it has a policy or not. With TRANGBAO_ALL set each payload stands in each field,
// which takes hours; `tests/hostile.rs` does that natively.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, reader } from './lib/browser.mjs';
import { deal, FORMATS } from './lib/fields.mjs';
import { harmless, listen, payloads, surroundings, world } from './lib/hostile.mjs';
import { hostPage, partner } from './lib/hosts.mjs';
import { serve } from './lib/server.mjs';

const corpus = process.env.TRANGBAO_CORPUS;
const every = Boolean(process.env.TRANGBAO_ALL);
/** What is larger is in the batches of `hostile.test.mjs`. */
const MOST = 20_000;
const QUIET = JSON.stringify({ headline: 'Tin', body: [{ type: 'paragraph', text: 'chữ' }] });

describe('hostile articles in the element', { skip: corpus ? false : 'TRANGBAO_CORPUS is not set' }, () => {
  let browser;
  let server;
  let host;
  let lists;
  before(async () => {
    [browser, server, host] = await Promise.all([launch(), serve(), partner()]);
    const rows = payloads('html-payloads.json').filter(({ html }) => html.length <= MOST);
    const bites = ({ expect: { fires } }) => Object.values(fires).includes(true);
    lists = {
      html: rows.filter((row) => every || bites(row)).map(({ html }) => html),
      words: rows.map(({ html }) => html),
      urls: payloads('url-payloads.json').map(({ url }) => url),
    };
  });
  after(() => Promise.all([browser?.close(), server?.stop(), host?.stop()]));

  for (const policy of [false, true]) {
    describe(policy ? 'with a policy' : 'without a policy', () => {
      for (const format of FORMATS) it(`do nothing in the fields of ${format}`, (test) => visit(policy, format, test));
    });
  }

  async function visit(policy, format, test) {
    const { context, page, problems } = await reader(browser, { bypassCSP: !policy });
    const dialogs = await listen(context);
    const asked = await world(context);
    const { origin } = new URL(server.url);
    const rules = `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; img-src https: data: 'self'; `
      + "media-src https: 'self'; require-trusted-types-for 'script'";
    await page.goto(host.put(hostPage(`<p id="bar">Đối tác</p><p id="bai" hidden>{}</p>
      <script type="module" src="${server.url}embed.js"></script><trang-bao article="bai" loading="eager"></trang-bao>`), { 'Content-Security-Policy': rules }));
    await page.waitForFunction(() => customElements.get('trang-bao'));
    const quiet = [await page.evaluate(showEach, [QUIET]), await surroundings(page, '#bar')];
    assert.deepEqual(quiet[0], { shown: 1, refused: [], wrong: [] });

    const files = deal(format, lists, every);
    const { shown, refused, wrong } = await page.evaluate(showEach, files);
    test.diagnostic(`${format}: ${files.length} files, ${shown} shown, ${refused.length} refused`);
    assert.deepEqual(wrong.slice(0, 20), []);
    assert.ok(shown > files.length / 2, refused.slice(0, 20).join(', '));

    assert.deepEqual(await surroundings(page, '#bar'), quiet[1]);
    assert.deepEqual(dialogs, []);
    assert.equal(context.pages().length, 1);
    assert.deepEqual(await page.evaluate(showEach, [QUIET]), quiet[0], 'the viewer still answers');
    // The element tells its page in one line of the first that it could not show.
    harmless(asked, problems.filter((problem) => !problem.startsWith('console: trangbao: ')));
    await context.close();
  }
});

/** Runs in the page: shows one document after the other, and says what of them was not harmless. */
async function showEach(documents) {
  const element = document.querySelector('trang-bao');
  const around = () => [document.title, location.href, document.activeElement.localName, frames.length, document.forms.length].join();
  const before = around();
  const result = { shown: 0, refused: [], wrong: [] };
  let done;
  const told = ({ type, detail }) => done(type === 'trangbao:ready' ? '' : detail.code);
  element.addEventListener('trangbao:ready', told);
  element.addEventListener('trangbao:error', told);
  for (const [number, text] of documents.entries()) {
    document.getElementById('bai').textContent = text;
    const code = await new Promise((resolve) => {
      done = resolve;
      element.reload();
    });
    const found = code ? [] : tbLook(element.shadowRoot.querySelector('article'));
    if (around() !== before) found.push(around());
    if (code) result.refused.push(`${number}: ${code}`);
    else result.shown += 1;
    if (found.length) result.wrong.push(`${number}: ${found.join(' | ')}`);
  }
  element.removeEventListener('trangbao:ready', told);
  element.removeEventListener('trangbao:error', told);
  return result;
}
