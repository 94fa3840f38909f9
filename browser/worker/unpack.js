// Unpacks the start: one xz file with several parts, each of which is checked and used as soon as it has arrived.
import { XzReadableStream } from "xz-decompress";
import { isRight } from "./part.js";

/** @typedef {import("./part.js").Part} Part */

/**
 * A transform that gives an error at the end of a stream that is too short; unpacking would wait for the rest
 * otherwise.
 * @param {number} size in bytes
 * @returns {TransformStream<Uint8Array, Uint8Array>}
 */
function complete(size) {
  let left = size;
  return new TransformStream({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      controller.enqueue(chunk);
    },
    flush(controller) {
      if (left) controller.error(new Error("the start is cut short"));
    },
  });
}

/**
 * A function that reads a given number of bytes from a stream of chunks of any size.
 * @param {ReadableStreamDefaultReader<Uint8Array>} reader
 */
function taker(reader) {
  let rest = new Uint8Array();
  return async (/** @type {number} */ size) => {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; ) {
      if (!rest.length) rest = /** @type {Uint8Array<ArrayBuffer>} */ ((await reader.read()).value ?? fail());
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
  const reader = new XzReadableStream(packed.pipeThrough(complete(size))).getReader();
  const take = taker(reader);
  try {
    for (const part of parts) {
      const bytes = await take(part.size);
      if (!(await isRight(bytes, part))) throw new Error(`${part.name} is damaged`);
      yield bytes;
    }
  } finally {
    reader.cancel().catch(() => undefined); // nothing reads on after a damaged part
  }
}
