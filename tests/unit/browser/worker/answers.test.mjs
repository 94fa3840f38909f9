// How the page's questions are put to Python.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { answer } from "../../../../browser/worker/answers.js";
import { fetching, workerScope } from "./scope.mjs";

const BASE = "https://example.org/runtime/";
const library = new TextEncoder().encode("the library");

class PythonError extends Error {}

/**
 * A Python that was restored: no files yet. `handle` gets what is loaded at the time.
 * @param {(loaded: Record<string, string>, request: string) => string} handle
 */
function restored(handle) {
  const seen = { destroyed: 0, written: /** @type {unknown[]} */ ([]), loaded: /** @type {unknown[]} */ ([]) };
  /** @type {Record<string, string>} */
  const loadedPackages = {};
  const python = {
    globals: {
      get: () =>
        Object.assign((/** @type {string} */ request) => handle(loadedPackages, request), {
          destroy() {
            seen.destroyed += 1;
          },
        }),
    },
    ffi: { PythonError },
    loadedPackages,
    lockfile: { info: { python: "3.14.2" }, packages: { absent: { file_name: "absent.whl" } } },
    FS: {
      stat: () => ({ size: seen.written.length }),
      writeFile: (/** @type {string} */ path, /** @type {Uint8Array} */ bytes) => seen.written.push([path, bytes]),
    },
    loadPackage: async (/** @type {string[]} */ names) => {
      seen.loaded.push(names);
      for (const name of names) if (name !== "absent") loadedPackages[name] = "default channel";
    },
  };
  return { python: /** @type {any} */ (python), seen };
}

const network = () => {
  const { fetch, asked } = fetching(() => new Response(new Uint8Array(gzipSync(library))));
  workerScope({ fetch });
  return asked;
};

test("a question that needs nothing is answered from memory", async () => {
  const asked = network();
  const { python, seen } = restored((_, request) => `about ${request}`);
  assert.equal(await answer(python, BASE, { id: 1, request: "x", needs: [] }), "about x");
  assert.deepEqual([asked, seen.loaded, seen.destroyed], [[], [], 1]);
});

test("what it needs is loaded first, and the library once", async () => {
  const asked = network();
  const { python, seen } = restored((loaded) => Object.keys(loaded).join());
  const call = { id: 1, request: "x", needs: ["xlsxwriter"] };
  assert.equal(await answer(python, BASE, call), "calculators,xlsxwriter");
  await answer(python, BASE, call);
  assert.deepEqual(seen.written, [["/lib/python314.zip", library]]);
  assert.deepEqual(
    asked.map(([address]) => address),
    [`${BASE}library.bin`],
  );
});

test("a package that can't be loaded is named, with its status at the host", async () => {
  const packed = new Uint8Array(gzipSync(library));
  const status = (/** @type {string} */ address) => (address.endsWith(".whl") ? 404 : 200);
  workerScope({ fetch: async (/** @type {string} */ address) => new Response(packed, { status: status(address) }) });
  const { python } = restored(() => "");
  const call = { id: 1, request: "x", needs: ["absent"] };
  await assert.rejects(answer(python, BASE, call), new Error("absent: 404"));
});

test("a Python that misses a file gets all of them and is asked again, once", async () => {
  network();
  const { python, seen } = restored((loaded) => {
    if (!loaded.calculators) throw new PythonError("FileNotFoundError");
    return "found";
  });
  assert.equal(await answer(python, BASE, { id: 1, request: "x", needs: [] }), "found");
  assert.deepEqual([seen.loaded, seen.destroyed], [[["calculators"]], 1]);
  const failing = restored(() => {
    throw new PythonError("ValueError");
  });
  await assert.rejects(answer(failing.python, BASE, { id: 1, request: "x", needs: [] }), /ValueError/);
  assert.deepEqual([failing.seen.loaded, failing.seen.destroyed], [[["calculators"]], 1]);
});

test("an error that isn't Python's own is passed on as it is", async () => {
  network();
  const { python, seen } = restored(() => {
    throw new WebAssembly.RuntimeError("unreachable");
  });
  await assert.rejects(answer(python, BASE, { id: 1, request: "x", needs: [] }), WebAssembly.RuntimeError);
  assert.deepEqual([seen.loaded, seen.destroyed], [[], 1]);
});
