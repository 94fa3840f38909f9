// Starts Pyodide in Node from the files of the build, for the snapshot and for the profile. Everything that differs
// between runs, such as time and chance, is switched off: the same input must give the same bytes.

import crypto from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";
import "../short_errors.mjs";

/** Another environment than that of the build: what depends on it shows. */
export const OTHER_ENVIRONMENT = { HOME: "/home/somebody-else", LANG: "nl_BE.UTF-8", MORE: "x".repeat(999) };

/** @typedef {import("pyodide").PyodideAPI & { _module: any, makeMemorySnapshot: () => Uint8Array }} Python */
/** @typedef {(settings: object) => Promise<any>} Create */

// When JavaScript collects garbage is a matter of chance.
/** @type {any} */ (globalThis).FinalizationRegistry = class {
  register() {}
  unregister() {
    return false;
  }
};

const DAY = Date.UTC(2027, 0, 1);
Date.now = () => DAY;
performance.now = () => 0;
const notRandom = (/** @type {any} */ view) => view.fill(1);
Object.assign(crypto, { randomFillSync: notRandom });
Object.assign(globalThis.crypto, { getRandomValues: notRandom });

const instantiate = WebAssembly.instantiate;
/** @type {WebAssembly.Instance | undefined} */
let latest;

/** Stands in for the functions of an engine's second half, none of which may be called while Python is prepared. */
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
  if ("__write_profile" in instance.exports) latest = instance; // and not a module of Node's own
  return result;
}
WebAssembly.instantiate = /** @type {any} */ (instantiateWithPlaceholders);

/** The exports of the instrumented engine that was created last. */
export const engineExports = () => /** @type {any} */ (latest).exports;

/**
 * Functions that start Python with the engine in a folder, and with the library and the packages of the build.
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

/** Fill free memory with zeros: allocate all of it in ever smaller pieces, clear them, and free them again. */
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
 * Copy a folder into Python's own file system. Mounting it would put the times and inodes of files in the snapshot.
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

/**
 * The addresses of the end of the stack, of the start of the heap, and of its top. The snapshot leaves out the stack.
 */
export const layout = (/** @type {any} */ engine) => ({
  stackEnd: engine._emscripten_stack_get_end(),
  heap: engine._emscripten_stack_get_base(),
  top: engine._sbrk(0),
});

/**
 * Start Python and load everything that a first answer needs.
 * @param {string} work
 * @param {(options?: Record<string, unknown>) => Promise<Python>} load
 */
export async function prepare(work, load) {
  const python = await load({ _makeSnapshot: true });
  // The folder where Pyodide installs packages; installing them would load modules that are not needed.
  const [major, minor] = python.lockfile.info.python.split(".");
  copyIn(python, `${work}/site`, `/lib/python${major}.${minor}/site-packages`);
  copyIn(python, fileURLToPath(new URL("../engine", import.meta.url)), "/inside/browser/engine");
  // As there is no clock, Python does not notice that folders have changed.
  python.runPython("import importlib, sys; sys.path.append('/inside'); importlib.invalidate_caches(); del importlib");
  python.runPython(readFileSync(new URL("prepare.py", import.meta.url), "utf-8"));
  python.runPython("sys.path.remove('/inside'); sys.path_importer_cache.pop('/inside'); del sys");
  return python;
}
