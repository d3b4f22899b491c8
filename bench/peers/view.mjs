// The article as a peer shows it: the viewer's own markup and classes, through whatever makes elements.
//
// `h(tag, props, children)` is React's or Preact's `createElement`, or what writes HTML. Plain functions instead of
// components, because that is the fastest that either library can do.

const WEEKDAYS = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];

const MARKS = { strong: 'strong', emphasis: 'em' };

/** The whole page, from masthead to foot. */
export function page(h, article) {
  const line = (tag, className, text) => h(tag, { className, dir: 'auto', key: className }, text);
  return h('div', { className: 'tb-viewer', 'data-state': 'ready', 'data-view': 'auto', lang: 'vi' }, [
    h('header', { className: 'tb-masthead', key: 'masthead' },
      h('div', { className: 'tb-masthead-row' }, h('a', { className: 'tb-name', href: '/' }, 'Thử tốc độ'))),
    h('main', { className: 'tb-sheet', id: 'tb-main', key: 'sheet' },
      h('article', { className: 'tb-article', dir: 'ltr', lang: article.inLanguage }, [
        h('header', { className: 'tb-head', key: 'head' }, [
          line('p', 'tb-kicker', article.kicker),
          line('h1', 'tb-headline', article.headline),
          h('div', { className: 'tb-meta', key: 'meta' }, [
            h('span', { className: 'tb-byline', key: 'by' }, h('bdi', null, article.author.name)),
            ' ',
            h('time', { className: 'tb-date', dateTime: article.datePublished, key: 'date' }, date(article.datePublished)),
          ]),
          h('p', { className: 'tb-lede', key: 'lede' }, inline(h, article.abstract)),
        ]),
        h('div', { className: 'tb-body', key: 'body' }, article.body.map((one, at) => block(h, one, at))),
        h('footer', { className: 'tb-end', key: 'end' },
          h('p', { className: 'tb-signature' }, h('bdi', null, article.author.name))),
      ])),
  ]);
}

function block(h, { type, ...block }, key) {
  return BLOCKS[type](h, block, key);
}

const BLOCKS = {
  paragraph: (h, { text }, key) => h('p', { key }, inline(h, text)),
  heading: (h, { level, text }, key) => h(`h${level}`, { className: `tb-h${level}`, key }, inline(h, text)),
  list: (h, { style, items }, key) => h(style === 'number' ? 'ol' : 'ul', { key },
    items.map((item, at) => h('li', { key: at }, inline(h, item)))),
  quote: (h, { text, cite }, key) => h('figure', { className: 'tb-quote', key }, [
    h('blockquote', { key: 'words' }, h('p', null, inline(h, text))),
    h('figcaption', { key: 'cite' }, h('cite', { dir: 'auto' }, inline(h, cite))),
  ]),
  box: (h, { title, tone, blocks }, key) => h('aside', { className: `tb-box tb-box-${tone}`, 'aria-label': title, key }, [
    h('p', { className: 'tb-box-title', dir: 'auto', key: 'title' }, title),
    ...blocks.map((inner, at) => block(h, inner, at)),
  ]),
  table: (h, { caption, head, rows }, key) => h('figure', { className: 'tb-figure tb-table', key },
    h('div', { className: 'tb-scroll', role: 'group', tabIndex: 0, 'aria-label': caption },
      h('table', null, [
        h('caption', { key: 'caption' }, h('span', { className: 'tb-caption', dir: 'auto' }, caption)),
        h('thead', { key: 'head' }, head.map((row, at) => h('tr', { key: at },
          row.map((cell, column) => h('th', { scope: 'col', key: column }, inline(h, cell)))))),
        h('tbody', { key: 'rows' }, rows.map((row, at) => h('tr', { key: at },
          row.map((cell, column) => h('td', { key: column }, inline(h, cell)))))),
      ]))),
  divider: (h, _, key) => h('hr', { className: 'tb-divider', key }),
};

/** A string, or a list of strings and of words with one mark. */
function inline(h, text) {
  if (!Array.isArray(text)) return text;
  return text.map((part, key) => {
    if (typeof part === 'string') return part;
    const [mark] = part.marks;
    if (!mark.link) return h(MARKS[mark], { key }, part.text);
    return h('a', { href: mark.link.url, rel: 'noopener noreferrer nofollow', key }, part.text);
  });
}

/** As it is written, whatever zone the reader is in. */
function date(iso) {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(iso);
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return `${weekday}, ${Number(day)}/${Number(month)}/${year}, ${time}`;
}
