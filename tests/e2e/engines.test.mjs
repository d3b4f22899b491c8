// The reading path in the other engines: Firefox, and WebKit, which every iPhone runs.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { READY, FAILED, sample, SAMPLES, words } from './lib/page.mjs';
import { fault, serve, spoil } from './lib/server.mjs';
import { drive, ENGINES } from './lib/webdriver.mjs';

const ITEM = SAMPLES[0];
const there = (selector) => document.querySelector(selector) !== null;

for (const [engine, { needs }] of Object.entries(ENGINES)) {
  const missing = needs.filter((name) => !process.env[name]);
  describe(`in ${engine}`, { skip: missing.length > 0 && `not set: ${missing.join(', ')}` }, () => {
    let server;
    let front;
    let window;
    before(async () => {
      server = await serve();
      front = await spoil(server.url);
      window = await drive(engine);
      await window.size(500, 900);
    });
    after(async () => {
      await window?.close();
      await front?.stop();
      await server?.stop();
    });

    const article = () => window.wait('the article is shown', there, `${READY} article.tb-article h1`);
    const headline = async () => words(await window.run(() => document.querySelector('h1').textContent));

    it('goes from the catalogue to an article and back', async () => {
      await window.open(front.url);
      await window.wait('the catalogue is shown', there, `${READY} .tb-catalogue`);
      await window.click(`main a[href$="/a/${ITEM['@id']}"]`);
      await article();
      assert.equal(await headline(), words(ITEM.headline));
      await window.wait('the headline has the focus', () => document.activeElement.tagName === 'H1');
      await window.back();
      await window.wait('the catalogue is back', there, `${READY} .tb-catalogue`);
    });

    it('shows every sample, with its pictures and without sideways scroll', async () => {
      for (const item of SAMPLES) {
        await window.open(`${front.url}a/${item['@id']}`);
        await article();
        assert.equal(await headline(), words(sample(item).headline));
        await window.wait('the pictures in sight are there', () => [...document.images]
          .filter((image) => image.getBoundingClientRect().top < innerHeight)
          .every((image) => image.complete && image.naturalWidth > 0));
        const { scroll, client } = await window.run(() => ({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth }));
        assert.ok(scroll <= client, `${item['@id']}: ${scroll} > ${client}`);
      }
    });

    it('hears of the manifest', async () => {
      await window.open(`${front.url}a/${ITEM['@id']}`);
      await window.wait('it is named', there, 'link[rel=manifest][href$="/manifest.webmanifest"]');
    });

    it('switches the layout and keeps it', async () => {
      await window.open(`${front.url}a/${ITEM['@id']}?view=mobile`);
      await article();
      await window.click('.tb-switch[data-view-to=desktop]');
      await window.wait('the desktop layout is shown', there, '.tb-viewer[data-layout=desktop]');
      await window.open(`${front.url}a/${ITEM['@id']}`);
      await window.wait('it is kept', there, `${READY}[data-layout=desktop]`);
      await window.click('.tb-switch[data-view-to=mobile]');
      await window.wait('the mobile layout is shown', there, '.tb-viewer[data-layout=mobile]');
    });

    it('says that an article is gone, and shows it when it is back', async () => {
      front.faults.set(`/articles/${ITEM.url}`, fault.status(410));
      await window.open(`${front.url}a/${ITEM['@id']}`);
      await window.wait('the failure is shown', there, `${FAILED} [role=alert]`);
      front.faults.clear();
      await window.click('.tb-retry-load');
      await article();
    });

    it('keeps the words when the program does not come', async () => {
      const path = `/a/${SAMPLES[1]['@id']}`;
      const html = await (await fetch(`${server.url}a/${SAMPLES[1]['@id']}`)).text();
      front.faults.set(path, fault.body(html.replace(/(data-wasm="?)[^" >]+/, '$1/no-such.wasm'), 'text/html'));
      await window.open(front.url + path.slice(1));
      await window.wait('the words are there', (text) => document.querySelector('h1')?.textContent.includes(text), sample(SAMPLES[1]).headline.slice(0, 20));
      // The words come before the program would, and the reason after it has not come.
      await window.wait('the reason is told', there, `${FAILED} [role=alert] button`);
    });
  });
}
