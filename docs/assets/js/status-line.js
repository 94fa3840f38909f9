// What the status line of a form says: what the result became, which fields are wrong, as links to them, and which
// warnings are new. Screen readers read it aloud, so it waits for a pause, and says nothing twice.

import { clearResultMarks } from "./status-text.js";

/** @typedef {import("./controls.js").Control} Control */

const QUIET = 1000; // ms without a keystroke before a new result is announced to screen readers
const MOST_NAMED = 3;
const FAULTY = "Fout: ";
const WARNING = ".rh-melding--waarschuwing[data-notice]";

/** The question of a field, without its unit for screen readers. @param {Control} control */
export const question = (control) => control.labels?.[0]?.firstChild?.textContent?.trim() || control.name;

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

/** The warnings of a result, each of which is said once. */
export class Warnings {
  /** @param {HTMLElement} output */
  constructor(output) {
    this.output = output;
    this.said = new Set(this.shown().map(({ dataset }) => dataset.notice));
  }

  shown() {
    return /** @type {HTMLElement[]} */ (Array.from(this.output.querySelectorAll(WARNING)));
  }

  /** The warnings that came since this was asked last, in words: one by its text, several by their number. */
  fresh() {
    const shown = this.shown();
    const fresh = shown.filter(({ dataset }) => !this.said.has(dataset.notice));
    this.said = new Set(shown.map(({ dataset }) => dataset.notice));
    if (!fresh.length) return "";
    if (fresh.length > 1) return ` ${fresh.length} nieuwe waarschuwingen.`;
    const words = fresh[0].querySelector("[data-says]")?.textContent ?? "";
    return ` 1 nieuwe waarschuwing: ${words}`;
  }
}

/** The figures on top of a result, in words. @param {HTMLElement} output */
const mainFigures = (output) =>
  Array.from(
    output.querySelectorAll("dl dt"),
    (term) => `${term.textContent}: ${term.nextElementSibling?.textContent}`,
  );

export class StatusLine {
  /** What the line said when the figures changed last, or what the form said since: no news of another part. */
  oldText = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  saying;

  /**
   * @param {HTMLElement} place
   * @param {HTMLElement} output where the result stands
   */
  constructor(place, output) {
    this.place = place;
    this.output = output;
    this.warnings = new Warnings(output);
    this.figures = mainFigures(output);
  }

  /**
   * Speak once the reader pauses: a screen reader would otherwise speak at each key.
   * @param {() => void} speak
   * @param {boolean} now without waiting
   */
  later(speak, now) {
    this.hush();
    const failed = this.place.querySelector("button"); // to try again
    this.saying = setTimeout(speak, failed || now ? 0 : QUIET);
  }

  /** Do not say what waits for a pause. */
  hush() {
    clearTimeout(this.saying);
  }

  /** The figures change: what stands here now, or was to be said, is about the earlier ones. */
  age() {
    this.hush();
    this.oldText = this.place.textContent ?? "";
    this.place.toggleAttribute("data-stale", this.place.hasAttribute("data-figure"));
  }

  /** What another part of the page said since the figures changed, such as that a scenario is saved: it stays in sight. */
  otherMessage() {
    const text = this.place.textContent;
    return text && text !== this.oldText && !this.place.querySelector("button") ? `${text} ` : "";
  }

  /**
   * Say what the result became, and what it warns of; on a small screen its first figure is in sight already. Where that
   * stayed the same, say the first one that did not.
   */
  sayResult() {
    const figures = mainFigures(this.output);
    const changed = figures.find((figure) => !this.figures.includes(figure)) ?? figures[0];
    this.figures = figures;
    const other = this.otherMessage();
    this.say(`${other}Bijgewerkt. ${changed}.${this.warnings.fresh()}`, !other && changed === figures[0]);
    this.place.setAttribute("data-figure", "");
  }

  /** Say what the reader did to the whole form; the result that comes next is said after it. @param {string} words */
  sayDone(words) {
    this.say(words);
    this.oldText = "";
  }

  /**
   * @param {string | (Node | string)[]} words
   * @param {boolean} [quiet] not to be shown on a small screen, where the line with the first figure says it too
   */
  say(words, quiet = false) {
    this.hush();
    const said = document.createElement("p");
    said.append(...[words].flat());
    clearResultMarks(this.place);
    this.place.toggleAttribute("data-quiet", quiet);
    this.oldText = said.textContent ?? "";
    if (this.place.innerHTML !== said.innerHTML) this.place.replaceChildren(...said.childNodes); // never said twice
  }
}
