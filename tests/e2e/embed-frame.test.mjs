// The frame, for hosts that allow no foreign script: it shows an article without rights, and has the height of it.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fault } from './lib/server.mjs';
import { FILES, frameAddress, frameTag, stage } from './lib/hosts.mjs';
import { sample, SAMPLES, settle, words } from './lib/page.mjs';

const ID = 'doc-dia-chi-web';
const ARTICLE = sample(SAMPLES.find((item) => item['@id'] === ID));
const IN_FRAME = '.tb-viewer.tb-embed[data-state="ready"]';

let on;
before(async () => {
  on = await stage();
});
after(() => on?.stop());

const address = (query) => frameAddress(on, { src: `/articles/${ID}.json`, host: on.host.origin, ...query });
const frameScript = () => `<script src="${on.viewer.url}frame.js" async></script>`;
const inside = (page) => page.frameLocator('iframe');
const frameOf = (page) => page.frames().find((frame) => frame.url().includes('/embed.html'));
// Without its border, which is the host's.
const height = (page) => page.locator('iframe').first().evaluate((frame) => frame.clientHeight);
const content = (page) => inside(page).locator('#tb-embed').evaluate((root) => Math.ceil(root.getBoundingClientRect().height));

/** Waits until the frame is as high as what it shows. */
async function fits(page) {
  await page.waitForFunction(() => Number.parseFloat(document.querySelector('iframe').style.height) > 1000);
  await settle(page);
  assert.equal(await height(page), await content(page));
}

async function framed(query, act, { body = (frame) => frame + frameScript(), ...options } = {}) {
  const visit = await on.open(body(frameTag(address(query))), { touch: false, ...options });
  await inside(visit.page).locator(IN_FRAME).waitFor();
  await act(visit.page, visit);
  assert.deepEqual(visit.problems, []);
  await visit.context.close();
}

