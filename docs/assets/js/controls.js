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
