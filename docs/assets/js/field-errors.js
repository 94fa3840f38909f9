// What is wrong with a field, as a message between its question and its control; which fields are wrong, in words and links.
import { question } from "./controls.js";
import { setText } from "./elements.js";
import { keepInSight } from "./in-sight.js";

/** @typedef {import("./controls.js").Control} Control */

const MOST_NAMED = 3;
const FAULTY = "Fout: ";

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
 * @param {Control} control
 * @param {string} error empty if nothing is wrong
 */
export function showError(control, error) {
  const shown = errorPlace(control);
  setText(shown, error);
  shown.toggleAttribute("hidden", !error);
  if (error) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}

/** @param {Control} control */
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

/** Which of several fields with the same question this is: the name of its group. @param {Control} control */
function which(control) {
  const group = /_\d$/.test(control.name) && control.closest("fieldset.rh-groep")?.querySelector("legend")?.textContent;
  return group ? ` (${group.toLowerCase()})` : "";
}

/** A link to a field. @param {Control} control */
export function linkTo(control) {
  const link = document.createElement("a");
  link.href = `#${control.id}`;
  link.textContent = `“${question(control)}”${which(control)}`;
  return link;
}

/**
 * Which fields are wrong, in words and links.
 * @param {Control[]} wrong in the order of the form
 * @returns {(Node | string)[]}
 */
export function faults(wrong) {
  const links = wrong
    .slice(0, MOST_NAMED)
    .flatMap((control, index) => (index ? [", ", linkTo(control)] : [linkTo(control)]));
  if (wrong.length === 1) return [...links, " klopt nog niet."];
  const more = wrong.length > MOST_NAMED ? ` en nog ${wrong.length - MOST_NAMED}` : "";
  return [`${wrong.length} velden kloppen nog niet: `, ...links, `${more}.`];
}

/** Say in the title of the page whether it has errors, as screen readers read it first. @param {boolean} faulty */
export function titleSays(faulty) {
  const title = document.title.replace(FAULTY, "");
  document.title = faulty ? FAULTY + title : title;
}
