// Makes static/media: the clip of rain on the lake, from frames that art/scenes/ho-tay.mjs draws, and the
// sounds, which are computed here: plucked strings (Karplus and Strong's way), a bronze bell, rain.
//   node art/media.mjs            needs ffmpeg (with libvpx-vp9, libx264, libmp3lame, libvorbis), rsvg-convert and cwebp
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chance, picture } from './kit.mjs';
import { rainScene } from './scenes/ho-tay.mjs';
import { updateSizes } from './sizes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)), out = join(root, 'static', 'media');
for (const [tool, flag, hint] of [['ffmpeg', '-version', 'ffmpeg'], ['rsvg-convert', '--version', 'librsvg2-bin'], ['cwebp', '-version', 'webp']]) {
  if (spawnSync(tool, [flag], { stdio: 'ignore' }).error) { console.error(`art/media.mjs needs \`${tool}\` on PATH: apt install ${hint}`); process.exit(1); }
}
mkdirSync(out, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), 'media-'));
const ffmpeg = (...args) => execFileSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args]);

// --- sound --------------------------------------------------------------------------------
const RATE = 44100;
const track = (seconds) => new Float32Array(Math.ceil(seconds * RATE));

function pluck(into, start, pitch, gain, seed, seconds = 3.2) {
  const r = chance(seed), period = RATE / pitch, size = Math.floor(period), line = Float32Array.from({ length: size }, () => r(-1, 1));
  for (let i = 1; i < size; i++) line[i] = 0.55 * line[i] + 0.45 * line[i - 1];
  let at = 0, last = 0;
  for (let i = 0, from = Math.floor(start * RATE); i < seconds * RATE && from + i < into.length; i++) {
    const next = (at + 1) % size, value = 0.5 * (line[at] + line[next]) * 0.9975;
    last = line[at]; line[at] = value; at = next;
    into[from + i] += last * gain * Math.min(1, (seconds * RATE - i) / 9000);
  }
}

function bell(into, start, pitch, gain, seconds = 8) {
  const partials = [[0.5, 0.5, 1], [1, 1, 1.5], [1.19, 0.6, 2], [1.5, 0.4, 2.6], [2, 0.5, 3], [2.52, 0.28, 4], [2.99, 0.2, 5], [4.1, 0.14, 8]];
  for (let i = 0, from = Math.floor(start * RATE); i < seconds * RATE && from + i < into.length; i++) {
    const t = i / RATE, hit = Math.min(1, t * 180), end = Math.min(1, (seconds - t) * 2);
    let v = 0;
    for (const [ratio, level, decay] of partials) v += level * Math.exp(-t * decay * 0.42) * Math.sin(2 * Math.PI * pitch * ratio * t * (1 + 0.00002 * Math.sin(t * 9)));
    into[from + i] += v * gain * hit * end * (1 + 0.08 * Math.sin(2 * Math.PI * 1.7 * t));
  }
}

function rain(into, gain, seed) {
  const r = chance(seed);
  let low = 0;
  for (let i = 0; i < into.length; i++) { const noise = r(-1, 1); low += 0.18 * (noise - low); into[i] += (noise * 0.28 + low * 0.5) * gain; }
  for (let k = 0; k < into.length / RATE * 14; k++) {
    const from = Math.floor(r(0, into.length)), pitch = r(900, 2600), level = r(0.2, 1) * gain;
    for (let i = 0; i < 1400 && from + i < into.length; i++) into[from + i] += level * Math.exp(-i / 220) * Math.sin(2 * Math.PI * pitch * i * (1 + i / 9000) / RATE);
  }
}

function room(samples, mix = 0.28) {
  for (const [delay, level] of [[1307, mix], [2203, mix * 0.8], [3671, mix * 0.7], [5279, mix * 0.5]]) for (let i = delay; i < samples.length; i++) samples[i] += samples[i - delay] * level * 0.5;
  return samples;
}

function wav(name, samples, fadeOut = 0.6) {
  let peak = 0;
  for (const v of samples) peak = Math.max(peak, Math.abs(v));
  const data = Buffer.alloc(44 + samples.length * 2), edge = fadeOut * RATE;
  data.write('RIFF', 0); data.writeUInt32LE(36 + samples.length * 2, 4); data.write('WAVEfmt ', 8); data.writeUInt32LE(16, 16); data.writeUInt16LE(1, 20); data.writeUInt16LE(1, 22);
  data.writeUInt32LE(RATE, 24); data.writeUInt32LE(RATE * 2, 28); data.writeUInt16LE(2, 32); data.writeUInt16LE(16, 34); data.write('data', 36); data.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((v, i) => data.writeInt16LE(Math.round((v / peak) * 26000 * Math.min(1, i / 600, (samples.length - i) / edge)), 44 + i * 2));
  const file = join(scratch, `${name}.wav`);
  writeFileSync(file, data);
  return file;
}

