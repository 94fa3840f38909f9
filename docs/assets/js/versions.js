// Scenarios as they are stored: versions of the appointment, each with an id and a name of its own.
import { newId } from "./ids.js";

/** @typedef {{ id: string, name: string, values: Record<string, string> }} Version */
/** @typedef {{ scenarios: { id?: string, name: string, values: Record<string, string> }[] }} Holder */

/**
 * All versions in a document. Those without an id, or with that of an earlier one, get one by their place, as Python
 * gives them; it is kept with the next change.
 * @param {Holder} document
 * @returns {Version[]}
 */
export function versionsOf({ scenarios }) {
  const given = new Set(scenarios.map(({ id }) => id));
  /** @type {Set<string>} */
  const found = new Set();
  return scenarios.map(({ id: own, name, values }, place) => {
    let id = typeof own === "string" && own && !found.has(own) ? own : "";
    if (!id) for (id = `s${place + 1}`; given.has(id) || found.has(id); ) id += "x";
    found.add(id);
    return { id, name: typeof name === "string" ? name : "", values };
  });
}

/**
 * A name that none of these have: the wanted one, with a number where it is taken; without one, the first free number.
 * @param {string} wanted
 * @param {{ name: string }[]} versions
 */
export function freeName(wanted, versions) {
  const taken = new Set(versions.map(({ name }) => name));
  if (wanted && !taken.has(wanted)) return wanted;
  /** @param {number} number */
  const numbered = (number) => (wanted ? `${wanted} (${number})` : `Scenario ${number}`);
  let number = wanted ? 2 : 1;
  while (taken.has(numbered(number))) number += 1;
  return numbered(number);
}

/**
 * Put a version in a document: in the place of the one with its id, or behind all others. One that is there keeps its
 * name, a new one gets a name that is free.
 * @param {Holder} document
 * @param {string} name
 * @param {Record<string, string>} values
 * @param {string} [id]
 * @returns {Version} as it is kept
 */
export function put(document, name, values, id = newId()) {
  const versions = versionsOf(document);
  const at = versions.findIndex((one) => one.id === id);
  const version = { id, name: versions[at]?.name ?? freeName(name, versions), values: { ...values } };
  versions.splice(at < 0 ? versions.length : at, 1, version);
  document.scenarios = versions;
  return version;
}

/**
 * @param {Holder} document
 * @param {string} id
 */
export function drop(document, id) {
  document.scenarios = versionsOf(document).filter((one) => one.id !== id);
}
