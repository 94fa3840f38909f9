// The messages between the page and the worker.
// In: {listening} first, then {id, request, needs, often}, {ping}, {keep} or {prefetch}. A page's head may send {fed} and {chunk}s before.
// Out: {ready, from}, {failed, kind}, {id, reply}, {id, error, kind, dead}, {dead}, {pong}, {second}.
import { answer } from "./answers.js";

/** @typedef {import("./answers.js").Call} Call */
/**
 * @typedef {{ python: import("pyodide").PyodideAPI, keep: () => Promise<void>, prefetch: () => Promise<void> }} Started
 */

/** How many answers are worked out again when nobody asks: after thirty, browsers have made Python twice as fast. */
const REHEARSALS = 32;
const LULL = 500; // ms without a question before that

/** @param {number} time in ms */
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** @param {unknown} error */
const isCrash = (error) => error instanceof WebAssembly.RuntimeError || /fatally failed/.test(String(error));

/**
 * The kind of failure, for the page's message: the browser cannot compile the engine ("old"), a file of this version of
 * the site no longer exists ("gone"), or one could not be loaded ("load").
 * @param {unknown} error
 */
function kindOf(error) {
  if (error instanceof WebAssembly.CompileError) return "old";
  return /: 404\b/.test(String(error)) ? "gone" : "load";
}

/** Works out answers again, so that the browser makes Python faster. */
class Rehearsals {
  left = REHEARSALS;
  latest = 0; // the id of the latest question

  /**
   * Work out the answer to a question again, until another question comes.
   * @param {number} id
   * @param {() => Promise<unknown>} ask
   */
  async repeat(id, ask) {
    await pause(LULL);
    while (this.left && this.latest === id) {
      this.left -= 1;
      await ask();
      await pause(0); // questions go first
    }
  }
}

/**
 * Nobody waits for a rehearsal. Where one ended Python, the page starts another, before it asks again.
 * @param {unknown} error
 */
function tellEnd(error) {
  if (isCrash(error)) self.postMessage({ dead: true });
}

/** What the page says, and what it hears in return. */
class Conversation {
  rehearsals = new Rehearsals();

  /**
   * @param {string} base address of the runtime's folder
   * @param {Promise<Started & { from: string }>} starting
   */
  constructor(base, starting) {
    this.base = base;
    this.starting = starting;
  }

  /** @param {any} data a message of the page; one that its head sent is for others */
  hear(data) {
    if (data.listening) this.reportStart();
    else if (data.ping) self.postMessage({ pong: data.ping });
    else if (data.keep)
      this.starting.then(({ keep }) => keep()).catch(() => undefined); // no room
    else if (data.prefetch)
      this.starting.then(({ prefetch }) => prefetch()).catch(() => undefined); // no network
    else if (data.request) this.reply(data);
  }

  /** Report the start once the page listens, as it may have created this worker before. */
  reportStart() {
    this.starting.then(
      ({ from }) => self.postMessage({ ready: true, from }),
      (error) => self.postMessage({ failed: String(error), kind: kindOf(error) }),
    );
  }

  /** @param {Call} call */
  async reply(call) {
    this.rehearsals.latest = call.id;
    const started = await this.starting.catch(() => undefined);
    if (!started) return; // `reportStart` says why
    const ask = () => answer(started.python, this.base, call);
    try {
      self.postMessage({ id: call.id, reply: await ask() });
      if (call.often) this.rehearsals.repeat(call.id, ask).catch(tellEnd);
    } catch (error) {
      const dead = isCrash(error);
      self.postMessage({ id: call.id, error: String(error), kind: dead ? "crash" : kindOf(error), dead });
    }
  }
}

/**
 * Answer the page's messages.
 * @param {string} base address of the runtime's folder
 * @param {Promise<Started & { from: string }>} starting
 */
export function serve(base, starting) {
  // `python` is for tests and for debugging in the browser's console. `reportStart` tells of errors.
  starting.then(({ python }) => Object.assign(self, { python })).catch(() => undefined);
  const conversation = new Conversation(base, starting);
  self.addEventListener("message", ({ data }) => conversation.hear(data));
}
