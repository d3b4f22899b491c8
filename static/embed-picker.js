// The picker: makes the snippets of an article for a partner's engineer, and shows at once what they give.
//
// embed-page.js starts it where the page has no `?src=`, and hands it what both need. The previews are the real thing:
// three elements that take each choice live, as a host's would, and the iframe with the height that frame.js gives it.

/** Enough for the frame; what it opens in a new tab is not to be shut in as it is. */
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
/** For the share button. */
const ALLOW = 'clipboard-write';

const TEXTS = {
  vi: {
    title: 'Nhúng một bài báo',
    lede: 'Chọn bài và cách trình bày, xem thử ở ba bề rộng, rồi chép đoạn mã vào trang của bạn.',
    choices: 'Tùy chọn',
    article: 'Bài',
    other: 'Bài khác, theo địa chỉ bên dưới',
    src: 'Địa chỉ tệp JSON của bài',
    srcBad: 'Địa chỉ này không dùng được. Hãy nhập địa chỉ đầy đủ, bắt đầu bằng https://.',
    srcRefused: 'Khung iframe không mở bài từ nơi này: hãy thêm nơi ấy vào allowedOrigins trong site.json. Thẻ thì mở được, nếu máy chủ ấy cho phép CORS.',
    host: 'Địa chỉ trang web của bạn',
    hostHint: 'Khung iframe chỉ báo chiều cao cho địa chỉ này.',
    hostBad: 'Địa chỉ này không dùng được, nên khung sẽ giữ nguyên chiều cao. Ví dụ đúng: https://doi-tac.example.',
    theme: ['Nền', { auto: 'Theo thiết bị', light: 'Sáng', dark: 'Tối', sepia: 'Màu ngà' }],
    layout: ['Bố cục', { auto: 'Theo bề rộng', mobile: 'Di động', desktop: 'Máy tính' }],
    images: ['Ảnh', { auto: 'Tự tải', tap: 'Chạm mới tải', none: 'Không hiện' }],
    related: ['Bài liên quan', { show: 'Hiện', hide: 'Ẩn' }],
    level: 'Cấp của tít bài',
    lang: ['Ngôn ngữ giao diện', { '': 'Theo người đọc', vi: 'Tiếng Việt', en: 'Tiếng Anh' }],
    snippets: 'Đoạn mã',
    element: 'Thẻ <trang-bao>',
    elementHint: (host) => `Cách nên dùng: bài nằm ngay trong trang. Trang của bạn phải cho phép tập lệnh từ ${host}.`,
    frame: 'Khung <iframe>',
    frameHint: 'Khi trang không cho phép tập lệnh từ nơi khác. Có thể chép frame.js về máy chủ của bạn, hoặc bỏ dòng ấy và tự đặt chiều cao.',
    copy: 'Chép mã',
    copied: 'Đã chép.',
    selected: 'Đã chọn đoạn mã. Hãy nhấn Ctrl+C (hoặc ⌘C) để chép.',
    preview: 'Xem thử',
    width: (px) => `Thẻ, rộng ${px} px`,
    frameWidth: 'Khung, rộng bằng trang',
    read: (host) => `Đọc bài tại ${host}`,
    untitled: 'Bài báo',
  },
  en: {
    title: 'Embed an article',
    lede: 'Choose an article and how it looks, try it at three widths, then copy the snippet into your page.',
    choices: 'Choices',
    article: 'Article',
    other: 'Another one, by the address below',
    src: 'Address of the article’s JSON',
    srcBad: 'This address cannot be used. Enter a whole one that begins with https://.',
    srcRefused: 'The frame opens no article from there: add that origin to allowedOrigins in site.json. The element does, if that server allows CORS.',
    host: 'Address of your site',
    hostHint: 'The frame tells its height to this address alone.',
    hostBad: 'This address cannot be used, so the frame will keep its height. A good one: https://partner.example.',
    theme: ['Theme', { auto: 'Device setting', light: 'Light', dark: 'Dark', sepia: 'Sepia' }],
    layout: ['Layout', { auto: 'By width', mobile: 'Mobile', desktop: 'Desktop' }],
    images: ['Pictures', { auto: 'Automatic', tap: 'Load on tap', none: 'None' }],
    related: ['Related articles', { show: 'Show', hide: 'Hide' }],
    level: 'Level of the headline',
    lang: ['Interface language', { '': 'The reader’s', vi: 'Vietnamese', en: 'English' }],
    snippets: 'Snippets',
    element: 'The <trang-bao> element',
    elementHint: (host) => `The better way: the article is part of your page. The page has to allow scripts from ${host}.`,
    frame: 'The <iframe>',
    frameHint: 'For pages that allow no foreign script. Copy frame.js to your own server, or leave that line out and set the height yourself.',
    copy: 'Copy',
    copied: 'Copied.',
    selected: 'The snippet is selected. Press Ctrl+C (or ⌘C) to copy it.',
    preview: 'Preview',
    width: (px) => `Element, ${px} px wide`,
    frameWidth: 'Frame, as wide as the page',
    read: (host) => `Read at ${host}`,
    untitled: 'Article',
  },
};

