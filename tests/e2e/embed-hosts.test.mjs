// The gallery of hostile hosts: within each, the element is pixel for pixel what it is in an empty page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { answer, everyKind, example, FILES, hear, hostPage, SHOWN, stage, tag } from './lib/hosts.mjs';
import { difference, pictureOf } from './lib/picture.mjs';
import { dist } from './lib/server.mjs';

const WIDTH = 480;
const NARROW = 280;
// All of the article is in the window, so that nothing depends on where it was scrolled to.
const SIZE = { width: 700, height: 9_000 };
// The box is the same in every host, whatever the host does to its other elements: only so can pixels be compared.
const STAND = ['stand', 'narrow'].map((id) => `#${id}#${id}, #${id}#${id} > trang-bao {
  display: block !important; position: static !important; float: none !important; margin: 0 !important; padding: 0 !important; border: 0 !important;
  /* The last line of pixels is half the host's. */
  border-bottom: 2px solid #fff !important; background: #fff !important; color-scheme: light;
  width: ${id === 'stand' ? WIDTH : NARROW}px !important; min-width: 0 !important; max-width: none !important;
  height: auto !important; min-height: 0 !important; max-height: none !important;
}`).join('\n');

let on;
let visit;
let stand;
let article;
const references = new Map();
before(async () => {
  on = await stage({ args: ['--disable-lcd-text', '--font-render-hinting=none'] });
  on.viewer.faults.set('/articles/every-kind.json', answer(JSON.stringify(everyKind())));
  article = on.address('every-kind');
  stand = `<link rel="stylesheet" href="${on.host.put(STAND, { 'Content-Type': 'text/css' })}">`;
  // One reader goes from host to host; what is measured does not depend on who comes.
  visit = await on.open('', { size: SIZE, touch: false });
});
after(() => on?.stop());

const element = (attributes) => tag({ src: article, loading: 'eager', theme: 'light', ...attributes });
const standing = (inside = element(), id = 'stand') => `<div id="${id}">${inside}</div>`;
const plainHost = (inside) => on.script() + standing(inside);

/** Opens a host and takes the element's picture in it. */
async function pictured(body, { act, within = (page) => page, head = '', headers } = {}) {
  visit.problems.length = 0;
  await visit.page.goto(on.host.put(hostPage(body, stand + head), headers));
  await act?.(visit.page);
  const viewer = within(visit.page).locator(SHOWN).first();
  await viewer.waitFor();
  const picture = await pictureOf(viewer);
  assert.deepEqual(visit.problems, []);
  return picture;
}

/** The picture in an empty page of this width; taken once. */
async function reference(id = 'stand') {
  if (!references.has(id)) references.set(id, await pictured(on.script() + standing(element(), id)));
  return references.get(id);
}

async function same(name, body, { id, ...options } = {}) {
  const wanted = await reference(id);
  const found = await pictured(body, options);
  await visit.page.goto('about:blank');
  assert.equal(await difference(visit.page, name, wanted, found), '');
}

/** Every custom property of ours, given a senseless value by the host. */
function ourNames() {
  const css = readFileSync(join(dist, FILES.css), 'utf8');
  return [...new Set(css.match(/--tb-[\w-]+/g))].map((name) => `${name}: 77px !important`).join('; ');
}

const policy = (...rules) => ({ 'Content-Security-Policy': rules.map((rule) => rule.replaceAll('VIEWER', on.origin)).join('; ') });

describe('the measure itself', () => {
  it('gives the same picture twice', () => same('twice', plainHost()));

  it('sees what custom properties change, however little', async () => {
    const head = '<style>trang-bao { --trangbao-hairline: #dedbd0 }</style>';
    await assert.rejects(same('changed', plainHost(), { head }), /values differ/);
  });
});

