// Fetches a program whole and starts it. The build puts it in the place of the `import` of embed.js and adapters.js.

const PATIENCE_MS = 30_000;

/** A file's bytes, which have to be those that the build has written. */
export function fetchWhole(name, integrity) {
  return twice(async (again) => {
    const response = await fetch(address(name, again), {
      integrity, credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.arrayBuffer();
  }, () => true);
}

/** Its exports; whatever crashes it is told to `crashed`. Programs may have the same glue, and each needs one of its own. */
export async function loadProgram({ js, jsIntegrity, wasm, wasmIntegrity }, crashed) {
  const [module, glue] = await Promise.all([
    fetchWhole(wasm, wasmIntegrity).then((bytes) => WebAssembly.compile(bytes)),
    twice((again) => loadGlue(`${address(js, again)}#${wasm}`, jsIntegrity), () => true),
  ]);
  await begin(glue, module, crashed);
  return glue;
}
