// Scenarios as they are stored: versions of the budget, each with a unique id and name.
import { newId } from "./ids.js";

/** @typedef {{ id: string, name: string, values: Record<string, string> }} Version */
/** @typedef {{ scenarios: { id?: string, name: string, values: Record<string, string> }[] }} Holder */

/**
 * All versions in a document. One without an id, or with that of an earlier one, gets an id from its place, the same as
 * in Python (calculators/dossier/identity.py); the next change stores it.
 * @param {Holder} document
 * @returns {Version[]}
 */
export function versionsOf({ scenarios }) {
  const given = new Set(scenarios.map(({ id }) => id));
  /** @type {Set<string>} */
  const found = new Set();
  return scenarios.map(({ id: own, name, values }, index) => {
    let id = typeof own === "string" && own && !found.has(own) ? own : "";
    if (!id) for (id = `s${index + 1}`; given.has(id) || found.has(id); ) id += "x";
    found.add(id);
    return { id, name: typeof name === "string" ? name : "", values };
  });
}

/**
 * A name that no version has: the wanted one, with a number if it is taken, or else `Scenario` with a number.
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
 * Put a version in a document. It replaces the one with the same id, whose name it keeps; a new one comes last, under a
 * free name.
 * @param {Holder} document
 * @param {string} name
 * @param {Record<string, string>} values
 * @param {string} [id]
 * @returns {Version} as it is kept
 */
export function put(document, name, values, id = newId()) {
  const versions = versionsOf(document);
  const at = versions.findIndex((version) => version.id === id);
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
  document.scenarios = versionsOf(document).filter((version) => version.id !== id);
}
