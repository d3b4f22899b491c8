// Turns art/pictures/*.svg into static/pictures/*.webp (480, 960 and 1200 wide), art/portraits/*.svg
// into squares of 96 and 192, art/icons/*.svg into static/icons, and writes true sizes into the JSON.
//   node art/render.mjs            everything that is older than its source, then the JSON
//   node art/render.mjs --all      everything
//   node art/render.mjs --sizes    only the JSON
// Needs `rsvg-convert` (Debian: librsvg2-bin) and `cwebp` (Debian: webp) on PATH; --sizes needs neither.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { updateSizes } from './sizes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const all = process.argv.includes('--all');
const QUALITY = { 480: 80, 960: 80, 1200: 80, 96: 86, 192: 86 };

function need(tool, hint) {
  if (spawnSync(tool, ['--version'], { stdio: 'ignore' }).error) {
    console.error(`art/render.mjs needs \`${tool}\` on PATH. Install it with: ${hint}`);
    process.exit(1);
  }
}

const stale = (source, target) => all || !existsSync(target) || statSync(target).mtimeMs < statSync(source).mtimeMs;

function png(source, target, width, extra = []) {
  execFileSync('rsvg-convert', ['-w', String(width), ...extra, source, '-o', target]);
}

function webp(folder, out, widths) {
  const from = join(root, 'art', folder);
  if (!existsSync(from)) return;
  mkdirSync(join(root, 'static', out), { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), 'render-'));
  for (const file of readdirSync(from).filter((f) => f.endsWith('.svg')).sort()) {
    const name = file.slice(0, -4), source = join(from, file);
    for (const width of widths) {
      const target = join(root, 'static', out, `${name}-${width}.webp`);
      if (!stale(source, target)) continue;
      const still = join(scratch, `${name}-${width}.png`);
      png(source, still, width);
      execFileSync('cwebp', ['-quiet', '-m', '6', '-sharp_yuv', '-q', String(QUALITY[width]), still, '-o', target]);
      console.log(`static/${out}/${name}-${width}.webp`);
    }
  }
  rmSync(scratch, { recursive: true });
}

function icons() {
  const from = join(root, 'art', 'icons'), out = join(root, 'static', 'icons');
  if (!existsSync(from)) return;
  mkdirSync(out, { recursive: true });
  copyFileSync(join(from, 'logo.svg'), join(out, 'logo.svg'));
  const sizes = [['favicon', 32, 'favicon-32'], ['favicon', 192, 'icon-192'], ['favicon', 512, 'icon-512'], ['maskable', 192, 'maskable-192'], ['maskable', 512, 'maskable-512'], ['maskable', 180, 'apple-touch-icon'], ['logo', 600, 'logo-600']];
  for (const [source, size, target] of sizes) {
    if (stale(join(from, `${source}.svg`), join(out, `${target}.png`))) png(join(from, `${source}.svg`), join(out, `${target}.png`), size);
  }
}

if (!process.argv.includes('--sizes')) {
  need('rsvg-convert', 'apt install librsvg2-bin   (Fedora: dnf install librsvg2-tools; macOS: brew install librsvg)');
  need('cwebp', 'apt install webp   (Fedora: dnf install libwebp-tools; macOS: brew install webp)');
  webp('pictures', 'pictures', [480, 960, 1200]);
  webp('portraits', 'pictures', [96, 192]);
  icons();
}
updateSizes(root);
