// The engine comes in two halves. A function of the second half that is called before that half is there brings it in,
// and then runs as if nothing had happened: Python keeps its state.
import { fetchPacked, fetchPackedNow } from "./packed.js";

/**
 * @param {string} base address of the runtime's folder
 * @param {string} integrity of the packed second half, as `fetch` takes it; empty where the first half is the whole engine
 * @param {() => void} told is called when a function of the second half is needed for the first time
 */
export function secondHalf(base, integrity, told) {
  const address = `${base}second.bin`;
  /** @type {WebAssembly.Instance | undefined} */
  let first;
  /** @type {WebAssembly.Module | undefined} */
  let module;
  let there = false;

  /** Python can't go on without: that is no error for its programs, but the end of it. */
  function fetchModule() {
    try {
      return new WebAssembly.Module(fetchPackedNow(address));
    } catch (error) {
      throw new WebAssembly.RuntimeError(`the second half of the engine: ${error}`);
    }
  }

  /** Put the functions of the second half in the first half's table, in the place of those that brought us here. */
  function bring() {
    if (there) return;
    told();
    module ??= fetchModule();
    new WebAssembly.Instance(module, { primary: /** @type {any} */ (first).exports });
    there = true;
  }

  /** @param {string} index in the table of functions */
  const placeholder =
    (index) =>
    (/** @type {unknown[]} */ ...values) => {
      bring();
      const functions = /** @type {WebAssembly.Table} */ (first?.exports.__indirect_function_table);
      return functions.get(Number(index))(...values);
    };
  return {
    /** What the first half imports in the place of the second's functions. */
    placeholders: new Proxy({}, { get: (_, index) => placeholder(String(index)) }),
    /** @param {WebAssembly.Instance} instance the first half */
    joins(instance) {
      first = instance;
    },
    /** Fetch the second half, so that it is at hand when it is needed. */
    async fetch() {
      if (module || !integrity) return;
      module = await WebAssembly.compile(await fetchPacked(address, integrity));
    },
  };
}