/** What an attribute is when nobody sets it: the snippets leave it out. */
const DEFAULTS = { theme: 'auto', layout: 'auto', images: 'auto', related: 'show', 'heading-level': '2', lang: '' };
const WIDTHS = [320, 640, 960];
const LEVELS = { 1: 'h1', 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5', 6: 'h6' };
const PAUSE_MS = 250;

export async function showPicker(page) {
  const { base, root, make } = page;
  const texts = TEXTS[page.language];
  const articles = await catalogue(page);
  const form = makeForm(page, texts, articles);
  const snippets = [
    makeSnippet(page, texts, texts.element, texts.elementHint(base.host)),
    makeSnippet(page, texts, texts.frame, texts.frameHint),
  ];
  const previews = WIDTHS.map((width) => makePreview(page, texts.width(width), `tb-preview-${width}`));
  const framePreview = makePreview(page, texts.frameWidth, 'tb-preview-frame');

  document.title = `${texts.title} · Trang Báo`;
  root.replaceChildren(make('main', { className: 'tb-picker' },
    make('header', { className: 'tb-picker-head' }, heading(1, texts.title), make('p', { textContent: texts.lede })),
    make('div', { className: 'tb-picker-desk' },
      form.element,
      make('section', { className: 'tb-snippets' }, heading(2, texts.snippets), ...snippets.map((one) => one.element))),
    make('section', {}, heading(2, texts.preview),
      make('div', { className: 'tb-previews' }, ...[...previews, framePreview].map((one) => one.element)))));

  const elements = previews.map(() => make('trang-bao', {}, make('a')));
  for (const element of elements) element.addEventListener('trangbao:link', page.openTab);
  elements[0].addEventListener('trangbao:ready', ({ detail }) => {
    known.set(shown.url.href, detail);
    showSnippets();
  });
  document.body.append(document.getElementById('tb-frame-script').content.cloneNode(true));

  /** Headline and language, from the catalogue or from the article itself. */
  const known = new Map(articles.map((article) => [article.href, article]));
  let shown;
  let timer;
  form.element.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(follow, PAUSE_MS);
  });
  follow();

  /** Takes what the form says; a half-written address leaves what was. */
  async function follow() {
    const choice = form.read();
    if (!choice) return;
    shown = choice;
    showSnippets();
    elements.forEach((element, index) => {
      setElement(element, choice);
      if (!element.isConnected) previews[index].box.append(element);
    });
    const frame = makeFrame(choice);
    if (framePreview.box.firstChild?.src !== frame.src) framePreview.box.replaceChildren(frame);
    const mayOpen = await page.mayOpen(choice.url);
    if (shown === choice) form.warn('src', mayOpen ? '' : texts.srcRefused);
  }

  function showSnippets() {
    if (!shown) return;
    const given = { ...shown, base, ...words(shown) };
    snippets[0].show(elementSnippet(given));
    snippets[1].show(frameSnippet(given));
  }

  /** The fallback is for readers, so it speaks their language, as far as it is known. */
  function words({ url, attributes }) {
    const { headline, lang } = known.get(url.href) ?? {};
    const { read, untitled } = TEXTS[attributes.lang] ?? TEXTS[lang] ?? texts;
    return { title: headline || untitled, way: page.readingPage(url), wayText: read(base.host) };
  }

  function setElement(element, { url, attributes }) {
    for (const name of Object.keys(DEFAULTS)) setAttribute(element, name, attributes[name]);
    setAttribute(element, 'src', url.href);
    const { way, wayText } = words({ url, attributes });
    Object.assign(element.querySelector('a'), { href: way, textContent: wayText });
  }

  /** A new one each time, since another address of the same one would be a step back for the browser. */
  function makeFrame({ url, attributes }) {
    const frame = make('iframe', { title: words({ url, attributes }).title, loading: 'lazy', width: '100%', height: '600' });
    frame.setAttribute('frameborder', '0');
    frame.setAttribute('sandbox', SANDBOX);
    frame.allow = ALLOW;
    frame.src = frameAddress({ base, url, host: location.origin, attributes });
    return frame;
  }

  function heading(level, textContent) {
    return make(`h${level}`, { textContent });
  }
}

