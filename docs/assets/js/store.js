// The stored document: everything that the reader fills in, as JSON under one key in this browser's storage.
// Every change first reads the document again, so that two tabs never overwrite each other's work.

import { chooseFromDossier, upgraded } from "./appointment.js";
import { VERSION } from "./contract.js";
import { CHANGED } from "./events.js";
import { newId } from "./ids.js";
import { isRecord } from "./records.js";
import { changesBetween, Latest } from "./tab-changes.js";

/** @typedef {{ status?: string, who?: string, by?: string, note?: string }} Item */
/**
 * @typedef {object} Stored
 * @property {number} version
 * @property {string} [id] random: it tells the calendar's events of this dossier from those of another
 * @property {Record<string, string>} appointment the facts that several forms show
 * @property {Record<string, Record<string, string>>} calculators by form, its own values and its deviations
 * @property {Record<string, Item>} checklist
 * @property {Record<string, { step?: string, text?: string }>} [actions] the reader's own, by id; without a step: removed
 * @property {Record<string, unknown>} dossier
 * @property {{ id?: string, name: string, values: Record<string, string> }[]} scenarios
 */

/** The key of the document in version 1, which all copies of the site on one host shared. */
const FIRST_KEY = "verbindingsambassadeur";
/** The key of the document. The path of the site is in it, so that every copy has its own document. */
const KEY = `${FIRST_KEY}:${new URL("../../", import.meta.url).pathname}`;
/** The key that says which copy took over the shared document, so that no other does. */
const TAKEN = `${FIRST_KEY}:overgenomen`;
/** The names of errors for a storage without room; the second is Firefox's. */
const FULL = ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"];

/** @type {Stored | undefined} the document of this page, if storage cannot be used */
let memory;
/** Why nothing is stored: "blocked", "full", "corrupt" or "newer"; empty if storage works. */
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
 * Take over the shared document, readable or not. The first copy of the site to be opened does so, if it has no
 * document. The old one is removed first, as storage may be full; if storing the new one fails, all is put back.
 */
function takeOver() {
  const found = localStorage.getItem(FIRST_KEY);
  if (found === null || localStorage.getItem(KEY) !== null || localStorage.getItem(TAKEN) !== null) return;
  localStorage.removeItem(FIRST_KEY);
  try {
    localStorage.setItem(KEY, found);
    localStorage.setItem(TAKEN, KEY.slice(FIRST_KEY.length + 1));
  } catch {
    localStorage.removeItem(KEY);
    localStorage.setItem(FIRST_KEY, found);
  }
}

try {
  takeOver();
} catch {
  // storage is blocked, which `read` reports
}

/** @param {unknown} value */
const areRecords = (value) => isRecord(value) && Object.values(/** @type {object} */ (value)).every(isRecord);

/**
 * Whether every part has the shape that the pages count on.
 * @param {any} found
 */
const isSound = ({ appointment, calculators, checklist, actions = {}, dossier, scenarios }) =>
  isRecord(appointment) &&
  Object.values(appointment).every((value) => typeof value === "string") &&
  areRecords(calculators) &&
  areRecords(checklist) &&
  areRecords(actions) &&
  isRecord(dossier) &&
  Boolean((dossier.partners ?? []).every?.(isRecord)) &&
  Array.isArray(scenarios) &&
  scenarios.every((one) => isRecord(one?.values));

/**
 * The document in a text; nothing if it is of a newer version. Throws an error if it is no document of ours.
 * @param {string | null} text
 */
function understood(text) {
  if (text === null) return empty();
  const found = JSON.parse(text);
  if (!isRecord(found)) throw new SyntaxError("not a document");
  if (found.version > VERSION) return undefined;
  const document = { ...empty(), ...upgraded(found) };
  if (!isSound(document)) throw new SyntaxError("not a document of ours");
  return document;
}

/** The document in a text that was stored once; nothing if this page cannot read it. @param {string} text */
export function documentIn(text) {
  try {
    return understood(text);
  } catch {
    return undefined;
  }
}

/** Whether the stored document lacked a change that this page knows of, when it was read last. */
let lacking = false;

/**
 * The stored document, with recent changes that another tab overwrote without knowing. Storage that is blocked, or has
 * something that cannot be read, is left alone: `problem` says why, and the page goes on in memory.
 * @returns {Stored}
 */
