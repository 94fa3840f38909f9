// The engine is split in two halves. Calling a function of the second half before it is loaded loads it, and then runs
// the function: Python keeps its state and notices nothing.
import { fetchPacked, fetchPackedNow } from "./packed.js";

/**
 * Load the second half at once. Python cannot go on without it, so a failure ends Python and is no error for its
 * programs.
 * @param {string} address
 */
function loadNow(address) {
  try {
    return new WebAssembly.Module(fetchPackedNow(address));
  } catch (error) {
    throw new WebAssembly.RuntimeError(`the second half of the engine: ${error}`);
  }
}

/**
 * @param {string} base address of the runtime's folder
 * @param {string} integrity of the packed second half, as `fetch` takes it; empty if the first half is the whole engine
 * @param {() => void} onNeeded is called when a function of the second half is needed for the first time
 */
export function secondHalf(base, integrity, onNeeded) {
  const address = `${base}second.bin`;
  /** @type {WebAssembly.Instance | undefined} */
  let first;
  /** @type {WebAssembly.Module | undefined} */
  let module;
  let joined = false;

  /**
   * Join the halves: the second one replaces the placeholders in the first one's table of functions by its functions.
   */
  function join() {
    if (joined) return;
    onNeeded();
    module ??= loadNow(address);
    new WebAssembly.Instance(module, { primary: /** @type {any} */ (first).exports });
    joined = true;
  }

  const placeholder =
    (/** @type {string} index in the table of functions */ index) =>
    (/** @type {unknown[]} */ ...values) => {
      join();
      const functions = /** @type {WebAssembly.Table} */ (first?.exports.__indirect_function_table);
      return functions.get(Number(index))(...values);
    };
  return {
    /** The functions that the first half imports for as long as the second is not loaded. */
    placeholders: new Proxy({}, { get: (_, index) => placeholder(String(index)) }),
    /** @param {WebAssembly.Instance} instance the first half */
    joins(instance) {
      first = instance;
    },
    /** Fetch the second half before it is needed. */
    async fetch() {
      if (module || !integrity) return;
      module = await WebAssembly.compile(await fetchPacked(address, integrity));
    },
  };
}
