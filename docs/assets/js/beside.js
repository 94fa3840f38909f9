// A notice that is about one field stands beside that field too: who is typing there need not look for it in the result.
import { keepInSight } from "./in-sight.js";

/**
 * What the notices of a result say, by the field that each is about.
 * @param {HTMLElement} output
 */
function byField(output) {
  /** @type {Map<string, HTMLElement[]>} */
  const found = new Map();
  for (const notice of /** @type {NodeListOf<HTMLElement>} */ (output.querySelectorAll("[data-about]"))) {
    const name = notice.dataset.about ?? "";
    found.set(name, [...(found.get(name) ?? []), notice]);
  }
  return found;
}

/** A notice without its sources and its link to the field. @param {HTMLElement} notice */
function briefly(notice) {
  const item = Object.assign(document.createElement("li"), { className: notice.className });
  item.append(...Array.from(notice.querySelectorAll(":scope > strong, [data-says]"), (part) => part.textContent ?? ""));
  return item;
}

/**
 * Put notices below a field, as part of its description.
 * @param {HTMLElement} box of the field
 * @param {HTMLElement[]} notices
 */
function put(box, notices) {
  const id = `${box.dataset.field}-melding`;
  document.getElementById(id)?.remove();
  const control = box.matches("fieldset") ? box : box.querySelector("[aria-describedby]");
  const described = new Set(control?.getAttribute("aria-describedby")?.split(" "));
  if (notices.length) {
    const list = Object.assign(document.createElement("ul"), { id, className: "rh-meldingen rh-ernaast" });
    list.append(...notices.map(briefly));
    box.append(list);
    described.add(id);
  } else described.delete(id);
  control?.setAttribute("aria-describedby", [...described].join(" "));
}

/**
 * Show beside the fields of a form what the result says about each of them, and take away what it no longer says.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} output
 */
export function showBeside(form, output) {
  const said = byField(output);
  const told = /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".rh-ernaast"));
  const names = new Set([...said.keys(), ...Array.from(told, (list) => list.id.replace(/-melding$/, ""))]);
  for (const name of names) {
    const box = /** @type {HTMLElement | null} */ (form.querySelector(`[data-field="${name}"]`));
    const notices = said.get(name) ?? [];
    const text = notices.map((notice) => briefly(notice).textContent).join("");
    const old = document.getElementById(`${name}-melding`)?.textContent ?? "";
    if (box && text !== old) keepInSight(() => put(box, notices));
  }
}
