// Writes static/articles/index.json from the articles beside it, newest first.
//   node art/catalogue.mjs
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { print, updateSizes } from './sizes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)), folder = join(root, 'static', 'articles');
const plain = (t) => (typeof t === 'string' ? t : Array.isArray(t) ? t.map(plain).join('') : t.break ? ' ' : plain(t.text));

const articles = readdirSync(folder).filter((f) => f.endsWith('.json') && f !== 'index.json').map((f) => JSON.parse(readFileSync(join(folder, f), 'utf8')));
const { publisher } = articles.find((d) => d.inLanguage === 'vi');
const items = articles.sort((x, y) => Date.parse(y.datePublished) - Date.parse(x.datePublished)).map((d) => ({
  '@id': d['@id'],
  url: `${d['@id']}.json`,
  inLanguage: d.inLanguage,
  headline: d.headline,
  abstract: plain(d.abstract),
  datePublished: d.datePublished,
  // The catalogue is Vietnamese: articles in other languages stand together under one heading.
  articleSection: d.inLanguage === 'vi' ? d.articleSection : 'Ấn bản quốc tế',
  author: [d.author].flat().map((a) => ({ '@type': a['@type'], name: a.name })),
  image: { '@type': 'ImageObject', url: d.image.url, description: d.image.description, ...(d.image.focus && { focus: d.image.focus }) },
}));
writeFileSync(join(folder, 'index.json'), print({ title: 'Báo Sen Hồ', description: 'Chuyện Hồ Tây, chuyện Hà Nội: những bài báo mẫu của Trang Báo.', publisher, items }) + '\n');
updateSizes(root);