function setAttribute(element, name, value) {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** The site's own articles; without them the address alone has to do. */
async function catalogue({ base }) {
  try {
    const address = new URL('articles/index.json', base);
    const { items } = await (await fetch(address, { credentials: 'omit' })).json();
    return items.map(({ url, headline, inLanguage: lang }) => ({ href: new URL(url, address).href, headline, lang }));
  } catch {
    return [];
  }
}

// ---- The form ----

function makeForm({ make, addressOf, originOf }, texts, articles) {
  const inputs = {
    article: select(Object.fromEntries([...articles.map(({ href, headline }) => [href, headline]), ['', texts.other]])),
    src: make('input', { type: 'url', required: true, spellcheck: false, value: articles[0]?.href ?? '' }),
    host: make('input', { type: 'url', spellcheck: false, value: 'https://partner.example' }),
    theme: select(texts.theme[1]),
    layout: select(texts.layout[1]),
    images: select(texts.images[1]),
    related: select(texts.related[1]),
    'heading-level': select(LEVELS),
    lang: select(texts.lang[1]),
  };
  for (const [name, value] of Object.entries(DEFAULTS)) inputs[name].value = value;
  inputs.src.setAttribute('list', 'tb-articles');

  const warnings = {};
  const row = (name, label, hint = '') => {
    const id = `tb-choice-${name}`;
    const input = Object.assign(inputs[name], { id, name });
    const field = make('p', { className: 'tb-field' }, make('label', { htmlFor: id, textContent: label }), input);
    const notes = [];
    if (hint) notes.push(make('span', { id: `${id}-hint`, className: 'tb-hint', textContent: hint }));
    if (name === 'src' || name === 'host') {
      warnings[name] = make('span', { id: `${id}-warning`, className: 'tb-warning', role: 'status' });
      notes.push(warnings[name]);
    }
    if (notes.length) input.setAttribute('aria-describedby', notes.map((note) => note.id).join(' '));
    field.append(...notes);
    return field;
  };
  const element = make('form', { className: 'tb-choices' },
    make('h2', { textContent: texts.choices }),
    row('article', texts.article),
    row('src', texts.src),
    row('host', texts.host, texts.hostHint),
    make('div', { className: 'tb-pairs' },
      row('theme', texts.theme[0]), row('layout', texts.layout[0]),
      row('images', texts.images[0]), row('related', texts.related[0]),
      row('heading-level', texts.level), row('lang', texts.lang[0])),
    make('datalist', { id: 'tb-articles' },
      ...articles.map(({ href, headline }) => make('option', { value: href, label: headline }))));
  element.addEventListener('submit', (event) => event.preventDefault());
  // Two ways to the same thing: the list by headline, and the address.
  inputs.article.addEventListener('input', () => {
    inputs.src.value = inputs.article.value;
    if (!inputs.src.value) inputs.src.focus();
  });
  inputs.src.addEventListener('input', () => {
    const { value } = inputs.src;
    inputs.article.value = articles.some(({ href }) => href === value) ? value : '';
  });
  return { element, read, warn };

  function select(options) {
    const made = Object.entries(options).map(([value, textContent]) => make('option', { value, textContent }));
    return make('select', {}, ...made);
  }

  function warn(name, text, isWrong = false) {
    inputs[name].setAttribute('aria-invalid', String(isWrong));
    if (warnings[name].textContent !== text) warnings[name].textContent = text;
  }

  /** The choice, or nothing where the address is none. */
  function read() {
    const value = inputs.src.value.trim();
    const url = value ? addressOf(value) : null;
    const isUrl = Boolean(url && /^https?:$/.test(url.protocol));
    const host = originOf(inputs.host.value.trim());
    warn('src', isUrl ? '' : texts.srcBad, !isUrl);
    warn('host', host ? '' : texts.hostBad, !host);
    if (!isUrl) return null;
    const given = Object.entries(DEFAULTS).filter(([name, common]) => inputs[name].value !== common);
    return { url, host, attributes: Object.fromEntries(given.map(([name]) => [name, inputs[name].value])) };
  }
}

// ---- Boxes for snippets and previews ----

function makeSnippet({ make }, texts, title, hint) {
  const code = make('code');
  const box = make('pre', { tabIndex: 0 }, code);
  const said = make('span', { className: 'tb-hint', role: 'status' });
  const button = make('button', { type: 'button', textContent: texts.copy });
  box.setAttribute('aria-label', title);
  box.setAttribute('role', 'region');
  button.setAttribute('aria-label', `${texts.copy}: ${title}`);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      said.textContent = texts.copied;
    } catch {
      // No clipboard, or not for this page: one key is left to press.
      getSelection().selectAllChildren(code);
      said.textContent = texts.selected;
    }
  });
  const show = (text) => {
    if (code.textContent === text) return;
    code.textContent = text;
    said.textContent = '';
  };
  const element = make('section', { className: 'tb-snippet' },
    make('h3', { textContent: title }), make('p', { className: 'tb-hint', textContent: hint }), box,
    make('p', { className: 'tb-snippet-ways' }, button, said));
  return { element, show };
}

