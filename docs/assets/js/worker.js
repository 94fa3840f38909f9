// The reader's own Python. Built into the runtime's folder, beside the files it loads, so that all are of one version.
// In: first {listening}, then {id, request, needs}. Out: {ready}, {failed}, or {id, reply} / {id, error, dead}.

/** @typedef {import("pyodide").PyodideAPI} Pyodide */
/** @typedef {{ id: number, request: string, needs: string[] }} Call */

const base = new URL("./", import.meta.url).href;
const load = self.fetch.bind(self);

/** @type {Record<string, string>} of each file beside this one, written in by the build */
const HASHES = {};

/** @type {() => void} */
let report;
/** A page may start this worker before it listens: what became of the start is told when it does. */
const listening = /** @type {Promise<void>} */ (
  new Promise((resolve) => {
    report = resolve;
  })
);

/**
 * Browsers hash only for pages that came over a safe line. Over plain http whoever could change a file could change its
 * hash too; what was damaged by chance is then found by gzip's own checksum.
 * @param {Uint8Array<ArrayBuffer>[]} chunks
 * @param {string} wanted
 */
async function isRight(chunks, wanted) {
  if (!self.isSecureContext) return true;
  const digest = await crypto.subtle.digest("SHA-256", await new Blob(chunks).arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("") === wanted;
}

/**
 * Passes bytes on as they come, but the last of them only if all together have the right hash: compiling can start
 * before everything is there, and nothing damaged can run.
 * @param {string} name
 * @returns {TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>}
 */
function verified(name) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const chunks = [];
  return new TransformStream({
    transform(chunk, controller) {
      if (chunks.length) controller.enqueue(chunks[chunks.length - 1]);
      chunks.push(chunk);
    },
    async flush(controller) {
      if (!(await isRight(chunks, HASHES[name]))) throw new Error(`${name} is damaged`);
      if (chunks.length) controller.enqueue(chunks[chunks.length - 1]);
    },
  });
}

/**
 * Fetch a file that is stored compressed, and give what is inside.
 * @param {string} name
 * @param {string} type
 */
async function unpacked(name, type) {
  const response = await load(base + name);
  if (!response.ok || !response.body) throw new Error(`${name}: ${response.status}`);
  const body = response.body.pipeThrough(verified(name)).pipeThrough(new DecompressionStream("gzip"));
  return new Response(body, { headers: { "Content-Type": type } });
}

/** @param {string} name */
const compiled = async (name) => WebAssembly.compileStreaming(await unpacked(name, "application/wasm"));
/** @param {string} name */
const bytes = async (name) => (await unpacked(name, "application/octet-stream")).arrayBuffer();

// Everything that a first answer needs is asked for at once, before any of it has arrived.
/** @type {(name: string) => Promise<any>} */
const script = (name) => import(`${base}${name}`);
const parts = {
  engine: compiled("engine.wasm.gz"),
  memory: bytes("snapshot.bin.gz"),
  loader: /** @type {Promise<typeof import("pyodide")>} */ (script("pyodide.mjs")),
  program: script("pyodide.asm.mjs"),
  lock: load(`${base}pyodide-lock.json`).then((response) => response.text()),
};
for (const part of Object.values(parts)) part.catch(() => undefined); // each is awaited, and reported, below

/** Whether Python came from the snapshot, with the small engine and without files. */
let restored = true;

// Pyodide asks for its files by their stock names, and waits for ever when compiling fails: give it what we have.
self.fetch = async (input, init) => {
  const url = String(input instanceof Request ? input.url : input);
  if (url === `${base}pyodide.asm.wasm`) return new Response();
  if (url === `${base}python_stdlib.zip`) return restored ? new Response() : unpacked("stdlib.zip.gz", "");
  return load(input, init);
};
WebAssembly.instantiateStreaming = async (_, imports) => {
  const module = await parts.engine;
  return { module, instance: await WebAssembly.instantiate(module, imports) };
};

