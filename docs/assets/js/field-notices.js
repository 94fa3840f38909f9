// A notice that is about one field stands beside that field too: who is typing there need not look for it in the result.
import { element } from "./elements.js";
import { describe } from "./field-errors.js";
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

/** What a notice says, without its sources and its link to the field. @param {HTMLElement} notice */
const words = (notice) =>
  Array.from(notice.querySelectorAll(":scope > strong, [data-says]"), ({ textContent }) => textContent ?? "").join("");

/**
 * Put notices below a field, as part of its description.
 * @param {HTMLElement} box of the field
 * @param {string} id of the list of notices
 * @param {HTMLElement[]} notices
 */
function put(box, id, notices) {
  document.getElementById(id)?.remove();
  if (notices.length) {
    const list = Object.assign(document.createElement("ul"), { id, className: "rh-meldingen rh-ernaast" });
    for (const notice of notices) {
      const { className } = notice;
      list.append(element("li", [words(notice)], className));
    }
    box.append(list);
  }
  const control = box.matches("fieldset") ? box : box.querySelector("[aria-describedby]");
  if (control) describe(control, id, notices.length > 0);
}

/** Take away what an earlier result said about fields that are wrong now. @param {HTMLFormElement} form @param {string[]} names */
export function clearBeside(form, names) {
  for (const name of names) {
    const box = /** @type {HTMLElement | null} */ (form.querySelector(`[data-field="${name}"]`));
    if (box) put(box, `${name}-melding`, []);
  }
}

/**
 * Show beside the fields of a form what the result says about each of them, and take away what it no longer says.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} output
 */
export function showBeside(form, output) {
  const said = byField(output);
  const shown = /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".rh-ernaast"));
  const names = new Set([...said.keys(), ...Array.from(shown, (list) => list.id.replace(/-melding$/, ""))]);
  /** @type {(() => void)[]} */
  const changes = [];
  for (const name of names) {
    const [id, notices] = [`${name}-melding`, said.get(name) ?? []];
    const box = /** @type {HTMLElement | null} */ (form.querySelector(`[data-field="${name}"]`));
    const isNew = notices.map(words).join("") !== (document.getElementById(id)?.textContent ?? "");
    if (box && isNew) changes.push(() => put(box, id, notices));
  }
  if (changes.length)
    keepInSight(() => {
      for (const change of changes) change();
    });
}
