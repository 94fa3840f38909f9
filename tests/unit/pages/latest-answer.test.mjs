// Asking about the newest values of a form, one question at a time.
import assert from "node:assert/strict";
import test from "node:test";
import { LatestAnswer } from "../../../docs/assets/js/latest-answer.js";

/** @typedef {{ promise: Promise<string>, resolve: (reply: string) => void, reject: (error: unknown) => void }} Question */

/** A form whose answers the test gives. */
function form() {
  /** @type {string[]} */
  const told = [];
  /** @type {Question[]} */
  const questions = [];
  const made = { told, questions, typed: "1" };
  const answer = new LatestAnswer({
    values: () => ({ fte: made.typed }),
    ask: ({ fte }) => {
      told.push(`asked ${fte}`);
      questions.push(question());
      return /** @type {Question} */ (questions.at(-1)).promise;
    },
    show: (reply) => void told.push(`shown ${reply}`),
    fail: (error) => void told.push(`failed ${error}`),
    markOld: () => void told.push("old"),
  });
  return { ...made, answer, type: (/** @type {string} */ fte) => type(made, answer, fte) };
}

/** A promise that the test settles. @returns {Question} */
function question() {
  /** @type {any} */
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

/**
 * @param {{ typed: string }} made
 * @param {LatestAnswer<string>} answer
 * @param {string} fte
 */
function type(made, answer, fte) {
  made.typed = fte;
  return answer.request();
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test("what came meanwhile is asked next, and the answer to older values is not shown", async () => {
  const { type, questions, told } = form();
  type("1");
  type("2");
  type("3");
  questions[0].resolve("one");
  await settled();
  questions[1].resolve("three");
  await settled();
  assert.deepEqual(told, ["asked 1", "asked 3", "shown three"]);
});

test("values that are again those that were sent are not asked about twice", async () => {
  const { type, questions, told } = form();
  type("1");
  type("2");
  type("1");
  questions[0].resolve("one");
  await settled();
  assert.deepEqual(told, ["asked 1", "shown one"]);
});

test("a failure is told, unless newer values are still to be asked about", async () => {
  const { type, questions, told } = form();
  type("1");
  type("2");
  questions[0].reject("one");
  await settled();
  questions[1].reject("two");
  await settled();
  assert.deepEqual(told, ["asked 1", "asked 2", "failed two"]);
});

test("a failure that cannot be told does not stop later questions", async () => {
  const { type, questions, told, answer } = form();
  answer.asker.fail = () => {
    throw new Error("cannot tell");
  };
  const first = type("1");
  questions[0].reject("one");
  await assert.rejects(first, /cannot tell/);
  type("2");
  questions[1].resolve("two");
  await settled();
  assert.deepEqual(told, ["asked 1", "asked 2", "shown two"]);
});

test("what is shown is marked as old once, when an answer is late", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { type, questions, told } = form();
  type("1");
  context.mock.timers.tick(100);
  type("2");
  context.mock.timers.tick(100);
  assert.deepEqual(told, ["asked 1", "old"]);
  questions[0].resolve("one");
});
