// What comes after the first paragraph: reading without a network.
//
// boot.js asks for this module when the viewer has begun, and reads on without it where it does not come. Nothing here may
// keep anybody from reading, so each thing that a browser may refuse is tried, and left where it is refused.

const FILES = BUILD;

/** `early` holds the answers that are asked for before they are needed, `loadGlue` imports a module by its hash. */
export async function start({ base, loadGlue }) {
  const registration = await register(base, loadGlue);
  if (registration) watchForUpdates(registration);
}

/** The worker; nothing where the browser has none for us. In a sandboxed frame even asking throws. */
async function register(base, loadGlue) {
  try {
    const { policy } = await loadGlue(new URL(FILES.policy, base).href, FILES.policyIntegrity);
    const address = new URL('sw.js', base).href;
    return await navigator.serviceWorker.register(policy ? policy.createScriptURL(address) : address, { updateViaCache: 'none' });
  } catch {
    return undefined;
  }
}

/** Tells the worker that waits which build this page is of: one of the same may begin at once. */
function watchForUpdates(registration) {
  const ask = () => registration.waiting?.postMessage({ uses: ownFiles(registration.scope) });
  const watch = () => registration.installing?.addEventListener('statechange', ask);
  registration.addEventListener('updatefound', watch);
  watch();
  ask();
}

/** The scripts and style sheets that this page was written with, as the build names them. */
function ownFiles(scope) {
  const files = [...document.querySelectorAll('script[src], link[rel=stylesheet]')].map((file) => file.src ?? file.href);
  return files.map((file) => file.slice(scope.length));
}
