// The packed start as the page's head passes it on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { stream } from "../../../../browser/worker/fed.js";
import { bytesOf, fetching, workerScope } from "./scope.mjs";

const ADDRESS = "https://example.org/start.xz";
const text = (/** @type {string} */ words) => new TextEncoder().encode(words);
const fetched = () => fetching(() => new Response("from the network"));

test("a worker that is not fed fetches", async () => {
  const { fetch, asked } = fetched();
  workerScope({ fetch });
  assert.deepEqual(await bytesOf(await stream(ADDRESS)()), text("from the network"));
  assert.deepEqual(asked, [[ADDRESS, undefined]]);
});

test("a start that isn't there is told with its address", async () => {
  workerScope({ fetch: fetching(() => new Response("", { status: 404 })).fetch });
  await assert.rejects(stream(ADDRESS)(), new Error(`${ADDRESS}: 404`));
});

test("nothing is fetched before it is asked for", async () => {
  const { fetch, asked } = fetched();
  workerScope({ fetch });
  stream(ADDRESS);
  await new Promise(setImmediate);
  assert.deepEqual(asked, []);
});

test("pieces come in their order, also those that came before they are read", async () => {
  const { fetch, asked } = fetched();
  const { say } = workerScope({ fetch, name: "fed" });
  const open = stream(ADDRESS);
  say({ fed: true });
  say({ chunk: text("one ") });
  const bytes = bytesOf(await open());
  say({ chunk: text("two ") });
  say({ request: "{}", id: 1 });
  say({ chunk: text("three") });
  say({ chunk: null });
  assert.deepEqual(await bytes, text("one two three"));
  assert.deepEqual(asked, []);
});

test("a head that has nothing to pass on leaves it to the worker", async () => {
  const { fetch } = fetched();
  const { say } = workerScope({ fetch, name: "fed" });
  const open = stream(ADDRESS);
  say({ fed: false });
  assert.deepEqual(await bytesOf(await open()), text("from the network"));
});

test("a head that fails before the first piece leaves it to the worker", async () => {
  const { fetch } = fetched();
  const { say } = workerScope({ fetch, name: "fed" });
  const open = stream(ADDRESS);
  say({ fed: false, chunk: null });
  assert.deepEqual(await bytesOf(await open()), text("from the network"));
});

test("a head that fails halfway ends the stream: its length tells", async () => {
  const { say } = workerScope({ name: "fed" });
  const open = stream(ADDRESS);
  say({ fed: true });
  say({ chunk: text("half") });
  say({ fed: false, chunk: null });
  assert.deepEqual(await bytesOf(await open()), text("half"));
});

test("what comes after a damaged piece is not read, and does no harm", async () => {
  const { say } = workerScope({ name: "fed" });
  const open = stream(ADDRESS);
  say({ fed: true });
  const pieces = await open();
  await pieces.cancel();
  assert.equal(say({ chunk: text("more") }), true);
  assert.equal(say({ chunk: null }), true);
});
