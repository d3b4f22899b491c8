// Installing the site as an app: offered, and not in the way of what the reader waits for.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { findWholeChromium, launch, launchOptions, reader } from './lib/browser.mjs';
import { SAMPLES } from './lib/page.mjs';
import { serve, spoil } from './lib/server.mjs';
import { site } from './lib/site.mjs';

const MANIFEST = '/manifest.webmanifest';
const [{ '@id': ID }] = SAMPLES;

let browser;
let servers;
before(async () => {
  [browser, ...servers] = await Promise.all([launch(), serve(), site()]);
});
after(() => Promise.all([browser?.close(), ...servers.map((server) => server.stop())]));

const KINDS = [['the app', 0], ['a static page', 1]];

/** A browser with a profile of its own: in a private window nothing can be installed. */
async function visit(server, act) {
  const front = await spoil(server.url);
  const profile = mkdtempSync(join(tmpdir(), 'trangbao-profile-'));
  const options = launchOptions({ executablePath: findWholeChromium(), args: ['--bypass-app-banner-engagement-checks'] });
  const context = await chromium.launchPersistentContext(profile, options);
  try {
    await act(await context.newPage(), front);
  } finally {
    await context.close();
    await front.stop();
    rmSync(profile, { recursive: true, force: true });
  }
}

describe('installing', () => {
  for (const [kind, which] of KINDS) {
    it(`is offered by ${kind}, after everything that the reader waits for`, () => visit(servers[which], async (page, front) => {
      await page.addInitScript(() => addEventListener('beforeinstallprompt', () => { globalThis.isOffered = true; }));
      await page.goto(`${front.url}a/${ID}/`);
      await page.waitForFunction(() => globalThis.isOffered, undefined, { timeout: 60_000 });
      const asked = (part) => front.asked.findIndex((path) => path.includes(part));
      assert.ok(asked(MANIFEST) > asked('/after-'), `${front.asked.join('\n')}`);
      assert.ok(asked('/after-') > 0);
      assert.equal(await page.locator('link[rel=manifest]').count(), 1);
    }));

    it(`is there early on for browsers that look once, in ${kind}`, async () => {
      const { context, page, problems } = await reader(browser);
      await page.addInitScript(() => {
        for (const owner of [globalThis, Window.prototype]) delete owner.onbeforeinstallprompt;
        addEventListener('DOMContentLoaded', () => {
          globalThis.early = [...document.querySelectorAll('link[rel=manifest]')].map(({ href }) => new URL(href).pathname);
        });
      });
      await page.goto(`${servers[which].url}a/${ID}/`);
      await page.waitForFunction(() => globalThis.early);
      assert.deepEqual(await page.evaluate(() => globalThis.early), [MANIFEST]);
      assert.deepEqual(problems, []);
      await context.close();
    });
  }

  it('needs no script on a static page', async () => {
    const { context, page } = await reader(browser, { javaScriptEnabled: false });
    await page.goto(`${servers[1].url}a/${ID}/`);
    assert.equal(await page.locator('link[rel=manifest]').getAttribute('href'), MANIFEST);
    await context.close();
  });
});
