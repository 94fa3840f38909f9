// Starts Python as Pyodide's manual has it: with documented options, and the whole engine.
import { loadPyodide } from "pyodide";

/** @param {string} base address of the runtime's folder */
export async function startFull(base) {
  await compiles();
  const python = await loadPyodide({ indexURL: base, packages: ["calculators"] });
  python.runPython("from calculators.service import handle");
  return { python, keep: async () => undefined, prefetch: async () => undefined };
}

/** Whether this browser compiles WebAssembly at all: Pyodide waits for ever when it doesn't. */
async function compiles() {
  const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
  await WebAssembly.compile(EMPTY);
}
