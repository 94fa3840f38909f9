// Earlier states of what the reader filled in: the stored document as it was before each act that erased, replaced or
// took over something. They stand beside the document in this browser's storage, and nowhere else.
import { newId } from "./ids.js";
import * as store from "./store.js";

/**
 * @typedef {object} State
 * @property {string} id
 * @property {string} act what was done then, in Dutch, as it follows "Maak ongedaan: "
 * @property {string} at when, as ISO date-time
 * @property {string} text the document before it, letter by letter
 * @property {boolean} [undone] this act was taken back, or is itself an undo: it is left to the list
 */

const KEY = store.keyOf("geschiedenis");
const CHANGED = "history-changed";
const MOST = 20;
const MOST_CHARACTERS = 1_000_000; // a fifth of what a browser keeps for a site

/** @type {State[] | undefined} the oldest first; what was read last, or all there is when storage takes nothing */
let known;
/** Whether only this page remembers them. */
let unkept = false;

/**
 * @param {any} found
 * @returns {found is State}
 */
const isState = (found) =>
  ["id", "act", "text"].every((name) => typeof found?.[name] === "string") && !Number.isNaN(Date.parse(found.at));

/** @returns {State[]} what is stored, as far as it can be used */
function stored() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter(isState).slice(-MOST) : [];
  } catch {
    return [];
  }
}

/** All states that can be had back, the oldest first; the same array until something changes. */
export function states() {
  known ??= stored();
  return known;
}

/** As they are now, also where another tab added one a moment ago. */
function latestStates() {
  if (!unkept) known = undefined;
  return states();
}

/** @param {State[]} list */
const size = (list) => list.reduce((sum, { text }) => sum + text.length, 0);

/** @param {State[]} list */
function keep(list) {
  known = list.slice(-MOST);
  while (known.length > 1 && size(known) > MOST_CHARACTERS) known = known.slice(1);
  unkept = !write(known);
  announce();
}

/**
 * Keep as many of the latest as there is room for.
 * @param {State[]} list
 * @returns {boolean} whether any are kept, of those that there are
 */
function write(list) {
  for (let from = 0; from < list.length; from += 1) {
    try {
      localStorage.setItem(KEY, JSON.stringify(list.slice(from)));
      known = list.slice(from);
      return true;
    } catch {
      // without the oldest there may be room
    }
  }
  erase();
  return !list.length;
}

function erase() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // blocked: nothing was kept
  }
}

const announce = () => document.dispatchEvent(new CustomEvent(CHANGED));

/**
 * @param {string} act
 * @param {string} text
 * @returns {State}
 */
const before = (act, text) => ({ id: newId(), act, at: new Date().toISOString(), text });

/**
 * Do what takes something away, and remember how it was before. An act that changed nothing leaves nothing.
 * @param {string} act what it is, in Dutch, as it follows "Maak ongedaan: "
 * @param {() => void} perform
 */
export function remembering(act, perform) {
  const text = store.raw();
  perform();
  if (store.raw() !== text) keep([...latestStates(), before(act, text)]);
}

/** The act that "Maak ongedaan" takes back: the last that was not, unless all is again as it was before it. */
export function lastAct() {
  const now = store.raw();
  return states().findLast(({ undone, text }) => !undone && text !== now);
}

/**
 * Take the last act back, so that doing so again takes back the one before it. What this takes away joins the list.
 * @returns {State | undefined} what was put back
 */
export function undo() {
  const all = latestStates();
  const last = lastAct();
  if (!last) return undefined;
  const at = all.indexOf(last);
  const rest = [...all.slice(0, at), ...all.slice(at + 1).map((one) => ({ ...one, undone: true }))];
  const now = store.restore(last.text);
  keep([...rest, { ...before(`maak ongedaan: ${last.act}`, now), undone: true }]);
  return last;
}

/**
 * Put any state of the list back, as an act that can be taken back itself.
 * @param {string} id
 * @returns {State | undefined}
 */
export function putBack(id) {
  const found = latestStates().find((one) => one.id === id);
  if (found) remembering("zet een eerdere toestand terug", () => store.restore(found.text));
  return found;
}

/** Forget all of it, or all but so many of the latest. */
export function forget(left = 0) {
  keep(left ? latestStates().slice(-left) : []);
}

/** What is filled in goes before what once was: without room for both, only this page remembers the latter. */
function makeRoom() {
  if (store.problem !== "full" || unkept || !states().length) return;
  unkept = true;
  erase();
  store.change(() => {}); // keeps what there was no room for
}

/** @param {{ key?: string | null }} event */
function changedElsewhere({ key = KEY }) {
  if (!unkept && (key === KEY || key === null)) known = undefined;
}

/**
 * Hear of every change in what can be taken back.
 * @param {() => void} listener
 */
export function subscribe(listener) {
  document.addEventListener(CHANGED, listener);
  window.addEventListener("storage", ({ key }) => key === KEY && listener());
  store.subscribe(listener);
}

window.addEventListener("storage", changedElsewhere);
window.addEventListener("pageshow", () => changedElsewhere({}));
store.subscribe(makeRoom);
