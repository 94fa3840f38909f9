// Initial and edited values of form controls.

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/**
 * The value that a field came with.
 * @param {Control} control
 */
export const original = (control) =>
  control instanceof HTMLSelectElement
    ? (Array.from(control.options).find((option) => option.defaultSelected) ?? control.options[0]).value
    : control.defaultValue;

const HALF = "onvolledig"; // as no date can be typed: Python says what is wrong

/**
 * What stands in a field. A date that isn't finished, or that was kept and can't be shown, is no empty field.
 * @param {Control} control
 */
export const typedIn = (control) =>
  control.validity.badInput ? HALF : control.value || (control.dataset.unread ?? "");

/**
 * Put a value in a field; one that a date field refuses is remembered until something else is filled in.
 * @param {Control} control
 * @param {string} value
 */
export function put(control, value) {
  control.value = value;
  if (control.value === value) delete control.dataset.unread;
  else control.dataset.unread = value;
}

/**
 * Paste cells of a spreadsheet as such: a field of one line would make one number of two below each other.
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
 * Tell of dates that are left half typed: browsers send no event for them.
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
 * Have a form take what people paste and type.
 * @param {HTMLFormElement} form
 */
export function attend(form) {
  form.addEventListener("paste", pasteCells);
  noticeHalfDates(form);
  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement) delete target.dataset.unread;
  });
}

/** @param {Control} control */
const touched = (control) =>
  control instanceof HTMLInputElement && control.type === "checkbox"
    ? control.checked !== control.defaultChecked
    : control.value !== original(control);

/**
 * Collect edits made before this script ran, to replay them as input events after mounting. The forms forbid the browser
 * to restore old values, so nothing else can have changed them.
 * @returns {() => void} does it over, once it can be kept
 */
export function early() {
  const forms = "form[data-calculator], form[data-checklist], form[data-dossier]";
  /** @type {NodeListOf<Control>} */
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
