// What the checklist says of one action, from what is stored about it.
import { inWords } from "./days.js";

/** @typedef {import("./store.js").Item} Item */

const LONGEST_NOTE = 90; // characters of a note that a closed action shows

/** What the ids of the reader's own actions begin with. */
export const OWN = "eigen-";

/** Whether an action is one that the reader added. @param {string} [id] */
export const isOwn = (id = "") => id.startsWith(OWN);

/** @param {string} [status] */
const isOpen = (status = "te-doen") => status !== "klaar" && status !== "nvt";

/**
 * Whether an action should have been done by now. Both days are ISO dates.
 * @param {Item} item
 * @param {string} today
 */
export const isLate = ({ status, by = "" }, today) => isOpen(status) && by !== "" && by < today;

/** @param {string} note */
function shortened(note) {
  const line = note.trim().replace(/\s+/g, " ");
  return line.length > LONGEST_NOTE ? `${line.slice(0, LONGEST_NOTE).trimEnd()}…` : line;
}

/**
 * Who does an action, by when and the note, as far as they are filled in.
 * @param {Item} item
 */
export const noted = ({ who = "", by = "", note = "" }) =>
  [who.trim(), by && `tegen ${inWords(by)}`, shortened(note)].filter(Boolean);

/**
 * Whether an action is one that the reader asks for.
 * @param {Item} item
 * @param {{ status: string, who: string }} wanted a status, "open", "over-tijd" or "alles"; a name, "niemand" or "alles"
 * @param {string} today as an ISO date
 */
export function fits(item, wanted, today) {
  const { status = "te-doen", who = "" } = item;
  const byStatus = { alles: true, open: isOpen(status), "over-tijd": isLate(item, today) };
  const name = who.trim();
  const ofWho = { alles: true, niemand: !name };
  return (
    (byStatus[/** @type {keyof typeof byStatus} */ (wanted.status)] ?? status === wanted.status) &&
    (ofWho[/** @type {keyof typeof ofWho} */ (wanted.who)] ?? nameKey(name) === wanted.who)
  );
}

/** A key by which equal names are found: capitals and spaces around a name make no difference. @param {string} name */
export const nameKey = (name) => `wie:${name.trim().toLocaleLowerCase("nl")}`;

/**
 * The people who do something, each once, as first written, in the order of the alphabet.
 * @param {Item[]} items
 */
export function people(items) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const { who = "" } of items) {
    const name = who.trim();
    if (name && !found.has(nameKey(name))) found.set(nameKey(name), name);
  }
  return [...found].sort(([, name], [, other]) => name.localeCompare(other, "nl"));
}