describe('the frame', () => {
  it('shows the article, has its height and its title, and keeps nothing', () => framed({}, async (page, { context }) => {
    assert.equal(words(await inside(page).locator('.tb-headline').textContent()), words(ARTICLE.headline));
    await fits(page);
    assert.ok(words(await frameOf(page).evaluate(() => document.title)).includes(words(ARTICLE.headline)));
    assert.equal(await frameOf(page).evaluate(() => origin), 'null');
    assert.equal(await frameOf(page).evaluate(() => document.documentElement.scrollHeight > innerHeight), false, 'nothing is left to scroll within');
    assert.deepEqual(await context.cookies(), []);
    // The width decides on the height, too.
    const before = await height(page);
    await page.setViewportSize({ width: 900, height: 800 });
    await page.waitForFunction((old) => document.querySelector('iframe').clientHeight !== old, before);
    await settle(page);
    assert.equal(await height(page), await content(page));
  }));

  it('passes its parameters on', () => framed({ theme: 'dark', layout: 'desktop', lang: 'en', images: 'none', 'heading-level': '3', related: 'hide' }, async (page) => {
    await inside(page).locator(`${IN_FRAME}[lang=en] h3.tb-headline`).waitFor();
    assert.equal(await inside(page).locator('img, .tb-cards').count(), 0);
    assert.equal(await inside(page).locator(IN_FRAME).evaluate((viewer) => getComputedStyle(viewer).colorScheme), 'dark');
    await inside(page).locator('.tb-switch[data-view-to=mobile]').waitFor();
  }));

  it('opens links in a tab that knows nothing of this one', () => framed({}, async (page, { context, problems }) => {
    const link = inside(page).locator('.tb-cards a').first();
    const href = await link.evaluate((found) => found.href);
    const [tab] = await Promise.all([context.waitForEvent('page'), link.click()]);
    await tab.waitForURL(href);
    assert.equal(await tab.evaluate(() => globalThis.opener), null);
    assert.equal(await tab.evaluate(() => document.referrer), '');
    assert.equal(new URL(page.url()).origin, on.host.origin);
    assert.ok(frameOf(page), 'the frame is where it was');
    await tab.close();
    // What the tab says, in a sandbox of its own, is not the frame's doing.
    problems.length = 0;
  }));

  it('lets the focus in and out by Tab, both ways', () => framed({ images: 'none' }, async (page) => {
    const focus = () => page.evaluate(() => document.activeElement.id || document.activeElement.localName);
    await page.focus('#before');
    await page.keyboard.press('Tab');
    assert.equal(await focus(), 'iframe');
    assert.ok(await frameOf(page).evaluate(() => document.activeElement !== document.body));
    for (const [key, wanted] of [['Tab', 'after'], ['Shift+Tab', 'iframe'], ['Shift+Tab', 'before']]) {
      let steps = 0;
      do {
        await page.keyboard.press(key);
        steps += 1;
        assert.ok(steps < 100, `${key} never reaches ${wanted}`);
      } while (await focus() !== wanted);
    }
  }, { body: (frame) => `<button id="before">1</button>${frame}<button id="after">2</button>${frameScript()}` }));

  it('is lazy', async () => {
    const asked = on.viewer.asked.length;
    const { context, page } = await on.open(`<div style="height: 20000px"></div>${frameTag(address())}${frameScript()}`, { touch: false });
    await settle(page);
    assert.deepEqual(on.viewer.asked.slice(asked), ['/frame.js']);
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    await fits(page);
    await context.close();
  });

  it('gets its height from a copy of frame.js on the partner’s server, and when it comes later', async () => {
    const copy = on.host.put(await (await fetch(`${on.viewer.url}frame.js`)).text(), { 'Content-Type': 'text/javascript' }, '/copy/frame.js');
    const policy = { 'Content-Security-Policy': `default-src 'none'; script-src 'self'; frame-src ${on.origin}` };
    const { context, page, problems } = await on.open(`<main></main><script src="${copy}" data-viewer="${on.viewer.url}" async></script>`, { headers: policy, touch: false });
    await page.evaluate((src) => {
      const frame = Object.assign(document.createElement('iframe'), { src, title: 'Bài báo', width: '100%', height: 600 });
      frame.setAttribute('sandbox', 'allow-scripts allow-popups');
      document.querySelector('main').append(frame);
    }, address());
    await fits(page);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('tells of an article and of none', async () => {
    const told = (page, kind) => page.evaluate((type) => new Promise((resolve) => {
      addEventListener(type, ({ target, detail, bubbles }) => resolve([target.localName, detail, bubbles]));
    }), `trangbao:${kind}`);
    const { context, page } = await on.open('', { touch: false });
    const show = (id) => page.evaluate(([src, script]) => {
      const frame = Object.assign(document.createElement('iframe'), { src, title: 'x' });
      frame.setAttribute('sandbox', 'allow-scripts allow-popups');
      document.body.replaceChildren(frame);
      if (!document.querySelector('script')) document.head.append(Object.assign(document.createElement('script'), { src: script }));
    }, [address({ src: `/articles/${id}.json` }), `${on.viewer.url}frame.js`]);
    const ready = told(page, 'ready');
    await show(ID);
    const [tag, , bubbles] = await ready;
    assert.deepEqual([tag, bubbles], ['iframe', true]);
    on.viewer.faults.set(`/articles/${ID}.json`, (_, response) => response.writeHead(410, { 'Access-Control-Allow-Origin': '*' }).end());
    const error = told(page, 'error');
    await show(ID);
    assert.deepEqual(await error, ['iframe', { code: 'gone' }, true]);
    assert.ok(await inside(page).locator('trang-bao a').isVisible(), 'there is a way on');
    await context.close();
    on.viewer.faults.clear();
  });
});

describe('the frame opens', () => {
  const PARTNER = 'https://partner.example';
  const STRANGE = ['https://stranger.example/a.json', 'http://localhost:1/a.json', '//stranger.example/a.json', 'javascript:alert(1)', 'data:application/json,{}', 'blob:http://127.0.0.1/x', 'http://127.0.0.1:1/a.json', 'https://127.0.0.1@stranger.example/a.json', 'http://['];

  it('nothing of a strange origin, and says so', async () => {
    const frames = STRANGE.map((src) => frameTag(address({ src })).replace('lazy', 'eager'));
    const { context, page, problems } = await on.open(frames.join('') + frameScript(), { touch: false });
    for (const [index, src] of STRANGE.entries()) {
      const frame = page.frameLocator('iframe').nth(index);
      const notice = frame.locator('[role=alert]');
      await notice.waitFor();
      assert.match(await notice.innerText(), /\S+ \S+/, src);
      assert.ok(await notice.locator('a').isVisible(), 'there is a way on');
      assert.equal(await frame.locator('trang-bao').count(), 0, src);
    }
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('what site.json allows', async () => {
    on.viewer.faults.set('/site.json', (_, response) => response
      .writeHead(200, { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' })
      .end(JSON.stringify({ name: 'Báo', allowedOrigins: [PARTNER] })));
    const { context, page, problems } = await on.open('', {
      touch: false,
      before: (_, own) => own.route(`${PARTNER}/**`, (route) => route.fulfill({ json: ARTICLE, headers: { 'Access-Control-Allow-Origin': '*' } })),
    });
    await page.evaluate((html) => { document.body.innerHTML = html; }, frameTag(address({ src: `${PARTNER}/a.json`, images: 'none' })));
    await inside(page).locator(IN_FRAME).waitFor();
    assert.deepEqual([...new Set(problems)], [`request: ${PARTNER}/a.json`]);
    await context.close();
    on.viewer.faults.clear();
  });

  it('a readable page when the program does not come', async () => {
    for (const name of ['embed.js', FILES.hashed]) on.viewer.faults.set(`/${name}`, fault.status(404));
    const { context, page } = await on.open(frameTag(address()) + frameScript(), { touch: false });
    await inside(page).locator('trang-bao a').waitFor();
    await context.close();
    on.viewer.faults.clear();
  });
});
