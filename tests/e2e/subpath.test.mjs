// The page below a path: the build only writes its base into the addresses, and so does this test.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, reader } from './lib/browser.mjs';
import { ARTICLE, open, SAMPLES } from './lib/page.mjs';
import { dist, serve } from './lib/server.mjs';

const BASE = '/x/';

let browser;
let folder;
let server;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trangbao-'));
  cpSync(dist, folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    if (/\.html\.(br|gz)$/.test(name)) rmSync(path);
    if (name.endsWith('.html')) writeFileSync(path, readFileSync(path, 'utf8').replace(/=("?)\/(?!\/)/g, `=$1${BASE}`));
  }
  [browser, server] = await Promise.all([launch(), serve({ basePath: BASE, folder })]);
});
after(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
  if (folder) rmSync(folder, { recursive: true });
});

describe('below a path', () => {
  it('the catalogue leads to an article and back, and a deep link opens', async () => {
    const item = SAMPLES[0];
    const { context, page, problems } = await reader(browser);
    const outside = [];
    page.on('response', (response) => {
      if (!new URL(response.url()).pathname.startsWith(BASE) || response.status() >= 400) outside.push(`${response.status()} ${response.url()}`);
    });
    await open(page, server.url);
    await page.locator(`main a[href$="/x/a/${item['@id']}"]`).first().click();
    await page.waitForSelector(ARTICLE);
    assert.equal(new URL(page.url()).pathname, `/x/a/${item['@id']}`);
    await page.locator('img').first().evaluate((image) => image.decode());
    await page.reload();
    await page.waitForSelector(ARTICLE);
    await page.goBack();
    await page.waitForSelector('.tb-catalogue');
    await open(page, `${server.url}?src=articles/${item.url}`);
    assert.deepEqual(outside, []);
    assert.deepEqual(problems, []);
    await context.close();
  });
});
