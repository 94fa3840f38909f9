// Undoing one act without losing later changes, field by field. For each field that an act changed, a hash of the value
// that it got is stored: enough to see whether the field was changed again since.
import { isRecord } from "./records.js";
import * as store from "./store.js";
import { apply, fieldsOf } from "./tab-changes.js";

/** @typedef {Record<string, string>} Marks by path, as JSON, the hash of the value that an act gave a field */
/**
 * @typedef {object} Undoing
 * @property {string} text the document without the act
 * @property {boolean} stays whether it has later changes
 * @property {string[][]} lost the paths of later changes that it lacks, as the act changed the same fields
 */

/** @param {string} text */
const fieldsIn = (text) => new Map(fieldsOf(store.documentIn(text) ?? {}));

/** A short hash of a value. @param {string | undefined} value as JSON */
function hash(value) {
  if (value === undefined) return "";
  let sum = 0;
  for (let at = 0; at < value.length; at += 1) sum = (Math.imul(sum, 31) + value.charCodeAt(at)) | 0;
  return `${value.length}:${sum}`;
}

/**
 * The fields that an act changed, each with the hash of its new value.
 * @param {string} before the document, as text
 * @param {string} after
 * @returns {Marks}
 */
export function marksOf(before, after) {
  const [old, now] = [fieldsIn(before), fieldsIn(after)];
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path));
  return Object.fromEntries(changed.map((path) => [path, hash(now.get(path))]));
}

/** @param {string} path */
function isPath(path) {
  try {
    return Array.isArray(JSON.parse(path));
  } catch {
    return false;
  }
}

/** @param {unknown} found @returns {found is Marks} */
export const areMarks = (found) =>
  isRecord(found) && Object.entries(found).every(([path, value]) => isPath(path) && typeof value === "string");

/**
 * The fields that were changed after an act. The document's id does not count: no reader typed it.
 * @param {Map<string, string>} old the fields before the act
 * @param {Marks} marks
 * @param {Map<string, string>} now
 */
function laterThan(old, marks, now) {
  const paths = new Set([...old.keys(), ...now.keys(), ...Object.keys(marks)]);
  paths.delete('["id"]');
  return [...paths].filter((path) => hash(now.get(path)) !== (marks[path] ?? hash(old.get(path))));
}

/**
 * The document as it is now without what one act did. Where a page cannot read the earlier one, or does not know what the
 * act changed, all later changes go too.
 * @param {{ text: string, marks?: Marks }} state the document before the act, and what the act changed
 * @param {string} text the document now
 * @returns {Undoing}
 */
export function undoing({ text: earlier, marks }, text) {
  const document = store.documentIn(earlier);
  const latest = store.documentIn(text);
  if (!latest) return { text: earlier, stays: false, lost: [] };
  const [old, now] = [fieldsIn(earlier), new Map(fieldsOf(latest))];
  const later = laterThan(old, marks ?? {}, now);
  const staying = document && marks ? later.filter((path) => !Object.hasOwn(marks, path)) : [];
  const lost = later.filter((path) => !staying.includes(path) && now.get(path) !== old.get(path));
  const rest = { stays: staying.length > 0, lost: lost.map((path) => JSON.parse(path)) };
  if (!document || !rest.stays) return { text: earlier, ...rest };
  for (const path of staying) apply(document, { path: JSON.parse(path), value: now.get(path), at: 0 });
  document.id ??= latest.id;
  return { text: JSON.stringify(document), ...rest };
}
