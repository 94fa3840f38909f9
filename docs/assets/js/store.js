// What the reader fills in: one JSON document under one key in this browser's storage, and nowhere else.
// Every change first reads what is stored, so that two tabs never overwrite each other's work.
import { formValues, isRecord, replaceForm, upgraded } from "./appointment.js";
import { VERSION } from "./contract.js";
import { changesBetween, Latest } from "./tabs.js";

/** @typedef {{ status?: string, who?: string, by?: string, note?: string }} Item */
/**
 * @typedef {object} Stored
 * @property {number} version
 * @property {Record<string, string>} appointment what several forms show
 * @property {Record<string, Record<string, string>>} calculators what only one form shows, and where it deviates
 * @property {Record<string, Item>} checklist
 * @property {Record<string, unknown>} dossier
 * @property {{ id?: string, name: string, values: Record<string, string> }[]} scenarios
 */

/** Version 1 kept its document under this name, which all copies of the site on one host shared. */
const SHARED = "verbindingsambassadeur";
/** Every copy has its own document: the path of the site is in the name. */
const KEY = `${SHARED}:${new URL("../../", import.meta.url).pathname}`;
/** Tells which copy took over the shared document, so that no other does. */
const TAKEN = `${SHARED}:overgenomen`;
export const CHANGED = "store-changed";
/** What browsers call a storage without room; the second is Firefox's own name. */
const FULL = ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"];

/** @type {Stored | undefined} what this page works with when storage can't be used */
let memory;
/** Why nothing is kept: "blocked", "full", "corrupt" or "newer"; empty when all is well. */
export let problem = "";

/** @returns {Stored} */
const empty = () => ({
  version: VERSION,
  appointment: {},
  calculators: {},
  checklist: {},
  dossier: {},
  scenarios: [],
});

/**
 * Take over the shared document, readable or not: the first copy that is opened does, if it has none of its own. It is
 * removed before it is kept again, as storage may be full; where that fails all is put back.
 */
function takeOver() {
  const found = localStorage.getItem(SHARED);
  if (found === null || localStorage.getItem(KEY) !== null || localStorage.getItem(TAKEN) !== null) return;
  localStorage.removeItem(SHARED);
  try {
    localStorage.setItem(KEY, found);
    localStorage.setItem(TAKEN, KEY.slice(SHARED.length + 1));
  } catch {
    localStorage.removeItem(KEY);
    localStorage.setItem(SHARED, found);
  }
}

try {
  takeOver();
} catch {
  // storage is blocked: `read` tells
}

/** @param {unknown} value */
const areRecords = (value) => isRecord(value) && Object.values(/** @type {object} */ (value)).every(isRecord);

/**
 * Whether every part has the shape that the pages count on.
 * @param {any} found
 */
const isSound = ({ appointment, calculators, checklist, dossier, scenarios }) =>
  isRecord(appointment) &&
  Object.values(appointment).every((value) => typeof value === "string") &&
  areRecords(calculators) &&
  areRecords(checklist) &&
  isRecord(dossier) &&
  Boolean((dossier.partners ?? []).every?.(isRecord)) &&
  Array.isArray(scenarios) &&
  scenarios.every((one) => isRecord(one?.values));

/** @param {string | null} text */
function understood(text) {
  if (text === null) return empty();
  const found = JSON.parse(text);
  if (!isRecord(found)) throw new SyntaxError("not a document");
  if (found.version > VERSION) {
    problem = "newer";
    return undefined;
  }
  const document = { ...empty(), ...upgraded(found) };
  if (!isSound(document)) throw new SyntaxError("not a document of ours");
  return document;
}

/** Whether what is stored lacked a change that this page knows of, when it was read last. */
let lacking = false;

/**
 * The document as it is now, with what was changed a moment ago and another tab did not have yet. Storage that is blocked,
 * or holds what we can't read, is left alone: `problem` says so and the page goes on in memory.
 * @returns {Stored}
 */
export function read() {
  if (memory) return memory;
  try {
    const found = understood(localStorage.getItem(KEY));
    lacking = Boolean(found && known.complete(found, now()));
    if (found) return found;
  } catch (error) {
    problem = error instanceof SyntaxError ? "corrupt" : "blocked";
  }
  memory = empty();
  return memory;
}

/**
 * Keep the document; where that can't be done, go on in memory and ask before the page is left.
 * @param {Stored} latest
 */
function write(latest) {
  try {
    localStorage.setItem(KEY, JSON.stringify(latest));
    memory = undefined;
    problem = "";
  } catch (error) {
    memory = latest;
    problem = error instanceof DOMException && FULL.includes(error.name) ? "full" : "blocked";
  }
}

/**
 * Change the document and keep it.
 * @param {(document: Stored) => void} edit changes the document it is given
 */
