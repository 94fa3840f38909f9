// A message about a field, between its question and its control.
import { setText } from "./elements.js";
import { keepInSight } from "./in-sight.js";

/**
 * Say what is wrong with a field, or take back what was said. Where the control is in its label, the message is too.
 * @param {Element} control
 * @param {string} id of the message
 * @param {string} message empty if nothing is wrong
 */
export function refuse(control, id, message) {
  const old = document.getElementById(id);
  const box = control.closest(".rh-invoer") ?? control;
  if ((old?.textContent ?? "") === message && (!old || old.nextElementSibling === box)) return;
  keepInSight(() => {
    old?.remove();
    place(control, id, message, box);
  });
}

/**
 * Say what is wrong with a field where the page has a place for it, or take back what was said.
 * @param {import("./controls.js").Control} control
 * @param {string} error empty if nothing is wrong
 */
export function showError(control, error) {
  const shown = errorPlace(control);
  setText(shown, error);
  shown.toggleAttribute("hidden", !error);
  if (error) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}

/** @param {import("./controls.js").Control} control */
export const errorPlace = ({ name }) => /** @type {HTMLElement} */ (document.getElementById(`${name}-fout`));

/**
 * @param {Element} control
 * @param {string} id of the message
 * @param {string} message
 * @param {Element} box before which it stands
 */
function place(control, id, message, box) {
  const tag = control.closest("label") ? "span" : "p";
  if (message) {
    box.before(Object.assign(document.createElement(tag), { id, className: "rh-fout", textContent: message }));
    control.setAttribute("aria-invalid", "true");
  } else control.removeAttribute("aria-invalid");
  describe(control, id, Boolean(message) && tag === "p");
}

/**
 * Make an element part of the description of a control, as its last part, or take it out of that.
 * @param {Element} control
 * @param {string} id of the element
 * @param {boolean} isPart
 */
export function describe(control, id, isPart) {
  const parts = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((part) => part && part !== id);
  if (isPart) parts.push(id);
  if (parts.length) control.setAttribute("aria-describedby", parts.join(" "));
  else control.removeAttribute("aria-describedby");
}
