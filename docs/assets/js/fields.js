// The fields of a calculator's form.
import { DAY_OF_FIGURES, NEWEST_FIGURES } from "./contract.js";
import { original } from "./controls.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/** @param {Control} control */
const open = (control) => control.closest("details")?.setAttribute("open", "");

/** @param {Control} control */
const isSeen = (control) => !control.closest("[data-field]")?.matches("[hidden]");

export class Fields {
  /** The day of the figures that the form counts with, where that isn't the newest. */
  day = "";
  /** @type {Record<string, string>} the defaults of that day, where they aren't those of the page */
  defaults = {};
  /** @type {Set<string>} what was filled in before the defaults of that day were known, be it the same as the page's */
  given = new Set();

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.controls = /** @type {Control[]} */ (Array.from(form.elements)).filter((control) => control.name);
    this.boxes = /** @type {HTMLElement[]} */ (Array.from(form.querySelectorAll("[data-field]")));
  }

  /**
   * @param {Control[]} some
   * @returns {Record<string, string>} with the day of the figures
   */
  dated(some) {
    const values = Object.fromEntries(some.map((control) => [control.name, control.value]));
    return this.day ? { ...values, [DAY_OF_FIGURES]: this.day } : values;
  }

  values() {
    return this.dated(this.controls);
  }

  /** What isn't as the page came with it, or as the day of the figures has it. */
  changed() {
    return this.dated(this.controls.filter((control) => this.isChanged(control)));
  }

  /** What Python is asked about: it knows the defaults of another day, which the page may not show yet. */
  asked() {
    return this.day ? this.changed() : this.values();
  }

  /** @param {Control} control */
  initial(control) {
    return this.defaults[control.name] ?? original(control);
  }

  /** @param {Control} control */
  isChanged(control) {
    return this.given.has(control.name) || control.value !== this.initial(control);
  }

  /** Controls that links may fill in: none for texts. */
  linkable() {
    return this.controls.filter((control) => !("private" in control.dataset));
  }

  /**
   * What a link carries of what the reader sees: what is changed, and defaults that no day tells, such as examples.
   * @returns {[string, string][]}
   */
  linked() {
    const told = this.linkable()
      .filter(isSeen)
      .filter((control) => this.isChanged(control) || "linked" in control.dataset);
    return told.map((control) => [control.name, control.value]);
  }

  /** @returns {Map<string, import("./link.js").Field>} */
  described() {
    /** @param {Control} control */
    const choices = (control) =>
      control instanceof HTMLSelectElement ? Array.from(control.options, ({ value }) => value) : undefined;
    return new Map(
      this.linkable().map((control) => [control.name, { choices: choices(control), date: control.type === "date" }]),
    );
  }

  /**
   * Show the defaults of the day of the figures in the fields that nobody filled in.
   * @param {Record<string, string>} defaults
   */
  showDefaults(defaults) {
    if (!this.day) return;
    const untouched = this.controls.filter((control) => !this.isChanged(control));
    this.defaults = defaults;
    this.given.clear();
    for (const control of untouched) control.value = this.initial(control);
  }

  /** From now on the newest figures count. What a reader sees in a field stays. */
  renew() {
    for (const control of this.controls) {
      if (!isSeen(control) && !this.isChanged(control)) control.value = original(control);
    }
    this.day = "";
    this.defaults = {};
    this.given.clear();
  }

  /** @param {Record<string, string>} next */
  fill(next) {
    this.renew();
    const day = next[DAY_OF_FIGURES] ?? "";
    if (day < NEWEST_FIGURES) this.day = day;
    if (this.day) this.given = new Set(Object.keys(next));
    for (const control of this.controls) {
      control.value = next[control.name] ?? original(control);
      if (control.value !== original(control)) open(control);
    }
    this.arrange();
  }

  /** Show only the fields that count, given the others. */
  arrange() {
    const now = this.values();
    /** @param {HTMLElement | undefined} box @returns {boolean} */
    const counts = (box) => {
      if (!box?.dataset.shownIf) return true;
      const [other, wanted] = box.dataset.shownIf.split("=");
      return wanted.split("|").includes(now[other]) && counts(this.boxes.find((one) => one.dataset.field === other));
    };
    for (const box of this.boxes) box.hidden = !counts(box);
    for (const group of this.form.querySelectorAll("fieldset")) {
      group.hidden = !group.querySelector("[data-field]:not([hidden])");
    }
  }

  /** @param {Record<string, string>} errors what is wrong, by name */
  mark(errors) {
    for (const control of this.controls) {
      const error = errors[control.name] ?? "";
      const place = /** @type {HTMLElement} */ (document.getElementById(`${control.name}-fout`));
      if (place.textContent !== error) place.textContent = error;
      place.hidden = !error;
      if (error) {
        open(control);
        control.setAttribute("aria-invalid", "true");
      } else control.removeAttribute("aria-invalid");
    }
  }
}
