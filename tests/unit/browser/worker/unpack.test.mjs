// The packed start, as the build packs it, whole and damaged. INPUTS: a folder with start.xz, start.json and its parts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { XzReadableStream } from "xz-decompress";
import { unpacked } from "../../../../browser/worker/unpack.js";
import { all, streamOf, workerScope } from "./scope.mjs";

const read = (/** @type {string} */ name) => new Uint8Array(readFileSync(`${process.env.INPUTS}/${name}`));
const { size, parts } = JSON.parse(readFileSync(`${process.env.INPUTS}/start.json`, "utf-8"));
const packed = read("start.xz");
const contents = parts.map((/** @type {any} */ part) => read(part.name));
const SOON = { timeout: 30_000 };

workerScope();

for (const piece of [997, 65_536, packed.length])
  test(`comes out whole from pieces of ${piece} bytes`, SOON, async () => {
    assert.deepEqual(await all(unpacked(streamOf(packed, piece), size, parts)), contents);
  });

test("gives a part while the rest is still coming", SOON, async () => {
  /** @type {any} */
  let line;
  const stream = new ReadableStream({
    start(controller) {
      line = controller;
    },
  });
  const source = unpacked(stream, size, parts);
  const half = Math.floor(packed.length / 2);
  line.enqueue(packed.slice(0, half));
  assert.deepEqual((await source.next()).value, contents[0]);
  line.enqueue(packed.slice(half));
  line.close();
  assert.deepEqual(await all(source), contents.slice(1));
});

for (const length of [0, 1, 100, Math.floor(packed.length / 2), packed.length - 1000])
  test(`cut short after ${length} bytes`, SOON, async () => {
    await assert.rejects(all(unpacked(streamOf(packed.slice(0, length), 4096), size, parts)), Error);
  });

test("a start that is cut short says so", SOON, async () => {
  const source = unpacked(streamOf(packed.slice(0, 5000), 4096), size, parts);
  await assert.rejects(all(source), /the start is cut short/);
});

test("a damaged start is not fetched to its end", SOON, async () => {
  let cancelled = () => {};
  const stopped = new Promise((resolve) => {
    cancelled = () => resolve(undefined);
  });
  const wrong = packed.slice(0, Math.floor(packed.length / 2));
  wrong[1000] ^= 16;
  const stream = new ReadableStream({ start: (controller) => controller.enqueue(wrong), cancel: () => cancelled() });
  await assert.rejects(all(unpacked(stream, size, parts)), Error);
  await stopped;
});

test("a start that cannot be unpacked is not fetched", SOON, async () => {
  const library = /** @type {any} */ (XzReadableStream);
  const { _moduleInstance } = library;
  library._moduleInstance = undefined;
  library._moduleInstancePromise = Promise.reject(new WebAssembly.CompileError("no room"));
  let cancelled = false;
  const stream = new ReadableStream({
    cancel() {
      cancelled = true;
    },
  });
  await assert.rejects(all(unpacked(stream, size, parts)), WebAssembly.CompileError);
  assert.ok(cancelled);
  library._moduleInstance = _moduleInstance;
});

test("one wrong byte is never passed on", SOON, async () => {
  for (let place = 0; place < 40; place += 1) {
    const at = Math.floor((place * packed.length) / 40);
    const wrong = packed.slice();
    wrong[at] ^= 16;
    await assert.rejects(all(unpacked(streamOf(wrong, 8192), size, parts)), Error, `byte ${at}`);
  }
});

test("parts of another build are damaged", SOON, async () => {
  const others = parts.map((/** @type {any} */ part, /** @type {number} */ index) =>
    index === 1 ? { ...part, sha256: parts[0].sha256 } : part,
  );
  const source = unpacked(streamOf(packed), size, others);
  assert.deepEqual((await source.next()).value, contents[0]);
  await assert.rejects(source.next(), new Error(`${parts[1].name} is damaged`));
});

test("fewer bytes than the parts need", SOON, async () => {
  const larger = [...parts, { ...parts[0], name: "another" }];
  await assert.rejects(all(unpacked(streamOf(packed), size, larger)), /shorter than its parts/);
});
