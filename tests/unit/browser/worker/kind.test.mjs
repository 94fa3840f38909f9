// A worker of modules says so by itself.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { workerScope } from "./scope.mjs";

const { heard } = workerScope();
const worker = /** @type {any} */ (self);
const before = worker.postMessage;

beforeEach(() => import("../../../../browser/worker/kind.js"));

test("what asks for the kind of worker gets the answer of a worker of modules, without the browser", () => {
  assert.throws(() => worker.importScripts("data:text/javascript,"), TypeError);
});

test("so it does however it asks, as Pyodide in the bundle and in its engine's script", () => {
  assert.throws(() => globalThis.self && worker.importScripts(), TypeError);
});

test("nothing else of the worker changes, and the page hears nothing", () => {
  assert.equal(worker.postMessage, before);
  assert.deepEqual(heard, []);
});
