// The one Trusted Types policy of the page. Whoever needs it imports this module, since a page that enforces Trusted Types
// lets a policy be made once.

export const policy = globalThis.trustedTypes?.createPolicy('trangbao', {
  // For adapters.js alone, which parses into a document in which nothing runs.
  createHTML: (html) => html,
  // Whatever is asked for, there is one worker.
  createScriptURL: () => new URL('sw.js', import.meta.url).href,
});
