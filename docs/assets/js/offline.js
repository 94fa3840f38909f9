// Sees to it that a visit without a network works: registers the service worker, and tells it what to keep.
import { base, files } from "../runtime/location.js";
import { keepStart, thrifty } from "./runtime.js";

const here = (/** @type {string} */ path) => new URL(path, import.meta.url).href;

/** @param {Iterable<string>} urls */
async function keep(urls) {
  const { active } = await navigator.serviceWorker.ready;
  const ours = [...urls].map((url) => url.split("#")[0]).filter((url) => url.startsWith(here("../../")));
  active?.postMessage({ keep: [...new Set(ours)] });
}

/** This page and what it was made of. */
const page = () => [location.href.split("?")[0], ...performance.getEntriesByType("resource").map(({ name }) => name)];

/** Everything: the pages of the guide, and the runtime but for what its worker keeps, and what hardly anybody needs. */
function* all() {
  const links = document.querySelectorAll(".md-nav--primary a[href]");
  for (const link of links) yield/** @type {HTMLAnchorElement} */ (link).href;
  yield here("../../search/search_index.json");
  const apart = ["start.xz", "pyodide.asm.wasm.xz"];
  for (const name of files) if (!apart.includes(name)) yield here(`../runtime/${base}${name}`);
}

/** Where no service worker is allowed, all works as before, but with a network only. */
async function register() {
  await navigator.serviceWorker.register(here("../../sw.js"));
  if (!thrifty()) await keep(page());
}

if ("serviceWorker" in navigator) {
  const quietly = (/** @type {Promise<void>} */ work) => work.catch(() => undefined);
  addEventListener("load", () => quietly(register()), { once: true });
  const later = () => thrifty() || quietly(keep(all()).then(keepStart));
  // The theme's script waits for the same moment, and goes first.
  document.addEventListener("runtime-rests", () => setTimeout(later, 1000), { once: true });
}
