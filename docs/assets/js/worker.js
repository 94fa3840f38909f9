// The reader's own Python. Built into the runtime's folder, beside the files it loads, so that all are of one version.
// In: first {listening}, then {id, request, needs} or {keep}; from a page's head also {fed} and {chunk}s.
// Out: {ready}, {failed}, or {id, reply} / {id, error, dead}.

/** @typedef {import("pyodide").PyodideAPI} Pyodide */
/** @typedef {{ id: number, request: string, needs: string[] }} Call */

const base = new URL("./", import.meta.url).href;
const load = self.fetch.bind(self);

/** @typedef {{ name: string, size: number, sha256: string }} Part */
/** @type {Record<string, { size: number, parts: Part[] }>} what is in each packed file, in order, written in by the build */
const PACKED = {};
const VERSION = `verbindingsambassadeur:${new URL("../../../", base).pathname}:${base.split("/").at(-2)}`; // see sw.js

/** @type {() => void} */
let report;
/** A page may start this worker before it listens: what became of the start is told when it does. */
const listening = /** @type {Promise<void>} */ (
  new Promise((resolve) => {
    report = resolve;
  })
);

/** @type {(fed: boolean) => void} */
let decide;
/** Whether the page's head passes on the start, which it may fetch while this worker is being made. */
const fed = self.name === "fed" ? new Promise((resolve) => (decide = resolve)) : Promise.resolve(false);
/** @type {ReadableStreamDefaultController<Uint8Array>} */
let feeding;
const food = new ReadableStream({
  start(controller) {
    feeding = controller;
  },
});

/** @param {{ fed?: boolean, chunk?: Uint8Array | null }} data */
function eat(data) {
  if (data.fed !== undefined) decide(data.fed);
  try {
    if (data.chunk) feeding.enqueue(data.chunk);
    else if (data.chunk === null) feeding.close();
  } catch {
    // what came before was damaged, so nobody reads on
  }
}

/**
 * @param {string} file
 * @returns {Promise<ReadableStream>}
 */
async function body(file) {
  if (file === START && (await fed)) return food;
  const response = await load(base + file);
  if (!response.ok || !response.body) throw new Error(`${file}: ${response.status}`);
  return response.body;
}

/**
 * Browsers hash only for pages that came over a safe line. Over plain http whoever could change a file could change its
 * hash too; what was damaged by chance is then found by the packing's own checksum.
 * @param {BufferSource} bytes
 * @param {Part} part
 */
async function isRight(bytes, { size, sha256 }) {
  if (!self.isSecureContext) return bytes.byteLength === size;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("") === sha256;
}

/**
 * Ends a file that is shorter than it should be with an error; unpacking would wait for the rest for ever.
 * @param {string} file
 */
function complete(file) {
  let left = PACKED[file].size;
  return new TransformStream({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      controller.enqueue(chunk);
    },
    flush(controller) {
      if (left) controller.error(new Error(`${file} is damaged`));
    },
  });
}

/**
 * Fetch a packed file, and give each part of it as soon as it is there, if it is right.
 * @param {string} file
 */
async function* unpacked(file) {
  const [packed, { XzReadableStream }] = await Promise.all([body(file), parts.unpacker]);
  const reader = new XzReadableStream(packed.pipeThrough(complete(file))).getReader();
  let chunk = new Uint8Array();
  try {
    for (const part of PACKED[file].parts) {
      const bytes = new Uint8Array(part.size);
      for (let at = 0; at < part.size; ) {
        if (!chunk.length) chunk = (await reader.read()).value;
        const piece = chunk.subarray(0, part.size - at);
        bytes.set(piece, at);
        at += piece.length;
        chunk = chunk.subarray(piece.length);
      }
      if (!(await isRight(bytes, part))) throw new Error(`${part.name} is damaged`);
      yield bytes;
    }
  } finally {
    reader.cancel().catch(() => undefined); // only one file at a time can be unpacked: let the next begin
  }
}

/**
 * The parts as an earlier visit kept them, unpacked.
 * @param {Part[]} parts
 * @param {Response[]} answers
 */
async function* kept(parts, answers) {
  const bodies = answers.map((answer) => answer.arrayBuffer());
  for (const [index, body] of bodies.entries()) {
    const bytes = new Uint8Array(await body);
    if (!(await isRight(bytes, parts[index]))) {
      await caches.delete(VERSION); // the next visit gets all anew
      throw new Error(`${parts[index].name} is damaged`);
    }
    yield bytes;
  }
}

/**
 * @param {string} file
 * @returns {AsyncGenerator<Uint8Array<ArrayBuffer>>}
 */
async function* obtain(file) {
  const { parts } = PACKED[file];
  const find = (/** @type {Part} */ { name }) => self.caches?.match(base + name, { cacheName: VERSION });
  const answers = await Promise.all(parts.map(find)).catch(() => []);
  const all = /** @type {Response[]} */ (answers.filter((answer) => answer !== undefined));
  yield* all.length === parts.length ? kept(parts, all) : unpacked(file);
}

/**
 * The parts of a packed file, each as soon as it is there.
 * @param {string} file
 * @returns {Promise<Uint8Array<ArrayBuffer>>[]}
 */
