// Scenarios: versions of the budget that are stored under a name and compared by Python.

import { formValues, replaceForm } from "./appointment.js";
import { LATER, MOST_SCENARIOS } from "./contract.js";
import { question } from "./controls.js";
import { isSecond, onButton, oneAtATime, setText } from "./elements.js";
import { explain } from "./failures.js";
import { faults, refuse } from "./field-errors.js";
import { Fields } from "./fields.js";
import { remembering } from "./history.js";
import { show } from "./patch.js";
import { call } from "./runtime.js";
import { tell } from "./status-text.js";
import * as store from "./store.js";
import { drop, put, versionsOf } from "./stored-scenarios.js";

const BUDGET = "budget";
const WRONG = "Niet bewaard: ";
const LOOKING = "Je bekijkt cijfers uit een link. Kies eerst boven aan de pagina wat je ermee doet.";
const NAMELESS = "Zonder naam";

/** @typedef {Record<string, string>} Values */

class Scenarios {
  /** What Python was asked to compare last. */
  compared = "";

  /** @param {HTMLElement} root */
  constructor(root) {
    /** @param {string} selector @param {ParentNode} [within] */
    const part = (selector, within = document) => /** @type {HTMLElement} */ (within.querySelector(selector));
    this.form = /** @type {HTMLFormElement} */ (part("form", root));
    this.name = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("scenario"));
    this.output = part("[data-comparison]", root);
    this.budget = /** @type {HTMLFormElement} */ (part(`form[data-calculator=${BUDGET}]`));
    this.fields = new Fields(this.budget);
    this.current = part("[data-current]");
    this.status = part("[data-status]");
  }

  /** @param {(Node | string)[]} words */
  say(...words) {
    tell(this.status, ...words);
  }

  versions() {
    return versionsOf(store.read());
  }

  /** @returns {Values} all values of the form, with the day of its figures */
  answers() {
    return { ...this.fields.kept(), ...formValues(store.read(), BUDGET) };
  }

  update() {
    this.mark();
    this.compare();
  }

  async compare() {
    const scenarios = this.versions();
    const asked = JSON.stringify(scenarios);
    if (asked === this.compared) return;
    this.compared = asked;
    try {
      const reply = scenarios.length ? await call({ action: "compare", scenarios }) : { html: "" };
      if (asked !== this.compared) return; // something newer is on its way
      show(this.output, reply.html);
      this.mark();
    } catch (error) {
      if (asked !== this.compared) return;
      this.compared = ""; // the next change tries again
      const words = { what: "De scenario’s konden niet vergeleken worden.", rest: "Ze blijven bewaard." };
      explain(this.status, error, { ...words, again: () => this.compare() });
    }
  }

  /** Show, above the form and in the list, which version the form shows. */
  mark() {
    const versions = this.versions();
    const now = this.fields.values();
    const unasked = Object.fromEntries(Object.keys(LATER).map((name) => [name, now[name]])); // older versions lack these
    const here = versions.find(({ values }) => this.fields.calculatesWith({ ...unasked, ...values }));
    this.current.hidden = !versions.length;
    const name = /** @type {HTMLElement} */ (this.current.querySelector("[data-name]"));
    const text = here ? here.name || NAMELESS : "nog niet bewaard als scenario";
    setText(name, text);
    for (const row of this.rows()) {
      const isHere = row.dataset.scenario === here?.id;
      if (isHere) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
      /** @type {HTMLElement} */ (row.querySelector("[data-mark]")).hidden = !isHere;
    }
  }

  rows() {
    return /** @type {HTMLElement[]} */ (Array.from(this.output.querySelectorAll("[data-scenario]")));
  }

  /**
   * Say which fields cannot be calculated with, if any. If Python cannot say, the messages in the form do.
   * @param {Values[]} several
   * @returns {Promise<boolean>} whether there are any
   */
  async refuseWrong(several) {
    const marked = this.fields.controls.filter((control) => control.hasAttribute("aria-invalid"));
    const asked = several.map((values) => call({ action: "figures", calculator: BUDGET, values }));
    const found = await Promise.all(asked).catch(() => undefined);
    const names = found?.flatMap(({ errors }) => Object.keys(errors));
    const wrong = names ? this.fields.controls.filter(({ name }) => names.includes(name)) : marked;
    if (wrong.length) this.say(WRONG, ...faults(wrong));
    return wrong.length > 0;
  }

  /** @param {number} more how many versions would be added */
  isFull(more) {
    if (this.versions().length + more <= MOST_SCENARIOS) return false;
    this.say(`Je kunt ${MOST_SCENARIOS} scenario’s naast elkaar zetten. Verwijder er eerst een.`);
    return true;
  }

  /** Save the values of this moment as a version, even if Python has to start first. */
  async save() {
    if (document.documentElement.dataset.view) return this.say(LOOKING);
    const name = this.name.value.trim();
    const longest = Number(this.name.dataset.longest);
    const long = name.length > longest ? `“${question(this.name)}” heeft hoogstens ${longest} tekens.` : "";
    refuse(this.name, "scenario-fout", long);
    if (long) return this.say(long);
    const values = this.answers();
    if (await this.refuseWrong([values])) return;
    if (this.isFull(1)) return;
    let kept = "";
    store.change((document) => {
      kept = put(document, name, values).name;
    });
    if (this.name.value.trim() === name) this.name.value = "";
    this.say(`Bewaard: ${kept}.`);
  }

  /**
   * Save a version for each form of delivery; those that were saved before are replaced.
   * @param {Record<string, string>} names of the forms of delivery, by value
   */
  async saveVariants(names) {
    if (document.documentElement.dataset.view) return this.say(LOOKING);
    const made = Object.keys(names).map((way) => ({
      id: `uitvoering-${way}`,
      name: names[way],
      values: this.answersWith(way),
    }));
    if (await this.refuseWrong(made.map(({ values }) => values))) return;
    const kept = this.versions();
    if (this.isFull(made.filter(({ id }) => !kept.some((version) => version.id === id)).length)) return;
    remembering("eigen, opdracht en subsidie naast elkaar zetten", () =>
      store.change((document) => {
        for (const { id, name, values } of made) put(document, name, values, id);
      }),
    );
    this.say(`Naast elkaar: ${Object.values(names).join(", ")}.`);
  }

  /** The values of the form with this form of delivery. @param {string} way @returns {Values} */
  answersWith(way) {
    return { ...this.answers(), uitvoering: way };
  }

  /** @param {string} id */
  load(id) {
    const found = this.versions().find((version) => version.id === id);
    if (!found) return;
    const name = found.name || NAMELESS;
    remembering(`scenario “${name}” laden`, () =>
      store.change((document) => replaceForm(document, BUDGET, { ...found.values })),
    );
    this.say(`In het formulier staat nu: ${name}.`);
  }

  /** @param {string} id */
  remove(id) {
    const found = this.versions().find((version) => version.id === id);
    if (!found) return; // another tab was first
    const name = found.name || NAMELESS;
    remembering(`scenario “${name}” verwijderen`, () => store.change((document) => drop(document, id)));
    this.takeOut(id);
    this.say(`Verwijderd: ${name}.`);
  }

  /** Remove a row without waiting for Python, and move the focus to the next one. @param {string} id */
  takeOut(id) {
    const row = this.rows().find(({ dataset }) => dataset.scenario === id);
    const next = row?.nextElementSibling?.querySelector("button") ?? this.name;
    row?.remove();
    next.focus();
  }

  /**
   * Do what a button says, if it is one of ours.
   * @param {HTMLButtonElement} button
   * @param {MouseEvent} event
   */
  press(button, event) {
    const { load, remove, variants } = button.dataset;
    if (load) this.load(load);
    else if (remove && !isSecond(event)) this.remove(remove);
    else if (variants && !isSecond(event)) this.saveVariants(JSON.parse(variants));
  }
}

/** @param {HTMLElement} root */
export function mount(root) {
  const scenarios = new Scenarios(root);
  const submit = /** @type {HTMLElement} */ (scenarios.form.querySelector("[type=submit]"));
  scenarios.form.addEventListener("submit", (event) => {
    event.preventDefault();
    oneAtATime(submit, () => scenarios.save());
  });
  onButton(root, (button, event) => scenarios.press(button, event));
  store.subscribe(() => scenarios.update());
  scenarios.update();
}
