// Starts Python from a snapshot of its memory with everything loaded. This uses private options of Pyodide, which
// depend on its exact build: browser/UPGRADING.md names each of them.
import { loadPyodide } from "pyodide";
import { checked, keep, kept } from "./cache.js";
import { secondHalf } from "./second.js";
import { unpacked } from "./unpack.js";

/** @typedef {Promise<Uint8Array<ArrayBuffer>>} Bytes */
/**
 * Values that the build writes into this script: the size and the parts (table, engine and memory) of the packed start,
 * the hash of the engine's second half, and the lock file of the packages.
 * @type {{ start: { size: number, parts: import("./part.js").Part[] }, second: string, lock: string }}
 */
const BUILD = /** @type {any} */ (globalThis.BUILD);
const { size, parts } = BUILD.start;

/**
 * The contents of each part of the start, from the cache or else from the network, as soon as they have arrived.
 * @param {string} base
 * @param {() => Promise<ReadableStream<Uint8Array>>} stream
 * @returns {Bytes[]}
 */
function obtain(base, stream) {
  async function* source() {
    const responses = await kept(base, parts);
    yield* responses ? checked(base, parts, responses) : unpacked(await stream(), size, parts);
  }
  const from = source();
  const bytes = parts.map(async () => /** @type {Uint8Array<ArrayBuffer>} */ ((await from.next()).value));
  for (const part of bytes) part.catch(() => undefined); // the code that awaits a part reports its error
  return bytes;
}

const NOT_FETCHED = ["pyodide.asm.wasm", "python_stdlib.zip"];

/**
 * Give Pyodide our engine, and no library. Pyodide fetches both under fixed names and never finishes if compiling
 * fails, so this intercepts `fetch` and `instantiateStreaming`.
 * @param {string} base
 * @param {Promise<WebAssembly.Module>} engine
 * @param {ReturnType<typeof secondHalf>} second
 * @returns {() => void} restores both functions
 */
function provideEngine(base, engine, second) {
  const { fetch } = self;
  const { instantiateStreaming } = WebAssembly;
  self.fetch = async (input, init) =>
    NOT_FETCHED.some((name) => String(input) === base + name) ? new Response() : fetch(input, init);
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await engine;
    const instance = await WebAssembly.instantiate(module, { ...imports, placeholder: second.placeholders });
    second.joins(instance);
    return { module, instance };
  };
  return () => {
    Object.assign(self, { fetch });
    Object.assign(WebAssembly, { instantiateStreaming });
  };
}

/**
 * Read the table of the snapshot: Pyodide's own header, and the address and length of each run of bytes.
 * @param {Uint8Array<ArrayBuffer>} table
 */
function read({ buffer }) {
  const [headLength, count] = new Uint32Array(buffer, 0, 2);
  const runs = new Uint32Array(buffer, 8, 2 * count);
  return { head: new Uint8Array(buffer, 8 + runs.byteLength, headLength), runs };
}

/**
 * Write the memory of the snapshot over that of the new engine.
 * @param {any} engine
 * @param {Uint8Array} memory the bytes of all runs, one after the other
 * @param {Uint32Array} runs address and length of each
 */
function write(engine, memory, runs) {
  engine.HEAPU8.fill(0, engine._emscripten_stack_get_base(), engine._sbrk(0)); // removes what starting left there
  let at = 0;
  for (let run = 0; run < runs.length; run += 2) {
    engine.HEAPU8.set(memory.subarray(at, at + runs[run + 1]), runs[run]);
    at += runs[run + 1];
  }
}

/**
 * A replacement for Pyodide's `createPyodideModule`, which creates the engine and restores its memory.
 * @param {string} base
 * @param {Bytes} memory
 * @param {Uint32Array} runs
 */
function creator(base, memory, runs) {
  return async (/** @type {object} */ settings) => {
    const { default: create } = await import(`${base}pyodide.asm.mjs`);
    const engine = await create(settings); // the memory may still be on its way
    performance.mark("engine");
    engine.API.rawRun = () => [0, ""]; // would only import modules that are in the memory already
    const bytes = await memory;
    performance.mark("files");
    write(engine, bytes, runs);
    return engine;
  };
}

/**
 * Fetch everything that the start needs, and start. Throws if any of it is damaged or cannot be loaded.
 * @param {string} base
 * @param {() => Promise<ReadableStream<Uint8Array>>} stream of the packed start
 * @param {() => void} onSecondNeeded see `secondHalf`
 */
export async function restore(base, stream, onSecondNeeded) {
  const second = secondHalf(base, BUILD.second, onSecondNeeded);
  const glue = import(`${base}pyodide.asm.mjs`);
  glue.catch(() => undefined); // only to fetch it early: `creator` reports an error
  let contents = obtain(base, stream);
  const [table, engine, memory] = contents;
  const compiled = engine.then((bytes) => WebAssembly.compile(bytes));
  const putBack = provideEngine(base, compiled, second);
  try {
    const { head, runs } = read(await table);
    await compiled;
    const options = {
      indexURL: base,
      lockFileContents: BUILD.lock,
      packageBaseUrl: base,
      createPyodideModule: creator(base, memory, runs),
      _loadSnapshot: head,
    };
    const python = await loadPyodide(/** @type {any} */ (options));
    // All readers restore the same memory, so reseed `random`. Hash seeds stay, as dictionaries depend on them.
    python.runPython("import random; random.seed()");
    return {
      python,
      async keep() {
        await keep(base, parts, contents);
        contents = []; // frees fourteen megabytes
      },
      prefetch: second.fetch,
    };
  } finally {
    putBack();
  }
}
