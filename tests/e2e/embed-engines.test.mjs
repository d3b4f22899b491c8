// The element in the other engines, on a page of another origin.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { FILES, frameAddress, frameTag, hostPage, partner, tag } from './lib/hosts.mjs';
import { SAMPLES, words } from './lib/page.mjs';
import { fault, serve, spoil } from './lib/server.mjs';
import { drive, ENGINES } from './lib/webdriver.mjs';

const ITEM = SAMPLES[0];
const PATH = `/articles/${ITEM['@id']}.json`;

/** Runs in the page: something within the element's shadow root. */
const inside = (selector) => document.querySelector('trang-bao')?.shadowRoot?.querySelector(selector) != null;

for (const [engine, { needs }] of Object.entries(ENGINES)) {
  const missing = needs.filter((name) => !process.env[name]);
  describe(`in ${engine}`, { skip: missing.length > 0 && `not set: ${missing.join(', ')}` }, () => {
    let server;
    let viewer;
    let host;
    let window;
    before(async () => {
      [server, host] = await Promise.all([serve(), partner()]);
      viewer = await spoil(server.url);
      window = await drive(engine);
      await window.size(500, 900);
    });
    after(async () => {
      await window?.close();
      await Promise.all([viewer, host, server].map((part) => part?.stop()));
    });

    const listen = `<script>addEventListener('trangbao:error', ({ detail }) => { globalThis.told = detail.code; })</script>`;
    const page = (attributes, from = viewer) => host.put(hostPage(`${listen}<script type="module" src="${from.url}embed.js"></script>
      <style>* { color: red !important; margin: 2em } html { font-size: 62.5% }</style>
      ${tag({ src: viewer.url + PATH.slice(1), ...attributes })}`));
    const shown = () => window.wait('the article is shown', inside, '.tb-viewer[data-state=ready] .tb-headline');

    it('the element shows its article, in its own colours, and changes with its attributes', async () => {
      await window.open(page());
      await shown();
      const found = await window.run(() => {
        const headline = document.querySelector('trang-bao').shadowRoot.querySelector('.tb-headline');
        const { color, fontSize } = getComputedStyle(headline);
        return { text: headline.textContent, tag: headline.localName, color, fontSize, origin: location.origin };
      });
      assert.equal(words(found.text), words(ITEM.headline));
      assert.equal(found.tag, 'h2');
      assert.notEqual(found.color, 'rgb(255, 0, 0)');
      assert.ok(Number.parseFloat(found.fontSize) >= 24, found.fontSize);
      assert.notEqual(found.origin, new URL(viewer.url).origin);
      await window.run(() => {
        const element = document.querySelector('trang-bao');
        Object.assign(element, { theme: 'dark', headingLevel: 3, lang: 'en' });
      });
      await window.wait('the attributes are taken over', inside, '.tb-viewer[data-theme=dark][lang=en] h3.tb-headline');
      await window.run(() => document.querySelector('trang-bao').remove());
    });

    it('the fallback is there when the article is not, and the article when it is back', async () => {
      viewer.faults.set(PATH, (_, response) => response.writeHead(410, { 'Access-Control-Allow-Origin': '*' }).end());
      await window.open(page({ loading: 'eager' }));
      await window.wait('the element knows', () => globalThis.told === 'gone');
      assert.equal(await window.run(() => document.querySelector('trang-bao a').getBoundingClientRect().height > 0), true);
      viewer.faults.clear();
      await window.run(() => document.querySelector('trang-bao').reload());
      await shown();
    });

    it('the frame shows it and gets its height', async () => {
      const address = frameAddress({ viewer }, { src: PATH, host: host.origin });
      await window.open(host.put(hostPage(`${frameTag(address)}<script src="${viewer.url}frame.js" async></script>`)));
      await window.wait('the frame has its height', () => Number.parseFloat(document.querySelector('iframe').style.height) > 1000);
    });

    it('a damaged program leaves the fallback', async () => {
      // Of an address of its own, where nothing is kept from before.
      const front = await spoil(server.url, new Map([[`/${FILES.wasm}`, fault.status(404)]]));
      await window.open(page({ loading: 'eager' }, front));
      await window.wait('it says why', () => globalThis.told !== undefined);
      assert.equal(await window.run(() => globalThis.told), 'engine');
      assert.equal(await window.run(() => document.querySelector('trang-bao a').getBoundingClientRect().height > 0), true);
      await front.stop();
    });
  });
}
