// The fields of a calculator's form.
import { apart, setApart, worksOut } from "./appointment.js";
import { DAY_OF_FIGURES, NEWEST_FIGURES, WORKED_OUT } from "./contract.js";
import { isSeen, original, put, typedIn } from "./controls.js";
import { showDays } from "./dates-in-words.js";
import { unfold } from "./elements.js";
import { errorPlace, showError } from "./field-errors.js";
import { keepInSight } from "./in-sight.js";
import { controlsOf, counted, RadioGroup } from "./radios.js";

const TOGETHER = "Hier apart invullen";
const APART = "Neem weer die van je aanstelling";

/** @typedef {import("./controls.js").Control} Control */

/**
 * The field on whose value a box depends, and the values with which it is shown; without a condition it always is.
 * @param {HTMLElement} box
 */
function condition({ dataset }) {
  const [name, values] = dataset.shownIf?.split("=") ?? [];
  return name ? { name, values: values.split("|") } : undefined;
}

export class Fields {
  /** The day of the figures by which the form calculates, if that is not the newest. */
  day = "";
  /** @type {Record<string, string>} the defaults of that day that differ from those of the page */
  defaults = {};
  /**
   * @type {Set<string>} the fields with a stored value, until the defaults of that day are known: they count as changed
   */
  given = new Set();
  /** @type {Set<string>} choices that the reader is about to make apart from the appointment: nothing is stored yet */
  parting = new Set();

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.controls = controlsOf(form.elements);
    this.boxes = /** @type {HTMLElement[]} */ (Array.from(form.querySelectorAll("[data-field]")));
    this.boxOf = new Map(this.boxes.map((box) => [box.dataset.field, box]));
    this.conditions = new Map(this.boxes.map((box) => [box, condition(box)]));
  }

  /**
   * @param {Control[]} controls
   * @returns {Record<string, string>} their values, without choices still to make, and the day of the figures
   */
  dated(controls) {
    const made = controls.filter((control) => !(control instanceof RadioGroup && !typedIn(control)));
    const values = Object.fromEntries(made.map((control) => [control.name, typedIn(control)]));
    return this.day ? { ...values, [DAY_OF_FIGURES]: this.day } : values;
  }

  values() {
    return this.dated(this.controls);
  }

  /** The values to store: those that the reader sees, and changed ones that are hidden now; not those worked out. */
  kept() {
    /** @type {Record<string, string>} */
    const own = { [DAY_OF_FIGURES]: NEWEST_FIGURES, ...this.dated(this.controls.filter(isSeen)), ...this.changed() };
    for (const control of this.workedOut()) delete own[control.name];
    return own;
  }

  /** The fields that show what Python worked out from all posts. */
  workedOut() {
    return this.controls.filter((control) => "readOnly" in control && control.readOnly);
  }

  /**
   * Whether the form shows these values.
   * @param {Record<string, string>} values
   */
  holds(values) {
    return this.controls.every((control) => typedIn(control) === (values[control.name] ?? this.initial(control)));
  }

  /**
   * Whether the form calculates with these values: a choice still to make counts as that of the example.
   * @param {Record<string, string>} values
   */
  calculatesWith(values) {
    return this.controls.every(
      (control) =>
        counted(control, typedIn(control)) === counted(control, values[control.name] ?? this.initial(control)),
    );
  }

  /** The values that differ from their default, on the day of the figures: all that Python must know. */
  changed() {
    return this.dated(this.controls.filter((control) => this.isChanged(control)));
  }

  /** @param {Control} control */
  initial(control) {
    return this.defaults[control.name] ?? original(control);
  }

  /** @param {Control} control */
  isChanged(control) {
    return this.given.has(control.name) || typedIn(control) !== this.initial(control);
  }

  /** The controls that links may fill in: all except those for text. */
  linkable() {
    return this.controls.filter((control) => !("private" in control.dataset));
  }

  /**
   * The values for a link: visible ones that are changed, or whose default does not depend on the day, such as
   * examples.
   * @returns {[string, string][]}
   */
  linked() {
    const carried = this.linkable()
      .filter(isSeen)
      .filter((control) => this.isChanged(control) || "linked" in control.dataset);
    return carried.map((control) => [control.name, control.value]);
  }

  /** What an older link without these fields means: their defaults were others. @returns {Record<string, string>} */
  leftOut() {
    return Object.fromEntries(
      this.controls.flatMap(({ name, dataset }) => (dataset.linked ? [[name, dataset.linked]] : [])),
    );
  }

  /** @returns {Map<string, import("./link.js").Field>} */
  described() {
    /** @param {Control} control */
    const choices = (control) => {
      if (control instanceof RadioGroup) return control.values;
      return control instanceof HTMLSelectElement ? Array.from(control.options, ({ value }) => value) : undefined;
    };
    /** @param {Control} control */
    const described = (control) => ({
      choices: choices(control),
      date: control.type === "date",
      table: control.type === "textarea",
    });
    return new Map(this.linkable().map((control) => [control.name, described(control)]));
  }

  /**
   * Show the defaults of the day of the figures in the fields that were not changed.
   * @param {Record<string, string>} defaults
   */
  showDefaults(defaults) {
    if (!this.day) return;
    const untouched = this.controls.filter((control) => !this.isChanged(control));
    this.defaults = defaults;
    this.given.clear();
    for (const control of untouched) control.value = this.initial(control);
    showDays(this.form);
  }

  /** Calculate by the newest figures from now on. Visible values stay. */
  renew() {
    for (const control of this.controls) {
      if (!isSeen(control) && !this.isChanged(control)) control.value = original(control);
    }
    this.day = "";
    this.defaults = {};
    this.given.clear();
  }

  /**
   * @param {Record<string, string>} next
   * @param {Element | null} [spared] a field to leave alone, as the reader is typing in it
   */
  fill(next, spared) {
    this.renew();
    const day = next[DAY_OF_FIGURES] ?? "";
    if (day < NEWEST_FIGURES) this.day = day;
    if (this.day) this.given = new Set(Object.keys(next));
    for (const control of this.controls) {
      if (control === spared) continue;
      put(control, next[control.name] ?? original(control));
      if (control.value !== original(control)) unfold(control);
    }
    this.arrange();
    showDays(this.form);
  }

  /**
   * Show at each field of the appointment whether it deviates, or is worked out from all posts.
   * @param {import("./store.js").Stored} document
   * @param {string} name of the calculator
   */
  relate(document, name) {
    const deviating = apart(document, name);
    const total = worksOut(document, name) ? /** @type {Record<string, string[]>} */ (WORKED_OUT)[name] : [];
    for (const control of this.controls)
      if (control instanceof HTMLInputElement) control.readOnly = total.includes(control.name);
    for (const note of /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll("[data-samen]"))) {
      const control = note.dataset.samen ?? "";
      const own = deviating.includes(control) || this.parting.has(control);
      note.classList.toggle("is-apart", own);
      note.classList.toggle("is-samen", total.includes(control));
      const button = note.querySelector("button");
      if (!button) continue;
      button.hidden = !own && "main" in note.dataset; // hidden in the page, as it needs this script
      button.dataset.action = own ? "join" : "apart";
      button.textContent = own ? APART : TOGETHER;
    }
  }

  /**
   * Keep the choices that the reader has made apart since.
   * @param {import("./store.js").Stored} document
   * @param {string} name of the calculator
   */
  part(document, name) {
    for (const control of this.parting) {
      const value = this.values()[control];
      if (value && this.parting.delete(control)) setApart(document, name, control, value);
    }
  }

  /** The names of amounts for several fields that no longer count, as one of these fields was filled in. */
  divided() {
    const changed = this.controls.filter((part) => part.dataset.partOf && part.value !== original(part));
    return changed.map((part) => /** @type {string} */ (part.dataset.partOf));
  }

  /** The names of fields that count and still have our example: an amount for several fields, or else those fields. */
  examples() {
    const divided = this.divided();
    const examples = this.controls.filter((control) => "example" in control.dataset && isSeen(control));
    return examples
      .filter((control) => control.value === original(control))
      .filter(({ name, dataset }) => !divided.includes(name) && (!dataset.partOf || divided.includes(dataset.partOf)))
      .map((control) => control.name);
  }

  /** Show only the fields that apply, given the values of the others. */
  arrange() {
    const unchosen = this.controls.flatMap((control) =>
      control instanceof RadioGroup ? [[control.name, control.counted]] : [],
    );
    const now = { ...Object.fromEntries(unchosen), ...this.values() };
    /** @param {HTMLElement | undefined} box @returns {boolean} */
    const counts = (box) => {
      const needs = box && this.conditions.get(box);
      return !needs || (needs.values.includes(now[needs.name]) && counts(this.boxOf.get(needs.name)));
    };
    for (const box of this.boxes) box.toggleAttribute("hidden", !counts(box)); // no change, no work for the browser
    for (const control of this.controls)
      control
        .closest("[data-field]")
        ?.classList.toggle(
          "is-eigen",
          this.isChanged(control) && ("example" in control.dataset || "unchosen" in control.dataset),
        );
    this.markUncounted();
    for (const group of this.form.querySelectorAll("fieldset:not([data-field])")) {
      group.toggleAttribute("hidden", !group.querySelector("[data-field]:not([hidden])"));
    }
  }

  /** Say at an example that it does not count, as long as the reader's own amount for several fields does. */
  markUncounted() {
    const divided = this.divided();
    const counting = this.controls.filter((whole) => this.isChanged(whole) && !divided.includes(whole.name));
    const names = counting.map(({ name }) => name);
    for (const part of this.controls.filter(({ dataset }) => dataset.partOf && "example" in dataset))
      part.closest("[data-field]")?.classList.toggle("is-ongeteld", names.includes(part.dataset.partOf ?? ""));
  }

  /** @param {Record<string, string>} errors what is wrong, by name */
  mark(errors) {
    const other = this.controls.some((control) => errorPlace(control).textContent !== (errors[control.name] ?? ""));
    if (other) keepInSight(() => this.showErrors(errors));
    else this.showErrors(errors);
  }

  /** @param {Record<string, string>} errors */
  showErrors(errors) {
    for (const control of this.controls) {
      const error = errors[control.name] ?? "";
      if (error) unfold(control);
      showError(control, error);
    }
  }
}
