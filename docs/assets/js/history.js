// Earlier states: the stored document as it was before each act that erased, replaced or imported something. They are
// kept beside the document in this browser's storage, and nowhere else.
import { newId } from "./ids.js";
import * as local from "./local-storage.js";
import * as store from "./store.js";
import { areMarks, marksOf, undoing } from "./undo-by-field.js";

/**
 * @typedef {object} State
 * @property {string} id
 * @property {string} act what was done then, in Dutch, as it follows "Maak ongedaan: "
 * @property {string} at when, as ISO date-time
 * @property {string} text the document before it, letter by letter
 * @property {import("./undo-by-field.js").Marks} [marks] what the act changed; an older state lacks it
 * @property {boolean} [undone] this act was undone, or is an undo: "Maak ongedaan" skips it, the list still shows it
 */

const KEY = store.keyOf("geschiedenis");
const CHANGED = "history-changed";
const MOST = 20;
const MOST_CHARACTERS = 1_000_000; // a fifth of what a browser keeps for a site

/** @type {State[] | undefined} the states as last read, the oldest first; the only copy if `unkept` */
let known;
/** Whether only this page has the states, because storage takes nothing. */
let unkept = false;

/**
 * @param {any} found
 * @returns {found is State}
 */
const isState = (found) =>
  ["id", "act", "text"].every((name) => typeof found?.[name] === "string") &&
  !Number.isNaN(Date.parse(found.at)) &&
  (found.marks === undefined || areMarks(found.marks));

/** @returns {State[]} the stored states that can be used */
function stored() {
  try {
    const found = JSON.parse(local.get(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter(isState).slice(-MOST) : [];
  } catch {
    return [];
  }
}

/** All states, the oldest first; the same array until something changes. */
export function states() {
  known ??= stored();
  return known;
}

/** The states read again, as another tab may have added one. */
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
 * Store as many of the latest states as there is room for.
 * @param {State[]} list
 * @returns {boolean} false if there are states and none could be stored
 */
function write(list) {
  for (let from = 0; from < list.length; from += 1) {
    if (!local.set(KEY, JSON.stringify(list.slice(from)))) continue; // without the oldest there may be room
    known = list.slice(from);
    return true;
  }
  local.remove(KEY);
  return !list.length;
}

const announce = () => document.dispatchEvent(new CustomEvent(CHANGED));

/**
 * @param {string} act
 * @param {string} text
 * @returns {State}
 */
const before = (act, text) => ({ id: newId(), act, at: new Date().toISOString(), text });

/**
 * Do an act that erases or replaces something, and keep the state before it, unless the act changed nothing.
 * @param {string} act what it is, in Dutch, as it follows "Maak ongedaan: "
 * @param {() => void} perform
 */
export function remembering(act, perform) {
  const text = store.raw();
  perform();
  const after = store.raw();
  if (after !== text) keep([...latestStates(), { ...before(act, text), marks: marksOf(text, after) }]);
}

/** The act that "Maak ongedaan" undoes: the last one not undone, if the document differs from the state before it. */
export function lastAct() {
  const now = store.raw();
  return states().findLast(({ undone, text }) => !undone && text !== now);
}

/** The paths of later changes that undoing the last act would take away too: it changed the same fields. */
export function lostByUndo() {
  const last = lastAct();
  return last ? undoing(last, store.raw()).lost : [];
}

/**
 * Undo the last act; a second undo undoes the act before it. What was changed later stays, unless the act changed it too.
 * The state that this replaces is added to the list, and where later changes stay, the one before the act is still in it.
 * @returns {{ act: string, stays: boolean } | undefined} what was undone, and whether later changes stayed
 */
export function undo() {
  const all = latestStates();
  const last = lastAct();
  if (!last) return undefined;
  const at = all.indexOf(last);
  const { text, stays } = undoing(last, store.raw());
  const done = all.slice(stays ? at : at + 1).map((state) => ({ ...state, undone: true }));
  const now = store.restore(text);
  keep([...all.slice(0, at), ...done, { ...before(`ongedaan maken: ${last.act}`, now), undone: true }]);
  return { act: last.act, stays };
}

/**
 * Restore any state of the list, as an act that can be undone itself.
 * @param {string} id
 * @returns {State | undefined}
 */
export function putBack(id) {
  const found = latestStates().find((state) => state.id === id);
  if (found) remembering("een eerdere toestand terugzetten", () => store.restore(found.text));
  return found;
}

/** Forget all states, or all except the latest `left`. */
export function forget(left = 0) {
  keep(left ? latestStates().slice(-left) : []);
}

/** Give up storing states if the document itself does not fit in storage: from then on only this page has them. */
function makeRoom() {
  if (store.problem !== "full" || unkept || !states().length) return;
  unkept = true;
  local.remove(KEY);
  store.change(() => {}); // stores the document again, now that there is room
}

/** @param {{ key?: string | null }} event */
function changedElsewhere({ key = KEY }) {
  if (!unkept && (key === KEY || key === null)) known = undefined;
}

/**
 * Call a listener after every change in the states or the document.
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
