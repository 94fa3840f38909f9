// The home page: the total of the budget from one field.

import { formValues, keepForm } from "./appointment.js";
import { DAY_OF_FIGURES, NEWEST_FIGURES } from "./contract.js";
import { prepareForm } from "./controls.js";
import { element } from "./elements.js";
import { explain } from "./failures.js";
import { errorPlace, showError } from "./field-errors.js";
import { keepInSight } from "./in-sight.js";
import { LatestAnswer } from "./latest-answer.js";
import { hasOwn, ownTotal } from "./own-total.js";
import { call, start, thrifty } from "./runtime.js";
import { tell } from "./status-text.js";
import * as store from "./store.js";
import { markTotal } from "./total-mark.js";

const BUDGET = "budget";
const OWN = "Berekend met jouw cijfers:";
const ONLY_SHARE = "Berekend met jouw percentage, en verder het voorbeeld:";
const WRONG = "Het percentage klopt nog niet. Meer posten? Dat kan op de pagina ";
const ELSEWHERE = "Doe dat op de pagina ";
const EXAMPLE = "Dit is een uitgewerkt voorbeeld.";
const NOT_OWN = "Klik in het veld voor het totaal van je eigen budget.";
const UNKNOWN = "nog niet berekend";
const WAITING = "De rekenhulp start.";
const QUIET = 1000; // ms without a keystroke before the total is announced to screen readers
const FAILED = { what: "De rekenhulp werkt nu niet.", rest: "Wat je invulde is niet weg." };

class Quick {
  /** What a total that is not right any more is called: of the example, or an earlier one; nothing if none is shown. */
  word = "voorbeeld";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  saying;

  /** @param {HTMLElement} root */
  constructor(root) {
    /** @param {string} selector */
    const part = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
    this.root = root;
    this.answer = new LatestAnswer({
      values: () => this.values(),
      ask: (values) => this.ask(values),
      show: (reply) => this.show(reply),
      fail: (error) => this.fail(error),
      markOld: () => this.age(),
    });
    this.form = /** @type {HTMLFormElement} */ (part("form"));
    this.field = /** @type {HTMLInputElement} */ (part("[name=fte]"));
    this.total = part("[data-result]");
    this.example = { text: this.total.textContent ?? "", value: this.total.dataset.value ?? "" };
    this.more = /** @type {HTMLAnchorElement} */ (part("a[data-more]"));
    this.status = part("[data-status]");
  }

  values() {
    return { [DAY_OF_FIGURES]: NEWEST_FIGURES, ...formValues(store.read(), BUDGET), fte: this.field.value };
  }

  /** Show the stored percentage, unless the reader is typing another one, and the total that goes with what is stored. */
  refresh() {
    const typing = document.hasFocus() && document.activeElement === this.field;
    if (!typing) this.field.value = formValues(store.read(), BUDGET).fte ?? this.field.defaultValue;
    if (!this.answer.asked) return this.showOwnOrExample();
    if (this.answer.asked !== JSON.stringify(this.values())) this.calculate();
  }

  /** Show the example, or what is known of the reader's own budget: the total of the example is not theirs. */
  showOwnOrExample() {
    const own = hasOwn();
    const total = own ? ownTotal.read() : this.example;
    this.showTotal(total);
    this.root.classList.toggle("is-verouderd", !total);
    if (own) this.say(total ? this.told(total) : NOT_OWN);
    else this.say(EXAMPLE);
  }

  /** The reader's own total, and whether more than the percentage is theirs. @param {{ text: string }} total */
  told({ text }) {
    const theirs = Object.keys(formValues(store.read(), BUDGET)).filter((name) => name !== DAY_OF_FIGURES);
    return `${theirs.join() === this.field.name ? ONLY_SHARE : OWN} ${text}.`;
  }

  /** @param {import("./own-total.js").Total} [total] */
  showTotal(total) {
    const own = total ? "vorig" : "";
    this.word = total && !hasOwn() ? "voorbeeld" : own;
    this.total.textContent = total?.text ?? UNKNOWN;
    if (total) this.total.dataset.value = total.value;
    else delete this.total.dataset.value;
    markTotal(this.root, "");
  }

  /** Say in a word that the total does not belong to what is filled in. */
  age() {
    markTotal(this.root, this.word);
  }

  /** @param {string} text @param {string} [page] the name of the page that the text ends with, as a link */
  say(text, page) {
    clearTimeout(this.saying);
    const link = element("a", [page ?? ""]);
    link.href = this.more.href;
    const said = element("p", page ? [text, link, "."] : [text]);
    if (this.status.textContent !== said.textContent) tell(this.status, ...said.childNodes); // never said twice
  }

  edited() {
    this.calculate(); // first, so that it is not asked again as the store changes
    store.change((document) => keepForm(document, BUDGET, this.values()));
  }

  calculate() {
    clearTimeout(this.saying); // that total is an earlier one now
    this.root.classList.add("is-verouderd");
    this.answer.request();
  }

  /** @param {Record<string, string>} values */
  ask(values) {
    if (document.documentElement.dataset.runtime !== "ready") this.say(WAITING);
    return call({ action: "figures", calculator: BUDGET, values });
  }

  /** @param {unknown} error */
  fail(error) {
    this.age();
    explain(this.status, error, { ...FAILED, again: () => this.calculate() });
  }

  /** @param {import("./contract.js").Replies["figures"]} reply */
  show({ errors, figures }) {
    const { fte = "" } = errors;
    if (errorPlace(this.field).textContent !== fte) keepInSight(() => showError(this.field, fte));
    const wrong = Object.keys(errors).length > 0;
    const [first] = Object.values(errors);
    if (wrong) {
      this.say(fte ? WRONG : `${first} ${ELSEWHERE}`, "Budget");
      return this.age();
    }
    clearTimeout(this.saying);
    const text = hasOwn() ? this.told(figures.totaal) : EXAMPLE;
    this.saying = setTimeout(() => this.say(text), QUIET);
    this.root.classList.remove("is-verouderd");
    this.showTotal(figures.totaal);
    if (this.answer.asked === JSON.stringify(this.values())) ownTotal.keep(figures.totaal);
  }
}

/** @param {HTMLElement} root */
export function mount(root) {
  const quick = new Quick(root);
  prepareForm(quick.form);
  quick.form.addEventListener("input", () => quick.edited());
  quick.form.addEventListener("submit", (event) => {
    event.preventDefault();
    quick.calculate();
  });
  const begin = () => (hasOwn() ? quick.calculate() : thrifty() || start());
  quick.field.addEventListener("focus", begin, { once: true });
  ownTotal.subscribe(() => quick.refresh());
  quick.refresh();
}
