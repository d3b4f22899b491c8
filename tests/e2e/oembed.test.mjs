// An article's address, pasted where oEmbed is understood, becomes the article.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, reader, SIZES } from './lib/browser.mjs';
import { hostPage, partner } from './lib/hosts.mjs';
import { SAMPLES } from './lib/page.mjs';
import { site } from './lib/site.mjs';
import { pasted } from './lib/wordpress.mjs';

let browser;
let paper;
let blog;
before(async () => {
  [browser, paper, blog] = await Promise.all([launch(), site(undefined, { isHome: true }), partner()]);
});
after(() => Promise.all([browser?.close(), paper?.stop(), blog?.stop()]));

const page = (id) => `${paper.url}a/${id}/`;

describe('in WordPress', () => {
  for (const item of SAMPLES) {
    it(`the address of ${item['@id']} becomes a frame`, async () => {
      const html = await pasted(page(item['@id']));
      assert.match(html, /^<iframe class="wp-embedded-content" sandbox="allow-scripts"/);
      assert.match(html, new RegExp(` src="${paper.url}embed\\.html\\?src=`));
      assert.match(html, / height="\d+"/);
    });
  }

  for (const name of ['phone', 'desk']) {
    it(`which shows the article: ${name}`, async () => {
      const [{ '@id': id, headline }] = SAMPLES;
      const { page: post, context, problems } = await reader(browser, { size: SIZES[name] });
      await post.goto(blog.put(hostPage(`<h1>Nhật ký</h1>${await pasted(page(id))}<p>Hết.</p>`)));
      const frame = post.frameLocator('iframe.wp-embedded-content');
      await frame.locator('.tb-headline').waitFor();
      assert.equal(await frame.locator('.tb-headline').innerText(), headline);
      // The frame is about as high as the article, so it does not scroll much within itself.
      const box = await post.locator('iframe').boundingBox();
      assert.equal(box.height, Number(await post.getAttribute('iframe', 'height')));
      assert.deepEqual(problems, []);
      await context.close();
    });
  }

  it('an address that leads nowhere stays what it is', async () => {
    assert.equal(await pasted(page('khong-co')), undefined);
    assert.equal(await pasted(paper.url), undefined);
  });
});

it('every answer is whole', () => {
  for (const { '@id': id } of SAMPLES) {
    const answer = JSON.parse(readFileSync(join(paper.folder, 'a', id, 'oembed.json'), 'utf8'));
    assert.deepEqual([answer.version, answer.type], ['1.0', 'rich']);
    for (const key of ['width', 'height']) assert.ok(Number.isInteger(answer[key]) && answer[key] > 0, `${id}: ${key}`);
    for (const key of ['title', 'html', 'provider_name', 'provider_url']) assert.ok(answer[key], `${id}: ${key}`);
    if (answer.thumbnail_url) assert.ok(answer.thumbnail_width > 0 && answer.thumbnail_height > 0, id);
    assert.deepEqual(Object.keys(answer.trangbao).sort(), ['element', 'frame', 'heights', 'space', 'static']);
  }
});
