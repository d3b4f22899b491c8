// The command `trangbao`, compiled for this machine from the sources that the page was built from.

import { execFile, execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const MOST = 256 * 1024 * 1024;
let program;

/** Where cargo has put it. */
function build() {
  const words = ['build', '--quiet', '--bin', 'trangbao', '--message-format=json'];
  const said = execFileSync('cargo', words, { cwd: project, encoding: 'utf8', maxBuffer: MOST, stdio: ['ignore', 'pipe', 'inherit'] });
  return said.trim().split('\n').map((line) => JSON.parse(line)).find(({ executable }) => executable).executable;
}

/** Runs it and gives what it prints. What it has to say of the file goes to standard error, which nobody reads here. */
export async function trangbao(...args) {
  program ??= build();
  const { stdout } = await promisify(execFile)(program, args, { encoding: 'utf8', maxBuffer: MOST });
  return stdout;
}

/** An article of any format as JSON of the native one, as the command reads it at this address. */
export async function native(file, address, ...args) {
  return JSON.parse(await trangbao('convert', file, '--base', address, ...args));
}
