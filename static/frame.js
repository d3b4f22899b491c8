// Gives the viewer's frames the height of what they show. For the page that holds them:
//
//   <script src="https://news.example/trangbao/frame.js" async></script>
//
// It serves every iframe of the page whose `src` is the `embed.html` beside this file, also those that come later. A
// copy on another server names the viewer's folder: `data-viewer="https://news.example/trangbao/"`.
//
// A message counts where it comes from such an iframe's own window and exact origin. It can set the height, between two
// bounds and not too often, and announce `trangbao:ready` and `trangbao:error` (detail: `{ code }`) as events of the
// iframe. It can do nothing else, whoever has come to live in the frame.
//
// Loaded once or many times, it does the same. It must stay below 2,000 bytes compressed.

(() => {
  const TYPE = 'trangbao:1';
  const LOWEST = 50;
  const HIGHEST = 200_000;
  const CHANGES = 60;
  const PERIOD_MS = 10_000;

  const { src, dataset } = document.currentScript;
  const viewer = dataset.viewer
    ? new URL(dataset.viewer.replace(/\/*$/, '/embed.html'), document.baseURI).href
    : new URL('embed.html', src).href;

  const states = new WeakMap();

  addEventListener('message', (event) => {
    const { data, source, origin } = event;
    if (data?.type !== TYPE) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame || origin !== originOf(frame)) return;
    // A second copy of this script would do it all again.
    event.stopImmediatePropagation();
    const { kind, height, code } = data;
    if (kind === 'height' && Number.isFinite(height)) {
      want(frame, { height: Math.min(HIGHEST, Math.max(LOWEST, Math.round(height))) });
    } else if (kind === 'ready') {
      want(frame, { news: { kind, detail: null } });
    } else if (kind === 'error' && typeof code === 'string' && /^[a-z-]{1,40}$/.test(code)) {
      want(frame, { news: { kind, detail: { code } } });
    }
  });

  // What they said before this script came. The question tells nothing, so whoever lives there may hear it.
  for (const { contentWindow } of frames()) contentWindow?.postMessage({ type: TYPE, kind: 'ask' }, '*');

  function frames() {
    return [...document.getElementsByTagName('iframe')].filter((frame) => frame.src.startsWith(viewer));
  }

  /** A sandboxed frame has no origin, and its messages say so. */
  function originOf(frame) {
    const isSandboxed = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
    return isSandboxed ? 'null' : new URL(frame.src).origin;
  }

  /** Keeps the latest wish of a frame until its turn has come. */
  function want(frame, wish) {
    const state = states.get(frame) ?? { changes: [], waiting: false };
    states.set(frame, state);
    state.wish = { ...state.wish, ...wish };
    if (!state.waiting) wait(frame, state);
  }

  function wait(frame, state) {
    state.waiting = true;
    requestAnimationFrame(() => {
      const now = performance.now();
      state.changes = state.changes.filter((time) => now - time < PERIOD_MS);
      if (state.changes.length < CHANGES) {
        state.waiting = false;
        grant(frame, state, now);
      } else {
        setTimeout(wait, state.changes[0] + PERIOD_MS - now, frame, state);
      }
    });
  }

  function grant(frame, state, now) {
    const { height = state.height, news } = state.wish;
    const said = news ? `${frame.src} ${news.kind} ${news.detail?.code}` : state.said;
    if (height !== state.height || said !== state.said) state.changes.push(now);
    if (height !== state.height) {
      // Where the page counts borders in, they are not taken from the content.
      const borders = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
      frame.style.height = `${height + borders}px`;
    }
    if (said !== state.said) {
      frame.dispatchEvent(new CustomEvent(`trangbao:${news.kind}`, { bubbles: true, detail: news.detail }));
    }
    Object.assign(state, { wish: {}, height, said });
  }
})();
