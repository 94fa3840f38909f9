// A message about a field, between its question and its control.

/**
 * Say what is wrong with a field, or take back what was said. Where the control is in its label, the message is too.
 * @param {Element} control
 * @param {string} id of the message
 * @param {string} message empty if nothing is wrong
 */
export function refuse(control, id, message) {
  const old = document.getElementById(id);
  const box = control.closest(".rh-invoer") ?? control;
  if (old?.textContent === message && old.nextElementSibling === box) return;
  old?.remove();
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