const C = 261.63, scale = [1, 9 / 8, 4 / 3, 3 / 2, 5 / 3, 2, 9 / 4, 8 / 3, 3]; // hò xự xang xê cống, and again above
const tune = (notes, beat, seconds, seed) => {
  const t = track(seconds);
  let at = 0.15, k = 0;
  for (const [step, length] of notes) {
    if (step >= 0) { pluck(t, at, C * scale[step], 0.6, seed + k); if (length >= 2) pluck(t, at + beat * 0.5, C * scale[step] * 2, 0.16, seed + 90 + k); }
    k += 1; at += length * beat;
  }
  return room(t);
};

const zither = wav('zither', tune([[0, 1], [1, 1], [3, 2], [4, 1], [3, 1], [2, 2], [3, 1], [4, 1], [5, 2], [4, 1], [3, 1], [1, 2], [2, 1], [3, 1], [4, .5], [3, .5], [2, 1], [1, 1], [0, 3]], 0.38, 13, 7), 1.2);
const strikes = track(11); bell(strikes, 0.1, 174, 0.5); bell(strikes, 5.2, 174, 0.42, 5.7);
const temple = wav('bell', room(strikes, 0.2), 1.4);
const bed = tune([[0, 2], [3, 2], [4, 2], [5, 2], [4, 1], [3, 1], [2, 2], [3, 4], [1, 2], [2, 2], [3, 1], [4, 1], [3, 2], [0, 4], [5, 2], [6, 1], [5, 1], [4, 2], [3, 2], [4, 1], [3, 1], [1, 2], [0, 4]], 0.44, 21.5, 31);
const pad = track(21.5); for (const [at, ratio] of [[0, 0.5], [5, 0.75], [10.5, 0.5], [16, 0.5]]) bell(pad, at, C * ratio, 0.1, 7);
bed.forEach((v, i) => { bed[i] = v + pad[i] * 0.5; });
const music = wav('music', bed, 2);
const shower = track(6.4); rain(shower, 0.4, 5); const drops = wav('rain', shower, 0.3);

const sounds = [[zither, 'dan-tranh', '56k'], [temple, 'chuong-chua', '48k'], [music, 'nhac-nen', '40k']];
for (const [file, name, rate] of sounds) {
  ffmpeg('-i', file, '-c:a', 'libmp3lame', '-b:a', rate, '-ac', '1', '-ar', '32000', '-map_metadata', '-1', join(out, `${name}.mp3`));
  ffmpeg('-i', file, '-c:a', 'libvorbis', '-q:a', '0', '-ac', '1', '-ar', '32000', '-map_metadata', '-1', '-fflags', '+bitexact', join(out, `${name}.ogg`));
}

// --- the clip -----------------------------------------------------------------------------
const FRAMES = 96;
for (let f = 0; f < FRAMES; f++) {
  const svg = join(scratch, `${f}.svg`);
  writeFileSync(svg, picture('Mưa trên Hồ Tây', ...rainScene(f, FRAMES)));
  execFileSync('rsvg-convert', ['-w', '720', '-h', '480', svg, '-o', join(scratch, `${String(f).padStart(3, '0')}.png`)]);
  if (f === 12) {
    execFileSync('rsvg-convert', ['-w', '1200', svg, '-o', join(scratch, 'poster.png')]);
    execFileSync('cwebp', ['-quiet', '-m', '6', '-sharp_yuv', '-q', '78', '-resize', '720', '480', join(scratch, 'poster.png'), '-o', join(out, 'mua-tren-ho-poster.webp')]);
  }
}
const frames = ['-framerate', '15', '-i', join(scratch, '%03d.png'), '-i', drops, '-shortest', '-map_metadata', '-1', '-pix_fmt', 'yuv420p'];
ffmpeg(...frames, '-c:v', 'libvpx-vp9', '-crf', '44', '-b:v', '0', '-row-mt', '1', '-cpu-used', '2', '-g', '96', '-c:a', 'libopus', '-b:a', '32k', '-ac', '1', join(out, 'mua-tren-ho.webm'));
ffmpeg(...frames, '-c:v', 'libx264', '-crf', '32', '-preset', 'veryslow', '-movflags', '+faststart', '-c:a', 'aac', '-b:a', '40k', '-ac', '1', join(out, 'mua-tren-ho.mp4'));
rmSync(scratch, { recursive: true });
updateSizes(root);
