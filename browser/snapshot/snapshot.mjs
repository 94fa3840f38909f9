// Writes the memory of a started Python with the calculators in it, in the smallest form that a browser can put back.
// Usage: node snapshot.mjs WORK TARGET   (WORK: first/, and compiled: python_stdlib.zip, wheels/ and site/)
//
// Format, little-endian: [length of head in bytes, number of runs, (address, length) of each run] as 32-bit words, then
// the head (Pyodide's own: build number and JavaScript references), then the bytes of all runs.
//
// The snapshot leaves out the stack (nothing is running), zeros, and constants that the engine itself has. Those are
// found by starting the engine twice under different conditions: bytes that are the same in both and in the snapshot
// are constant.

import { writeFileSync } from "node:fs";
import { layout, OTHER_ENVIRONMENT, prepare, starter, wipeFree } from "./python.mjs";

const BLOCK = 64; // bytes: smaller blocks give more runs, larger ones more bytes; of the sizes tried, this was best
const [work, target] = process.argv.slice(2);
const { create, load } = await starter(work, `${work}/first`);

/** The memory of an engine that has loaded, but not yet started Python. */
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

/** The address and length of each run of bytes that has to be written. */
function difference(/** @type {Uint8Array} */ memory, /** @type {Uint8Array[]} */ bases, /** @type {any} */ engine) {
  /** @type {[number, number][]} */
  const runs = [];
  const { stackEnd, heap } = layout(engine);
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

const python = await prepare(work, load);
const engine = python._module;
wipeFree(engine);
const snapshot = python.makeMemorySnapshot();
const headLength = new Uint32Array(snapshot.buffer, 0, 2)[1];
const memory = snapshot.subarray(headLength);
const conditions = [{}, { env: OTHER_ENVIRONMENT }];
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
