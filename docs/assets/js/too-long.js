// Messages beside fields whose text is longer than documents have room for; the text itself is never cut.

import { question } from "./controls.js";
import { element, setText } from "./elements.js";
import { keepInSight } from "./in-sight.js";
import * as store from "./store.js";

const NUMBER = new Intl.NumberFormat("nl-BE");

/**
 * What to say of a text after the name of its field; empty for one that fits.
 * @param {string} text
 * @param {number} longest in characters, as Python counts them
 */
function tooLong(text, longest) {
  const over = text.length > longest ? Array.from(text).length - longest : 0;
  if (over < 1) return "";
  const count = over === 1 ? "1 teken" : `${NUMBER.format(over)} tekens`;
  return `is ${count} te lang. De tekst blijft bewaard, maar in documenten passen er ${NUMBER.format(longest)}: de rest valt daar weg.`;
}

/** Show above a field that its text is too long, if it is. @param {HTMLInputElement | HTMLTextAreaElement} control */
function showExcess(control) {
  const words = tooLong(control.value, Number(control.dataset.longest));
  const message = words && `“${question(control)}” ${words}`;
  const label = control.closest("label") ?? control; // what is in a label would become part of the name of the field
  const old = label.previousElementSibling?.matches("[data-too-long]") ? label.previousElementSibling : undefined;
  if (old && message) setText(old, message);
  else if (old) keepInSight(() => old.remove());
  else if (message) keepInSight(() => label.before(place(message)));
}

/** @param {string} message */
function place(message) {
  const made = element("p", [message], "rh-te-lang");
  made.dataset.tooLong = "";
  made.setAttribute("aria-live", "polite");
  return made;
}

/** @param {HTMLFormElement} form */
export function mount(form) {
  const all = () => {
    for (const control of form.querySelectorAll("[data-longest]"))
      showExcess(/** @type {HTMLTextAreaElement} */ (control));
  };
  form.addEventListener("input", ({ target }) => {
    if (target instanceof Element && target.matches("[data-longest]")) showExcess(/** @type {any} */ (target));
  });
  store.subscribe(all);
  all();
}
