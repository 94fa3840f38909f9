// The home page: the total of the budget from one field, and the way back to one's own work.
import { keepForm } from "./appointment.js";
import { explain } from "./causes.js";
import { DAY_OF_FIGURES, NEWEST_FIGURES } from "./contract.js";
import { attend } from "./controls.js";
import { keepInSight } from "./in-sight.js";
import { whole } from "./progress.js";
import { errorPlace, showError } from "./refusal.js";
import { call, start, thrifty } from "./runtime.js";
import * as store from "./store.js";

const BUDGET = "budget";
const OWN = "Berekend met jouw cijfers.";
const WRONG = "Het percentage klopt nog niet.";
const ELSEWHERE = "Doe dat op de pagina Budget.";
const EXAMPLE = "Dit is een uitgewerkt voorbeeld.";
const NOT_OWN = "Dit is het voorbeeld. Klik in het veld voor het totaal van je eigen budget.";
const WAITING = "De rekenhulp start.";
const FAILED = { what: "De rekenhulp werkt nu niet.", rest: "Wat je invulde is niet weg." };

class Quick {
  busy = false;
  again = false;
  /** The values that Python was asked about last; empty as long as the page shows the example. */
  asked = "";

  /** @param {HTMLElement} root */
  constructor(root) {
    /** @param {string} selector */
    const part = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
    this.root = root;
    this.form = /** @type {HTMLFormElement} */ (part("form"));
    this.field = /** @type {HTMLInputElement} */ (part("[name=fte]"));
    this.total = part("[data-result]");
    this.status = part("[data-status]");
  }

  /** Whether the reader has a budget of their own: the total of the example is not theirs. */
  hasOwn() {
    const { appointment, calculators } = store.read();
    return BUDGET in calculators || Object.values(appointment).some(Boolean);
  }

  values() {
    return { [DAY_OF_FIGURES]: NEWEST_FIGURES, ...store.valuesOf(store.read(), BUDGET), fte: this.field.value };
  }

  /** Show the stored percentage, unless the reader is typing another one, and the total that goes with what is stored. */
  follow() {
    const typing = document.hasFocus() && document.activeElement === this.field;
    if (!typing) this.field.value = store.valuesOf(store.read(), BUDGET).fte ?? this.field.defaultValue;
    if (!this.asked) return this.tellWhose();
    if (this.asked !== JSON.stringify(this.values())) this.calculate();
  }

  /** Tell whether the example is not the total of the reader's own budget. */
  tellWhose() {
    const own = this.hasOwn();
    this.root.classList.toggle("is-verouderd", own);
    const text = own ? NOT_OWN : EXAMPLE;
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  edited() {
    this.calculate(); // first, so that it is not asked again as the store changes
    store.change((document) => keepForm(document, BUDGET, this.values()));
  }

  async calculate() {
    this.again = this.busy;
    this.root.classList.add("is-verouderd");
    if (this.busy) return;
    this.busy = true;
    do {
      this.again = false;
      if (document.documentElement.dataset.runtime !== "ready") this.status.textContent = WAITING;
      try {
        const values = this.values();
        this.asked = JSON.stringify(values);
        const reply = await call({ action: "figures", calculator: BUDGET, values });
        if (!this.again) this.show(reply);
      } catch (error) {
        explain(this.status, error, { ...FAILED, again: () => this.calculate() });
      }
    } while (this.again);
    this.busy = false;
  }

  /** @param {import("./contract.js").Replies["figures"]} reply */
  show({ errors, figures }) {
    const { fte = "" } = errors;
    if (errorPlace(this.field).textContent !== fte) keepInSight(() => showError(this.field, fte));
    const wrong = Object.keys(errors).length > 0;
    const [first] = Object.values(errors);
    const where = fte ? WRONG : `${first} ${ELSEWHERE}`;
    const whose = this.hasOwn() ? OWN : EXAMPLE;
    const text = wrong ? where : whose;
    if (this.status.textContent !== text) this.status.textContent = text; // never said twice
    if (wrong) return;
    this.root.classList.remove("is-verouderd");
    this.total.textContent = figures.totaal.text;
    this.total.dataset.value = figures.totaal.value;
  }
}

/** @param {HTMLElement} root */
export function mountQuick(root) {
  const quick = new Quick(root);
  attend(quick.form);
  quick.form.addEventListener("input", () => quick.edited());
  quick.form.addEventListener("submit", (event) => {
    event.preventDefault();
    quick.calculate();
  });
  const begin = () => (quick.hasOwn() ? quick.calculate() : thrifty() || start());
  quick.field.addEventListener("focus", begin, { once: true });
  store.subscribe(() => quick.follow());
  quick.follow();
}

/**
 * Show which work there is to go on with.
 * @param {HTMLElement} root
 */
function tell(root) {
  const stored = store.read();
  const { appointment, calculators, checklist, dossier } = stored;
  /** @param {string} selector */
  const part = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const statuses = Object.values(checklist).map(({ status }) => status);
  const list = part("[data-has-checklist]");
  const { done, total } = whole(stored);
  part("[data-done]").textContent = `${done} van ${total} klaar`;
  list.hidden = !statuses.some((status) => status && status !== "te-doen");
  part("[data-has-budget]").hidden = !calculators[BUDGET] && !Object.values(appointment).some(Boolean);
  part("[data-has-dossier]").hidden = !Object.values(dossier).some((value) => String(value));
  root.hidden = !root.querySelector("li:not([hidden])");
}

/**
 * Once, and not while the reader types on this page: what appears above a field would push it away.
 * @param {HTMLElement} root
 */
export function mountAgain(root) {
  tell(root);
  addEventListener("pageshow", ({ persisted }) => persisted && tell(root));
}
