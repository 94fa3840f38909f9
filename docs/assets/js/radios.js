// A question with a few choices beside each other: its radio buttons as one control, like a list of choices.

/**
 * By which value is calculated: while nothing was chosen, by that of the example.
 * @param {Pick<HTMLElement, "dataset">} control
 * @param {string} value
 */
export const counted = ({ dataset }, value) => value || (dataset.unchosen ?? "");

export class RadioGroup {
  type = "radio";
  validity = { badInput: false };

  /** @param {HTMLInputElement[]} radios those with one name */
  constructor(radios) {
    const box = /** @type {HTMLElement} */ (radios[0].closest("fieldset"));
    this.radios = radios;
    this.box = box;
    this.name = radios[0].name;
    this.id = radios[0].id;
    this.dataset = box.dataset;
    this.closest = /** @type {Element["closest"]} */ (box.closest.bind(box));
    this.labels = [/** @type {HTMLElement} */ (box.firstElementChild)]; // the legend asks the question
  }

  get chosen() {
    return this.radios.find(({ checked }) => checked);
  }

  /** Empty as long as nothing was chosen. */
  get value() {
    return this.chosen?.value ?? "";
  }

  set value(next) {
    for (const radio of this.radios) radio.checked = radio.value === next;
  }

  get defaultValue() {
    return this.radios.find(({ defaultChecked }) => defaultChecked)?.value ?? "";
  }

  /** By which choice is calculated. */
  get counted() {
    return counted(this, this.value);
  }

  get values() {
    return this.radios.map(({ value }) => value);
  }

  /** What a choice is called, without a value the one by which is calculated. */
  get label() {
    return this.radios.find(({ value }) => value === this.counted)?.labels?.[0]?.textContent ?? "";
  }

  /** @param {string} name @param {string} value */
  setAttribute(name, value) {
    this.box.setAttribute(name, value);
  }

  /** @param {string} name */
  removeAttribute(name) {
    this.box.removeAttribute(name);
  }

  /** @param {string} name */
  hasAttribute(name) {
    return this.box.hasAttribute(name);
  }
}

/**
 * The controls among the elements of a form: radio buttons with one name are one.
 * @param {Iterable<Element>} elements
 * @returns {import("./controls.js").Control[]}
 */
export function controlsOf(elements) {
  const named = /** @type {HTMLInputElement[]} */ (Array.from(elements)).filter(({ name }) => name);
  const radios = named.filter(({ type }) => type === "radio");
  const firsts = named.filter(
    (control) => control.type !== "radio" || radios.find(({ name }) => name === control.name) === control,
  );
  return firsts.map((control) =>
    control.type === "radio" ? new RadioGroup(radios.filter(({ name }) => name === control.name)) : control,
  );
}
