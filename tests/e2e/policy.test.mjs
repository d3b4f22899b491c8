// What the page must never do: break its policy, ask other hosts, set cookies, speak to the console.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, reader, SIZES } from './lib/browser.mjs';
import { open, openArticle, sample, SAMPLES, scrollThrough } from './lib/page.mjs';
import { serve } from './lib/server.mjs';

let browser;
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(() => Promise.all([browser?.close(), server?.stop()]));

/** The first sample with a block of this type, at whatever depth. */
function withBlock(type) {
  const holds = (value) => value && typeof value === 'object'
    && (value.type === type || Object.values(value).some(holds));
  return SAMPLES.find((item) => holds(sample(item).body));
}

describe('the page keeps quiet', () => {
  it('is served under the policy, by header and by meta', async () => {
    const { context, page } = await reader(browser);
    const response = await page.goto(server.url);
    const meta = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
    for (const policy of [response.headers()['content-security-policy'], meta]) {
      for (const rule of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "require-trusted-types-for 'script'"]) {
        assert.ok(policy.split(/;\s*/).includes(rule), `${rule} in ${policy}`);
      }
      assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/);
    }
    await context.close();
  });

  for (const size of [SIZES.phone, SIZES.desk]) {
    it(`on the catalogue and every sample, scrolled through, at ${size.width}`, async () => {
      const { context, page, problems } = await reader(browser, { size, reducedMotion: 'no-preference' });
      await open(page, server.url);
      await scrollThrough(page);
      assert.deepEqual(problems, [], 'the catalogue');
      for (const item of SAMPLES) {
        await openArticle(page, server.url, item['@id']);
        await scrollThrough(page);
        assert.deepEqual(problems, [], item['@id']);
      }
      assert.deepEqual(await context.cookies(), []);
      await context.close();
    });
  }

  it('and would be caught if it did not', async () => {
    const { context, page, problems } = await reader(browser);
    await open(page, server.url);
    await page.evaluate(() => {
      document.body.setAttribute('style', 'color: red');
      const image = new Image();
      image.src = 'https://outside.example/x.png';
      document.body.append(image);
      return new Promise((resolve) => { image.onerror = resolve; });
    });
    assert.ok(problems.some((problem) => problem.startsWith('policy: style-src')), problems.join('\n'));
    assert.ok(problems.includes('request: https://outside.example/x.png'), problems.join('\n'));
    assert.ok(problems.some((problem) => problem.startsWith('console:')));
    await context.close();
  });
});

describe('third parties', () => {
  it('are asked on tap alone, and stay in their box', async () => {
    const item = withBlock('embed');
    assert.ok(item, 'a sample has an embed');
    const { context, page, problems } = await reader(browser);
    await context.route((url) => url.protocol === 'https:', (route) => route.fulfill({ contentType: 'text/html', body: '<p>player' }));
    await openArticle(page, server.url, item['@id']);
    await scrollThrough(page);
    assert.equal(await page.locator('iframe').count(), 0);
    assert.deepEqual(problems, []);

    await page.locator('button.tb-embed-load').first().click();
    const frame = page.locator('iframe').first();
    await frame.waitFor();
    assert.equal(await frame.getAttribute('sandbox'), 'allow-scripts allow-popups');
    assert.equal(await frame.getAttribute('referrerpolicy'), 'no-referrer');
    assert.ok(await frame.getAttribute('title'));
    await page.frameLocator('iframe').first().locator('p').waitFor();
    const asked = problems.filter((problem) => problem.startsWith('request:'));
    assert.equal(asked.length, 1, asked.join('\n'));
    assert.deepEqual(problems.filter((problem) => !problem.startsWith('request:')), []);
    await context.close();
  });

  it('learn nothing from links', async () => {
    const { context, page } = await reader(browser);
    for (const item of SAMPLES) {
      await openArticle(page, server.url, item['@id']);
      const loose = await page.locator('.tb-body a[href^="http"]').evaluateAll((links) => links
        .filter((link) => link.origin !== location.origin)
        .filter((link) => !/noopener/.test(link.rel) || !/noreferrer/.test(link.rel))
        .map((link) => link.outerHTML));
      assert.deepEqual(loose, [], item['@id']);
    }
    await context.close();
  });
});
