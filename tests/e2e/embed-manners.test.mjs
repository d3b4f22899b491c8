// What the element leaves alone: the host's styles, head, globals, title, focus, history, errors, and its own names.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hear, ours, LAID, SHOWN, stage, tag } from './lib/hosts.mjs';
import { settle } from './lib/page.mjs';

const ID = 'doc-dia-chi-web';

let on;
before(async () => {
  on = await stage();
});
after(() => on?.stop());

/** Runs in the page: everything of the host that could be touched, as words. */
function traces() {
  const style = (element) => [...getComputedStyle(element)]
    .filter((name) => !/^(block-size|inline-size|height|width|perspective-origin|transform-origin)$/.test(name))
    .map((name) => `${name}: ${getComputedStyle(element).getPropertyValue(name)}`);
  const head = [...document.head.children].filter((child) => child.rel !== 'modulepreload');
  const { title, activeElement, adoptedStyleSheets, styleSheets, documentElement: html, body } = document;
  return {
    styles: Object.fromEntries([html, body, ...document.querySelectorAll('.host')].map((element) => [element.localName, style(element).join('; ')])),
    head: head.map((child) => child.outerHTML),
    globals: Object.getOwnPropertyNames(globalThis).sort(),
    wasm: [WebAssembly.instantiate, WebAssembly.instantiateStreaming, WebAssembly.compileStreaming].map((code) => String(code)),
    frame: [html, body].map((element) => element.cloneNode().outerHTML),
    own: [...body.children].map((child) => child.localName),
    title,
    focus: activeElement.id,
    place: [location.href, history.length, JSON.stringify(history.state), history.scrollRestoration],
    sheets: [adoptedStyleSheets.length, styleSheets.length],
    timeline: performance.getEntriesByType('mark').length,
  };
}

const HOST = '<h1 class="host">Đối tác</h1><p class="host">Chữ <a class="host" href="#">liên kết</a></p><button class="host" id="mine">Nút</button><table class="host"><tr><td>1</td></tr></table>';

describe('the host', () => {
  it('is as it was, whatever the reader does with the article', async () => {
    const { context, page, problems } = await on.open(HOST + tag({ src: on.address(ID), loading: 'eager' }), { touch: false });
    await page.focus('#mine');
    await page.evaluate((src) => document.head.append(Object.assign(document.createElement('script'), { type: 'module', src })), `${on.viewer.url}embed.js`);
    // The script is the host's own; all that follows is ours.
    const before = await page.evaluate(traces);
    await page.waitForSelector(SHOWN);
    await settle(page);
    assert.deepEqual(await page.evaluate(traces), before, 'when the article has come');

    await page.locator('trang-bao').evaluate((target) => { Object.assign(target, { theme: 'dark', lang: 'en', layout: 'desktop' }); });
    await page.waitForSelector(LAID.desktop);
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    await hear(page, 'progress', 3);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await page.locator(`${SHOWN} .tb-switch[data-view-to=mobile]`).evaluate((button) => button.click());
    await page.waitForSelector(LAID.mobile);
    await page.focus('#mine');
    await page.locator('trang-bao').evaluate((target) => { target.src += '?x'; });
    await hear(page, 'ready', 1);
    await page.locator('trang-bao').evaluate((target) => target.remove());
    const after = await page.evaluate(traces);
    assert.deepEqual(after, { ...before, own: before.own.filter((name) => name !== 'trang-bao') }, 'at the end');
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('keeps its focus and its place while an article comes', async () => {
    const { context, page } = await on.open(`${on.script()}${HOST}<div style="height: 3000px"></div>${tag({ src: on.address(ID), loading: 'eager' })}`, { touch: false });
    await page.focus('#mine');
    await hear(page, 'ready');
    await settle(page);
    assert.deepEqual(await page.evaluate(() => [document.activeElement.id, scrollY]), ['mine', 0]);
    await context.close();
  });

  it('keeps its own errors, those of its own wasm too', async () => {
    const { context, page, problems } = await on.open(on.script() + tag({ src: on.address(ID), loading: 'eager' }));
    await page.waitForSelector(SHOWN);
    const prevented = await page.evaluate(() => ['error', 'unhandledrejection'].map((kind) => {
      const error = new WebAssembly.RuntimeError('of the host');
      const event = kind === 'error'
        ? new ErrorEvent('error', { error, cancelable: true })
        : new PromiseRejectionEvent(kind, { promise: Promise.resolve(), reason: error, cancelable: true });
      return !dispatchEvent(event);
    }));
    assert.deepEqual(prevented, [false, false]);
    await page.locator('trang-bao').evaluate((target) => { target.layout = 'desktop'; });
    await page.waitForSelector(LAID.desktop);
    assert.deepEqual(ours(problems), []);
    await context.close();
  });

  it('keeps an element of its own that has our name', async () => {
    const theirs = "customElements.define('trang-bao', class extends HTMLElement { connectedCallback() { this.dataset.whose = 'của trang chủ'; } })";
    const { context, page, problems } = await on.open(`<script>${theirs}</script>${tag({ src: on.address(ID), loading: 'eager' })}`);
    await page.addScriptTag({ type: 'module', url: `${on.viewer.url}embed.js` });
    await settle(page);
    assert.deepEqual(await page.locator('trang-bao').evaluate((target) => [target.dataset.whose, target.shadowRoot]), ['của trang chủ', null]);
    assert.deepEqual(problems.filter((problem) => !/^console: trangbao/.test(problem)), []);
    assert.ok(ours(problems).length <= 1, problems.join('\n'));
    await context.close();
  });

  it('may change what every page may change', async () => {
    // Frameworks patch these; the element must not depend on their being untouched, nor touch them itself.
    const before = (page) => page.addInitScript(() => {
      Array.prototype.surprise = 1;
      Object.prototype.surprise = 1;
      globalThis.name = 'x';
      globalThis.wasm = globalThis.start = globalThis.init = 'của trang chủ';
    });
    const { context, page, problems } = await on.open(on.script() + tag({ src: on.address(ID), loading: 'eager' }), { before });
    await page.waitForSelector(SHOWN);
    assert.equal(await page.evaluate(() => globalThis.wasm), 'của trang chủ');
    assert.deepEqual(problems, []);
    await context.close();
  });
});
