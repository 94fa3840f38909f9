// What the page and the worker say to each other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { serve } from "../../../../browser/worker/protocol.js";
import { workerScope } from "./scope.mjs";

const BASE = "https://example.org/runtime/";
const REHEARSALS = 8;

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

test("the first answer is worked out again, while questions go first", async () => {
  const page = workerScope();
  /** @type {string[]} */
  const asked = [];
  let last = () => {};
  const rehearsed = new Promise((resolve) => {
    last = () => resolve(undefined);
  });
  serve(
    BASE,
    Promise.resolve(
      started((request) => {
        asked.push(request);
        if (asked.length === 2 + REHEARSALS) last();
        return request;
      }),
    ),
  );
  page.say({ id: 1, request: "first", needs: [] });
  await page.hears(1);
  page.say({ id: 2, request: "second", needs: [] });
  await rehearsed;
  assert.deepEqual(asked.slice(0, 2), ["first", "second"]);
  for (let turns = 0; turns < 3; turns += 1) await turn();
  assert.equal(asked.filter((request) => request === "first").length, 1 + REHEARSALS);
  assert.deepEqual(
    page.heard.map(({ id }) => id),
    [1, 2],
    "a rehearsal is not told",
  );
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
