// The page of what is saved. The service worker also shows it in the place of a page that cannot be had, since it lists what
// can be read without a network.

import { ICONS, Notes, button, icon, make } from './parts.js';
import { pageFor, readJson, titleOf } from './places.js';
import { Shelf, storageState } from './shelf.js';
import { readSettings } from './site-settings.js';
import { dateFor, sizeFor, wordsFor } from './words.js';

/** For as long, what was deleted can be had back. */
const UNDO_SECONDS = 10;

const base = new URL('.', import.meta.url);
const root = document.getElementById('trangbao');
const viewer = root.querySelector('.tb-viewer');
const main = viewer.querySelector('main');
const isOwnPage = /^saved(\/(index\.html)?)?$/.test(location.pathname.slice(base.pathname.length));

let words;
let lang;
let shelf;
let notes;

begin();

async function begin() {
  const [settings, state] = await Promise.all([readSettings(base), storageState()]);
  words = wordsFor(settings.lang);
  lang = words === wordsFor('vi') ? 'vi' : 'en';
  setUp(settings);
  notes = new Notes(viewer);
  if (state !== 'ready') return show([make('h1', 'tb-saved-heading', words.savedArticles), ...told(words[state])]);
  shelf = new Shelf(base);
  shelf.onChange(list);
  // What is saved may have changed, or have been cleared, while nobody looked.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && list());
  return list();
}

/** What the viewer's own pages have around them. */
function setUp({ name, logo, rules }) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  } catch {} // An older browser keeps the viewer's own colours.
  document.documentElement.lang = lang;
  viewer.lang = lang;
  document.title = `${isOwnPage ? words.savedArticles : trouble()[0]} - ${name}`;
  const home = make('a', 'tb-name', '', { href: base.href });
  if (logo) home.append(make('img', 'tb-logo', '', { src: logo, alt: '', height: 28 }));
  home.append(make('bdi', '', name));
  viewer.querySelector('.tb-masthead-row').replaceChildren(home);
}

function show(parts) {
  const page = make('div', 'tb-saved');
  page.append(...parts);
  main.replaceChildren(page);
  viewer.dataset.state = 'ready';
}

/** Shows what there is now. Whoever had the keyboard's focus keeps it. */
async function list() {
  const [saved, lately] = await Promise.all([shelf.all(), readLately()]);
  const pages = new Set(saved.map(({ page }) => page));
  const others = lately.filter(({ page }) => !pages.has(page));
  const focused = main.contains(document.activeElement) && document.activeElement.dataset.of;
  show([
    ...isOwnPage ? ownHeading(saved) : offlineHeading(saved.length + others.length),
    ...saved.length > 0 ? savedList(saved) : [],
    ...others.length > 0 ? otherList(others) : [],
  ]);
  if (focused) control(focused)?.focus();
}

function control(page) {
  return main.querySelector(`[data-of="${CSS.escape(page)}"]`);
}

// ---- Headings ----

function ownHeading(saved) {
  const title = make('h1', 'tb-saved-heading', words.savedArticles, { tabindex: -1 });
  if (saved.length === 0) return [title, ...told(words.empty)];
  const bytes = saved.reduce((sum, record) => sum + record.bytes, 0);
  const row = make('div', 'tb-saved-row');
  row.append(make('p', 'tb-saved-facts', words.sum(saved.length, sizeFor(lang, bytes))));
  if (saved.length > 1) row.append(button('tb-saved-all', words.removeAll, () => askToRemove(saved)));
  return [title, row];
}

function offlineHeading(count) {
  const [what, next] = trouble();
  const again = make('p', 'tb-saved-again');
  again.append(button('tb-button', words.tryAgain, () => location.reload()));
  const parts = [make('h1', 'tb-saved-heading', what, { tabindex: -1 }), make('p', 'tb-saved-more', next), again];
  return count > 0 ? parts : [...parts, make('p', 'tb-saved-more', words.offlineNothing)];
}

/** Why this page stands in the place of another. */
function trouble() {
  return navigator.onLine ? words.unreachable : words.offline;
}

function told([what, next]) {
  return [make('p', 'tb-saved-what', what), make('p', 'tb-saved-more', next)];
}

