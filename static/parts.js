// What the interface after the first paragraph is made of: elements, icons, a note in passing. Words are text, never markup.

const SVG = 'http://www.w3.org/2000/svg';

/** 24 px, one stroke, round caps. */
export const ICONS = {
  bookmark: 'M6.5 4h11v16L12 15.7 6.5 20z',
  close: 'M6 6l12 12M18 6 6 18',
  bookmarks: 'M4.5 7.5h10V21l-5-3.9-5 3.9zM8.5 3.5h10V17',
  remove: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 12.5h9l1-12.5M10.5 11v5M13.5 11v5',
};

export function make(tag, className = '', textContent = '', attributes = {}) {
  const element = Object.assign(document.createElement(tag), { className, textContent });
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

export function button(className, textContent, onclick, attributes = {}) {
  return Object.assign(make('button', className, textContent, { type: 'button', ...attributes }), { onclick });
}

/** It says nothing to a screen reader; what it stands on has a label. */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  const attributes = { class: 'tb-icon', viewBox: '0 0 24 24', width: 24, height: 24, 'aria-hidden': true };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  svg.append(document.createElementNS(SVG, 'path'));
  svg.firstChild.setAttribute('d', path);
  return svg;
}

/** Notes below everything else, one at a time. Screen readers listen to a place that was there before its words. */
export class Notes {
  #place = make('div', 'tb-notes-place', '', { role: 'status' });
  #over = () => {};

  constructor(viewer) {
    viewer.append(this.#place);
  }

  /** Says it until a button is pressed, another note comes or, if so given, that time has gone by. `over` hears of the end. */
  say(text, { actions = [], seconds = 0, over = () => {} } = {}) {
    this.end();
    const note = make('div', 'tb-toast tb-passing');
    note.append(make('p', '', text), ...actions.map(([label, act]) => button('tb-passing-act', label, () => {
      this.#over = () => {};
      this.end();
      act();
    })));
    this.#place.append(note);
    const timer = seconds && setTimeout(() => this.end(), seconds * 1000);
    this.#over = () => {
      clearTimeout(timer);
      over();
    };
  }

  end() {
    const over = this.#over;
    this.#over = () => {};
    this.#place.replaceChildren();
    over();
  }
}
