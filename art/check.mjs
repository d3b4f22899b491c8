// Checks the sample content: every file parses, every picture, recording and caption file exists with the
// size that is written, ids and addresses fit, text is NFC, and together the articles use the whole format.
//   node art/check.mjs
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { webpSize } from './sizes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)), folder = join(root, 'static', 'articles');
const BLOCKS = ['paragraph', 'heading', 'image', 'gallery', 'quote', 'list', 'table', 'video', 'audio', 'embed', 'box', 'timeline', 'related', 'code', 'divider'];
const wanted = new Set([
  ...BLOCKS.map((b) => `block ${b}`), 'unknown block with fallback',
  ...['strong', 'emphasis', 'underline', 'strike', 'sub', 'sup', 'code', 'mark', 'small', 'link', 'lang', 'note'].map((m) => `mark ${m}`), 'inline break', 'link title', 'nested marked text',
  ...['2', '3', '4'].map((l) => `heading level ${l}`), 'gallery grid', 'gallery carousel', 'quote block', 'quote pull', 'quote with blocks', 'quote with text', 'quote url',
  ...['note', 'info', 'key-points', 'warning'].map((t) => `box ${t}`), 'list bullet', 'list number', 'list start', 'list item of blocks', 'nested list', 'block id',
  ...['caption', 'head', 'header cell', 'colspan', 'rowspan', 'align', 'plain cell'].map((t) => `table ${t}`), 'video poster', 'video tracks', 'video caption', 'audio caption', 'embed title', 'embed caption', 'embed size', 'timeline words', 'timeline moment', 'image focus',
  ...['kicker', 'alternativeHeadline', 'abstract', 'author', 'publisher', 'dateModified', 'articleSection', 'keywords', 'image', 'relatedLink', 'audio', 'correction', 'creditText', 'copyrightNotice', 'license'].map((p) => `metadata ${p}`),
  'abstract as inlines', 'keywords as text', 'keywords as list', 'author jobTitle', 'author image', 'several authors', 'author organization', 'related without image', 'related with description', 'related as url', 'license as words', 'several recordings', 'several corrections or one',
]);
const problems = [], seen = (what) => wanted.delete(what), wrong = (file, what) => problems.push(`${file}: ${what}`);
const list = (v) => (Array.isArray(v) ? v : v === undefined ? [] : [v]);

function inline(t) {
  for (const part of list(t)) {
    if (typeof part !== 'object') continue;
    if (part.break) seen('inline break');
    if (Array.isArray(part.text)) seen('nested marked text');
    inline(part.text);
    for (const mark of part.marks ?? []) {
      const name = typeof mark === 'string' ? mark : Object.keys(mark)[0];
      seen(`mark ${name}`);
      if (mark.link?.title) seen('link title');
      if (mark.note) blocks(mark.note.blocks);
    }
  }
}

const pictureOf = (image) => { if (image?.focus) seen('image focus'); inline(image?.caption); };
const cells = (rows) => list(rows).flat().forEach((cell) => {
  if (typeof cell === 'string' || Array.isArray(cell)) { seen('table plain cell'); inline(cell); return; }
  if (cell.header) seen('table header cell');
  for (const key of ['colspan', 'rowspan', 'align']) if (cell[key]) seen(`table ${key}`);
  inline(cell.text);
});
const related = (items) => list(items).forEach((r) => seen(typeof r === 'string' ? 'related as url' : r.image ? (r.description ? 'related with description' : '') : 'related without image'));

function blocks(all, inList = false) {
  for (const b of list(all)) {
    if (!BLOCKS.includes(b.type)) { if (b.fallback) { seen('unknown block with fallback'); blocks([b.fallback]); } else problems.push(`unknown block ${b.type} has no fallback`); continue; }
    seen(`block ${b.type}`);
    if (b.id) seen('block id');
    if (typeof b.text !== 'undefined' && b.type !== 'code') inline(b.text);
    inline(b.caption);
    if (b.type === 'heading') seen(`heading level ${b.level}`);
    if (b.type === 'image') pictureOf(b.image);
    if (b.type === 'gallery') { seen(`gallery ${b.layout}`); b.images.forEach(pictureOf); }
    if (b.type === 'quote') { seen(`quote ${b.style}`); seen(b.blocks ? 'quote with blocks' : 'quote with text'); if (b.url) seen('quote url'); inline(b.cite); blocks(b.blocks); }
    if (b.type === 'list') {
      seen(`list ${b.style}`); if (b.start > 1) seen('list start'); if (inList) seen('nested list');
      for (const item of b.items) if (Array.isArray(item) && item.some((x) => x.type)) { seen('list item of blocks'); blocks(item, true); } else inline(item);
    }
    if (b.type === 'table') {
      if (b.caption) seen('table caption'); if (b.head) seen('table head'); cells(b.head); cells(b.rows);
      const width = (rows, down = []) => rows.map((row) => { let w = 0; const next = []; for (const c of row) { while (down[w]) { next[w] = down[w] - 1; w += 1; } for (let k = 0; k < (c.colspan ?? 1); k++) { next[w] = (c.rowspan ?? 1) - 1; w += 1; } } while (down[w]) { next[w] = down[w] - 1; w += 1; } down = next; return w; });
      if (new Set([...width(b.head ?? []), ...width(b.rows)]).size > 1) problems.push(`table "${JSON.stringify(b.caption)}" has rows of several widths`);
    }
    if (b.type === 'video') { if (b.poster) seen('video poster'); if (b.tracks?.length) seen('video tracks'); if (b.caption) seen('video caption'); }
    if (b.type === 'audio' && b.caption) seen('audio caption');
    if (b.type === 'embed') { if (b.title) seen('embed title'); if (b.caption) seen('embed caption'); if (b.width && b.height) seen('embed size'); }
    if (b.type === 'box') { seen(`box ${b.tone}`); blocks(b.blocks); }
    if (b.type === 'timeline') b.items.forEach((i) => { seen(/^\d{4}-/.test(i.date) ? 'timeline moment' : 'timeline words'); blocks(i.blocks); });
    if (b.type === 'related') related(b.items);
  }
}

