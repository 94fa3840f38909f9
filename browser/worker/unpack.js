// Unpacks the start: one xz file with several parts, each of which is checked and used as soon as it has arrived.
import { XzReadableStream } from "xz-decompress";
import { isRight } from "./part.js";

/** @typedef {import("./part.js").Part} Part */

/**
 * The library unpacks inside a `ReadableStream`. Chromium crashes the tab if the reader leaves the page while that stream
 * calls our script. So the library's class gets this parent instead: it returns the object with `start`, `pull` and
 * `cancel`, and we call those ourselves.
 * @param {UnderlyingDefaultSource<Uint8Array>} source
 */
function Steps(source) {
  return source;
}
Object.setPrototypeOf(XzReadableStream, Steps);

/**
 * A stream as far as the library reads it, which gives an error when it ends before its size; unpacking would wait for
 * the rest otherwise.
 * @param {ReadableStreamDefaultReader<Uint8Array>} reader
 * @param {number} size in bytes
 */
function complete(reader, size) {
  let left = size;
  const read = async () => {
    const { done, value } = await reader.read();
    left -= value?.byteLength ?? 0;
    if (done && left) throw new Error("the start is cut short");
    return { done, value };
  };
  return { getReader: () => ({ read, cancel: () => reader.cancel() }) };
}

/**
 * What the library unpacks: `pull` gives the next bytes, or nothing at the end, and `stop` fetches no more.
 * @param {ReadableStream<Uint8Array>} packed
 * @param {number} size in bytes
 */
async function open(packed, size) {
  const reader = packed.getReader();
  const steps = /** @type {any} */ (new XzReadableStream(/** @type {any} */ (complete(reader, size))));
  await steps.start().catch((/** @type {unknown} */ error) => {
    reader.cancel().catch(() => undefined); // nothing will read it
    throw error;
  });
  /** @type {Uint8Array[]} */
  const chunks = [];
  let more = true;
  const controller = {
    enqueue: (/** @type {Uint8Array} */ chunk) => {
      more = true;
      chunks.push(chunk);
    },
    close: () => {
      more = false;
    },
  };
  return {
    async pull() {
      while (more && !chunks.length) {
        more = false; // stays so if `pull` throws: `stop` then cancels the reader itself
        await steps.pull(controller);
      }
      return chunks.shift();
    },
    stop: () => (more ? steps : reader).cancel(),
  };
}

/**
 * A function that reads a given number of bytes from chunks of any size.
 * @param {() => Promise<Uint8Array | undefined>} pull
 */
function taker(pull) {
  let rest = new Uint8Array();
  return async (/** @type {number} */ size) => {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; ) {
      if (!rest.length) rest = /** @type {Uint8Array<ArrayBuffer>} */ ((await pull()) ?? fail());
      const piece = rest.subarray(0, size - at);
      bytes.set(piece, at);
      at += piece.length;
      rest = rest.subarray(piece.length);
    }
    return bytes;
  };
}

/** @returns {never} */
function fail() {
  throw new Error("the start is shorter than its parts");
}

/**
 * The parts of a packed file, one by one. Throws if one of them is damaged.
 * @param {ReadableStream<Uint8Array>} packed
 * @param {number} size of the packed file, in bytes
 * @param {Part[]} parts
 */
export async function* unpacked(packed, size, parts) {
  const { pull, stop } = await open(packed, size);
  const take = taker(pull);
  try {
    for (const part of parts) {
      const bytes = await take(part.size);
      if (!(await isRight(bytes, part))) throw new Error(`${part.name} is damaged`);
      yield bytes;
    }
  } finally {
    stop().catch(() => undefined); // nothing reads on after a damaged part
  }
}
