// Changes in two tabs at the same moment. Browsers pass what one tab stores on to another with a delay, so that the
// later of two documents can lack the change of the earlier. So each tab tells the others what it changed, and a tab
// that finds a change missing puts it back. Of two changes to one field, the later one stays.

import { isRecord } from "./records.js";

/** @typedef {{ path: string[], value: string | undefined, at: number }} Change */

const FIELD = { configurable: true, enumerable: true, writable: true }; // an own property, even if named `__proto__`

const SLOWEST = 3000; // ms after which what one tab stored has reached all others
const DEPTH = 3; // of a path: part of the document, form or item, field

/**
 * The fields of a document: path and value of each, as JSON. A list is one field.
 * @param {unknown} value
 * @param {string[]} [path]
 * @returns {[string, string][]}
 */
export function fieldsOf(value, path = []) {
  if (isRecord(value) && path.length < DEPTH)
    return Object.entries(value).flatMap(([name, inner]) => fieldsOf(inner, [...path, name]));
  return [[JSON.stringify(path), JSON.stringify(value)]];
}

/**
 * The fields in which two documents differ, as changes.
 * @param {object} before
 * @param {object} after
 * @param {number} at
 * @returns {Change[]}
 */
export function changesBetween(before, after, at) {
  const [old, now] = [new Map(fieldsOf(before)), new Map(fieldsOf(after))];
  const paths = new Set([...old.keys(), ...now.keys()]);
  return [...paths]
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => ({ path: JSON.parse(path), value: now.get(path), at }));
}

/**
 * Make a change in a document.
 * @param {Record<string, any>} document
 * @param {Change} change
 * @returns {boolean} whether the document lacked it
 */
export function apply(document, { path, value }) {
  let place = document;
  for (const name of path.slice(0, -1)) {
    if (!Object.hasOwn(place, name) || !isRecord(place[name])) {
      if (value === undefined) return false; // erased with all that it was part of
      Object.defineProperty(place, name, { ...FIELD, value: {} });
    }
    place = place[name];
  }
  const name = path[path.length - 1];
  if (JSON.stringify(place[name]) === value) return false;
  if (value === undefined) delete place[name];
  else Object.defineProperty(place, name, { ...FIELD, value: JSON.parse(value) });
  return true;
}

/** The latest change of each field, made in this tab or in another. */
export class Latest {
  /** @type {Map<string, number>} */
  moments = new Map();
  /** @type {Map<string, Change>} changes that are so recent that a document may still lack them */
  recent = new Map();

  /**
   * Record changes, for as long as a document may still lack them.
   * @param {Change[]} changes
   * @returns {Change[]} those that are later than what was known of their fields
   */
  record(changes) {
    return changes.filter((change) => {
      const key = JSON.stringify(change.path);
      if (change.at <= (this.moments.get(key) ?? 0)) return false;
      this.moments.set(key, change.at);
      this.recent.set(key, change);
      return true;
    });
  }

  /**
   * Make the remembered changes in a document that lacks them.
   * @param {object} document
   * @param {number} now
   * @returns {boolean} whether it lacked any
   */
  complete(document, now) {
    for (const [key, { at }] of this.recent) if (at < now - SLOWEST) this.recent.delete(key);
    return [...this.recent.values()].filter((change) => apply(document, change)).length > 0;
  }

  /** Forget all changes, as the whole document was replaced. */
  forget() {
    this.recent.clear();
  }
}
