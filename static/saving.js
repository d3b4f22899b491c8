// Saving an article: a panel that says how much it weighs, how far it has come, and what went wrong.

import { fetchParts, measure } from './parcel.js';
import { ICONS, button, icon, make } from './parts.js';
import { dateFor, sizeFor } from './words.js';

/** What is under way, by page: a panel may be closed and opened again meanwhile. */
const underWay = new Map();

export function openPanel(here) {
  const { page, shelf, viewer, words } = here;
  const dialog = make('dialog', 'tb-panel', '', { 'aria-labelledby': 'tb-panel-title' });
  const close = button('tb-icon-button tb-panel-close', '', () => dialog.close(), { 'aria-label': words().close });
  const body = make('div', 'tb-panel-body', '', { role: 'status' });
  const ways = make('div', 'tb-panel-ways');
  const title = make('h2', 'tb-panel-title', words().saveForLater, { id: 'tb-panel-title' });
  close.append(icon(ICONS.close));
  dialog.append(title, close, body, ways);
  dialog.addEventListener('close', () => dialog.remove());
  // Beside it is out of it.
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  viewer.append(dialog);
  dialog.showModal();

  const panel = {
    /** What is said, and what can be done about it; the first of that takes the focus. */
    show(parts, acts, heading = words().saveForLater) {
      title.textContent = heading;
      body.replaceChildren(...parts);
      ways.replaceChildren(...acts);
      if (dialog.contains(document.activeElement) || document.activeElement === document.body) (acts[0] ?? close).focus();
    },
    isOpen: () => dialog.open,
  };
  const job = underWay.get(page);
  if (job) return watch(here, panel, job);
  return shelf.find(page).then((record) => (record ? showSaved(here, panel, record) : showOffer(here, panel)));
}

/** How much it would be. */
async function showOffer(here, panel) {
  const { viewer: { lang }, words } = here;
  panel.show([make('p', 'tb-panel-what', words().measuring), make('progress', '', '', { 'aria-label': words().measuring })], []);
  try {
    const parcel = await measure(here);
    const size = words().measured(parcel.pictures.length, sizeFor(lang, parcel.about));
    panel.show([make('p', 'tb-panel-what', size), make('p', 'tb-panel-more', words().promise)], [
      button('tb-button', words().save, () => watch(here, panel, begin(here, parcel))),
    ]);
  } catch (error) {
    showFailure(here, panel, error);
  }
}

/** Saves, whoever looks on. */
function begin(here, parcel) {
  const { article, changed, page, shelf, viewer } = here;
  const controller = new AbortController();
  const job = { done: 0, all: parcel.pictures.length + 1, stop: () => controller.abort(), onStep: () => {} };
  const step = () => {
    job.done += 1;
    job.onStep();
  };
  // Browsers ask or decide by themselves; it is saved either way.
  navigator.storage.persist?.().catch(() => {});
  const title = article.querySelector('.tb-headline').textContent;
  const facts = { title, lang: article.lang || viewer.lang, saved: new Date().toISOString() };
  job.end = shelf.save(page, async (cache) => ({ ...facts, ...await fetchParts(parcel, cache, controller, step) }))
    .finally(() => {
      underWay.delete(page);
      changed();
    });
  underWay.set(page, job);
  return job;
}

async function watch(here, panel, job) {
  const { notes, viewer: { lang }, words } = here;
  const text = make('p', 'tb-panel-what');
  const progress = make('progress', 'tb-panel-progress', '', { max: job.all, 'aria-label': words().saveForLater });
  job.onStep = () => {
    progress.value = job.done;
    text.textContent = words().saving(job.done, job.all);
  };
  panel.show([text, progress], [button('tb-switch', words().stop, job.stop)]);
  job.onStep();
  job.panel = panel;
  try {
    const record = await job.end;
    if (job.panel !== panel) return; // It was closed, and another one looks on.
    if (panel.isOpen()) showSaved(here, panel, record);
    else notes.say(words().keptSince(dateFor(lang, new Date(record.saved)), sizeFor(lang, record.bytes)), { seconds: 8 });
  } catch (error) {
    if (error.name === 'AbortError') showOffer(here, panel);
    else if (panel.isOpen()) showFailure(here, panel, error);
    else notes.say(words().notSaved[reason(error)].join(' '), { seconds: 8 });
  }
}

function showSaved(here, panel, record) {
  const { base, changed, shelf, viewer: { lang }, words } = here;
  const since = words().keptSince(dateFor(lang, new Date(record.saved)), sizeFor(lang, record.bytes));
  const more = record.missing ? words().missing(record.missing) : words().promise;
  const remove = async () => {
    await (await shelf.remove([record])).forget();
    changed();
    if (panel.isOpen()) showOffer(here, panel);
  };
  panel.show([make('p', 'tb-panel-what', since), make('p', 'tb-panel-more', more)], [
    make('a', 'tb-switch', words().savedArticles, { href: new URL('saved', base).href }),
    button('tb-switch', words().unsave, remove),
  ], words().saved);
}

function showFailure(here, panel, error) {
  const { base, words } = here;
  const why = reason(error);
  const [what, next] = words().notSaved[why];
  const ways = [button('tb-button', words().tryAgain, () => showOffer(here, panel))];
  if (why === 'quota') ways.push(make('a', 'tb-to-saved', words().savedArticles, { href: new URL('saved', base).href }));
  const alert = make('div', '', '', { role: 'alert' });
  alert.append(make('p', 'tb-panel-what', what), make('p', 'tb-panel-more', next));
  panel.show([alert], ways);
}

function reason({ name }) {
  if (name === 'QuotaExceededError') return 'quota';
  return name === 'TypeError' ? 'network' : 'broken';
}