// ---- Lists ----

function savedList(saved) {
  const items = make('ul', 'tb-saved-list', '', { 'aria-label': words.savedArticles });
  items.append(...saved.map((record) => {
    const { bytes, page, pictures, thumb, title } = record;
    const facts = words.facts(dateFor(lang, new Date(record.saved)), sizeFor(lang, bytes), pictures);
    const item = row(page, title, facts, record.lang);
    if (typeof thumb === 'string') item.prepend(thumbnail(thumb));
    const remove = button('tb-icon-button', '', () => removeOne(record, item), {
      'aria-label': words.remove(title), title: words.remove(title), 'data-of': page,
    });
    remove.append(icon(ICONS.remove));
    item.append(remove);
    return item;
  }));
  const title = isOwnPage ? [] : [make('h2', 'tb-saved-title', words.savedArticles)];
  return [...title, items, make('p', 'tb-saved-more', words.mayGo)];
}

function otherList(others) {
  const items = make('ul', 'tb-saved-list', '', { 'aria-label': words.recent });
  items.append(...others.map(({ date, page, title }) => row(page, title, [words.keptOn(dateFor(lang, date))], '')));
  return [make('h2', 'tb-saved-title', words.recent), make('p', 'tb-saved-more', words.recentNext), items];
}

function row(page, title, facts, titleLang) {
  const item = make('li', 'tb-saved-item');
  const text = make('div', 'tb-saved-text');
  const link = make('a', 'tb-saved-link', title, { href: page, dir: 'auto' });
  if (titleLang) link.lang = titleLang;
  const line = make('p', 'tb-saved-facts');
  line.append(...facts.flatMap((fact) => [make('span', '', fact), ' ']));
  text.append(link, line);
  item.append(text);
  return item;
}

/** What it shows is said by the headline beside it. */
function thumbnail(src) {
  const frame = make('div', 'tb-saved-frame');
  const image = make('img', '', '', { src, alt: '', loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' });
  image.onerror = () => image.remove();
  frame.append(image);
  return frame;
}

/** Articles that the service worker keeps because they were read, the latest first. */
async function readLately() {
  const name = `trangbao ${base.pathname} articles`;
  if (!await caches.has(name)) return [];
  const cache = await caches.open(name);
  const found = await Promise.all((await cache.keys()).reverse().map(async ({ url }) => {
    const copy = await cache.match(url);
    const json = await readJson(copy);
    const isList = !json || ['site.json', 'articles/index.json'].some((path) => url === new URL(path, base).href);
    if (isList) return undefined;
    const title = titleOf(json) ?? decodeURIComponent(new URL(url).pathname.split('/').pop());
    return { page: pageFor(url, base), title, date: new Date(copy.headers.get('X-Kept')) };
  }));
  return found.filter(Boolean);
}

// ---- Deleting ----

async function removeOne(record, item) {
  const neighbour = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector('[data-of]')?.dataset.of;
  await remove([record], words.removed(record.title));
  (neighbour ? control(neighbour) : main.querySelector('h1')).focus();
}

async function remove(records, text) {
  const removal = await shelf.remove(records);
  await list();
  const undo = async () => {
    await removal.undo();
    await list();
    control(records[0].page)?.focus();
  };
  notes.say(text, { actions: [[words.undo, undo]], seconds: UNDO_SECONDS, over: removal.forget });
}

function askToRemove(saved) {
  const dialog = make('dialog', 'tb-panel', '', { 'aria-labelledby': 'tb-panel-title' });
  const ways = make('div', 'tb-panel-ways');
  const doIt = async () => {
    dialog.close();
    await remove(saved, words.removedAll(saved.length));
    main.querySelector('h1').focus();
  };
  ways.append(
    button('tb-switch', words.keepThem, () => dialog.close()),
    button('tb-button', words.removeAll, doIt),
  );
  dialog.append(make('h2', 'tb-panel-title', words.removeAllTitle(saved.length), { id: 'tb-panel-title' }), ways);
  dialog.addEventListener('close', () => dialog.remove());
  viewer.append(dialog);
  dialog.showModal();
}
