// Serves what `cargo xtask build` has written, on a free port.

import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Starts `xtask serve`. `basePath` serves the page below a path; `mounts` are `/x/=FOLDER` words.
 * Returns its address, always with a slash at the end, and a `stop`.
 */
export async function serve({ basePath, mounts = [] } = {}) {
  const words = ['serve', '--no-build', '--port', '0'];
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

/** A server of our own for what no static server does: silence, drips, redirects, missing headers. */
export async function misbehave(answer) {
  const server = createServer(answer);
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}
