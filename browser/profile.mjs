// Lists the functions of the engine that run while Python starts, from the library and from the snapshot, and answers
// requests of every kind. Usage: node profile.mjs WORK TARGET   (WORK/marked/: Pyodide with marks in its functions)

import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const [work, target, address, count] = process.argv.slice(2);
process.on("uncaughtException", (error) => {
  console.error(error.message);
  process.exit(1);
});
// When the JavaScript side tidies up is a matter of chance, and the list must not be.
/** @type {any} */ (globalThis).FinalizationRegistry = class {
  register() {}
  unregister() {
    return false;
  }
};

const { default: create } = /** @type {any} */ (await import(`${work}/marked/pyodide.asm.mjs`));
/** @type {Set<number>} */
const used = new Set();

/** @param {any} engine */
function collect(engine) {
  const marks = engine.HEAPU8.subarray(Number(address), Number(address) + Number(count));
  for (const [index, mark] of marks.entries()) if (mark) used.add(index);
}

/**
 * What any object can be asked at any time, above all by the garbage collector: the functions in the tables of every
 * type. A word in these tables that is no function does no harm.
 * @param {any} python
 */
function collectTypes(python) {
  const { HEAPU32, wasmTable } = python._module;
  const program = new WebAssembly.Module(readFileSync(`${work}/marked/pyodide.asm.wasm`));
  const imported = WebAssembly.Module.imports(program).filter(({ kind }) => kind === "function").length;
  const types = python.runPython("from browser.workload import types; types()").toJs();
  const words = (/** @type {number} */ at, /** @type {number} */ count) => HEAPU32.subarray(at >> 2, (at >> 2) + count);
  for (const address of types) {
    for (const word of words(address, 60)) {
      const inner = word > 1024 && word < HEAPU32.byteLength - 200 && word % 4 === 0 ? words(word, 40) : [];
      for (const index of [word, ...inner]) {
        const found = index < wasmTable.length ? wasmTable.get(index) : null;
        if (found) used.add(Number(found.name) - imported);
      }
    }
  }
}

/**
 * Start Python, from the library or from a snapshot, and do with it what the worker does.
 * @param {Uint8Array} [snapshot]
 */
async function exercise(snapshot) {
  /** @param {object} settings */
  const createPyodideModule = async (settings) => {
    const engine = await create(settings);
    engine._sbrk(0) + engine._emscripten_stack_get_base();
    collect(engine); // a snapshot is about to overwrite the marks
    return engine;
  };
  const library = `${work}/python_stdlib.zip`;
  /** @type {any} */
  const python = await loadPyodide({
    indexURL: `${work}/marked/`,
    stdLibURL: snapshot ? "/dev/null" : library,
    lockFileURL: `${work}/wheels/pyodide-lock.json`,
    createPyodideModule,
    _loadSnapshot: snapshot,
  });
  if (snapshot) withoutFiles(python);
  python.FS.writeFile("/lib/python314.zip", new Uint8Array(readFileSync(library)));
  await python.loadPackage(["calculators", "xlsxwriter"], { messageCallback: () => undefined });
  python.mountNodeFS("/inside/browser", dirname(fileURLToPath(import.meta.url)));
  python.runPython("import sys; sys.path.append('/inside'); from browser.workload import run");
  const run = python.globals.get("run");
  run("text from JavaScript, with ë and €");
  run.destroy();
  python.runPython("1 + 1");
  python.globals.set("given", () => python.pyimport("random").random());
  python.globals.get("given")();
  python.setStdout({ batched: () => undefined });
  python._module._dump_traceback();
  collect(python._module);
  collectTypes(python);
}

/**
 * A restored Python has no files at first: let it look for some in vain.
 * @param {any} python
 */
function withoutFiles(python) {
  python.runPython("import random; random.seed()");
  const handle = python.globals.get("handle");
  const document = python.runPython("from calculators import dossier; dossier.write(dossier.EMPTY)");
  const nota = { action: "document", kind: "nota", document, today: "2027-03-01" };
  for (const request of [{ action: "nonsense" }, nota]) {
    try {
      handle(JSON.stringify(request));
    } catch (error) {
      python.FS.stat(String(error) && "/lib/python314.zip");
    }
  }
}

await exercise();
await exercise(new Uint8Array(readFileSync(`${work}/memory.bin`)));
writeFileSync(target, JSON.stringify([...used].sort((a, b) => a - b)));
