// What the page and the worker say to each other.
// In: {listening} first, then {id, request, needs}, {ping}, {keep} or {prefetch}. A page's head may send {fed} and {chunk}s before.
// Out: {ready, from}, {failed, kind}, {id, reply}, {id, error, kind, dead}, {pong}, {second}.
import { answer } from "./answers.js";

/** @typedef {import("./answers.js").Call} Call */
/** @typedef {{ python: import("pyodide").PyodideAPI, keep: () => Promise<void>, prefetch: () => Promise<void> }} Started */

/** A reply to the first question is worked out this often: browsers make functions faster as they run more often. */
const REHEARSALS = 8;

/** @param {unknown} error */
const isCrash = (error) => error instanceof WebAssembly.RuntimeError || /fatally failed/.test(String(error));

/**
 * Why something failed, for the page's message: the browser can't compile this, a file of this version of the site is
 * gone, or it could not be fetched.
 * @param {unknown} error
 */
function kindOf(error) {
  if (error instanceof WebAssembly.CompileError) return "old";
  return /: 404\b/.test(String(error)) ? "gone" : "load";
}

/** Work out the first answer again, while nobody asks anything. @param {() => Promise<unknown>} again */
async function rehearse(again) {
  for (let left = REHEARSALS; left; left -= 1) {
    await new Promise((resolve) => setTimeout(resolve)); // questions go first
    await again();
  }
}

/**
 * Answer the page's messages.
 * @param {string} base address of the runtime's folder
 * @param {Promise<Started & { from: string }>} starting
 */
export function serve(base, starting) {
  let rehearsed = false;
  // For tests and for debugging in the browser's console. Errors are reported below.
  starting.then(({ python }) => Object.assign(self, { python })).catch(() => undefined);

  /** @param {Call} call */
  async function reply(call) {
    const started = await starting.catch(() => undefined);
    if (!started) return; // it can't start, and says so itself
    const ask = () => answer(started.python, base, call);
    try {
      self.postMessage({ id: call.id, reply: await ask() });
      if (rehearsed || call.needs.length) return;
      rehearsed = true;
      rehearse(ask).catch(() => undefined);
    } catch (error) {
      const dead = isCrash(error);
      self.postMessage({ id: call.id, error: String(error), kind: dead ? "crash" : kindOf(error), dead });
    }
  }

  /** A page may start this worker before it listens: what became of the start is told when it does. */
  function tell() {
    starting.then(
      ({ from }) => self.postMessage({ ready: true, from }),
      (error) => self.postMessage({ failed: String(error), kind: kindOf(error) }),
    );
  }

  self.addEventListener("message", ({ data }) => {
    if (data.listening) tell();
    else if (data.ping) self.postMessage({ pong: data.ping });
    else if (data.keep)
      starting.then(({ keep }) => keep()).catch(() => undefined); // no room
    else if (data.prefetch)
      starting.then(({ prefetch }) => prefetch()).catch(() => undefined); // no network
    else if (data.request) reply(data);
  });
}
