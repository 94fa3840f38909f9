// A tiny engine, split as the build does it: the second half joins the first, and both go on as one.
// INPUTS: a folder with first.wasm, second.bin and second.json (places in memory).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { secondHalf } from "../../../../browser/worker/second.js";
import { fetching, workerScope } from "./scope.mjs";

const BASE = "https://example.org/runtime/";
const ADDRESS = `${BASE}second.bin`;
const INTEGRITY = "sha256-of-the-second-half";
const read = (/** @type {string} */ name) => new Uint8Array(readFileSync(`${process.env.INPUTS}/${name}`));
const { written, codes } = JSON.parse(readFileSync(`${process.env.INPUTS}/second.json`, "utf-8"));
const first = read("first.wasm");
const packed = read("second.bin");
const TRAVELS = 0x0707; // the constant at `codes`: two sevens

/** What the network gives to a call that can't wait; `status` may change. */
const line = { status: 200, body: packed, asked: 0 };
class XMLHttpRequest {
  status = 0;
  /** @type {ArrayBuffer | undefined} */
  response;
  open() {}
  send() {
    line.asked += 1;
    this.status = line.status;
    this.response = /** @type {ArrayBuffer} */ (line.body.slice().buffer);
  }
}

/** The first half, started, and the second to come. */
function start(integrity = INTEGRITY) {
  Object.assign(line, { status: 200, body: packed, asked: 0 });
  const { fetch, asked } = fetching(() => new Response(packed));
  workerScope({ fetch, XMLHttpRequest });
  const told = { times: 0 };
  const second = secondHalf(BASE, integrity, () => {
    told.times += 1;
  });
  const imports = /** @type {any} */ ({ env: { tell() {} }, placeholder: second.placeholders });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(first), imports);
  second.joins(instance);
  const engine = /** @type {any} */ (instance.exports);
  return { second, engine, told, asked, memory: () => new DataView(engine.memory.buffer) };
}

test("a first half on its own needs no second", () => {
  const { engine, told } = start();
  assert.equal(engine.often(41), 42);
  assert.deepEqual([engine.count.value, told.times, line.asked], [1, 0, 0]);
});

test("a function of the second half brings it in through the table, and all goes on", () => {
  const { engine, told, memory } = start();
  engine.often(1);
  assert.equal(memory().getUint16(codes, true), 0, "travels with the second half");
  const at = codes - written;
  assert.equal(engine.both(at - 1), TRAVELS);
  assert.equal(engine.count.value, 1 + 1 + 10, "one global for both");
  assert.equal(memory().getUint16(0, true), 77, "one memory for both");
  assert.equal(memory().getUint16(codes, true), TRAVELS);
  assert.equal(engine.rare(at), TRAVELS);
  assert.equal(engine.__indirect_function_table.get(2)(at), TRAVELS);
  assert.deepEqual([told.times, line.asked], [1, 1], "once");
});

test("who kept the function that brings it in, still gets the answer", () => {
  const { engine, told } = start();
  const early = engine.__indirect_function_table.get(2);
  const at = codes - written;
  assert.deepEqual([early(at), early(at), engine.rare(at)], [TRAVELS, TRAVELS, TRAVELS]);
  assert.deepEqual([told.times, line.asked], [1, 1], "once");
});

test("what was written since is kept, where the second half brings nothing", () => {
  const { engine, memory } = start();
  memory().setUint32(200_000, 12345, true);
  memory().setUint32(100, 54321, true);
  engine.rare(0);
  assert.equal(memory().getUint32(200_000, true), 12345);
  assert.equal(memory().getUint32(100, true), 54321);
});

test("every table of references is the same in both halves", () => {
  const { engine } = start();
  const mark = { kept: true };
  engine.put(mark);
  assert.equal(engine.text(), mark);
  assert.equal(engine.other(), mark);
});

test("fetched beforehand, it is checked by the browser and asked for no more", async () => {
  const { second, engine, told, asked } = start();
  await second.fetch();
  await second.fetch();
  assert.deepEqual(asked, [[ADDRESS, { integrity: INTEGRITY }]]);
  assert.equal(told.times, 0, "at hand is not needed");
  assert.equal(engine.rare(codes - written), TRAVELS);
  assert.deepEqual([told.times, line.asked], [1, 0]);
});

test("where the first half is the whole engine, there is nothing to fetch", async () => {
  const { second, asked } = start("");
  await second.fetch();
  assert.deepEqual(asked, []);
});

for (const [status, body] of /** @type {[number, Uint8Array<ArrayBuffer>][]} */ ([
  [404, packed],
  [503, packed],
]))
  test(`a second half that can't be had (${status}) is told with its address, and asked for again`, () => {
    const { engine } = start();
    engine.often(1);
    Object.assign(line, { status, body });
    assert.throws(
      () => engine.both(codes - written - 1),
      (/** @type {Error} */ error) =>
        error instanceof WebAssembly.RuntimeError && error.message.includes(`${ADDRESS}: ${status}`),
    );
    line.status = 200;
    assert.equal(engine.both(codes - written - 1), TRAVELS);
    assert.equal(line.asked, 2);
    assert.equal(engine.count.value, 1 + 1 + 1 + 10, "Python's state is kept");
  });

test("a page in its place is refused, and it is asked for again", () => {
  const { engine } = start();
  line.body = new TextEncoder().encode("<!doctype html><title>Log in</title>");
  assert.throws(() => engine.rare(codes - written));
  line.body = packed;
  assert.equal(engine.rare(codes - written), TRAVELS);
});