describe('the element looks the same beside', () => {
  const STYLES = {
    'a global reset': '*, *::before, *::after { box-sizing: content-box; margin: 0; padding: 0; border: 0; vertical-align: baseline } ol, ul { list-style: none } img { display: block; max-width: 10% } a { color: inherit; text-decoration: none } body { line-height: 1 } button { all: unset }',
    'all: revert and great margins': '* { all: revert; margin: 5em !important; padding: 1em !important }',
    'html at 62.5%': 'html { font-size: 62.5% }',
    'a tiny rem and a zoomed body text': 'html { font-size: 3px } body { font-size: 40px }',
    'red cursive everywhere': '* { color: red !important; font: 30px cursive !important; letter-spacing: 1em; word-spacing: 2em; line-height: 3; text-transform: uppercase; text-align: right; text-indent: 3em; text-shadow: 1px 1px red }',
    'words that do not break or hyphenate': '* { white-space: pre; overflow-wrap: anywhere; word-break: break-all; hyphens: auto; tab-size: 1; quotes: "x" "y"; hanging-punctuation: first }',
    'lists, tables and pointers of its own': '* { list-style: square inside; border-collapse: collapse; border-spacing: 9px; caption-side: bottom; empty-cells: hide; cursor: wait; visibility: visible; font-variant: small-caps; font-feature-settings: "liga" 0; -webkit-text-stroke: 1px red }',
    'vertical words': 'body { writing-mode: vertical-rl; text-orientation: upright } #stand { writing-mode: horizontal-tb }',
    'a style for everything that it knows by name': 'p, h1, h2, h3, h4, a, button, figure, figcaption, table, td, blockquote, article, section, footer, .tb-viewer, .tb-headline, .tb-body, .tb-root { display: none !important; background: red !important }',
    'a dark scheme': ':root { color-scheme: dark; background: #000; color: #fff } a { color: yellow }',
    'slow transitions': '* { transition: all 30s !important }',
  };

  for (const [name, css] of Object.entries(STYLES)) {
    it(name, () => same(name, plainHost(), { head: `<style>${css}</style>` }));
  }

  it('custom properties of our own names', () => same('names', plainHost(), { head: `<style>* { ${ourNames()} } :root { ${ourNames()} }</style>` }));

  it('a page from right to left', () => same('rtl', `${on.script()}<script>document.documentElement.dir = 'rtl'</script>${standing()}`));

  it('a snippet that is written by document.write', () => {
    const code = JSON.stringify(plainHost()).replaceAll('</', '<\\/');
    return same('document.write', `<script>document.write(${code})</script>`);
  });

  it('another shadow root', () => same('shadow', `${on.script()}<div id="stand"></div>`, {
    head: '<style>* { color: red }</style>',
    act: (page) => page.evaluate((html) => {
      const root = document.getElementById('stand').attachShadow({ mode: 'open' });
      root.innerHTML = `<style>* { font-style: italic; margin: 3em } trang-bao { display: block; margin: 0 }</style>${html}`;
    }, element()),
  }));

  it('a dialog that is opened later', () => same('dialog', `${on.script()}<dialog style="padding: 0; border: 0; margin: 0; max-width: none; max-height: none">${standing()}</dialog>`, {
    act: async (page) => {
      await page.evaluate(() => customElements.whenDefined('trang-bao'));
      await page.evaluate(() => document.querySelector('dialog').showModal());
    },
  }));

  it('display: none at first', () => same('hidden', `${on.script()}<div hidden>${standing()}</div>`, {
    act: async (page) => {
      await hear(page, 'ready');
      await page.evaluate(() => { document.querySelector('[hidden]').hidden = false; });
    },
  }));

  it('a column of 280 px', () => same('narrow', on.script() + standing(element(), 'narrow'), {
    id: 'narrow',
    head: '<style>* { margin: 5em !important }</style>',
  }));

  it('a column that shows nothing beyond its edge', async () => {
    const body = on.script() + standing(element(), 'narrow');
    await visit.page.goto(on.host.put(hostPage(body, stand)));
    const viewer = visit.page.locator(SHOWN);
    await viewer.waitFor();
    assert.ok(await viewer.evaluate((found) => found.getBoundingClientRect().width) <= NARROW);
    assert.ok(await visit.page.locator('trang-bao').evaluate((found) => found.scrollWidth) <= NARROW);
  });

  it('a document in a sandbox', () => {
    const inner = on.host.put(`<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title>${stand}<body style="margin: 0">${plainHost()}`);
    return same('sandbox', `<iframe sandbox="allow-scripts" src="${inner}" style="display: block; border: 0; width: 600px; height: 8500px"></iframe>`, {
      within: (page) => page.frameLocator('iframe'),
    });
  });

  it('embed.js twice', () => same('twice', on.script().repeat(2) + on.script('embed.js?again') + standing()));

  it('two versions of embed.js', () => same('versions', on.script(FILES.hashed) + on.script() + standing()));
});

describe('the element looks the same under a policy', () => {
  const scripts = "script-src 'self' VIEWER 'wasm-unsafe-eval'";
  const POLICIES = {
    "with style-src 'self'": ["style-src 'self'"],
    'of scripts, too': [scripts, "style-src 'self'"],
    'that allows what EMBED.md says and no more': [
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'",
      example('text', ['script-src', 'connect-src']).replaceAll('https://news.example', 'VIEWER').replace(/\s+/g, ' ').trim(),
    ],
    'with Trusted Types': [scripts, "style-src 'self'", "require-trusted-types-for 'script'", "trusted-types 'none'"],
  };

  for (const [name, rules] of Object.entries(POLICIES)) {
    it(name, () => same(name, plainHost(), { headers: policy(...rules) }));
  }
});
