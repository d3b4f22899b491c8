// What the element tells its page and what it does when asked: events, methods, the ways within the article.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answer, hear, SHOWN, stage, tag } from './lib/hosts.mjs';
import { sample, SAMPLES, settle } from './lib/page.mjs';

const ID = 'doc-dia-chi-web';
const ARTICLE = sample(SAMPLES.find((item) => item['@id'] === ID));
const BLOCK = 'mo-xe';

let on;
before(async () => {
  on = await stage();
});
after(() => on?.stop());

/** Opens a page with an element that shows an article, and acts. */
async function shown(act, { attributes = {}, around = ['', ''], ...options } = {}) {
  const given = { id: 'bai', src: on.address(ID), loading: 'eager', ...attributes };
  const visit = await on.open(on.script() + around[0] + tag(given) + around[1], options);
  await hear(visit.page, 'ready');
  await act(visit.page, visit);
  assert.deepEqual(visit.problems, []);
  await visit.context.close();
}

const element = (page) => page.locator('trang-bao');
const percents = async (visit) => (await visit.heard('progress')).map(({ detail }) => detail.percent);
const refuse = (page) => page.evaluate(() => { globalThis.tbRefuse = true; });

describe('an event', () => {
  it('comes from the element, bubbles and leaves a shadow root around it', async () => {
    const { context, page, problems } = await on.open('<div id="outer"></div>');
    await page.evaluate(([src, script]) => {
      const root = document.getElementById('outer').attachShadow({ mode: 'open' });
      const inner = Object.assign(document.createElement('trang-bao'), { id: 'bai', src });
      inner.setAttribute('loading', 'eager');
      root.append(inner);
      globalThis.innerHeard = [];
      inner.addEventListener('trangbao:ready', ({ target }) => globalThis.innerHeard.push(target === inner));
      document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: script }));
    }, [on.address(ID), `${on.viewer.url}embed.js`]);
    const ready = await hear(page, 'ready');
    assert.deepEqual([ready.tag, ready.id, ready.bubbles, ready.composed], ['trang-bao', 'bai', true, true]);
    assert.deepEqual(await page.evaluate(() => globalThis.innerHeard), [true]);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('ready brings what article says', () => shown(async (page, visit) => {
    const [ready, ...more] = await visit.heard('ready');
    assert.deepEqual(more, []);
    assert.deepEqual(ready.detail, await element(page).evaluate((target) => target.article));
    assert.deepEqual(await visit.heard('error'), []);
  }));

  it('progress tells the quarters in order, each once', () => shown(async (page, visit) => {
    const steps = 40;
    for (let step = 1; step <= steps; step += 1) {
      await page.evaluate((part) => scrollTo({ top: document.documentElement.scrollHeight * part, behavior: 'instant' }), step / steps);
      await settle(page);
      const heard = await percents(visit);
      assert.deepEqual(heard, [25, 50, 75, 100].slice(0, heard.length), 'no quarter is left out or told twice');
      if (step === steps / 4) assert.ok(heard.length < 3, `${heard} after a quarter of the way`);
    }
    await hear(page, 'progress', 3);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await settle(page);
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    await settle(page);
    assert.deepEqual(await percents(visit), [25, 50, 75, 100]);
  }, { touch: false }));

  it('progress tells all quarters when the reader jumps to the end', () => shown(async (page, visit) => {
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    await hear(page, 'progress', 3);
    assert.deepEqual(await percents(visit), [25, 50, 75, 100]);
  }, { touch: false }));

  it('progress begins anew with another article', () => shown(async (page, visit) => {
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    await hear(page, 'progress', 3);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await element(page).evaluate((target, src) => { target.src = src; }, on.address('dawn-on-west-lake'));
    await hear(page, 'ready', 1);
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    await hear(page, 'progress', 7);
    assert.deepEqual(await percents(visit), [25, 50, 75, 100, 25, 50, 75, 100]);
  }, { touch: false }));

  it('link can be taken over, and otherwise the page follows', () => shown(async (page) => {
    const link = page.locator(`${SHOWN} .tb-cards a`).first();
    const href = await link.evaluate((found) => found.href);
    await refuse(page);
    await link.click();
    const { detail, bubbles, composed, cancelable } = await hear(page, 'link');
    assert.deepEqual([detail, bubbles, composed, cancelable], [{ href }, true, true, true]);
    await settle(page);
    assert.equal(new URL(page.url()).origin, on.host.origin);
    await page.evaluate(() => { globalThis.tbRefuse = false; });
    await link.click();
    await page.waitForURL(href);
  }, { touch: false }));

  it('link is not told of a click that opens another tab', () => shown(async (page, { heard }) => {
    // The tab itself is the browser's business: it opens where nobody has kept the click.
    const kept = page.evaluate(() => new Promise((resolve) => {
      addEventListener('click', (event) => {
        resolve(event.defaultPrevented);
        event.preventDefault();
      });
    }));
    await page.locator(`${SHOWN} .tb-cards a`).first().click({ modifiers: ['Control'] });
    assert.equal(await kept, false);
    assert.deepEqual(await heard('link'), []);
  }, { touch: false }));

  /** Stands in for what only a person can see. */
  const mocks = (sheet) => (page) => page.addInitScript((given) => {
    globalThis.tbShared = [];
    const keep = (kind) => async (value) => { globalThis.tbShared.push([kind, value]); };
    Object.defineProperty(navigator, 'share', { value: given ? keep('sheet') : undefined, configurable: true });
    if (!given) delete Navigator.prototype.share;
    if (!given) delete navigator.share;
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: keep('clipboard') } });
  }, sheet);
  const title = ARTICLE.headline;

  it('share can be taken over', () => shown(async (page) => {
    await refuse(page);
    await page.click(`${SHOWN} .tb-share`);
    const { detail, bubbles, composed, cancelable } = await hear(page, 'share');
    assert.deepEqual([detail, bubbles, composed, cancelable], [{ url: ARTICLE.url, title }, true, true, true]);
    await settle(page);
    assert.deepEqual(await page.evaluate(() => globalThis.tbShared), []);
  }, { before: mocks(true) }));

  it('share opens the system’s sheet, with the article’s address and not the page’s', () => shown(async (page) => {
    await page.click(`${SHOWN} .tb-share`);
    await page.waitForFunction(() => globalThis.tbShared.length > 0);
    assert.deepEqual(await page.evaluate(() => globalThis.tbShared), [['sheet', { title, url: ARTICLE.url }]]);
  }, { before: mocks(true) }));

  it('share without a sheet fills the clipboard, and says so', () => shown(async (page) => {
    await page.click(`${SHOWN} .tb-share`);
    await page.waitForFunction(() => globalThis.tbShared.length > 0);
    assert.deepEqual(await page.evaluate(() => globalThis.tbShared), [['clipboard', ARTICLE.url]]);
    await page.locator(`${SHOWN} [role=status]`, { hasText: /\S/ }).waitFor({ state: 'attached' });
  }, { before: mocks(false) }));

  it('error brings a code and a sentence', async () => {
    on.viewer.faults.set(`/articles/${ID}.json`, answer('{"a": 1}'));
    const { context, page } = await on.open(on.script() + tag({ id: 'bai', src: on.address(ID), loading: 'eager' }));
    const { detail, bubbles, composed, id } = await hear(page, 'error');
    assert.deepEqual([Object.keys(detail).sort(), detail.code, bubbles, composed, id], [['code', 'message'], 'not-article', true, true, 'bai']);
    assert.match(detail.message, /\S+ \S+/);
    await context.close();
    on.viewer.faults.clear();
  });
});

