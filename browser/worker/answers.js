// Puts the page's questions to Python.
import { fetchPacked } from "./packed.js";

/** @typedef {import("pyodide").PyodideAPI} Pyodide */
/** @typedef {{ id: number, request: string, needs: string[] }} Call */

const LIBRARY = "/lib/python314.zip";

/**
 * Load what only some requests need, and for that the files that a restored Python does not have yet.
 * @param {Pyodide} python
 * @param {string} base
 * @param {string[]} needs names of packages
 */
async function provide(python, base, needs) {
  if (!python.FS.stat(LIBRARY).size) {
    python.FS.writeFile(LIBRARY, await fetchPacked(`${base}library.bin`));
  }
  await python.loadPackage(["calculators", ...needs], { messageCallback: () => undefined });
  const missing = needs.filter((name) => !python.loadedPackages[name]);
  if (missing.length) throw new Error(`${missing}: could not be loaded`);
}

/**
 * Have Python answer. Throws what Python throws.
 * @param {Pyodide} python
 * @param {string} base
 * @param {Call} call
 * @returns {Promise<string>} JSON
 */
export async function answer(python, base, { request, needs }) {
  const handle = python.globals.get("handle");
  if (needs.length) await provide(python, base, needs);
  try {
    return handle(request);
  } catch (error) {
    if (python.loadedPackages.calculators || !(error instanceof python.ffi.PythonError)) throw error;
    await provide(python, base, []); // perhaps it wanted to read or import a file
    return handle(request);
  } finally {
    handle.destroy();
  }
}
