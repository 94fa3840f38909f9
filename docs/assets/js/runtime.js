// One worker with Python for the whole visit: it lives on while the theme swaps pages.
import { base } from "../runtime/location.js";

/** @typedef {"idle" | "starting" | "ready" | "failed"} State */
/** @typedef {"no-wasm" | "timeout" | "load" | "crash"} Kind */
/** @typedef {{ resolve: (reply: any) => void, reject: (error: Error) => void, timer?: ReturnType<typeof setTimeout> }} Waiting */

const CACHE = `verbindingsambassadeur:${new URL("../../", import.meta.url).pathname}:${base.split("/")[1]}`; // see sw.js
const START_LIMIT = 60_000; // without `wasm-unsafe-eval` in the policy, compiling neither ends nor fails
const LULL = 1000; // ms: longer than between two keystrokes
const CALL_LIMIT = 60_000; // no calculation takes a second; a worker that the browser has killed says nothing

/** @type {Worker | undefined} */
let worker;
/** @type {Promise<void> | undefined} */
let starting;
/** @type {Map<number, Waiting>} */
const waiting = new Map();
let calls = 0;
/** What the page's head leaves: Python, where it has started that. See `early.html` of the theme. */
const head = /** @type {{ early?: Worker }} */ (globalThis);

/**
 * @param {State} state
 * @param {Kind} [kind]
 */
function show(state, kind) {
  document.documentElement.dataset.runtime = state;
  document.dispatchEvent(new CustomEvent("runtime-state", { detail: { state, kind } }));
}

/**
 * @param {Kind} kind
 * @param {string} message
 */
const problem = (kind, message) => Object.assign(new Error(message), { kind });

/**
 * A limit in milliseconds, which a test can set on the document.
 * @param {string} name
 * @param {number} standard
 */
const limit = (name, standard) => Number(document.documentElement.dataset[name]) || standard;

/** @param {Error} error */
function stop(error) {
  worker?.terminate();
  worker = undefined;
  starting = undefined;
  for (const [id, { reject, timer }] of waiting) {
    clearTimeout(timer);
    waiting.delete(id);
    reject(error);
  }
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let lull;

/** Tell it when nobody has asked Python anything for a while: what can be done later may be done now. */
function rest() {
  clearTimeout(lull);
  lull = setTimeout(() => waiting.size || document.dispatchEvent(new Event("runtime-rests")), LULL);
}

/** @param {{ id: number, reply?: string, error?: string, dead?: boolean }} message */
function settle({ id, reply, error, dead }) {
  const call = waiting.get(id);
  if (!call) return;
  clearTimeout(call.timer);
  waiting.delete(id);
  if (reply !== undefined) call.resolve(JSON.parse(reply));
  else call.reject(problem("crash", error ?? ""));
  if (dead) crashed(error ?? "");
  rest();
}

/**
 * The next call starts a new worker.
 * @param {string} message
 */
function crashed(message) {
  stop(problem("crash", message));
  show("idle", "crash");
}

/** @returns {Promise<void>} */
function launch() {
  const url = new URL(`${base}worker.js`, new URL("../runtime/", import.meta.url));
  const fresh = head.early ?? new Worker(url, { type: "module" });
  head.early = undefined;
  worker = fresh;
  fresh.postMessage({ listening: true });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(problem("timeout", "start")), limit("runtimeTimeout", START_LIMIT));
    fresh.onerror = (event) => {
      event.preventDefault();
      clearTimeout(timer);
      reject(problem("load", event.message));
      if (worker === fresh && document.documentElement.dataset.runtime === "ready") crashed(event.message);
    };
    fresh.onmessage = ({ data }) => {
      clearTimeout(timer);
      if (data.ready) {
        document.documentElement.dataset.runtimeFrom = data.from;
        resolve();
      } else if (data.failed) reject(problem("load", data.failed));
      else settle(data);
    };
  });
}

/**
 * Begin loading Python, once; after a failure, try again.
 * @returns {Promise<void>} settles when Python is ready or can't be
 */
export function start() {
  if (starting) return starting;
  show("starting");
  const attempt = typeof WebAssembly === "object" ? launch() : Promise.reject(problem("no-wasm", "WebAssembly"));
  starting = attempt.then(
    () => show("ready"),
    (error) => {
      stop(error);
      // What was kept may be what is wrong: the next attempt gets it anew.
      if (error.kind === "load") globalThis.caches?.delete(CACHE).catch(() => undefined);
      show("failed", error.kind);
      throw error;
    },
  );
  starting.then(rest, rest); // who waits for an answer hears of it through the call
  return starting;
}

/** Whether the reader asked the browser to save data. */
export const thrifty = () => Boolean(/** @type {any} */ (navigator).connection?.saveData);

const calculates = () => location.pathname.includes("/rekenhulp/");

/**
 * Start at the first sign that somebody will calculate; on a page that is there to calculate, as soon as the browser has
 * nothing else to do. For who saves data only a question starts it.
 * @param {HTMLElement} root where the signs are seen
 * @param {AbortSignal} signal ends it, when the page is swapped for another
 */
export function startInTime(root, signal) {
  if (thrifty()) return;
  const begin = () => void (signal.aborted || start());
  if (head.early) begin();
  for (const sign of ["focusin", "pointerover", "touchstart"])
    root.addEventListener(sign, begin, { signal, once: true, passive: true });
  const unasked = () => document.hidden || document.documentElement.dataset.runtime !== "idle" || begin();
  if (calculates()) (globalThis.requestIdleCallback ?? setTimeout)(unasked); // Safari has no idle call-back
}

/** Let Python keep what it started from, for the next visit. */
export const keepStart = () => worker?.postMessage({ keep: true });

/**
 * Ask Python: a JSON object in, a JSON object out. The question goes at once, also to a Python that is still starting.
 * @param {{ needs?: string[], [key: string]: unknown }} request
 * @returns {Promise<any>}
 */
export function call(request) {
  const ready = start();
  const id = ++calls;
  return new Promise((resolve, reject) => {
    /** @type {Waiting} */
    const waits = { resolve, reject };
    waiting.set(id, waits);
    worker?.postMessage({ id, request: JSON.stringify(request), needs: request.needs ?? [] });
    const watch = () => {
      if (waiting.has(id)) waits.timer = setTimeout(() => crashed("no answer"), limit("callTimeout", CALL_LIMIT));
    };
    ready.then(watch, () => undefined); // where it can't start, all who wait hear of it
  });
}
