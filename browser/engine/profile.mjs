// Lists the functions of the engine that run while Python is prepared and while it answers the recorded workload.
// Usage: node profile.mjs WORK TARGET [prepare]   (WORK/instrumented/: the engine as `wasm-split --instrument` makes it)
// With `prepare` it stops before the workload.

import { readFileSync, writeFileSync } from "node:fs";
import { engineExports, layout, OTHER_ENVIRONMENT, prepare, starter, wipeFree } from "../snapshot/python.mjs";
import { answer, libraryOf } from "../worker/answers.js";

const [work, target, only] = process.argv.slice(2);
const { load } = await starter(work, `${work}/instrumented`);
const HASH = 8; // bytes: the profile is the hash of the module, and then a 32-bit counter for each function
/** @type {Set<number>} */
const used = new Set();

/** Add the functions that have run so far in the engine that was created last. */
function collect() {
  const { memory, malloc, free, __write_profile: write } = engineExports();
  const size = write(0, 0);
  const address = malloc(size);
  write(address, size);
  const counts = new Uint32Array(memory.buffer.slice(address + HASH, address + size));
  for (const [index, count] of counts.entries()) if (count) used.add(index);
  free(address);
}

/** Answer requests as the worker does, also ones that fail. @param {Python} python */
async function ask(python) {
  const values = { fte: "80 é €👍" };
  const budget = JSON.stringify({ action: "evaluate", calculator: "budget", values });
  for (const request of [budget, budget, "{", '{"action": "é👍"}'])
    await answer(python, "file:///nowhere/", { id: 0, request, needs: [] }).catch(() => undefined);
  // Garbage may be collected at any time, also while JavaScript objects are in use.
  python.globals.set("given", { from: "JavaScript", call: () => 1 });
  const collector = python.pyimport("gc");
  for (const generation of [0, 1, 2]) collector.collect(generation);
  collector.destroy();
  for (const request of samples(python)) await answer(python, "", { id: 0, request, needs: [] }).catch(() => undefined);
  python.globals.delete("given");
}

/** One request of each kind. @param {Python} python @returns {string[]} */
function samples(python) {
  const { calculations, downloads } = python.pyimport("browser.engine.samples");
  return [...calculations(), ...downloads()];
}

/** @typedef {import("../snapshot/python.mjs").Python} Python */

/** Do everything with a started Python that the worker may do. @param {Python} python */
async function exercise(python) {
  python.runPython("import random; random.seed()");
  python.FS.writeFile(libraryOf(python), new Uint8Array(readFileSync(`${work}/python_stdlib.zip`)));
  await python.loadPackage(["calculators", "xlsxwriter"], { messageCallback: () => undefined });
  python.mountNodeFS("/project", new URL("../..", import.meta.url).pathname);
  python.runPython("import sys; sys.dont_write_bytecode = True; sys.path.append('/project')");
  python.pyimport("browser.requests.workload").replay();
  await ask(python);
  python._module._dump_traceback();
  layout(python._module);
  collect();
}

const prepared = await prepare(work, load);
wipeFree(prepared._module);
const snapshot = prepared.makeMemorySnapshot();
collect();
if (only !== "prepare") {
  // So that functions that only run there are found too.
  await exercise(await load({ _loadSnapshot: snapshot, stdLibURL: "/dev/null", env: OTHER_ENVIRONMENT }));
}
writeFileSync(target, JSON.stringify([...used]));
