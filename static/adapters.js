// The formats of other newspapers: a module of its own, asked for where a file is not of the native format.

import { FILES } from './engine.js';
import { loadProgram } from './program.js';

let program;

/** The program with its `convert`. A failure is not kept, so that a later try is a real one. */
export function bring() {
  return program ??= loadProgram(FILES.program, () => {}).catch((error) => {
    program = undefined;
    throw error;
  });
}
