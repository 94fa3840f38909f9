// The service worker: it makes a second visit start at once, and work without a network. As long as the network
// answers, readers never get an old page.
//
// The runtime's folder is named after its contents, and the names of the theme's files have a hash, so these never
// change. Everything else is requested from the network first, and kept for when there is none.
//
// Other copies of the site and other applications may be on the same origin. The names of our caches have the path of
// the site in them, and no other cache is touched.

/** @typedef {Event & { waitUntil: (work: Promise<unknown>) => void }} WaitEvent */
/** @typedef {WaitEvent & { request: Request, respondWith: (answer: Promise<Response>) => void }} AskEvent */
/** @typedef {{ keep: string[], script?: string }} Wish addresses to keep, and the script of this deployment's pages */

const worker = /** @type {any} */ (self);
/** @type {string} */
const scope = worker.registration.scope;
const OURS = `verbindingsambassadeur:${new URL(scope).pathname}:`;
const PAGES = `${OURS}pages`;
const VERSIONS = 2; // of the runtime are kept: this one, and the one before it
const PATIENCE = 3000; // ms of silence from the network, when there is a kept copy
const NEVER_CHANGES = /^assets\/(runtime\/[0-9a-f]{16}\/|.*\.[0-9A-Za-z]{8}\.min\.(js|css)$)/;
const SCRIPT = /<script type="module" src="([^"]+)"/g;
/** @type {[RegExp, RegExp][]} the media type that belongs to an address; the rest may be anything but a page */
const TYPES = [
  [/(^|\/|\.html)$/, /^text\/html\b/],
  [/\.m?js$/, /^(text|application)\/(x-)?javascript\b/],
  [/\.css$/, /^text\/css\b/],
  [/\.json$/, /^(application|text)\/json\b/],
  [/\.xml$/, /^(application|text)\/xml\b/],
  [/\.(svg|png)$/, /^image\//],
  [/./, /^(?!text\/html)/],
];

/**
 * The path of an address within the site, without query and hash; nothing if it is outside the site.
 * @param {string} url
 */
function pathOf(url) {
  const [bare] = url.split(/[?#]/);
  return bare.startsWith(scope) ? bare.slice(scope.length) : undefined;
}

/** @param {string} path */
const isPage = (path) => TYPES[0][0].test(path);

/**
 * Whether this worker answers for a path: those of pages, and of files that each copy of the site has itself.
 * @param {string | undefined} path
 */
const concernsUs = (path) =>
  path !== undefined && (isPage(path) || /^(assets|search)\/|^(sitemap\.xml|search\.json)$/.test(path));

/**
 * The cache for a path: of one version of the runtime, or of everything else.
 * @param {string} path
 */
const cacheFor = (path) => OURS + (path.match(/^assets\/runtime\/([0-9a-f]{16})\//)?.[1] ?? "pages");

/**
 * @param {string} path
 * @param {Response} answer
 */
function hasRightType(path, answer) {
  const type = answer.headers.get("Content-Type") ?? "";
  return Boolean(TYPES.find(([address]) => address.test(path))?.[1].test(type));
}

/**
 * Whether this is a page of this copy of the site: it loads the script in our own folder. A login page of a network, an
 * error page of a host and a page of another copy do not.
 * @param {string} path
 * @param {string} html
 */
const isOurPage = (path, html) =>
  [...html.matchAll(SCRIPT)].some(([, script]) => new URL(script, scope + path).href.startsWith(`${scope}assets/`));

/**
 * Whether an answer is what the address stands for.
 * @param {string} path
 * @param {Response} answer
 */
async function isRight(path, answer) {
  if (answer.status !== 200 || answer.redirected || answer.type !== "basic" || !hasRightType(path, answer))
    return false;
  return !isPage(path) || isOurPage(path, await answer.clone().text());
}

/**
 * Keep an answer if it is right, and forget a page that no longer exists. The address is kept without query and hash,
 * so without anybody's figures.
 * @param {string} path
 * @param {Response} answer
 */
async function keep(path, answer) {
  const name = cacheFor(path);
  const gone = answer.status === 404 || answer.status === 410;
  if (gone && (await caches.has(name))) await (await caches.open(name)).delete(scope + path);
  if (!(await isRight(path, answer))) return;
  const whole = await copied(answer);
  const cache = await caches.open(name);
  await cache.put(scope + path, whole).catch(() => dropVersions([name])); // no room: perhaps the next time
}

/**
 * A copy of an answer with its whole body. A cache that stores a body while it arrives is blocked until the end, which
 * may never come if the page is left meanwhile.
 * @param {Response} answer
 */
async function copied(answer) {
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name); // of what came over the line
  return new Response(await answer.blob(), { headers });
}

/**
 * The kept copy for a path, if it has the right type.
 * @param {string} path
 */
async function kept(path) {
  const found = await caches.match(scope + path, { cacheName: cacheFor(path) });
  return found && hasRightType(path, found) ? found : undefined;
}

/**
 * The network's answer or the kept copy, whichever is better. A reader who opens a page gets whatever the network
 * shows, as it may ask for a login, but not the error of a host that is ill or too busy.
 * @param {Request} request
 * @param {Response} answer
 * @param {Response | undefined} copy
 */
async function better(request, answer, copy) {
  const path = pathOf(request.url) ?? "";
  if (!copy || answer.status === 404 || answer.status === 410) return answer;
  if (answer.status >= 500 || answer.status === 429) return copy;
  return request.mode === "navigate" || (await isRight(path, answer)) ? answer : copy;
}

/**
 * Ask the network, and not the browser's own cache, which may keep an old copy for as long as the host allows.
 * @param {Request} request
 * @param {WaitEvent} event
 */
async function ask(request, event) {
  const path = pathOf(request.url) ?? "";
  const asked = fetch(request, NEVER_CHANGES.test(path) ? {} : { cache: "no-cache" });
  event.waitUntil(asked.then((answer) => keep(path, answer.clone())).catch(() => undefined));
  return asked;
}

/**
 * @param {Request} request
 * @param {WaitEvent} event
 */
async function answer(request, event) {
  const path = pathOf(request.url) ?? "";
  if (NEVER_CHANGES.test(path)) return (await kept(path)) ?? ask(request, event);
  const asked = ask(request, event);
  const copy = await kept(path).catch(() => undefined);
  const given = asked.then(
    (found) => better(request, found, copy),
    (error) => copy ?? Promise.reject(error),
  );
  if (!copy) return given;
  return Promise.race([given, new Promise((resolve) => setTimeout(resolve, PATIENCE, copy))]);
}

/**
 * Forget all versions of the runtime but these.
 * @param {string[]} names
 */
async function dropVersions(names) {
  for (const name of await caches.keys())
    if (name.startsWith(OURS) && name !== PAGES && !names.includes(name)) await caches.delete(name);
}

/** The pages that are kept, by path, each with its text. */
async function keptPages() {
  const cache = await caches.open(PAGES);
  const found = (await cache.keys()).map(({ url }) => pathOf(url) ?? "").filter(isPage);
  const texts = found.map(async (path) => (await cache.match(scope + path))?.text() ?? "");
  return new Map((await Promise.all(texts)).map((text, index) => [found[index], text]));
}

/**
 * Forget files that no kept page uses any more, and all but the newest versions of the runtime, whose caches come last.
 */
async function tidy() {
  const versions = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== PAGES);
  await dropVersions(versions.slice(-VERSIONS));
  const texts = [...(await keptPages()).values()];
  const cache = await caches.open(PAGES);
  for (const { url } of await cache.keys()) {
    const name = url.split("/").at(-1) ?? "";
    if (NEVER_CHANGES.test(pathOf(url) ?? "") && !texts.some((text) => text.includes(name))) await cache.delete(url);
  }
}

/**
 * Keep the addresses that are missing. With the script of this deployment, also fetch again the kept pages of an
 * earlier deployment, whose script may be gone, and forget what nothing uses any more.
 * @param {Wish} wish
 * @param {WaitEvent} event
 */
async function fulfil({ keep, script }, event) {
  for (const url of keep) {
    const path = pathOf(url);
    if (path !== undefined && concernsUs(path) && !(await kept(path))) await askAndWait(new Request(url), event);
  }
  if (!script) return;
  for (const [path, text] of await keptPages())
    if (!text.includes(script)) await askAndWait(new Request(scope + path), event);
  await tidy();
}

/**
 * Ask the network for something and wait until it is kept.
 * @param {Request} request
 * @param {WaitEvent} event
 */
async function askAndWait(request, event) {
  /** @type {Promise<unknown>[]} */
  const work = [];
  const collect = /** @type {any} */ ({ waitUntil: (/** @type {Promise<unknown>} */ part) => work.push(part) });
  await ask(request, collect).catch(() => undefined);
  event.waitUntil(Promise.all(work));
  await Promise.all(work);
}

/** Forget kept copies of the wrong type. */
async function heal() {
  for (const name of (await caches.keys()).filter((key) => key.startsWith(OURS))) {
    if (!(await caches.has(name))) continue; // dropped meanwhile; opening it would create it again
    const cache = await caches.open(name);
    const [requests, answers] = await Promise.all([cache.keys(), cache.matchAll()]); // in the same order, and at once
    for (const [index, { url }] of requests.entries())
      if (answers[index] && !hasRightType(pathOf(url) ?? "", answers[index])) await cache.delete(url);
  }
}

/**
 * Whether a cache of version 1, whose name did not have the path of the site, is certainly of this copy.
 * @param {string} name
 */
async function isOldOfOurs(name) {
  const cache = await caches.open(name);
  const all = await cache.keys();
  const paths = all.map(({ url }) => pathOf(url) ?? "?");
  if (name !== "pages") return all.length > 0 && paths.every((path) => path.startsWith(`assets/runtime/${name}/`));
  const ofPages = paths.filter(isPage).map(async (path) => {
    const found = await cache.match(scope + path);
    return Boolean(found && isOurPage(path, await found.text()));
  });
  return ofPages.length > 0 && paths.every(concernsUs) && (await Promise.all(ofPages)).every(Boolean);
}

/** Remove the caches of version 1 that are certainly of this copy. */
async function removeOld() {
  const names = (await caches.keys()).filter((name) => /^(pages|[0-9a-f]{16})$/.test(name));
  for (const name of names) if (await isOldOfOurs(name)) await caches.delete(name);
}

/**
 * The static routes, for browsers that have them: files that never change come from our cache without starting this
 * worker. Pages have no route, as a race with the network could give an old copy from the browser's own cache.
 */
function routes() {
  const version = new URL(worker.location.href).searchParams.get("runtime");
  const route = (/** @type {string} */ path, /** @type {string} */ cacheName) => ({
    condition: { urlPattern: new URL(path, scope).href },
    source: { cacheName },
  });
  const hashed = ["bundle/*", "javascripts/bundle.*", "javascripts/workers/search.*", "stylesheets/*"];
  const all = hashed.map((path) => route(`assets/${path}`, PAGES));
  return version ? [...all, route(`assets/runtime/${version}/*`, OURS + version)] : all;
}

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.addRoutes?.(routes())?.catch(() => undefined);
  worker.skipWaiting();
});
worker.addEventListener("activate", (/** @type {WaitEvent} */ event) => {
  event.waitUntil(worker.clients.claim());
  event.waitUntil(removeOld().catch(() => undefined));
});

/** @type {Promise<void> | undefined} `heal`, once for each start of this worker, with its first page */
let healed;
worker.addEventListener("fetch", (/** @type {AskEvent} */ event) => {
  const { request } = event;
  if (request.method !== "GET" || !concernsUs(pathOf(request.url))) return;
  if (request.mode !== "navigate") return event.respondWith(answer(request, event));
  healed ??= heal().catch(() => undefined);
  event.respondWith(Promise.all([answer(request, event), healed]).then(([given]) => given));
});

// A page sends the addresses that it loaded before this worker was active, and those for visits without a network.
worker.addEventListener("message", (/** @type {WaitEvent & { data: Wish, ports: MessagePort[] }} */ event) => {
  if (!event.data?.keep) return;
  const work = fulfil(event.data, event).catch(() => undefined);
  event.waitUntil(work.then(() => event.ports[0]?.postMessage("kept")));
});