function files(file, node) {
  if (Array.isArray(node)) { node.forEach((n) => files(file, n)); return; }
  if (!node || typeof node !== 'object') return;
  for (const key of ['url', 'contentUrl']) {
    const address = node[key];
    if (typeof address !== 'string' || /^[a-z]+:/.test(address)) continue;
    const path = join(folder, address);
    if (address.startsWith('../a/')) { if (!existsSync(join(folder, `${address.slice(5)}.json`))) wrong(file, `${address} leads to no article`); continue; }
    if (!existsSync(path)) { wrong(file, `${address} is not there`); continue; }
    if (node.contentSize !== undefined && node.contentSize !== statSync(path).size) wrong(file, `${address}: contentSize is not ${statSync(path).size}; run art/render.mjs --sizes`);
    if (address.endsWith('.webp')) {
      const [w, h] = webpSize(path);
      if (node.width !== w || node.height !== h) wrong(file, `${address} is ${w}x${h}`);
      if (node.contentSize === undefined) wrong(file, `${address} has no contentSize`);
    }
  }
  Object.values(node).forEach((v) => files(file, v));
}

const items = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')).items;
for (const name of readdirSync(folder).filter((f) => f.endsWith('.json')).sort()) {
  const text = readFileSync(join(folder, name), 'utf8');
  if (text !== text.normalize('NFC')) wrong(name, 'is not NFC');
  const d = JSON.parse(text);
  files(name, d);
  if (name === 'index.json') continue;
  if (`${d['@id']}.json` !== name || !/^[a-z0-9-]+$/.test(d['@id'])) wrong(name, '@id is not the file name');
  const row = items.find((i) => i['@id'] === d['@id']);
  if (!row) wrong(name, 'is not in index.json');
  else if (row.headline !== d.headline || row.datePublished !== d.datePublished || row.image?.url !== d.image?.url) wrong(name, 'differs from its row in index.json');
  for (const key of ['kicker', 'alternativeHeadline', 'abstract', 'author', 'publisher', 'dateModified', 'articleSection', 'keywords', 'image', 'relatedLink', 'audio', 'correction', 'creditText', 'copyrightNotice', 'license']) if (d[key]) seen(`metadata ${key}`);
  if (Array.isArray(d.abstract)) seen('abstract as inlines');
  seen(typeof d.keywords === 'string' ? 'keywords as text' : 'keywords as list');
  for (const a of list(d.author)) { if (a.jobTitle) seen('author jobTitle'); if (a.image) seen('author image'); if (a['@type'] === 'Organization') seen('author organization'); }
  if (list(d.author).length > 1) seen('several authors');
  if (list(d.audio).length > 1) seen('several recordings');
  if (d.correction) seen('several corrections or one');
  if (d.license && !/^https?:/.test(d.license)) seen('license as words');
  related(d.relatedLink); pictureOf(d.image); blocks(d.body);
  console.log(`${d['@id']}  ${d.inLanguage}  ${d.articleSection}  ${d.body.length} blocks`);
}
for (let i = 1; i < items.length; i++) if (Date.parse(items[i - 1].datePublished) < Date.parse(items[i].datePublished)) problems.push('index.json is not newest first');
const weight = (dir) => readdirSync(join(root, 'static', dir)).reduce((sum, f) => sum + statSync(join(root, 'static', dir, f)).size, 0);
for (const [dir, most] of [['pictures', 2.5e6], ['media', 1e6]]) { if (weight(dir) > most) problems.push(`static/${dir} weighs ${weight(dir)} bytes`); }
for (const file of ['site.json', 'manifest.webmanifest']) JSON.parse(readFileSync(join(root, 'static', file), 'utf8'));
wanted.delete('');
for (const what of wanted) problems.push(`no article uses: ${what}`);
problems.forEach((p) => console.error(p));
console.log(problems.length ? `${problems.length} problems` : `all good: ${items.length} articles`);
process.exit(problems.length ? 1 : 0);