function open(file) {
  const source = obtain(file);
  return PACKED[file].parts.map(async () => (await source.next()).value);
}

/** @param {Promise<Uint8Array<ArrayBuffer>>} part */
const compiled = async (part) => WebAssembly.compile(await part);

/** Keep the parts of the start for the next visit, which then needs not unpack them. */
async function keep() {
  const cache = await caches.open(VERSION);
  for (const [index, { name }] of PACKED[START].parts.entries()) {
    const address = base + name;
    if (!(await cache.match(address))) await cache.put(address, new Response(await parts.start[index]));
  }
  parts.start = []; // another fourteen megabytes that nobody needs any more
  await cache.delete(base + START);
}

// Everything that a first answer needs is asked for at once, before any of it has arrived.
const START = "start.xz";
/** @type {(name: string) => Promise<any>} */
const script = (name) => import(`${base}${name}`);
const parts = {
  unpacker: script("xz.mjs"),
  start: /** @type {Promise<Uint8Array<ArrayBuffer>>[]} */ ([]),
  loader: /** @type {Promise<typeof import("pyodide")>} */ (script("pyodide.mjs")),
  program: script("pyodide.asm.mjs"),
  lock: load(`${base}pyodide-lock.json`).then((response) => response.text()),
};
parts.start = open(START);
let engine = compiled(parts.start[1]);
for (const part of [engine, ...parts.start, ...Object.values(parts)]) Promise.resolve(part).catch(() => undefined); // each is awaited, and reported, below

const LIBRARY = "stdlib.zip.xz";
/** Whether Python came from the snapshot, with the small engine and without files. */
let restored = true;

// Pyodide asks for its files by their stock names, and waits for ever when compiling fails: give it what we have.
self.fetch = async (input, init) => {
  const url = String(input instanceof Request ? input.url : input);
  if (url === `${base}pyodide.asm.wasm`) return new Response();
  if (url === `${base}python_stdlib.zip`) return new Response(restored ? null : await open(LIBRARY)[0]);
  return load(input, init);
};
WebAssembly.instantiateStreaming = async (_, imports) => {
  const module = await engine;
  return { module, instance: await WebAssembly.instantiate(module, imports) };
};

/**
 * Start Python from the memory of one that had everything loaded. These options are Pyodide's own business, and tied to
 * its exact build: our build makes them together, and Pyodide compares the build number in the head.
 */
async function restore() {
  const [table, , memory] = parts.start;
  const words = new Uint32Array((await table).buffer);
  const [headLength, count] = words;
  const runs = words.subarray(2, 2 + 2 * count);
  const head = new Uint8Array(words.buffer, 8 + runs.byteLength, headLength);
  await engine;
  const { default: create } = await parts.program;
  /** @param {object} settings */
  const createPyodideModule = async (settings) => {
    const module = await create(settings); // the memory may still be on its way
    performance.mark("engine");
    module.API.rawRun = () => [0, ""]; // it imports what is in the memory already
    const bytes = await memory;
    performance.mark("files");
    module.HEAPU8.fill(0, module._emscripten_stack_get_base(), module._sbrk(0)); // what starting left there
    let at = 0;
    for (let run = 0; run < runs.length; run += 2) {
      module.HEAPU8.set(bytes.subarray(at, at + runs[run + 1]), runs[run]);
      at += runs[run + 1];
    }
    return module;
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
  engine = compiled(open("pyodide.asm.wasm.xz")[0]);
  await engine;
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
  if (!pyodide.FS.stat(path).size) pyodide.FS.writeFile(path, await open(LIBRARY)[0]);
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

const first = restore().catch(beginInstead);
let python = first;
listening
  .then(() => python)
  .then(
    () => self.postMessage({ ready: true, restored }),
    (error) => self.postMessage({ failed: String(error) }),
  );

const REHEARSALS = 8;
let rehearsed = false;

/**
 * The browser makes functions faster as they run more often. So that the next answers come sooner, work out the first
 * one again, while nobody asks anything.
 * @param {Call} call
 */
async function rehearse(call) {
  rehearsed = true;
  for (let left = REHEARSALS; left; left -= 1) {
    await new Promise((resolve) => setTimeout(resolve)); // questions go first
    await ask(await python, call);
  }
}

/** @param {Call} call */
async function answer(call) {
  if (!(await first.catch(() => false))) return; // it can't start, and says so itself
  try {
    const reply = await ask(await python, call).catch(async (error) => {
      if (!restored || !isCrash(error)) throw error;
      python = beginInstead(error); // the request needs a function that the small engine lacks
      return ask(await python, call);
    });
    self.postMessage({ id: call.id, reply });
    if (!rehearsed && !call.needs.length) rehearse(call).catch(() => undefined);
  } catch (error) {
    self.postMessage({ id: call.id, error: String(error), dead: isCrash(error) });
  }
}

self.onmessage = ({ data }) => {
  if (data.listening) report();
  else if ("fed" in data || "chunk" in data) eat(data);
  else if (data.keep)
    keep().catch(() => undefined); // no room
  else answer(data);
};
