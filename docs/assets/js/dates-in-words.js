// A chosen date read back in words under its field: a browser shows dates in its own language, in which 09/01 may be
// the ninth of January or the first of September.

import { withWeekday } from "./days.js";
import { setText } from "./elements.js";
import { CHANGED } from "./events.js";

/** The place of the words: the one that the form came with, or a new one under the field. @param {HTMLInputElement} field */
function dayLineOf(field) {
  const under = field.closest("label, .rh-invoer") ?? field;
  const next = under.nextElementSibling;
  if (next instanceof HTMLElement && next.matches("[data-day]")) return next;
  const made = document.createElement("p");
  made.dataset.day = "";
  made.className = "rh-dag";
  under.after(made);
  return made;
}

/** Show the date of a field in words. @param {HTMLInputElement} field */
function showDay(field) {
  const text = field.value ? withWeekday(field.value) : "";
  const place = text || field.closest(".rh-veld") ? dayLineOf(field) : null;
  if (place) setText(place, text);
}

/** Read back the dates in a part of the page. @param {ParentNode} part */
export function showDays(part) {
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (part.querySelectorAll("input[type=date]")))
    showDay(field);
}

/** Read back each date of a form as it is now, and when it changes. @param {HTMLFormElement} form */
export function mount(form) {
  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "date") showDay(target);
  });
  document.addEventListener(CHANGED, () => showDays(form));
  addEventListener("storage", () => showDays(form));
  addEventListener("pageshow", () => showDays(form));
  showDays(form);
}
