// A message about a field, between its question and its control.
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
  keepInSight(() => replace(control, id, message, box));
}

/**
 * @param {Element} control
 * @param {string} id of the message
 * @param {string} message
 * @param {Element} box before which it stands
 */
function replace(control, id, message, box) {
  document.getElementById(id)?.remove();
  const described = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((part) => part && part !== id);
  if (message) {
    const tag = control.closest("label") ? "span" : "p";
    box.before(Object.assign(document.createElement(tag), { id, className: "rh-fout", textContent: message }));
    control.setAttribute("aria-invalid", "true");
    if (tag === "p") described.push(id);
  } else control.removeAttribute("aria-invalid");
  if (described.length) control.setAttribute("aria-describedby", described.join(" "));
  else control.removeAttribute("aria-describedby");
}
