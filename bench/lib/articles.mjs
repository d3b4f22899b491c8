// Articles of any number of blocks, in the viewer's own format, and the list of them.

import { teller } from './words.mjs';

/** What a body is made of: p paragraph, h heading, l list, q quote, b box, t table, d divider. */
const PATTERN = 'pphpplpqpphptppbplpdphpp';

/** Articles that lead to each other, for turning from one to the next. */
export const RING = ['luot-1', 'luot-2', 'luot-3', 'luot-4'];

/** Of the samples. A link with a picture stands below the text, where a reader turns to the next article. */
const PICTURE = { '@type': 'ImageObject', url: '../pictures/dam-bay-480.webp', width: 480, height: 320 };

/** The name of the article with so many blocks. */
export const idOf = (blocks) => `bai-${blocks}`;

/** One article. `next` is the id of the one that it leads to. */
export function article(id, blocks, seed, next) {
  const tell = teller(seed);
  const body = Array.from({ length: blocks }, (_, index) => {
    if (index === 0) return opening(tell);
    return index === blocks - 1 ? paragraph(tell) : MAKE[PATTERN[index % PATTERN.length]](tell);
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': id,
    inLanguage: 'vi',
    kicker: 'Thử tốc độ',
    headline: `${tell.title()} (${id})`,
    abstract: tell.sentence(),
    author: { '@type': 'Person', name: 'Máy Viết' },
    datePublished: '2026-11-02T06:00:00+07:00',
    articleSection: 'Thử',
    ...(next && { relatedLink: [{ name: `Bài tiếp theo: ${next}`, url: `../a/${next}`, image: PICTURE }] }),
    body,
  };
}

/** All articles that are measured, and the list of them: pairs of file name and JSON. */
export function* files(sizes) {
  const known = [
    ...sizes.map((blocks) => article(idOf(blocks), blocks, blocks)),
    ...RING.map((id, at) => article(id, 24, 7 * (at + 1), RING[(at + 1) % RING.length])),
  ];
  for (const one of known) yield [`${one['@id']}.json`, one];
  yield ['index.json', {
    title: 'Thử tốc độ',
    items: known.map((one) => ({
      '@id': one['@id'],
      url: `${one['@id']}.json`,
      headline: one.headline,
      abstract: one.abstract,
      datePublished: one.datePublished,
    })),
  }];
}

/** Long enough to be the largest text of a phone's first screen, by which its painting is known. */
function opening(tell) {
  let text = tell.sentence();
  while (text.length < 520) text += ` ${tell.sentence()}`;
  return { type: 'paragraph', text };
}

function paragraph(tell) {
  const text = tell.sentences(tell.number(1, 3));
  const mark = [null, null, null, 'strong', 'emphasis', 'link'][tell.number(0, 5)];
  if (!mark) return { type: 'paragraph', text };
  const marks = [mark === 'link' ? { link: { url: 'https://bao.example/xem-them' } } : mark];
  return { type: 'paragraph', text: [{ text: tell.title(), marks }, `. ${text}`] };
}

const MAKE = {
  p: paragraph,
  h: (tell) => ({ type: 'heading', level: 2, text: tell.title() }),
  l: (tell) => ({ type: 'list', style: 'bullet', items: [0, 1, 2].map(() => tell.title()) }),
  q: (tell) => ({ type: 'quote', text: tell.sentence(), cite: 'Một người đi đò' }),
  b: (tell) => ({ type: 'box', title: tell.title(), tone: 'note', blocks: [paragraph(tell)] }),
  t: (tell) => ({
    type: 'table',
    caption: tell.title(),
    head: [['Nơi', 'Năm ngoái', 'Năm nay']],
    rows: [0, 1, 2].map(() => [tell.title(), String(tell.number(10, 990)), String(tell.number(10, 990))]),
  }),
  d: () => ({ type: 'divider' }),
};
