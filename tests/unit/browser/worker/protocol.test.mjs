// What the page and the worker say to each other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { serve } from "../../../../browser/worker/protocol.js";
import { workerScope } from "./scope.mjs";

const BASE = "https://example.org/runtime/";
const REHEARSALS = 32;

class PythonError extends Error {}

/** A Python that answers, or does something else. @param {(request: string) => string} handle */
function started(handle) {
  const python = {
    globals: { get: () => Object.assign((/** @type {string} */ request) => handle(request), { destroy() {} }) },
    ffi: { PythonError },
    loadedPackages: { calculators: "default channel", xlsxwriter: "default channel" },
    lockfile: { info: { python: "3.14.2" } },
    FS: { stat: () => ({ size: 1 }) },
    loadPackage: async () => {},
  };
  return /** @type {any} */ ({ python, keep: async () => {}, from: "snapshot" });
}

/** A turn of the event loop, after everything that is waiting now. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

test("ready is told only to a page that listens", async () => {
  const page = workerScope();
  serve(BASE, Promise.resolve(started(String)));
  await turn();
  assert.deepEqual(page.heard, []);
  page.say({ listening: true });
  assert.deepEqual(await page.hears(1), [{ ready: true, from: "snapshot" }]);
});

const { CompileError, RuntimeError } = WebAssembly;
for (const [error, kind] of /** @type {[Error, string][]} */ ([
  [new CompileError("unknown opcode"), "old"],
  [new Error(`${BASE}start.xz: 404`), "gone"],
  [new Error(`${BASE}start.xz: 503`), "load"],
  [new Error(`${BASE}start.xz: 4040`), "load"],
  [new TypeError("Failed to fetch"), "load"],
]))
  test(`a start that failed is told when the page listens: ${error}`, async () => {
    const page = workerScope();
    serve(BASE, Promise.reject(error));
    page.say({ id: 1, request: "1", needs: [] });
    await turn();
    assert.deepEqual(page.heard, [], "a question has no answer then");
    page.say({ listening: true });
    assert.deepEqual(await page.hears(1), [{ failed: String(error), kind }]);
  });

test("a ping is answered, also while Python starts", async () => {
  const page = workerScope();
  serve(BASE, new Promise(() => {}));
  page.say({ ping: 7 });
  assert.deepEqual(await page.hears(1), [{ pong: 7 }]);
});

test("questions that came before Python was ready are answered afterwards, in order", async () => {
  const page = workerScope();
  let ready = (/** @type {unknown} */ _) => {};
  serve(
    BASE,
    /** @type {any} */ (
      new Promise((resolve) => {
        ready = resolve;
      })
    ),
  );
  page.say({ id: 1, request: "one", needs: [] });
  page.say({ id: 2, request: "two", needs: ["xlsxwriter"] });
  await turn();
  assert.deepEqual(page.heard, []);
  ready(started((request) => `about ${request}`));
  const replies = [
    { id: 1, reply: "about one" },
    { id: 2, reply: "about two" },
  ];
  assert.deepEqual(await page.hears(2), replies);
});

for (const error of [new RuntimeError("unreachable"), new Error("Pyodide already fatally failed")])
  test(`a crash is dead: ${error}`, async () => {
    const page = workerScope();
    serve(
      BASE,
      Promise.resolve(
        started(() => {
          throw error;
        }),
      ),
    );
    page.say({ id: 3, request: "x", needs: [] });
    assert.deepEqual(await page.hears(1), [{ id: 3, error: String(error), kind: "crash", dead: true }]);
  });

for (const [error, kind] of /** @type {[Error, string][]} */ ([
  [new PythonError("ValueError"), "load"],
  [new Error(`${BASE}library.bin: 404`), "gone"],
]))
  test(`any other error leaves Python alive: ${error}`, async () => {
    const page = workerScope();
    let fail = true;
    serve(
      BASE,
      Promise.resolve(
        started(() => {
          if (fail) throw error;
          return "well";
        }),
      ),
    );
    page.say({ id: 3, request: "x", needs: [] });
    assert.deepEqual(await page.hears(1), [{ id: 3, error: String(error), kind, dead: false }]);
    fail = false;
    page.say({ id: 4, request: "x", needs: [] });
    assert.deepEqual((await page.hears(2))[1], { id: 4, reply: "well" });
  });

