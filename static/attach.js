// Gives a page that was written as HTML its tools: sharing, the other layout, pictures and embeds on a tap.
//
// The page is complete without them, so they wait until its own text and pictures have come, and where they cannot be had
// the reader is not troubled with it.

import { demandWasm, FILES, later, loadGlue } from './engine.js';
import { manifest } from './install.js';
import { loadProgram } from './program.js';

/** A page whose pictures never come gets its tools all the same. */
const PATIENCE_WITH_PICTURES_MS = 5_000;
/** And so does one that is never idle: an animation takes each frame of a slow phone. */
const PATIENCE_WITH_WORK_MS = 3_000;

const root = document.getElementById('trangbao');
const nameManifest = manifest();

chosenLayout();
allIsThere().then(idle).then(goOn).then(nameManifest, nameManifest);

/** The layout that the reader has chosen earlier is not to come as a surprise in the middle of the text. */
function chosenLayout() {
  const view = new URLSearchParams(location.search).get('view') ?? kept();
  if (!/^(mobile|desktop)$/.test(view)) return;
  root.querySelector('.tb-viewer').dataset.view = view;
  if (view === 'desktop') document.querySelector('meta[name=viewport]').content = 'width=1040';
}

function kept() {
  try {
    return localStorage.getItem('tb-view');
  } catch {} // The storage is blocked.
}

function allIsThere() {
  return new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    addEventListener('load', resolve);
    setTimeout(resolve, PATIENCE_WITH_PICTURES_MS);
  });
}

function idle() {
  return new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve, { timeout: PATIENCE_WITH_WORK_MS }));
}

async function attach() {
  demandWasm();
  const program = await loadProgram(FILES.program, (error) => {
    // Nobody hears the buttons any more.
    root.dataset.static = '';
    console.error('trangbao:', error);
  });
  program.attach();
}

/** The tools, and then what the viewer's own page has, too, such as reading without a network. Both are asked for at once. */
async function goOn() {
  const [after] = await Promise.all([later('after'), attach().catch((error) => {
    console.info(`trangbao: this page goes without its tools (${error.message})`);
  })]);
  // Not in one task: taps come in between.
  await idle();
  await after.start({ base: new URL('.', import.meta.url), early: {}, loadGlue });
}
