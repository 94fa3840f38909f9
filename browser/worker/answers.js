// Passes the page's requests to Python.
import { fetchPacked } from "./packed.js";

/** @typedef {import("pyodide").PyodideAPI} Pyodide */
/** @typedef {{ id: number, request: string, needs: string[], often?: boolean }} Call */

/** Where a Python finds its library: `/lib/python314.zip`. @param {Pyodide} python */
export function libraryOf({ lockfile }) {
  const [major, minor] = lockfile.info.python.split(".");
  return `/lib/python${major}${minor}.zip`;
}

/**
 * Load packages that only some requests need, and first the library, which a restored Python does not have.
 * @param {Pyodide} python
 * @param {string} base
 * @param {string[]} needs names of packages
 */
async function provide(python, base, needs) {
  const library = libraryOf(python);
  if (!python.FS.stat(library).size) {
    python.FS.writeFile(library, await fetchPacked(`${base}library.bin`));
  }
  await python.loadPackage(["calculators", ...needs], { messageCallback: () => undefined });
  const missing = needs.find((name) => !python.loadedPackages[name]);
  if (missing) throw new Error(`${missing}: ${await whyMissing(python, base, missing)}`);
}

/**
 * The status that the host gives for the file of a package that Pyodide did not load: 404 if a new version of the site
 * replaced it. Pyodide itself does not say.
 * @param {Pyodide} python
 * @param {string} base
 * @param {string} name
 */
async function whyMissing(python, base, name) {
  const { file_name: file } = /** @type {import("pyodide").Lockfile} */ (python.lockfile).packages[name];
  return (await fetch(base + file, { cache: "no-store" })).status;
}

/**
 * Have Python answer a request. Throws what Python throws.
 * @param {Pyodide} python
 * @param {string} base
 * @param {Call} call
 * @returns {Promise<string>} JSON
 */
export async function answer(python, base, { request, needs }) {
  if (needs.length) await provide(python, base, needs);
  const handle = python.globals.get("handle");
  try {
    return handle(request);
  } catch (error) {
    if (python.loadedPackages.calculators || !(error instanceof python.ffi.PythonError)) throw error;
    await provide(python, base, []); // it may have failed for want of a file of the library
    return handle(request);
  } finally {
    handle.destroy();
  }
}
