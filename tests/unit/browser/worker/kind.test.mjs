// A worker of modules says so by itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { workerScope } from "./scope.mjs";

test("what asks for the kind of worker gets the answer of a worker of modules, without the browser", async () => {
  workerScope();
  await import("../../../../browser/worker/kind.js");
  assert.throws(() => /** @type {any} */ (self).importScripts("data:text/javascript,"), TypeError);
});