/**
 * Start Python from the memory of one that had everything loaded. These options are Pyodide's own business, and tied to
 * its exact build: our build makes them together, and Pyodide compares the build number in the head.
 */
async function restore() {
  const [memory] = await Promise.all([parts.memory, parts.engine]);
  performance.mark("files");
  const [headLength, count] = new Uint32Array(memory, 0, 2);
  const runs = new Uint32Array(memory, 8, 2 * count);
  const head = new Uint8Array(memory, 8 + runs.byteLength, headLength);
  const { default: create } = await parts.program;
  /** @param {object} settings */
  const createPyodideModule = async (settings) => {
    const engine = await create(settings);
    engine.HEAPU8.fill(0, engine._emscripten_stack_get_base(), engine._sbrk(0)); // what starting left there
    let at = head.byteOffset + headLength;
    for (let run = 0; run < runs.length; run += 2) {
      engine.HEAPU8.set(new Uint8Array(memory, at, runs[run + 1]), runs[run]);
      at += runs[run + 1];
    }
    performance.mark("engine");
    return engine;
  };
  const { loadPyodide } = await parts.loader;
  const lock = { lockFileContents: parts.lock, packageBaseUrl: base };
  const options = { indexURL: base, ...lock, createPyodideModule, _loadSnapshot: head };
  const pyodide = await loadPyodide(options);
  // The same memory for every reader must not mean the same dice. (Hash seeds stay: every dictionary depends on them.)
  pyodide.runPython("import random; random.seed()");
  performance.mark("ready");
  return pyodide;
}

/** Start Python in the ordinary way: the full engine, and the compiled library. */
async function begin() {
  restored = false;
  parts.engine = compiled("pyodide.asm.wasm.gz");
  await parts.engine;
  const { loadPyodide } = await parts.loader;
  const { default: createPyodideModule } = await parts.program;
  const pyodide = await loadPyodide({ indexURL: base, createPyodideModule, packages: ["calculators"] });
  pyodide.runPython("from calculators.service import handle");
  return pyodide;
}

/** @param {Error} error */
function beginInstead(error) {
  console.info("Python starts in the ordinary way:", error.message);
  return begin();
}

/**
 * Load what only some requests need, and for that the files that a restored Python does not have yet.
 * @param {Pyodide} pyodide
 * @param {string[]} needs
 */
async function provide(pyodide, needs) {
  const path = "/lib/python314.zip";
  if (!pyodide.FS.stat(path).size) pyodide.FS.writeFile(path, new Uint8Array(await bytes("stdlib.zip.gz")));
  await pyodide.loadPackage(["calculators", ...needs], { messageCallback: () => undefined });
}

/**
 * @param {Pyodide} pyodide
 * @param {Call} call
 * @returns {Promise<string>}
 */
async function ask(pyodide, { request, needs }) {
  const handle = pyodide.globals.get("handle");
  if (needs.length) await provide(pyodide, needs);
  try {
    return handle(request);
  } catch (error) {
    if (pyodide.loadedPackages.calculators || !(error instanceof pyodide.ffi.PythonError)) throw error;
    await provide(pyodide, []); // perhaps it wanted to read or import a file
    return handle(request);
  }
}

/** @param {unknown} error */
const isCrash = (error) => error instanceof WebAssembly.RuntimeError || /fatally failed/.test(String(error));

let python = restore().catch(beginInstead);
listening
  .then(() => python)
  .then(
    () => self.postMessage({ ready: true, restored }),
    (error) => self.postMessage({ failed: String(error) }),
  );

/** @param {Call} call */
async function answer(call) {
  try {
    const reply = await ask(await python, call).catch(async (error) => {
      if (!restored || !isCrash(error)) throw error;
      python = beginInstead(error); // the request needs a function that the small engine lacks
      return ask(await python, call);
    });
    self.postMessage({ id: call.id, reply });
  } catch (error) {
    self.postMessage({ id: call.id, error: String(error), dead: isCrash(error) });
  }
}

self.onmessage = ({ data }) => {
  if (data.listening) report();
  else answer(data);
};
