// Makes a second visit start at once, and work without a network. Nobody gets an old page while the network answers.
//
// The runtime's folder is named after its contents, so what is in it stays right as long as that name is in use; the
// theme's files carry a hash in their names too. All else is asked of the network first, and kept for when there is none.

/** @typedef {Event & { waitUntil: (work: Promise<unknown>) => void }} WaitEvent */
/** @typedef {WaitEvent & { request: Request, respondWith: (answer: Promise<Response>) => void }} AskEvent */

const worker = /** @type {any} */ (self);
const PAGES = "pages";
const NEVER_CHANGES = /\.[0-9A-Za-z]{8}\.min\.(js|css)$/;
const { scope } = worker.registration;

/**
 * The cache that an address belongs in: of one version of the runtime, or of everything else.
 * @param {string} url
 */
function cacheFor(url) {
  const [, version = PAGES] = url.slice(scope.length).match(/^assets\/runtime\/([0-9a-f]+)\//) ?? [];
  return version;
}

/**
 * @param {Request} request
 * @param {Response} answer
 */
async function keep(request, answer) {
  const name = cacheFor(request.url);
  // A link that carries somebody's figures is not kept: the page itself is.
  const address = request.mode === "navigate" ? request.url.split(/[?#]/)[0] : request;
  const cache = await caches.open(name);
  if (answer.ok) await cache.put(address, answer);
  else if (answer.status === 404) await cache.delete(address);
  if (name === PAGES) return;
  for (const other of await caches.keys()) if (other !== PAGES && other !== name) await caches.delete(other);
}

/**
 * @param {Request} request
 * @param {RequestInit} [how]
 */
async function fetchAndKeep(request, how) {
  const answer = await fetch(request, how);
  keep(request, answer.clone()).catch(() => undefined); // no room, or no answer that can be kept
  return answer;
}

/** @param {Request} request */
async function answer(request) {
  const cacheName = cacheFor(request.url);
  const kept = () => caches.match(request, { cacheName, ignoreSearch: request.mode === "navigate" });
  if (cacheName !== PAGES || NEVER_CHANGES.test(request.url)) return (await kept()) ?? fetchAndKeep(request);
  // Past the browser's own cache too, which may hold an old copy for as long as the host allows.
  return fetchAndKeep(request, { cache: "no-cache" }).catch(async (error) => {
    const old = await kept();
    if (old) return old;
    throw error;
  });
}

worker.addEventListener("install", (/** @type {any} */ event) => {
  // What never changes comes straight from the cache, where the browser can do that, and needn't wait for this worker.
  const kept = ["assets/runtime/*/*", "assets/*.min.js", "assets/*.min.css"];
  const routes = kept.map((path) => ({ condition: { urlPattern: new URL(path, scope).href }, source: "cache" }));
  event.addRoutes?.(routes)?.catch(() => undefined);
  worker.skipWaiting();
});
worker.addEventListener("activate", (/** @type {WaitEvent} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (/** @type {AskEvent} */ event) => {
  const { request } = event;
  const ours = request.method === "GET" && request.url.startsWith(scope);
  if (ours && !request.url.startsWith(`${scope}livereload/`)) event.respondWith(answer(request));
});

// A page tells what it was made of before this worker was there, and what a visit without a network will need.
worker.addEventListener("message", (/** @type {WaitEvent & { data: { keep: string[] } }} */ event) => {
  const work = async () => {
    for (const url of event.data.keep) {
      if (!(await caches.match(url, { cacheName: cacheFor(url) })))
        await answer(new Request(url)).catch(() => undefined);
    }
  };
  event.waitUntil(work());
});
