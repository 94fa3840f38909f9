// What a browser offers to the worker's modules, as far as they use it, in Node.

const real = { fetch: globalThis.fetch };

/**
 * A worker's global scope. `heard` holds what the worker said, in order; `hears` waits for that many messages.
 * @param {Record<string, unknown>} [offers] what else is there: `caches`, `fetch`, `name`, `isSecureContext`
 */
export function workerScope(offers = {}) {
  /** @type {any[]} */
  const heard = [];
  const scope = new EventTarget();
  let wake = () => {};
  const postMessage = (/** @type {unknown} */ message) => {
    heard.push(message);
    wake();
  };
  const settings = { caches: undefined, fetch: real.fetch, name: "", isSecureContext: true, ...offers };
  Object.assign(scope, settings, { postMessage });
  Object.defineProperty(globalThis, "caches", { value: settings.caches, configurable: true, writable: true });
  Object.assign(globalThis, { self: scope, fetch: settings.fetch, XMLHttpRequest: offers.XMLHttpRequest });
  return {
    heard,
    /** The page says something to the worker. @param {unknown} data */
    say: (data) => scope.dispatchEvent(Object.assign(new Event("message"), { data })),
    /** @param {number} count @returns {Promise<any[]>} */
    async hears(count) {
      while (heard.length < count)
        await new Promise((resolve) => {
          wake = () => resolve(undefined);
        });
      return heard;
    },
  };
}

/** A cache storage in memory; `full` makes it refuse to keep anything. */
export class Caches {
  /** @type {Map<string, Map<string, Response>>} */
  all = new Map();
  full = false;

  /** @param {string} name */
  async open(name) {
    if (!this.all.has(name)) this.all.set(name, new Map());
    const entries = /** @type {Map<string, Response>} */ (this.all.get(name));
    return {
      match: async (/** @type {string} */ address) => entries.get(address)?.clone(),
      put: async (/** @type {string} */ address, /** @type {Response} */ response) => {
        if (this.full) throw new DOMException("no room", "QuotaExceededError");
        entries.set(address, response);
      },
    };
  }

  /** @param {string} address @param {{ cacheName: string }} options */
  async match(address, { cacheName }) {
    return this.all.get(cacheName)?.get(address)?.clone();
  }

  /** @param {string} name */
  async delete(name) {
    return this.all.delete(name);
  }
}

/**
 * A `fetch` that gives one answer, and notes what it was asked for.
 * @param {() => Response} answer
 */
export function fetching(answer) {
  /** @type {[string, RequestInit | undefined][]} */
  const asked = [];
  const fetch = async (/** @type {string} */ address, /** @type {RequestInit} */ init) => {
    asked.push([address, init]);
    return answer();
  };
  return { asked, fetch };
}

/**
 * A stream of bytes in pieces of one size.
 * @param {Uint8Array} bytes
 * @param {number} [piece]
 * @returns {ReadableStream<Uint8Array>}
 */
export function streamOf(bytes, piece = bytes.length) {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + piece));
      at += piece;
    },
  });
}

/** All bytes of a stream. @param {ReadableStream<Uint8Array>} stream */
export const bytesOf = async (stream) => new Uint8Array(await new Response(/** @type {any} */ (stream)).arrayBuffer());

/** Everything that an iterator gives. @template T @param {AsyncIterable<T>} source */
export async function all(source) {
  /** @type {T[]} */
  const out = [];
  for await (const one of source) out.push(one);
  return out;
}

/** @param {string} name @param {Uint8Array | Buffer} bytes */
export async function partOf(name, bytes) {
  const digest = Buffer.from(await crypto.subtle.digest("SHA-256", /** @type {any} */ (bytes)));
  return { name, size: bytes.length, sha256: digest.toString("hex") };
}
