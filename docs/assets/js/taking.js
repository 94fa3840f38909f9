// What a reader takes over of a file: whole parts, and of the checklist and the dossier what is ticked.
import * as store from "./store.js";

/** What of the document goes together under one tick. @type {Record<string, string[]>} */
const TOGETHER = { calculators: ["appointment", "calculators", "scenarios"] };

/** @param {Element} place @returns {HTMLInputElement[]} */
const ticks = (place) => Array.from(place.querySelectorAll("input[type=checkbox]"));

/** What is ticked in a preview: a part (`calculators`), or one thing of it (`checklist.s1-01`). @param {Element} place */
export const ticked = (place) => ticks(place).flatMap(({ checked, value }) => (checked ? [value] : []));

/** @param {Element} place */
export const unticked = (place) => ticks(place).flatMap(({ checked, value }) => (checked ? [] : [value]));

/**
 * What is kept, with what was ticked of a file in the place of its own.
 * @param {string} document
 * @param {string[]} chosen
 */
export function withChosen(document, chosen) {
  const given = JSON.parse(document);
  const own = /** @type {Record<string, any>} */ ({ ...store.read() });
  for (const [part, item] of chosen.map((value) => value.split("."))) {
    if (item)
      own[part] = { ...own[part], [item]: given[part][item] }; // what the file lacks, JSON leaves out
    else for (const name of TOGETHER[part] ?? []) own[name] = given[name];
  }
  return JSON.stringify(own);
}

/**
 * A part and what is under it agree: its tick is that of all, and shows when only some are ticked.
 * @param {HTMLInputElement} box that the reader ticked
 */
export function agree(box) {
  const group = box.closest("[data-group]");
  if (!group) return;
  const [whole, ...each] = ticks(group);
  if (box === whole) for (const one of each) one.checked = whole.checked;
  const left = each.filter(({ checked }) => !checked);
  if (each.length) whole.checked = left.length < each.length;
  whole.indeterminate = whole.checked && left.length > 0;
}

/**
 * Take ticks away again, after what is shown was made anew.
 * @param {Element} place
 * @param {string[]} values
 */
export function untick(place, values) {
  for (const box of ticks(place).filter(({ value }) => values.includes(value))) {
    box.checked = false;
    agree(box);
  }
}