export function read() {
  if (memory) return memory;
  try {
    const found = understood(localStorage.getItem(KEY));
    lacking = Boolean(found && known.complete(found, now()));
    if (found) return found;
    problem = "newer";
  } catch (error) {
    problem = error instanceof SyntaxError ? "corrupt" : "blocked";
  }
  memory = empty();
  return memory;
}

/**
 * Store the document. If that fails, the page goes on in memory, and asks before it is left.
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
 * Change the document and store it.
 * @param {(document: Stored) => void} edit changes the document it is given
 */
export function change(edit) {
  const latest = read();
  const before = structuredClone(latest);
  edit(latest);
  if (JSON.stringify(before) !== JSON.stringify(latest)) latest.id ||= newId(); // an act that changes nothing keeps it so
  chooseFromDossier(before, latest);
  if (!memory || problem === "full") write(latest); // there may be room again
  tellTabs(before, latest);
  announce();
}

const now = () => performance.timeOrigin + performance.now();
const CATCH_UP = 300; // ms: by then, other tabs have told what they changed
const known = new Latest();
const others = channel();

/** What other tabs hear this one by; nothing in an old browser, and in Firefox where storage is blocked: it refuses. */
function channel() {
  try {
    return new window.BroadcastChannel(KEY);
  } catch {
    return undefined;
  }
}

/**
 * Tell other tabs what was changed here, as the document that they read may not have it yet.
 * @param {Stored} before
 * @param {Stored} after
 */
function tellTabs(before, after) {
  const changes = known.record(changesBetween(before, after, now()));
  if (!memory) others?.postMessage(changes);
}

/** Note, here and in other tabs, that the whole document was replaced, so that no earlier change is put back in it. */
function tellReplaced() {
  known.forget();
  others?.postMessage([]);
}

/** Put back changes that the document of another tab lacks; gives whether there were any. */
function complete() {
  const latest = read();
  if (memory || !lacking) return false;
  write(latest);
  announce();
  return true;
}

/**
 * Learn the changes of another tab: this page may have put back an older change of its own in their place.
 * @param {MessageEvent<import("./tab-changes.js").Change[]>} event
 */
function hear({ data }) {
  if (data.length) known.record(data);
  else known.forget();
  if (!complete()) announce();
}

others?.addEventListener("message", hear);
// A page from the back-forward cache received no messages meanwhile: its own changes may no longer be the latest.
window.addEventListener("pageshow", ({ persisted }) => persisted && known.forget());
window.addEventListener("storage", ({ key }) => key === KEY && setTimeout(complete, CATCH_UP));

/** Whether the reader filled in anything, scenarios aside. */
export const hasWork = () => {
  const { appointment, calculators, checklist, actions = {}, dossier } = read();
  return [appointment, calculators, checklist, actions, dossier].some((part) => Object.keys(part).length);
};

/** Let the parts of the page know of a change. A reader whose work is not stored is asked before leaving. */
function announce() {
  window.onbeforeunload = memory ? (event) => event.preventDefault() : null;
  document.dispatchEvent(new CustomEvent(CHANGED));
}

/** The stored document, which has an id from now on. */
export function identified() {
  const giveId = (/** @type {Stored} */ document) => {
    document.id ||= newId();
  };
  if (!read().id) change(giveId);
  return read();
}

/**
 * Replace the stored text, readable or not. Gives the old text, for undo.
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

/** Erase everything, which works without room too. Gives the old text, for undo. */
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

/** The stored text, readable or not, or else the text of the document in memory. */
export function raw() {
  try {
    if (problem === "full") return JSON.stringify(memory);
    const kept = localStorage.getItem(KEY);
    if (kept !== null) return kept;
  } catch {
    // storage is blocked, so the document is in memory
  }
  return JSON.stringify(memory ?? empty());
}

/**
 * Call a listener after every change, in this tab or another, also those made while the page was in the back-forward
 * cache.
 * @param {() => void} listener
 */
export function subscribe(listener) {
  document.addEventListener(CHANGED, listener);
  window.addEventListener("storage", (event) => (event.key === KEY || event.key === null) && listener());
  window.addEventListener("pageshow", (event) => event.persisted && listener());
}

/** The key in storage for something else that this copy of the site stores. @param {string} name */
export const keyOf = (name) => `${KEY}:${name}`;

/**
 * Go on with the document that another tab stored in place of one that could not be read. If it was erased, the
 * document that this page has in memory is stored.
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
