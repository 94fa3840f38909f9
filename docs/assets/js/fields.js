// The fields of a calculator's form.
import { apart, worksOut } from "./appointment.js";
import { original } from "./controls.js";

const TOGETHER = "Hier apart invullen";
const APART = "Neem weer die van je aanstelling";

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

  /** What to keep: all that a reader sees, and what was typed in fields that don't count now. Not what was worked out. */
  kept() {
    const own = { ...Object.fromEntries(this.shown()), ...this.changed() };
    const workedOut = this.controls.filter((control) => "readOnly" in control && control.readOnly);
    for (const control of workedOut) delete own[control.name];
    return own;
  }

  /**
   * Whether this is what stands in the form.
   * @param {Record<string, string>} values
   */
  holds(values) {
    return this.controls.every((control) => control.value === (values[control.name] ?? original(control)));
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

  /**
   * @param {Record<string, string>} next
   * @param {Element | null} [spared] what somebody is typing in
   */
  fill(next, spared) {
    for (const control of this.controls) {
      if (control === spared) continue;
      control.value = next[control.name] ?? original(control);
      if (control.value !== original(control)) open(control);
    }
    this.arrange();
  }

  /**
   * Tell at each field that shows the appointment whether it was filled in apart, or is worked out from all posts.
   * @param {import("./store.js").Stored} document
   * @param {string} name of the calculator
   */
  relate(document, name) {
    const deviating = apart(document, name);
    const total = worksOut(document, name) && "fte";
    for (const note of /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll("[data-samen]"))) {
      const control = note.dataset.samen ?? "";
      const own = deviating.includes(control);
      note.classList.toggle("is-apart", own);
      note.classList.toggle("is-samen", control === total);
      const input = this.controls.find((one) => one.name === control);
      if (input instanceof HTMLInputElement) input.readOnly = control === total;
      const button = note.querySelector("button");
      if (!button) continue;
      button.hidden = !own && "main" in note.dataset; // shown by the script, which makes it work
      button.dataset.action = own ? "join" : "apart";
      button.textContent = own ? APART : TOGETHER;
    }
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
