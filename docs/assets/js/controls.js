// Initial and edited values of form controls.

/** @typedef {import("./radios.js").RadioGroup} RadioGroup */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} ControlElement */
/** @typedef {ControlElement | RadioGroup} Control */

/** @type {WeakMap<HTMLSelectElement, string>} the choice that each list came with: looking for it takes long */
const FIRST_CHOICES = new WeakMap();

/** @param {HTMLSelectElement} list */
function firstChoice(list) {
  const known = FIRST_CHOICES.get(list);
  if (known !== undefined) return known;
  const { value } = Array.from(list.options).find((option) => option.defaultSelected) ?? list.options[0];
  FIRST_CHOICES.set(list, value);
  return value;
}

/**
 * The value that a field came with.
 * @param {Control} control
 */
export const original = (control) =>
  control instanceof HTMLSelectElement ? firstChoice(control) : control.defaultValue;

const HALF = "onvolledig"; // stands for a half typed date, so that Python refuses it

/**
 * The value of a field. A date that is half typed, or a stored one that the field cannot show, is not empty.
 * @param {Control} control
 */
export const typedIn = (control) =>
  control.value || (control.validity.badInput ? HALF : (control.dataset.unread ?? ""));

/**
 * Set the value of a field. A value that a date field refuses is remembered until the reader changes it.
 * @param {Control} control
 * @param {string} value
 */
export function put(control, value) {
  control.value = value;
  if (control.value === value) delete control.dataset.unread;
  else control.dataset.unread = value;
}

/**
 * Keep pasted spreadsheet cells apart: a field of one line would join two numbers below each other into one.
 * @param {ClipboardEvent} event
 */
function pasteCells(event) {
  const text = event.clipboardData?.getData("text").trim() ?? "";
  const field = event.target;
  if (!/[\r\n]/.test(text) || !(field instanceof HTMLInputElement) || field.type !== "text") return;
  event.preventDefault();
  const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  field.setRangeText(text.replace(/\s*[\r\n]+\s*/g, "\t"), start, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * Send an input event when a date is left half typed, and when that is mended: browsers send none.
 * @param {HTMLFormElement} form
 */
export function noticeHalfDates(form) {
  form.addEventListener("focusout", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "date") return;
    const half = target.validity.badInput;
    if (half !== "half" in target.dataset) target.dispatchEvent(new Event("input", { bubbles: true }));
    if (half) target.dataset.half = "";
    else delete target.dataset.half;
  });
}

/**
 * Prepare a form for pasting and typing.
 * @param {HTMLFormElement} form
 */
export function prepareForm(form) {
  form.addEventListener("paste", pasteCells);
  noticeHalfDates(form);
  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLElement) delete target.dataset.unread;
  });
}

/** @param {ControlElement} control */
function touched(control) {
  if (!(control instanceof HTMLInputElement)) return control.value !== original(control);
  if (control.type === "radio") return control.checked && !control.defaultChecked;
  return control.type === "checkbox"
    ? control.checked !== control.defaultChecked
    : control.value !== control.defaultValue;
}

/**
 * Collect edits made before this script ran, to replay them as input events after mounting. Browsers do not restore old
 * values in these forms, so that nothing else can have changed them.
 * @returns {() => void} replays the edits
 */
export function collectEarlyEdits() {
  const forms = "form[data-calculator], form[data-checklist], form[data-dossier]";
  /** @type {NodeListOf<ControlElement>} */
  const controls = document.querySelectorAll(`:is(${forms}) :is(input, select, textarea)[name]`);
  const kept = Array.from(controls)
    .filter(touched)
    .map((control) => ({ control, value: control.value, checked: "checked" in control && control.checked }));
  return () => {
    for (const { control, ...state } of kept) {
      Object.assign(control, state);
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
}

/** Whether a field applies, given the answers to others. @param {Control} control */
export const isSeen = (control) => !control.closest("[data-field]")?.matches("[hidden]");

/** The question of a field, without its unit for screen readers. @param {Control} control */
export const question = (control) => control.labels?.[0]?.firstChild?.textContent?.trim() || control.name;
