// What `trangbao site` writes.

import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dist } from './server.mjs';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** Lets the command write a site that will be at this address; gives its folder. */
export function written({ url, articles = join(project, 'static/articles'), compress = false }) {
  const folder = mkdtempSync(join(tmpdir(), 'trangbao-site-'));
  const words = ['site', '--articles', articles, '--out', folder, '--base-url', url, '--app', dist];
  if (!compress) words.push('--no-compress');
  const binary = process.env.TRANGBAO_COMMAND;
  const [command, args] = binary ? [binary, words] : ['cargo', ['run', '--quiet', '--', ...words]];
  execFileSync(command, args, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
  return folder;
}
