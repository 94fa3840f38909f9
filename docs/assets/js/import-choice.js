// What a reader ticks in the preview of a file, to import it: whole parts, or single items of the checklist and the
// dossier.
import { isOwn } from "./checklist-items.js";
import * as store from "./store.js";

/** The keys of the document that one tick imports together. @type {Record<string, string[]>} */
const TOGETHER = { calculators: ["id", "appointment", "calculators", "scenarios"] };

/** @param {Element} place @returns {HTMLInputElement[]} */
const ticks = (place) => Array.from(place.querySelectorAll("input[type=checkbox]"));

/**
 * The ticked values in a preview: a part (`calculators`), or an item of one (`checklist.s1-01`).
 * @param {Element} place
 */
export const ticked = (place) => ticks(place).flatMap(({ checked, value }) => (checked ? [value] : []));

/** @param {Element} place */
export const unticked = (place) => ticks(place).flatMap(({ checked, value }) => (checked ? [] : [value]));

/**
 * The reader's own document, with the chosen values replaced by those of a file.
 * @param {string} document
 * @param {string[]} chosen
 */
export function withChosen(document, chosen) {
  const given = JSON.parse(document);
  const own = /** @type {Record<string, any>} */ ({ ...store.read() });
  for (const [part, item] of chosen.map((value) => value.split("."))) {
    if (item) {
      own[part] = { ...own[part], [item]: given[part][item] }; // `undefined` if the file lacks it, which JSON leaves out
      if (isOwn(item)) own.actions = { ...own.actions, [item]: given.actions?.[item] };
    } else for (const name of TOGETHER[part] ?? []) own[name] = given[name] ?? own[name]; // older files have no id
  }
  return JSON.stringify(own);
}

/**
 * Make the checkbox of a part agree with those of its items: ticked, unticked or, if only some are, indeterminate.
 * @param {HTMLInputElement} box that the reader ticked
 */
export function agree(box) {
  const group = box.closest("[data-group]");
  if (!group) return;
  const [whole, ...each] = ticks(group);
  if (box === whole) for (const tick of each) tick.checked = whole.checked;
  const left = each.filter(({ checked }) => !checked);
  if (each.length) whole.checked = left.length < each.length;
  whole.indeterminate = whole.checked && left.length > 0;
}

/**
 * Untick boxes, after the preview was made again.
 * @param {Element} place
 * @param {string[]} values
 */
export function untick(place, values) {
  for (const box of ticks(place).filter(({ value }) => values.includes(value))) {
    box.checked = false;
    agree(box);
  }
}
