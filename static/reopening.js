// Brings readers back to where they were when the browser has died under them, or has thrown the page away to make room: then
// no page says goodbye. A page that is left in peace takes its place out of the storage again.

const READING = 'tb-reading';
/** Places that are kept: so many tabs may be thrown away. */
const MOST_PLACES = 20;
/** Whoever has scrolled less than this is not in the middle of anything. */
const BEGUN = 200;

/** Gives a function to call with each page that is shown, and with its article. */
export function keepPlace() {
  let reading;
  /** A page that is left is hidden after that. */
  let isLeft = false;
  const forget = () => reading && put(reading.page);
  const note = () => reading && !isLeft && put(reading.page, placeIn(reading.article));
  // A page that turns to its next article scrolls, too: its words come first.
  addEventListener('scrollend', () => setTimeout(note));
  // Not every engine has the other, and a tab that nobody sees is the first to go.
  document.addEventListener('visibilitychange', note);
  addEventListener('pagehide', () => {
    isLeft = true;
    forget();
  });
  addEventListener('pageshow', () => {
    isLeft = false;
    note();
  });
  return (page, article) => {
    const isFirst = !reading;
    if (page !== reading?.page) forget();
    reading = page && { page, article };
    if (isFirst && reading) bringBack(reading);
    note();
  };
}

/** To where the page was that did not say goodbye, unless another place is asked for. */
function bringBack({ page, article }) {
  if (scrollY > 0 || location.hash) return;
  const { block, into } = Object(places()[page]);
  const found = blocksOf(article)[block];
  if (!found || !Number.isFinite(into)) return;
  // Heights that are mere estimates would bring the reader to another place.
  document.getElementById('trangbao').classList.add('tb-whole');
  scrollBy({ top: found.getBoundingClientRect().top + into, behavior: 'instant' });
}

/** The block at the upper edge of the window, and how far it has been scrolled out of it. */
function placeIn(article) {
  const blocks = blocksOf(article);
  if (scrollY < BEGUN || blocks.length === 0) return undefined;
  const box = (at) => blocks[at].getBoundingClientRect();
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (box(middle).bottom > 0) high = middle;
    else low = middle + 1;
  }
  return { block: low, into: -Math.round(box(low).top) };
}

function blocksOf(article) {
  return article?.querySelector('.tb-body')?.children ?? [];
}

/** Storage may be blocked, and what lies in it may be anybody's. */
function places() {
  try {
    return { ...JSON.parse(localStorage.getItem(READING)) };
  } catch {
    return {};
  }
}

function put(page, place) {
  const { [page]: old, ...others } = places();
  if (!old && !place) return;
  const all = Object.entries(place ? { ...others, [page]: place } : others);
  try {
    localStorage.setItem(READING, JSON.stringify(Object.fromEntries(all.slice(-MOST_PLACES))));
  } catch {} // Then the next visit begins at the top.
}
