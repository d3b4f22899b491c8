// The service worker: registered, and a new version of it announced. It is taken when the reader says so or at the next visit.

/** The registration; nothing where the browser has none for us. In a sandboxed frame even asking throws. */
export async function registered(base, load) {
  try {
    const { policy } = await load('policy');
    const address = new URL('sw.js', base).href;
    return await navigator.serviceWorker.register(policy ? policy.createScriptURL(address) : address, { updateViaCache: 'none' });
  } catch {
    return undefined;
  }
}

/** Tells the newest worker which build this page is of, and the reader when it says that it is a newer one. */
export function watchForUpdates(registration, { notes, words }) {
  const ask = () => (registration.waiting ?? registration.active)?.postMessage({ uses: ownFiles(registration.scope) });
  const watch = () => registration.installing?.addEventListener('statechange', ask);
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', ({ data }) => {
    if (!data?.isNew) return;
    const { isNew, later, take } = words();
    notes.say(isNew, { actions: [[take, () => takeOver(registration)], [later, () => {}]] });
  });
  registration.addEventListener('updatefound', watch);
  watch();
  ask();
  // A page may be open for days.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => {});
  });
}

/** Only the tab whose reader has asked begins anew. */
function takeOver({ waiting }) {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  if (waiting) waiting.postMessage({ take: true });
  else location.reload(); // Another tab has taken it.
}

/** The scripts and style sheets that this page was written with, as the build names them. */
function ownFiles(scope) {
  const files = [...document.querySelectorAll('script[src], link[rel=stylesheet]')].map((file) => file.src || file.href);
  return files.map((file) => file.slice(scope.length));
}
