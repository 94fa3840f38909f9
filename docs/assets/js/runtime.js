// One worker with Python for as long as the page is open. It is started again when it fails, when the browser ends it,
// and when a new version of the site takes the place of its files; questions that wait for an answer are asked again.
import { base as first } from "../runtime/location.js";
import { isGone, kindOf, lasts, obstacle, problem, understood } from "./failures.js";

/** @typedef {"idle" | "starting" | "ready" | "failed"} State */
/** @typedef {{ request: string, needs: string[], often: boolean }} Question */
/**
 * @typedef {object} Answering
 * @property {(reply: any) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {number} [since] when the worker was asked
 * @property {boolean} [repeated] whether an earlier worker died over it
 */
/** @typedef {Question & Answering} Waiting */

const START_LIMIT = 60_000; // some networks and policies let a start neither end nor fail
const IDLE = 1000; // ms: longer than between two keystrokes
const LONG_IDLE = 2500; // ms: longer than somebody needs who looks at an answer and types on
const PAUSE = 3000; // ms between two attempts to start, however fast somebody types
const LATE = 2000; // ms after which an answer is late; no calculation takes one second
const SIGN_LIMIT = 4000; // ms in which a worker shows that it lives
const BUSY_LIMIT = 10_000; // the same while it has a question, which it answers in one go
const CALL_LIMIT = 60_000; // what a file may take that only this question needs

const folder = new URL("../runtime/", import.meta.url);
let base = first;
/** @type {Worker | undefined} */
let worker;
/** @type {Promise<void> | undefined} */
let starting;
let nextTry = 0;
/** @type {Map<number, Waiting>} */
const waiting = new Map();
let calls = 0;
/** What the page's head leaves: Python, where it has started that. See browser/worker/early.js. */
const preloaded = /** @type {{ early?: Worker }} */ (globalThis);
const pageState = document.documentElement.dataset;

/**
 * @param {State} state
 * @param {string} [kind]
 */
function show(state, kind) {
  pageState.runtime = state;
  document.dispatchEvent(new CustomEvent("runtime-state", { detail: { state, kind } }));
}

/**
 * A limit in milliseconds, which a test can set on the document.
 * @param {string} name
 * @param {number} standard
 */
const limit = (name, standard) => Number(pageState[name]) || standard;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let idleTimer;

let resting = false;

/** Tell when nobody has asked anything for a second, so that light work can start, and later for heavier work. */
function announceIdle() {
  clearTimeout(idleTimer);
  idleTimer = setTimeout(() => {
    if (waiting.size) return; // its end starts the timer again
    document.dispatchEvent(new Event("runtime-rests"));
    idleTimer = setTimeout(announceLongIdle, LONG_IDLE - IDLE);
  }, IDLE);
}

function announceLongIdle() {
  resting = !waiting.size;
  if (!resting) return;
  tellOnce("prefetch"); // the second half of the engine, before that is needed
  document.dispatchEvent(new Event("runtime-rests-longer"));
}

/** Wait until nobody has asked Python anything for a while. */
export const quiet = () =>
  new Promise((resolve) => {
    if (resting) resolve(undefined);
    else document.addEventListener("runtime-rests-longer", resolve, { once: true });
  });

function drop() {
  worker?.terminate();
  worker = undefined;
  starting = undefined;
  heard();
}

/**
 * @param {number} id
 * @param {Error} error
 */
function rejectCall(id, error) {
  waiting.get(id)?.reject(error);
  waiting.delete(id);
  announceIdle();
}

/** @param {Error} error */
function rejectCalls(error) {
  for (const id of waiting.keys()) rejectCall(id, error);
}

/** @param {number} id */
function send(id) {
  const one = /** @type {Waiting} */ (waiting.get(id));
  one.since = performance.now();
  worker?.postMessage({ id, request: one.request, needs: one.needs, often: one.often });
}

/** @type {{ [what: string]: Worker | undefined }} the worker that was told last */
const told = {};

/**
 * Tell the worker once to do something for later; not for readers who save data.
 * @param {"keep" | "prefetch"} what
 */
function tellOnce(what) {
  if (told[what] === worker || thrifty()) return;
  told[what] = worker;
  worker?.postMessage({ [what]: true });
}

/** The worker answered a question, or cannot. @param {any} data its message */
function answered({ id, reply, error, dead, kind }) {
  if (reply !== undefined) {
    waiting.get(id)?.resolve(JSON.parse(reply));
    waiting.delete(id);
    tellOnce("keep"); // what it started from, for the next visit: a reader may leave soon
  } else if (waiting.has(id)) {
    if (isGone(error, kind)) askNewVersion(id);
    else rejectCall(id, problem("crash", error));
  }
  if (dead) revive();
  watchForLateAnswers();
  announceIdle();
}

/** Python for this version of the site, where workers are allowed. */
function begin() {
  try {
    return preloaded.early ?? new Worker(new URL(`${base}worker.js`, folder), { type: "module" });
  } catch (error) {
    throw problem("place", String(error));
  } finally {
    preloaded.early = undefined;
  }
}

/** @returns {Promise<void>} */
function launch() {
  const fresh = begin();
  worker = fresh;
  show("starting");
  fresh.postMessage({ listening: true });
  for (const id of waiting.keys()) send(id);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(problem("timeout", "start")), limit("runtimeTimeout", START_LIMIT));
    fresh.onerror = (event) => {
      event.preventDefault();
      clearTimeout(timer);
      reject(understood(event.message ?? ""));
      if (worker === fresh && pageState.runtime === "ready") revive();
    };
    fresh.onmessage = ({ data }) => {
      if (worker !== fresh) return; // its last words
      heard();
      if (data.ready || data.failed) clearTimeout(timer);
      if (data.second) pageState.runtimeSecond = "";
      if (data.failed) reject(understood(data.failed, data.kind));
      else if (data.ready) {
        pageState.runtimeFrom = data.from;
        resolve();
      } else if (data.second || data.pong) watchForLateAnswers();
      else answered(data);
    };
  });
}