/**
 * A worker whose Python notes what it is asked, with time that moves only when a test says so.
 * @param {import("node:test").TestContext} context
 */
function rehearsing({ mock }, answer = (/** @type {string} */ request) => request) {
  const page = workerScope();
  /** @type {string[]} */
  const asked = [];
  const note = (/** @type {string} */ request) => {
    asked.push(request);
    return answer(request);
  };
  mock.timers.enable({ apis: ["setTimeout"] });
  serve(BASE, Promise.resolve(started(note)));
  /** Let time pass, with all that waits for it. @param {number} time in ms */
  const pass = async (time) => {
    await settled();
    mock.timers.tick(time);
    await settled();
  };
  const settled = async () => {
    for (let turns = 0; turns < 10; turns += 1) await Promise.resolve();
  };
  const rehearse = async () => {
    await pass(500);
    for (let count = 0; count < 2 * REHEARSALS; count += 1) await pass(1);
  };
  return { page, asked, pass, rehearse };
}

test("an answer is worked out again when nobody asks, and not for ever", async (context) => {
  const { page, asked, pass, rehearse } = rehearsing(context);
  page.say({ id: 1, request: "first", needs: [], often: true });
  await pass(499);
  assert.deepEqual(asked, ["first"]);
  await rehearse();
  assert.equal(asked.length, 1 + REHEARSALS);
  page.say({ id: 2, request: "second", needs: [], often: true });
  await rehearse();
  assert.deepEqual(asked.slice(1 + REHEARSALS), ["second"]);
  const told = page.heard.map(({ id }) => id);
  assert.deepEqual(told, [1, 2], "a rehearsal is not told");
});

for (const [error, told] of /** @type {[Error, object[]][]} */ ([
  [new RuntimeError("unreachable"), [{ dead: true }]],
  [new PythonError("ValueError"), []],
]))
  test(`a rehearsal that fails is told if it ended Python: ${error}`, async (context) => {
    let count = 0;
    const { page, rehearse } = rehearsing(context, (request) => {
      count += 1;
      if (count > 2) throw error;
      return request;
    });
    page.say({ id: 1, request: "first", needs: [], often: true });
    await rehearse();
    assert.deepEqual(page.heard, [{ id: 1, reply: "first" }, ...told]);
    assert.equal(count, 3, "and the last one");
  });

test("a question ends the rehearsals of an earlier one", async (context) => {
  const { page, asked, pass, rehearse } = rehearsing(context);
  page.say({ id: 1, request: "first", needs: [], often: true });
  await pass(500);
  await pass(1);
  page.say({ id: 2, request: "second", needs: [], often: true });
  await rehearse();
  assert.ok(asked.indexOf("second") < 5);
  assert.ok(!asked.slice(asked.indexOf("second")).includes("first"));
  assert.equal(asked.length, 2 + REHEARSALS);
});

test("a document is not rehearsed: making one may take a second", async (context) => {
  const { page, asked, rehearse } = rehearsing(context);
  page.say({ id: 1, request: "note", needs: [] });
  await rehearse();
  assert.deepEqual(asked, ["note"]);
});

test("keeping is done when Python is there, and may fail", async () => {
  const page = workerScope();
  let kept = () => {};
  const keeps = new Promise((resolve) => {
    kept = () => resolve(undefined);
  });
  const keep = async () => {
    kept();
    throw new Error("no room");
  };
  serve(BASE, Promise.resolve({ ...started(String), keep }));
  page.say({ keep: true });
  await keeps;
  page.say({ ping: 1 });
  assert.deepEqual(await page.hears(1), [{ pong: 1 }]);
});

test("the second half is fetched when the page says so, and may fail", async () => {
  const page = workerScope();
  let asked = 0;
  const prefetch = async () => {
    asked += 1;
    throw new Error("no network");
  };
  serve(BASE, Promise.resolve({ ...started(String), prefetch }));
  page.say({ prefetch: true });
  await turn();
  page.say({ ping: 1 });
  assert.deepEqual(await page.hears(1), [{ pong: 1 }]);
  assert.equal(asked, 1);
});

test("what the page's head sends is for others", async () => {
  const page = workerScope();
  serve(BASE, Promise.resolve(started(String)));
  page.say({ fed: true });
  page.say({ chunk: null });
  await turn();
  assert.deepEqual(page.heard, []);
});
