// A WebDriver client of the size that the reading path needs: Playwright drives Chromium alone here.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const PATIENCE_MS = 15_000;

/** The engines, each with what the environment has to name. */
export const ENGINES = {
  firefox: {
    needs: ['TRANGBAO_FIREFOX', 'TRANGBAO_GECKODRIVER'],
    driver: 'TRANGBAO_GECKODRIVER',
    capabilities: () => ({
      'moz:firefoxOptions': {
        binary: process.env.TRANGBAO_FIREFOX,
        args: ['-headless'],
        // Without a home server, a portal check or an update, nothing asks the network.
        prefs: {
          'intl.accept_languages': 'vi-VN, vi',
          'network.captive-portal-service.enabled': false,
          'network.connectivity-service.enabled': false,
          'app.update.auto': false,
          'datareporting.policy.dataSubmissionEnabled': false,
          'browser.safebrowsing.malware.enabled': false,
          'services.settings.server': 'data:,',
        },
      },
    }),
  },
  webkit: {
    needs: ['TRANGBAO_MINIBROWSER', 'TRANGBAO_WEBKITDRIVER', 'DISPLAY'],
    driver: 'TRANGBAO_WEBKITDRIVER',
    capabilities: () => ({
      'webkitgtk:browserOptions': { binary: process.env.TRANGBAO_MINIBROWSER, args: ['--automation'] },
    }),
  },
};

/** Starts a driver and opens a browser window. */
export async function drive(engine) {
  const { driver, capabilities } = ENGINES[engine];
  const port = await freePort();
  const child = spawn(process.env[driver], [`--port=${port}`], { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  await until(() => fetch(`${address}/status`).then(() => true, () => false), `${engine}'s driver answers`);
  try {
    const { sessionId } = await command(`${address}/session`, 'POST', { capabilities: { alwaysMatch: capabilities() } });
    return new Window(`${address}/session/${sessionId}`, child);
  } catch (error) {
    child.kill();
    throw error;
  }
}

class Window {
  constructor(session, child) {
    this.session = session;
    this.child = child;
  }

  open(url) {
    return this.#post('url', { url });
  }

  back() {
    return this.#post('back', {});
  }

  size(width, height) {
    return this.#post('window/rect', { width, height });
  }

  /** Runs the function in the page. */
  run(code, ...args) {
    return this.#post('execute/sync', { script: `return (${code}).apply(null, arguments)`, args });
  }

  /** Clicks as a person does, once the element is there. */
  async click(css) {
    await this.wait(`${css} is there`, (selector) => document.querySelector(selector) !== null, css);
    const element = await this.#post('element', { using: 'css selector', value: css });
    await this.run((target) => target.scrollIntoView({ block: 'center' }), element);
    return this.#post(`element/${element[ELEMENT]}/click`, {});
  }

  /** Waits until the function, run in the page, says yes. */
  wait(what, code, ...args) {
    return until(() => this.run(code, ...args).catch(() => false), what);
  }

  async close() {
    await command(this.session, 'DELETE').catch(() => {});
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
  }

  #post(path, body) {
    return command(`${this.session}/${path}`, 'POST', body);
  }
}

async function command(url, method, body) {
  const answer = await fetch(url, { method, body: body && JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** WebDriver tells of nothing by itself, so conditions are asked for again and again. */
async function until(condition, what) {
  const end = Date.now() + PATIENCE_MS;
  while (!await condition()) {
    if (Date.now() > end) throw new Error(`not within ${PATIENCE_MS} ms: ${what}`);
    await pause(30);
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