describe('a method', () => {
  it('reload asks again, and tells when it is there', () => shown(async (page) => {
    const asks = () => on.viewer.asked.filter((path) => path.startsWith(`/articles/${ID}.json`)).length;
    const before = asks();
    await element(page).evaluate((target) => { target.reload(); });
    await hear(page, 'ready', 1);
    assert.equal(asks(), before + 1);
  }));

  it('scrollToBlock brings a block into sight, or says that there is none', () => shown(async (page) => {
    const top = () => page.locator(`#tb-b-${BLOCK}`).evaluate((block) => block.getBoundingClientRect().top);
    assert.ok(await top() > 800);
    assert.equal(await element(page).evaluate((target, id) => target.scrollToBlock(id), BLOCK), true);
    await page.waitForFunction((id) => {
      const { top: found } = document.querySelector('trang-bao').shadowRoot.getElementById(`tb-b-${id}`).getBoundingClientRect();
      return found >= -1 && found < innerHeight / 2;
    }, BLOCK);
    for (const id of ['khong-co', '', '"]', '*', 'note-1', `tb-b-${BLOCK}`]) {
      assert.equal(await element(page).evaluate((target, given) => target.scrollToBlock(given), id), false, id);
    }
  }));

  it('does no harm before there is an article, or a place for one', async () => {
    const { context, page, problems } = await on.open(on.script());
    await page.evaluate(() => customElements.whenDefined('trang-bao'));
    const found = await page.evaluate(() => {
      const loose = document.createElement('trang-bao');
      loose.reload();
      const answers = [loose.scrollToBlock('x'), loose.article];
      document.body.append(loose);
      loose.reload();
      return [...answers, loose.scrollToBlock('x'), loose.article];
    });
    assert.deepEqual(found, [false, null, false, null]);
    assert.deepEqual(problems.filter((problem) => problem.startsWith('error:')), []);
    await context.close();
  });
});

describe('a note', () => {
  // The host has elements of the same names, which are none of our business.
  const around = ['<p id="tb-note-1">Của trang chủ</p>', ''];

  it('is reached within the article, and leads back', () => shown(async (page) => {
    const inSight = (id) => page.waitForFunction((name) => {
      const { top, bottom } = document.querySelector('trang-bao').shadowRoot.getElementById(name).getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    }, id);
    const before = await page.evaluate(() => [location.href, history.length]);
    await page.click(`${SHOWN} a[href="#tb-note-1"]`);
    await inSight('tb-note-1');
    await page.click(`${SHOWN} a[href="#tb-noteref-1"]`);
    await inSight('tb-noteref-1');
    assert.deepEqual(await page.evaluate(() => [location.href, history.length]), before, 'the page’s address is the page’s own');
  }, { around, touch: false }));
});
