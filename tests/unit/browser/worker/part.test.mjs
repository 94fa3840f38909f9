// A part counts only with the bytes that the build wrote.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isRight } from "../../../../browser/worker/part.js";
import { partOf, workerScope } from "./scope.mjs";

const bytes = new TextEncoder().encode("what the build wrote");
const part = () => partOf("engine", bytes);
const other = bytes.slice();
other[3] ^= 1;

test("the bytes that the build wrote", async () => {
  workerScope();
  assert.equal(await isRight(bytes, await part()), true);
});

test("any other bytes, of the same size too", async () => {
  workerScope();
  assert.equal(await isRight(other, await part()), false);
  assert.equal(await isRight(bytes.slice(1), await part()), false);
});

test("over a line that isn't safe, only the size is known", async () => {
  workerScope({ isSecureContext: false });
  assert.equal(await isRight(other, await part()), true);
  assert.equal(await isRight(bytes.slice(1), await part()), false);
});