function makePreview({ make }, title, className) {
  const box = make('div', { className: 'tb-preview-box', tabIndex: 0 });
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', title);
  return { element: make('figure', { className }, make('figcaption', { textContent: title }), box), box };
}

// ---- What to paste ----
// In it, `{ base, url, host, attributes }` are the viewer's folder, the article's address, the partner's origin or null, and
// the attributes that are not at their default.

/** The element, with its fallback. */
function elementSnippet({ base, url, attributes, way, wayText }) {
  return [
    `<script type="module" src="${escaped(new URL('embed.js', base).href)}"></script>`,
    tag('trang-bao', { src: url.href, ...attributes }),
    `  <a href="${escaped(way)}">${escaped(wayText)}</a>`,
    '</trang-bao>',
  ].join('\n');
}

/** The frame, and the script that gives it its height. Without an origin to tell, no script could learn it. */
function frameSnippet({ base, url, host, attributes, title }) {
  const frame = tag('iframe', {
    src: frameAddress({ base, url, host, attributes }),
    title,
    sandbox: SANDBOX,
    allow: ALLOW,
    loading: 'lazy',
    width: '100%',
    height: '600',
    frameborder: '0',
  });
  const script = `<script src="${escaped(new URL('frame.js', base).href)}" async></script>`;
  return [`${frame}</iframe>`, ...host ? [script] : []].join('\n');
}

function frameAddress({ base, url, host, attributes }) {
  const address = new URL('embed.html', base);
  const query = new URLSearchParams({ src: url.href, ...host && { host }, ...attributes });
  // These two may stand as they are, and an address in an address is easier to read with them.
  address.search = String(query).replaceAll('%3A', ':').replaceAll('%2F', '/');
  return address.href;
}

/** An opening tag: on one line where there is little to say. */
function tag(name, attributes) {
  const written = Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`);
  return written.length > 3 ? `<${name}\n  ${written.join('\n  ')}>` : `<${name} ${written.join(' ')}>`;
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);
}
