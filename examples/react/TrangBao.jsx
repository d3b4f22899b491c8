// An article of the newspaper as a React component, for React 17 and newer.
//
//   <TrangBao src="https://news.example/a/tay-ho.json" theme="dark" heading-level={3} onReady={(event) => ...}>
//     <a href="https://news.example/a/tay-ho">Read on news.example</a>
//   </TrangBao>
//
// Write attributes as HTML does (`heading-level`, `class`): they also count before the element is defined. The children
// are what readers see until the article is there. Event handlers get the event; its `target` is the element, which has
// `reload()` and `scrollToBlock(id)`.

import { useEffect, useLayoutEffect, useRef } from 'react';

const VIEWER = 'https://news.example/trangbao/embed.js';

// An article may be there before a passive effect runs. On a server, React wants the passive one.
const useCommitEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

export function TrangBao({ children, onReady, onError, onProgress, onLink, onShare, ...attributes }) {
  const element = useRef(null);

  useEffect(loadViewer, []);

  useCommitEffect(() => {
    const { current } = element;
    const handlers = Object.entries({ ready: onReady, error: onError, progress: onProgress, link: onLink, share: onShare })
      .filter(([, handler]) => handler);
    for (const [kind, handler] of handlers) current.addEventListener(`trangbao:${kind}`, handler);
    return () => {
      for (const [kind, handler] of handlers) current.removeEventListener(`trangbao:${kind}`, handler);
    };
  });

  return <trang-bao ref={element} {...attributes}>{children}</trang-bao>;
}

/** Once a page, however many articles it has. */
function loadViewer() {
  if (document.querySelector(`script[src="${VIEWER}"]`)) return;
  document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: VIEWER }));
}
