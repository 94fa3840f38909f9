// What the status line of a form says: what the result became, and which warnings are new. Screen readers read it aloud, so
// it waits for a pause, and says nothing twice.

import { clearResultMarks } from "./status-text.js";

const QUIET = 1000; // ms without a keystroke before a new result is announced to screen readers
const WARNING = ".rh-melding--waarschuwing[data-notice]";

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
