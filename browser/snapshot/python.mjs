// Starts Pyodide in Node from the files of the build, for the snapshot and for the profile.

import crypto from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

/** @typedef {import("pyodide").PyodideAPI & { _module: any, makeMemorySnapshot: () => Uint8Array }} Python */
/** @typedef {(settings: object) => Promise<any>} Create */

/** Without this, Node prints the line of the engine that threw: a megabyte. */
process.on("uncaughtException", (error) => {
  console.error(error.message);
  process.exit(1);
});

/** When JavaScript tidies up is a matter of chance, and what the build writes must not be. */
/** @type {any} */ (globalThis).FinalizationRegistry = class {
  register() {}
  unregister() {
    return false;
  }
};

/** The same input must give the same bytes, so there is no clock and no chance in here. */
const DAY = Date.UTC(2027, 0, 1);
Date.now = () => DAY;
performance.now = () => 0;
const notRandom = (/** @type {any} */ view) => view.fill(1);
Object.assign(crypto, { randomFillSync: notRandom });
Object.assign(globalThis.crypto, { getRandomValues: notRandom });

const instantiate = WebAssembly.instantiate;
/** @type {WebAssembly.Instance | undefined} */
let latest;

/** The first half of an engine asks for the functions of the second; a Python that is being prepared must not. */
const placeholder = new Proxy(
  {},
  {
    get: (_, name) => () => {
      throw new Error(`function ${String(name)} of the engine's second half is called: run \`make profile\``);
    },
  },
);

/** @param {any} source @param {any} imports */
async function instantiateWithPlaceholders(source, imports) {
  const result = /** @type {any} */ (await instantiate(source, { ...imports, placeholder }));
  const instance = result.instance ?? result;
  if ("__write_profile" in instance.exports) latest = instance; // Node itself brings others
  return result;
}
WebAssembly.instantiate = /** @type {any} */ (instantiateWithPlaceholders);

/** What the instrumented engine that was made last offers. */
export const engineExports = () => /** @type {any} */ (latest).exports;

/**
 * What starts Python with the engine in one folder, and the library and packages of the build.
 * @param {string} work
 * @param {string} engine
 */
export async function starter(work, engine) {
  const { default: create } = await import(`${engine}/pyodide.asm.mjs`);
  /** @param {Record<string, unknown>} [options] */
  const load = (options) =>
    loadPyodide(
      /** @type {any} */ ({
        indexURL: `${engine}/`,
        createPyodideModule: create,
        stdLibURL: `${work}/python_stdlib.zip`,
        lockFileURL: `${work}/wheels/pyodide-lock.json`,
        env: { PYTHONHASHSEED: "0" }, // same input, same bytes
        _sysExecutable: "python",
        ...options,
      }),
    );
  return {
    create: /** @type {Create} */ (create),
    load: /** @type {(options?: Record<string, unknown>) => Promise<Python>} */ (/** @type {unknown} */ (load)),
  };
}

/** Give freed memory back as zeros: take all of it in ever smaller pieces, wipe them, and free them again. */
export function wipeFree(/** @type {any} */ engine) {
  /** @type {number[]} */
  const taken = [];
  const top = engine._sbrk(0);
  for (let size = 1 << 20; size >= 8; size >>= 1) {
    let address = 0;
    while (address < top) {
      address = engine._malloc(size);
      taken.push(address);
      engine.HEAPU8.fill(0, address, address + size);
    }
  }
  for (const address of taken) engine._free(address);
}

/**
 * Copy a folder into Python's own file system: real files would bring their times and numbers along.
 * @param {Python} python
 * @param {string} source
 * @param {string} target
 */
function copyIn(python, source, target) {
  for (const name of readdirSync(source, { recursive: true, encoding: "utf-8" }).sort()) {
    const file = `${source}/${name}`;
    if (name.includes("__pycache__") || !statSync(file).isFile()) continue;
    python.FS.mkdirTree(dirname(`${target}/${name}`));
    python.FS.writeFile(`${target}/${name}`, readFileSync(file));
  }
}

/** Where the stack ends and where the heap begins: between them nothing is worth keeping. */
export const layout = (/** @type {any} */ engine) => ({
  stackEnd: engine._emscripten_stack_get_end(),
  heap: engine._emscripten_stack_get_base(),
  top: engine._sbrk(0),
});

/**
 * Start Python with everything in it that a first answer needs.
 * @param {string} work
 * @param {(options?: Record<string, unknown>) => Promise<Python>} load
 */
export async function prepare(work, load) {
  const python = await load({ _makeSnapshot: true });
  // Where Pyodide would install it, but without loading what installing needs.
  const [major, minor] = python.lockfile.info.python.split(".");
  copyIn(python, `${work}/site`, `/lib/python${major}.${minor}/site-packages`);
  copyIn(python, fileURLToPath(new URL("../engine", import.meta.url)), "/inside/browser/engine");
  // Without a clock, folders do not look changed.
  python.runPython("import importlib, sys; sys.path.append('/inside'); importlib.invalidate_caches(); del importlib");
  python.runPython(readFileSync(new URL("prepare.py", import.meta.url), "utf-8"));
  python.runPython("sys.path.remove('/inside'); sys.path_importer_cache.pop('/inside'); del sys");
  return python;
}
