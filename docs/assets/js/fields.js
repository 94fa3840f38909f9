// The fields of a calculator's form.
import { original } from "./controls.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/** @param {Control} control */
const open = (control) => control.closest("details")?.setAttribute("open", "");

export class Fields {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.controls = /** @type {Control[]} */ (Array.from(form.elements)).filter((control) => control.name);
    this.boxes = /** @type {HTMLElement[]} */ (Array.from(form.querySelectorAll("[data-field]")));
  }

  /** @returns {Record<string, string>} */
  values() {
    return Object.fromEntries(this.controls.map((control) => [control.name, control.value]));
  }

  /** @returns {Record<string, string>} what isn't as the page came with it */
  changed() {
    const own = this.controls.filter((control) => control.value !== original(control));
    return Object.fromEntries(own.map((control) => [control.name, control.value]));
  }

  /** What a reader sees: all of it, as a default may be another one by the time that it is used. */
  shown() {
    const seen = this.controls.filter((control) => !control.closest("[data-field]")?.matches("[hidden]"));
    return seen.map((control) => [control.name, control.value]);
  }

  /** @param {Record<string, string>} next */
  fill(next) {
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
