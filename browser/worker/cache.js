// Keeps the parts of the start unpacked in the browser's cache, so that the next visit need not unpack them.
import { isRight } from "./part.js";

/** @typedef {import("./part.js").Part} Part */

/**
 * The name of the cache for one version of the runtime; the service worker uses the same name.
 * @param {string} base address of the runtime's folder: SITE/assets/runtime/VERSION/
 */
export function cacheName(base) {
  const version = base.split("/").at(-2);
  return `verbindingsambassadeur:${new URL("../../../", base).pathname}:${version}`;
}

/**
 * The parts that an earlier visit kept, or nothing if one is missing.
 * @param {string} base
 * @param {Part[]} parts
 * @returns {Promise<Response[] | undefined>}
 */
export async function kept(base, parts) {
  const find = (/** @type {Part} */ { name }) => self.caches?.match(base + name, { cacheName: cacheName(base) });
  const matches = await Promise.all(parts.map(find)).catch(() => []);
  const responses = /** @type {Response[]} */ (matches.filter((response) => response !== undefined));
  return responses.length === parts.length ? responses : undefined;
}

/**
 * The contents of the kept parts. A damaged part throws, and drops the cache so that the next visit fetches all again.
 * @param {string} base
 * @param {Part[]} parts
 * @param {Response[]} responses
 */
export async function* checked(base, parts, responses) {
  const bodies = responses.map((response) => response.arrayBuffer());
  for (const [index, body] of bodies.entries()) {
    const bytes = new Uint8Array(await body);
    if (!(await isRight(bytes, parts[index]))) {
      await caches.delete(cacheName(base));
      throw new Error(`${parts[index].name} is damaged`);
    }
    yield bytes;
  }
}

/**
 * Keep the parts. Throws if there is no room or no cache; the next visit then fetches them again.
 * @param {string} base
 * @param {Part[]} parts
 * @param {Promise<Uint8Array<ArrayBuffer>>[]} contents
 */
export async function keep(base, parts, contents) {
  const cache = await caches.open(cacheName(base));
  for (const [index, { name }] of parts.entries()) {
    const address = base + name;
    if (!(await cache.match(address))) await cache.put(address, new Response(await contents[index]));
  }
}
