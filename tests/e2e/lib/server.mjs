// Serves what `cargo xtask build` has written, on a free port.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** The built page: `dist`, or another folder that the environment names. */
export const dist = process.env.TRANGBAO_DIST ?? join(project, 'dist');

/**
 * Starts `xtask serve`. `basePath` serves the page below a path, `folder` another folder than
 * `dist`; `mounts` are `/x/=FOLDER` words.
 * Returns its address, always with a slash at the end, and a `stop`.
 */
export async function serve({ basePath, folder = dist, mounts = [] } = {}) {
  const words = ['serve', '--no-build', '--dir', folder, '--port', '0'];
  if (basePath) words.push('--base-path', basePath);
  for (const mount of mounts) words.push('--mount', mount);
  const binary = process.env.TRANGBAO_XTASK;
  const [command, args] = binary ? [binary, words] : ['cargo', ['xtask', ...words]];
  const child = spawn(command, args, { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const url = await new Promise((resolve, reject) => {
    const listen = (chunk) => {
      said += chunk;
      const found = /http:\/\/(127\.0\.0\.1|localhost):\d+\S*/.exec(said);
      if (found) resolve(found[0].endsWith('/') ? found[0] : `${found[0]}/`);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', (chunk) => { said += chunk; });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said}`)));
  });
  return { url, stop: () => stopped(child) };
}

function stopped(child) {
  if (child.exitCode !== null) return Promise.resolve();
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  child.kill();
  return ended;
}

/**
 * Stands in front of a server and spoils what `faults` names: a map from a path to a handler of Node's kind. The page
 * cannot tell the two apart, so its policy holds. A fault that is deleted from the map is mended.
 */
export async function spoil(target, faults = new Map()) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const path = request.url.split('?')[0];
    const fault = faults.get(path);
    if (fault) return fault(request, response);
    const onward = httpRequest(new URL(request.url, target), { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    return onward.end();
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  // A test that fails before it stops its server must not keep the process alive.
  server.unref();
  server.on('connection', (socket) => socket.unref());
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    faults,
    asked,
    /** Comes when a path is asked for: the page knows that it has asked before its server does. */
    async reached(path) {
      while (!asked.some((address) => address.split('?')[0] === path)) await once(server, 'request');
    },
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

/** Faults by their kind, for `spoil`. */
export const fault = {
  status: (code, text = '', headers = {}) => (_, response) => response.writeHead(code, headers).end(text),
  body: (text, type = 'application/json') => (_, response) => response.writeHead(200, { 'Content-Type': type }).end(text),
  redirect: (to) => (_, response) => response.writeHead(302, { Location: to }).end(),
  silence: () => () => {},
  cut: (text) => (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': text.length * 2 });
    response.write(text, () => response.destroy());
  },
  /** In chunks, and never the last one. */
  torn: (text) => (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.write(text, () => response.destroy());
  },
  /** As long as the connection lasts, which is too short: nothing tells that there was more. */
  stump: (bytes, headers = {}) => (request) => {
    const head = Object.entries({ 'Content-Type': 'application/json', Connection: 'close', ...headers });
    request.socket.write(`HTTP/1.1 200 OK\r\n${head.map((pair) => pair.join(': ')).join('\r\n')}\r\n\r\n`);
    request.socket.end(bytes);
  },
  bytes: (count) => (_, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(Buffer.alloc(count, ' ')),
};
