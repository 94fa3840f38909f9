// An inline script in the head of pages that calculate. It starts Python with the page, unless the reader saves data or
// the page is hidden, and delays the theme's script, which keeps a slow laptop busy for a second, until Python has
// started.
import { cacheName } from "./cache.js";
import { isEmbedded, mark } from "./embed.js";

const THEME_WAIT = 5000; // ms that the theme's script waits
const UNPAINTED = 500; // ms that the packed start waits for the page to be painted
const { runtime = "", start = "" } = document.currentScript?.dataset ?? {};
const base = new URL(runtime, location.href).href;

/**
 * Resolves at the first frame, or after half a second. Fetching megabytes before the first frame now and then delays it
 * by a second. What the browser tells of paint comes too late: only after the page's scripts have run.
 */
function whenPainted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, UNPAINTED); // nothing is painted in a frame that is out of sight; a slow browser needs the time
  });
}

/**
 * Fetch the packed start while the worker is being created, and pass it on, unless an earlier visit kept it.
 * @param {Worker} worker
 */
async function feed(worker) {
  if (await window.caches?.has(cacheName(base))) return worker.postMessage({ fed: false });
  await whenPainted();
  const response = await fetch(base + start, { priority: "low" });
  if (!response.ok || !response.body) throw new Error(String(response.status));
  const reader = response.body.getReader();
  worker.postMessage({ fed: true });
  for (let part = await reader.read(); !part.done; part = await reader.read())
    worker.postMessage({ chunk: part.value }, [part.value.buffer]);
  worker.postMessage({ chunk: null });
}

/** Start the worker; the page's script finds it in `window.early`. */
function startWorker() {
  const worker = new Worker(`${base}worker.js`, { type: "module", name: start && "fed" });
  const head = /** @type {{ early?: Worker }} */ (/** @type {unknown} */ (window));
  worker.onerror = () => {
    head.early = undefined;
  };
  if (start) feed(worker).catch(() => worker.postMessage({ fed: false, chunk: null }));
  head.early = worker;
}

const themeLoaded = new AbortController();

/** Run the theme's script, once. */
function loadTheme() {
  themeLoaded.abort();
  for (const later of /** @type {NodeListOf<HTMLScriptElement>} */ (
    document.querySelectorAll("script[type='text/later']")
  )) {
    const script = document.createElement("script");
    // The theme waits for the end of parsing, which may have passed.
    script.onload = () => document.readyState !== "loading" && /** @type {any} */ (window).document$.next(document);
    script.src = later.src;
    later.replaceWith(script);
  }
}

/** Run it once the pointer is off the menu: it scrolls that, and a click would land on another link. */
function loadThemeAside() {
  const menu = document.querySelector(".md-sidebar:hover");
  if (menu) menu.addEventListener("pointerleave", loadTheme, { once: true });
  else loadTheme();
}

/** Run the theme's script when Python is idle, after five seconds, or when the reader reaches for the header. */
function scheduleTheme(/** @type {boolean} */ starts) {
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(loadThemeAside);
  for (const sign of ["focusin", "pointerover", "touchstart"])
    addEventListener(sign, ({ target }) => target instanceof Element && target.closest(".md-header") && loadTheme(), {
      passive: true,
      signal: themeLoaded.signal,
    });
  document.addEventListener("runtime-rests", whenIdle, { once: true });
  addEventListener("DOMContentLoaded", () => (starts ? setTimeout(loadThemeAside, THEME_WAIT) : whenIdle()));
}

mark();
const connection = /** @type {any} */ (navigator).connection;
const allowed = self.origin !== "null" && "WebAssembly" in window; // files and frames without an origin have no workers
const starts = allowed && !connection?.saveData && !document.hidden;
if (starts) startWorker();
if (!isEmbedded) scheduleTheme(starts); // a frame shows nothing of the theme's
