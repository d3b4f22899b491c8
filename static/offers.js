// What stands in the page for the reader to use: the bookmark of an article, and the ways to what is saved.
//
// It stands beside what the viewer has made, never inside the article, and where nothing has to give way to it.

import { ICONS, button, icon, make } from './parts.js';

export class Offers {
  #here;
  #page;
  #article;
  #place = make('div', 'tb-offers');
  #bookmark;

  constructor(here) {
    this.#here = here;
    here.shelf?.onChange(() => this.#refresh());
    // What is saved may have changed, or have been cleared, while nobody looked.
    document.addEventListener('visibilitychange', () => this.#refresh());
  }

  /** A page has come; `article` is what it shows, if that is one. */
  show(page, article) {
    this.#page = page;
    this.#article = article;
    const { shelf, viewer, words } = this.#here;
    const foot = viewer.querySelector('.tb-foot');
    if (!shelf) {
      if (foot && !foot.querySelector('.tb-blocked')) foot.append(make('p', 'tb-blocked', words().blocked.join(' ')));
      return;
    }
    if (foot && !foot.querySelector('.tb-to-saved')) foot.insertBefore(this.#link(words().savedArticles), foot.querySelector('.tb-publisher')?.nextSibling);
    const ways = viewer.querySelector('.tb-failure-ways');
    if (ways && !ways.querySelector('.tb-to-saved')) ways.append(this.#link(words().readable));
    this.#place.replaceChildren(article ? this.#makeBookmark() : this.#makeWay());
    const row = viewer.querySelector('.tb-masthead-row');
    row.insertBefore(this.#place, row.querySelector('.tb-share'));
    this.#refresh();
  }

  /** Nothing can be saved here after all: what is saved is read by way of the worker. */
  withdraw() {
    this.#article = undefined;
    this.#place.remove();
    for (const way of this.#here.viewer.querySelectorAll('.tb-to-saved')) way.remove();
  }

  #link(text) {
    return make('a', 'tb-to-saved', text, { href: new URL('saved', this.#here.base).href });
  }

  #makeWay() {
    const text = this.#here.words().savedArticles;
    const way = make('a', 'tb-icon-button tb-way-to-saved', '', { href: this.#link('').href, 'aria-label': text, title: text });
    way.append(icon(ICONS.bookmarks));
    return way;
  }

  #makeBookmark() {
    this.#bookmark = button('tb-icon-button tb-bookmark', '', () => this.#press(), { 'aria-haspopup': 'dialog' });
    this.#bookmark.append(icon(ICONS.bookmark));
    this.#name(false);
    return this.#bookmark;
  }

  #name(isSaved) {
    const { saved, saveForLater } = this.#here.words();
    const text = isSaved ? saved : saveForLater;
    this.#bookmark.classList.toggle('tb-is-saved', isSaved);
    this.#bookmark.setAttribute('aria-label', text);
    this.#bookmark.title = text;
  }

  async #refresh() {
    const page = this.#page;
    if (!this.#article || !this.#bookmark) return;
    const record = await this.#here.shelf.find(page).catch(() => {});
    if (page === this.#page) this.#name(Boolean(record));
  }

  async #press() {
    const { load, notes, words } = this.#here;
    try {
      const { openPanel } = await load('saving');
      openPanel({ ...this.#here, page: this.#page, article: this.#article, changed: () => this.#refresh() });
    } catch {
      notes.say(words().notSaved.network.join(' '), { seconds: 8 });
    }
  }
}
