// Files packed with gzip.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { fetchPacked, fetchPackedNow, unpack } from "../../../../browser/worker/packed.js";
import { fetching, workerScope } from "./scope.mjs";

const ADDRESS = "https://example.org/second.bin";
const plain = new TextEncoder().encode("functions ".repeat(999));
const packed = new Uint8Array(gzipSync(plain));

test("unpacks, and refuses what is damaged", () => {
  assert.deepEqual(unpack(packed), plain);
  assert.throws(() => unpack(new TextEncoder().encode("<!doctype html>")));
});

test("the browser checks the hash that the build gave", async () => {
  const { fetch, asked } = fetching(() => new Response(packed));
  workerScope({ fetch });
  assert.deepEqual(await fetchPacked(ADDRESS, "sha256-abc"), plain);
  assert.deepEqual(asked, [[ADDRESS, { integrity: "sha256-abc" }]]);
});

for (const status of [404, 503])
  test(`${status} is told with the address`, async () => {
    workerScope({ fetch: fetching(() => new Response("", { status })).fetch });
    await assert.rejects(fetchPacked(ADDRESS), new Error(`${ADDRESS}: ${status}`));
  });

/** @param {number} status @param {Uint8Array} body */
function request(status, body) {
  /** @type {unknown[]} */
  const opened = [];
  class XMLHttpRequest {
    status = 0;
    /** @type {ArrayBuffer | undefined} */
    response;
    /** @param {unknown[]} how */
    open(...how) {
      opened.push(how);
    }
    send() {
      this.status = status;
      this.response = /** @type {ArrayBuffer} */ (body.slice().buffer);
    }
  }
  workerScope({ XMLHttpRequest });
  return opened;
}

test("at once, without going back to the event loop", () => {
  const opened = request(200, packed);
  assert.deepEqual(fetchPackedNow(ADDRESS), plain);
  assert.deepEqual(opened, [["GET", ADDRESS, false]]);
});

test("at once, and it isn't there", () => {
  request(404, new Uint8Array());
  assert.throws(() => fetchPackedNow(ADDRESS), new Error(`${ADDRESS}: 404`));
});
