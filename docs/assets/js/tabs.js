// Two tabs that change something within one moment. A browser carries what one tab keeps over to the other with a delay:
// the later of two documents would be without the change of the other. So each tab tells the others what it changed, and
// one that finds it missing puts it back. Of two changes to one field the later one stays.

import { isRecord } from "./appointment.js";

/** @typedef {{ path: string[], value: string | undefined, at: number }} Change */

const FIELD = { configurable: true, enumerable: true, writable: true }; // of its own, whatever its name

const SLOWEST = 3000; // ms in which what one tab keeps has reached all others
const DEPTH = 3; // of a path: a part of the document, a form or an action, a field

/**
 * The fields of a document, as text by their path. A list is one field.
 * @param {unknown} value
 * @param {string[]} [path]
 * @returns {[string, string][]}
 */
function fieldsOf(value, path = []) {
  if (isRecord(value) && path.length < DEPTH)
    return Object.entries(value).flatMap(([name, inner]) => fieldsOf(inner, [...path, name]));
  return [[JSON.stringify(path), JSON.stringify(value)]];
}

/**
 * What is different between two documents.
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
 * @returns {boolean} whether that was needed
 */
export function apply(document, { path, value }) {
  let place = document;
  for (const name of path.slice(0, -1)) {
    if (!Object.hasOwn(place, name) || !isRecord(place[name]))
      Object.defineProperty(place, name, { ...FIELD, value: {} });
    place = place[name];
  }
  const name = path[path.length - 1];
  if (JSON.stringify(place[name]) === value) return false;
  if (value === undefined) delete place[name];
  else Object.defineProperty(place, name, { ...FIELD, value: JSON.parse(value) });
  return true;
}

/** What this tab knows of the latest change of each field, of its own and of others. */
export class Latest {
  /** @type {Map<string, number>} */
  moments = new Map();
  /** @type {Map<string, Change>} the latest of each field, which a slower document may still lack */
  recent = new Map();

  /**
   * Those changes that are later than what is known of their fields. They are remembered for as long as a document
   * without them may come along.
   * @param {Change[]} changes
   */
  news(changes) {
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

  /** The whole document was replaced: what was changed before counts no more. */
  forget() {
    this.recent.clear();
  }
}
