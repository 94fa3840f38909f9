// Starts Python as Pyodide's manual describes, with documented options and the whole engine.
import { loadPyodide } from "pyodide";

/** @param {string} base address of the runtime's folder */
export async function startFull(base) {
  await checkCompiler();
  const python = await loadPyodide({ indexURL: base, packages: ["calculators"] });
  python.runPython("from calculators.service import handle");
  return { python, keep: async () => undefined, prefetch: async () => undefined };
}

/** Throws if this browser cannot compile WebAssembly: Pyodide would never finish starting then. */
async function checkCompiler() {
  const emptyModule = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
  await WebAssembly.compile(emptyModule);
}
