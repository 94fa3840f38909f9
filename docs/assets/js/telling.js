// What the status line of a form says: which fields are wrong, as links to them, and which warnings are new.

/** @typedef {import("./controls.js").Control} Control */

const MOST_NAMED = 3;
const FAULTY = "Fout: ";
const WARNING = ".rh-melding--waarschuwing[data-notice]";

/** The question of a field, without its unit for screen readers. @param {Control} control */
export const question = (control) => control.labels?.[0]?.firstChild?.textContent?.trim() || control.name;

/** A link to a field that is wrong. @param {Control} control */
export function linkTo(control) {
  const link = document.createElement("a");
  link.href = `#${control.id}`;
  link.textContent = `“${question(control)}”`;
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

/** The warnings of a result, told once each. */
export class Warnings {
  /** @param {HTMLElement} output */
  constructor(output) {
    this.output = output;
    this.told = new Set(this.shown().map(({ dataset }) => dataset.notice));
  }

  shown() {
    return /** @type {HTMLElement[]} */ (Array.from(this.output.querySelectorAll(WARNING)));
  }

  /** The warnings that came since this was asked last, in words: one by its text, several by their number. */
  fresh() {
    const shown = this.shown();
    const fresh = shown.filter(({ dataset }) => !this.told.has(dataset.notice));
    this.told = new Set(shown.map(({ dataset }) => dataset.notice));
    if (!fresh.length) return "";
    if (fresh.length > 1) return ` ${fresh.length} nieuwe waarschuwingen.`;
    const words = fresh[0].querySelector("[data-says]")?.textContent ?? "";
    return ` 1 nieuwe waarschuwing: ${words}`;
  }
}
