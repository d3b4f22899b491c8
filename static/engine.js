// What both starters, boot.js and embed.js, need of WebAssembly. The build puts it in the place of their `import`, and the
// names and hashes of its files in the place of BUILD.

export const FILES = BUILD;

/** Beside this module; `again` gets past the caches. */
export function address(name, again = '') {
  return new URL(name + again, import.meta.url).href;
}

/** `validate` says yes under a policy that forbids compiling, so the only proof is to compile. */
export function demandWasm() {
  if (typeof WebAssembly !== 'object') throw new Error('missing');
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch (cause) {
    throw new Error('forbidden', { cause });
  }
}

/** Once more past the caches, since a damaged copy may sit in one. */
export function twice(load, goOn) {
  return load('').catch((error) => {
    if (!goOn()) throw error;
    return load('?again');
  });
}

/** `import()` takes no hash, but the module that it finds was preloaded with one. */
export async function loadGlue(href, integrity) {
  const link = document.createElement('link');
  document.head.append(Object.assign(link, {
    rel: 'modulepreload', crossOrigin: 'anonymous', referrerPolicy: 'no-referrer', integrity, href,
  }));
  try {
    return await import(href);
  } catch (cause) {
    throw new Error(navigator.onLine ? 'broken' : 'network', { cause });
  } finally {
    link.remove();
  }
}

/** A module of ours that comes later, or not at all. */
export function later(name) {
  return loadGlue(address(FILES[name]), FILES[`${name}Integrity`]);
}

/** What reads the formats of other newspapers starts itself, when a file is of one. */
export function convert(done, ...file) {
  later('adapters').then((adapters) => adapters.read({ address, begin, loadGlue, twice }, ...file)).then(done, () => done(null));
}

/**
 * Starts the program behind a guard. Whatever leaves wasm by an exception has left its stack behind: that instance is
 * finished, and no call goes in any more. `crashed` is told of it once.
 */
export function begin(glue, module, crashed) {
  let depth = 0;
  let dead = false;
  const guard = (call) => (...given) => {
    if (dead) return;
    depth += 1;
    try {
      return call(...given);
    } catch (error) {
      // Told from the bottom of the stack, of which there may be nothing left here.
      if (!dead) queueMicrotask(() => crashed(error));
      dead = true;
      // What wasm has called must not go on either; the page, which called wasm, has been told.
      if (depth > 1) throw error;
    } finally {
      depth -= 1;
    }
  };
  return glue.default(module, (exports) => Object.fromEntries(Object.entries(exports)
    .map(([name, value]) => [name, typeof value === 'function' ? guard(value) : value])));
}
