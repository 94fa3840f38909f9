// Writes the memory of a started Python with the calculators in it, in the smallest form that a browser can put back.
// Usage: node snapshot.mjs WORK TARGET   (WORK: engine/, and compiled: python_stdlib.zip, wheels/ and site/)
//
// Format, little-endian: [length of head in bytes, number of runs, (address, length) of each run] as 32-bit words, then
// the head (Pyodide's own: build number and JavaScript references), then the bytes of all runs.
//
// What is left out: the stack (nothing is running), zeros, and constants that the program itself brings along. Those are
// found by starting it twice under different conditions: only what is the same in both, and in the snapshot, is constant.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

/** @typedef {import("pyodide").PyodideAPI & { _module: any, makeMemorySnapshot: () => Uint8Array }} Python */

const BLOCK = 64; // bytes: smaller gives more runs, larger more bytes; this is the best of those tried
const [work, target] = process.argv.slice(2);
process.on("uncaughtException", (error) => {
  console.error(error.message);
  process.exit(1);
});

const { default: create } = /** @type {any} */ (await import(`${work}/engine/pyodide.asm.mjs`));

/**
 * @param {Record<string, unknown>} options
 * @returns {Promise<Python>}
 */
const load = (options) =>
  /** @type {any} */ (
    loadPyodide({
      indexURL: `${work}/engine/`,
      createPyodideModule: create,
      stdLibURL: `${work}/python_stdlib.zip`,
      lockFileURL: `${work}/wheels/pyodide-lock.json`,
      env: { PYTHONHASHSEED: "0" }, // same input, same bytes
      _sysExecutable: "python",
      ...options,
    })
  );

/** Give freed memory back as zeros: take all of it in ever smaller pieces, wipe them, and free them again. */
function wipeFree(/** @type {any} */ engine) {
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

/** Start Python with everything that a first answer needs. */
async function prepare() {
  const python = await load({ _makeSnapshot: true });
  // Where Pyodide would install it, but without loading what installing needs.
  python.mountNodeFS("/lib/python3.14/site-packages", `${work}/site`);
  python.mountNodeFS("/inside/browser", dirname(fileURLToPath(import.meta.url)));
  python.runPython("import sys; sys.path.append('/inside')");
  python.runPython(readFileSync(new URL("warm.py", import.meta.url), "utf-8"));
  python.runPython("sys.path.remove('/inside'); sys.path_importer_cache.pop('/inside'); del sys");
  return python;
}

/** The memory of a program that has loaded, but not yet started Python. */
async function untouched(/** @type {Uint8Array} */ snapshot, /** @type {Record<string, unknown>} */ conditions) {
  /** @type {Uint8Array | undefined} */
  let memory;
  const createPyodideModule = async (/** @type {any} */ settings) => {
    const module = await create(settings);
    memory = module.HEAPU8.slice();
    return module;
  };
  await load({ _loadSnapshot: snapshot, createPyodideModule, ...conditions });
  return /** @type {Uint8Array} */ (memory);
}

/**
 * Where the byte-code stands that the program brings along, from an address up to another. A restored Python has imported
 * of it what it needs. Each row of the tables is a name, an address, a length, and whether it's a package.
 */
function* frozen(/** @type {any} */ engine) {
  for (const table of [engine.__PyImport_FrozenBootstrap, engine.__PyImport_FrozenStdlib]) {
    for (let row = engine.HEAPU32[table >> 2] >> 2; engine.HEAPU32[row]; row += 4) {
      const [, address, length] = engine.HEAPU32.subarray(row, row + 3);
      yield [address, address + length];
    }
  }
}

/** Addresses and lengths of what has to be written. */
function difference(/** @type {Uint8Array} */ memory, /** @type {Uint8Array[]} */ bases, /** @type {any} */ engine) {
  /** @type {[number, number][]} */
  const runs = [];
  const [stackEnd, heap] = [engine._emscripten_stack_get_end(), engine._emscripten_stack_get_base()];
  for (let at = 0; at < memory.length; at += BLOCK) {
    if (at >= stackEnd + BLOCK && at < heap - BLOCK) continue;
    const block = memory.subarray(at, at + BLOCK);
    const known =
      at < stackEnd
        ? bases.every((base) => Buffer.compare(base.subarray(at, at + BLOCK), block) === 0)
        : block.every((byte) => byte === 0);
    if (known) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === at) last[1] += BLOCK;
    else runs.push([at, BLOCK]);
  }
  return runs;
}

const python = await prepare();
const engine = python._module;
wipeFree(engine);
const snapshot = python.makeMemorySnapshot();
writeFileSync(`${work}/memory.bin`, snapshot); // for profile.mjs
writeFileSync(
  `${work}/layout.json`,
  JSON.stringify({ stackEnd: engine._emscripten_stack_get_end(), frozen: Array.from(frozen(engine)) }),
);
const headLength = new Uint32Array(snapshot.buffer, 0, 2)[1];
const memory = snapshot.subarray(headLength);
const conditions = [{}, { env: { HOME: "/home/somebody-else", LANG: "nl_BE.UTF-8", MORE: "x".repeat(999) } }];
const bases = await Promise.all(conditions.map((condition) => untouched(snapshot, condition)));
if (bases.some((base) => base.length < memory.length)) throw new Error("the snapshot needs more memory than at start");
const runs = difference(memory, bases, engine);
writeFileSync(
  target,
  Buffer.concat([
    new Uint8Array(Uint32Array.of(headLength, runs.length, ...runs.flat()).buffer),
    snapshot.subarray(0, headLength),
    ...runs.map(([at, length]) => memory.subarray(at, at + length)),
  ]),
);