export function change(edit) {
  const latest = read();
  const before = structuredClone(latest);
  edit(latest);
  if (!memory || problem === "full") write(latest); // room may have come
  tell(before, latest);
  announce();
}

const now = () => performance.timeOrigin + performance.now();
const LATER = 300; // ms: what another tab says of it comes first
const known = new Latest();
const others = "BroadcastChannel" in window ? new BroadcastChannel(KEY) : undefined;

/**
 * Tell other tabs what was changed here, as theirs may not have it yet.
 * @param {Stored} before
 * @param {Stored} after
 */
function tell(before, after) {
  const changes = known.news(changesBetween(before, after, now()));
  if (!memory) others?.postMessage(changes);
}

/** Another document took the place of all: nothing of before is put back in it, here and in other tabs. */
function tellReplaced() {
  known.forget();
  others?.postMessage([]);
}

/** Put back what another tab's document lacks, as that tab did not have it yet; tells whether that was so. */
function complete() {
  const latest = read();
  if (memory || !lacking) return false;
  write(latest);
  announce();
  return true;
}

/**
 * This page may have shown its own change for a later one that storage had already.
 * @param {MessageEvent<import("./tabs.js").Change[]>} event what another tab changed
 */
function hear({ data }) {
  if (data.length) known.news(data);
  else known.forget();
  if (!complete()) announce();
}

others?.addEventListener("message", hear);
// A page that lay ready behind "back" heard nothing meanwhile: what it changed before is no longer the latest.
window.addEventListener("pageshow", ({ persisted }) => persisted && known.forget());
window.addEventListener("storage", ({ key }) => key === KEY && setTimeout(complete, LATER));

/** Whether the reader filled in anything, scenarios aside. */
export const hasWork = () => {
  const { appointment, calculators, checklist, dossier } = read();
  return [appointment, calculators, checklist, dossier].some((part) => Object.keys(part).length);
};

/** Tell the page of a change; who leaves with what only the page remembers is asked first. */
function announce() {
  window.onbeforeunload = memory ? (event) => event.preventDefault() : null;
  document.dispatchEvent(new CustomEvent(CHANGED));
}

/**
 * What a calculator's form holds, by name as typed; empty when it was never used.
 * @param {Stored} document
 * @param {string} name of the calculator
 * @returns {Record<string, string>}
 */
export const valuesOf = (document, name) => formValues(document, name);

/**
 * Put values in the place of all that a calculator's form holds; without any it is as new.
 * @param {Stored} document
 * @param {string} name of the calculator
 * @param {Record<string, string>} values
 */
export const setValues = (document, name, values) => replaceForm(document, name, values);

/**
 * Put a text in the place of what is stored, readable or not. Gives back the old text, to undo.
 * @param {string} text
 */
export function restore(text) {
  const old = raw();
  tellReplaced();
  memory = undefined;
  problem = "";
  try {
    localStorage.setItem(KEY, text);
  } catch {
    write(understood(text) ?? empty());
  }
  announce();
  return old;
}

/** Forget everything, also where there is no room to write. Gives back what there was, to undo. */
export function clear() {
  const old = raw();
  tellReplaced();
  memory = undefined;
  problem = "";
  try {
    localStorage.removeItem(KEY);
  } catch {
    problem = "blocked";
    memory = empty();
  }
  announce();
  return old;
}

/** What is stored, letter by letter, readable or not; or what this page has in memory. */
export function raw() {
  try {
    if (problem === "full") return JSON.stringify(memory);
    const kept = localStorage.getItem(KEY);
    if (kept !== null) return kept;
  } catch {
    // blocked: what is in memory is all there is
  }
  return JSON.stringify(memory ?? empty());
}

/**
 * Hear of every change, of this tab and of others; also of those made while this page lay ready behind "back".
 * @param {() => void} listener
 */
export function subscribe(listener) {
  document.addEventListener(CHANGED, listener);
  window.addEventListener("storage", (event) => (event.key === KEY || event.key === null) && listener());
  window.addEventListener("pageshow", (event) => event.persisted && listener());
}

/** The name in storage of something else that this copy of the site keeps. @param {string} name */
export const keyOf = (name) => `${KEY}:${name}`;

/**
 * Another tab put something else in the place of what could not be read here: this page works with that from now on.
 * Where nothing was put there, what was filled in here meanwhile is kept.
 * @param {StorageEvent} event
 */
function recover({ key, newValue }) {
  if ((key !== KEY && key !== null) || (problem !== "corrupt" && problem !== "newer")) return;
  const meanwhile = memory ?? empty();
  memory = undefined;
  known.forget();
  problem = "";
  if (newValue === null && JSON.stringify(meanwhile) !== JSON.stringify(empty())) write(meanwhile);
  window.onbeforeunload = null;
}

window.addEventListener("storage", recover);