/** Use the runtime that the site has now, if it is another one than this page knows. Resolves to whether it is. */
async function adoptNewRuntime() {
  try {
    // Past the browser's cache; the service worker asks the network too.
    const answer = await fetch(new URL("location.js", folder), {
      cache: "reload",
      signal: AbortSignal.timeout(10_000),
    });
    const [, found] = (await answer.text()).match(/\bbase = "(\.\/\w+\/)"/) ?? [];
    if (!answer.ok || !found || found === base) return false;
    base = found;
    return true;
  } catch {
    return false;
  }
}

async function attempt() {
  const left = nextTry - performance.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  const found = obstacle();
  if (found) throw found;
  try {
    await launch();
  } catch (error) {
    if (!["gone", "load"].includes(kindOf(error)) || !(await adoptNewRuntime())) throw error;
    worker?.terminate();
    await launch().catch(({ message }) => {
      throw problem("new", message);
    });
  }
}

/** @param {unknown} cause */
function failed(cause) {
  const error = /** @type {import("./failures.js").Problem} */ (cause);
  const outcome = starting;
  drop();
  if (lasts(error)) starting = outcome; // later questions get the same answer
  nextTry = performance.now() + limit("retryPause", PAUSE);
  forget(kindOf(error));
  show("failed", kindOf(error));
  rejectCalls(error);
}

/**
 * What was kept may be what is wrong: the next attempt gets it anew.
 * @param {string} kind
 */
function forget(kind) {
  const name = `verbindingsambassadeur:${new URL("../../", folder).pathname}:${base.split("/")[1]}`;
  if (kind === "load") globalThis.caches?.delete(name).catch(() => undefined);
}

/**
 * Begin loading Python, once; after a failure that may pass, try again.
 * @returns {Promise<void>} settles when Python is ready or can't be
 */
export function start() {
  if (starting) return starting;
  const begun = attempt();
  starting = begun;
  begun
    .then(() => show("ready"), failed)
    .then(watchForLateAnswers)
    .then(announceIdle); // a failure reaches those who ask through `call`
  return begun;
}

/** Start anew and repeat what was asked; but not for ever: what was repeated once may be what stops Python. */
function revive() {
  drop();
  show("idle", "crash");
  for (const [id, call] of waiting) {
    if (call.repeated) rejectCall(id, problem("crash", "no answer"));
    call.repeated = true;
  }
  start();
}

/** @type {Promise<boolean> | undefined} */
let moving;

/**
 * A file that this question needs is gone. Where a new version of the site has come, that answers.
 * @param {number} id
 */
async function askNewVersion(id) {
  moving ??= adoptNewRuntime().then((does) => {
    moving = undefined;
    if (does) {
      drop();
      start();
    }
    return does;
  });
  if (!(await moving)) rejectCall(id, problem("load", "a file is gone"));
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let lateTimer;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let signTimer;

/** Any message from the worker shows that it is alive. */
function heard() {
  clearTimeout(signTimer);
  signTimer = undefined;
}

/** Browsers on phones end a worker without a word. Start another, if it gives no sign of life. */
function askForSign() {
  if (!worker || signTimer || pageState.runtime !== "ready") return;
  worker.postMessage({ ping: true });
  signTimer = setTimeout(revive, waiting.size ? limit("busyLimit", BUSY_LIMIT) : limit("signLimit", SIGN_LIMIT));
}

/** While somebody waits for an answer, make sure from time to time that it can come. */
function watchForLateAnswers() {
  clearTimeout(lateTimer);
  if (!waiting.size) return;
  lateTimer = setTimeout(
    () => {
      const longAgo = performance.now() - limit("callTimeout", CALL_LIMIT);
      for (const [id, { since }] of waiting)
        if (pageState.runtime === "ready" && (since ?? Infinity) < longAgo)
          rejectCall(id, problem("timeout", "no answer"));
      askForSign();
      watchForLateAnswers();
    },
    limit("late", LATE),
  );
}

addEventListener("pageshow", askForSign);
document.addEventListener("visibilitychange", () => document.hidden || askForSign());
addEventListener("online", () => {
  nextTry = 0;
});

/** Whether the reader asked the browser to save data. */
export const thrifty = () => Boolean(/** @type {any} */ (navigator).connection?.saveData);

/** Whether anything was asked on this page. */
export const isAsked = () => calls > 0;

/** @typedef {import("./contract.js").Requests} Requests */
/** @typedef {import("./contract.js").Replies} Replies */

/**
 * Ask Python: a JSON object in, a JSON object out. The question goes at once, also to a Python that is still starting.
 * @template {keyof Requests} Action
 * @param {{ action: Action, needs?: string[] } & Requests[Action]} request `needs` names the packages that it takes
 * @returns {Promise<Replies[Action]>} rejects with the `kind` of problem
 */
export function call(request) {
  const id = ++calls;
  resting = false;
  return new Promise((resolve, reject) => {
    const often = ["figures", "evaluate"].includes(request.action); // at each key; all else is asked for now and then
    waiting.set(id, { request: JSON.stringify(request), needs: request.needs ?? [], often, resolve, reject });
    if (worker) send(id); // else it is asked when it starts
    start().catch((error) => rejectCall(id, error));
    watchForLateAnswers();
  });
}
