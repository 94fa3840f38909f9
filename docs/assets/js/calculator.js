// A calculator's form: it sends what the reader types to Python, and shows the result that Python returns.

import { Agreement } from "./agreement.js";
import { formValues, keepForm, worksOut } from "./appointment.js";
import { mount as mountPaper } from "./budget-paper.js";
import { actions } from "./calculator-buttons.js";
import { ChangedFigures } from "./changed-figures.js";
import { QUICK } from "./contract.js";
import { prepareForm } from "./controls.js";
import { onClick, setText } from "./elements.js";
import { explain } from "./failures.js";
import { faults, titleSays } from "./field-errors.js";
import { clearBeside, showBeside } from "./field-notices.js";
import { Fields } from "./fields.js";
import { Influence } from "./influence.js";
import { LatestAnswer } from "./latest-answer.js";
import { openFolded } from "./links-in-page.js";
import { ownTotal } from "./own-total.js";
import { show } from "./patch.js";
import { call } from "./runtime.js";
import { forgetLink, SharedView } from "./shared-view.js";
import { startInTime } from "./start-in-time.js";
import { StatusLine } from "./status-line.js";
import * as store from "./store.js";
import { markTotal } from "./total-mark.js";

const PATIENCE = 700; // ms without a keystroke before an error is shown in the field that is being typed in

const OWN = "Berekend met jouw cijfers.";
const OLD = "Dit is het vorige resultaat";
const EXAMPLE = "Dit is het voorbeeld";
const WORDS = {
  what: "De rekenhulp werkt nu niet.",
  rest: "Wat je invulde is niet weg. Intussen kun je rekenen met het blanco Excelbestand op de pagina Dossier en documenten.",
};

/** What the percentage of all posts depends on. @param {store.Stored} stored */
const basisOf = ({ appointment, calculators }) => JSON.stringify([appointment, calculators.budget]);

export class Calculator {
  submitted = false;
  /** Whether the page still shows the result that it came with. */
  untouched = true;
  /** Whether the main figures are those of the result that is being worked out. */
  ahead = false;
  /** @type {Map<Element, string>} what the main figures said before they ran ahead */
  replaced = new Map();
  /** @type {Record<string, string>} the percentage of all posts together, which Python works out, by control */
  workedOut = {};
  /** What that was worked out from: see `basisOf`. */
  workedOutFrom = "";
  wake = () => {};

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.answer = new LatestAnswer({
      values: () => this.fields.changed(),
      ask: (values) => this.ask(values),
      show: (reply) => this.show(reply),
      fail: (error) => this.fail(error),
      markOld: () => this.markOld(),
    });
    this.name = root.dataset.rekenhulp ?? "";
    /** @param {string} selector */
    const part = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
    this.fields = new Fields(/** @type {HTMLFormElement} */ (part("form")));
    this.output = part("[data-output]");
    this.status = new StatusLine(part("[data-status]"), this.output);
    this.state = part("[data-state]");
    this.example = this.state.textContent; // of the chooser: that nothing was chosen
    this.own = this.state.dataset.state || OWN;
    this.summary = part("[data-errors]");
    this.figures = new ChangedFigures(this, part("[data-changed-figures]"));
    this.view = new SharedView(this, part("[data-shared]"));
    this.influence = new Influence(this);
    this.agreement = new Agreement(this, root.querySelector("[data-agreement]"));
  }

  /** @returns {Record<string, string>} */
  kept() {
    return formValues(store.read(), this.name);
  }

  /** Whether the reader changed something in this form, or agreed with its examples. */
  isUsed() {
    return Boolean(store.read().calculators[this.name]);
  }

  /** @param {string} [why] */
  markOld(why) {
    const isExample = this.untouched && !this.state.dataset.state; // the chooser has none
    const [whose, word] = isExample ? [EXAMPLE, "voorbeeld"] : [OLD, "vorig"];
    this.root.classList.add("is-verouderd");
    this.state.textContent = why ? `${whose}: ${why}.` : `${whose}.`;
    markTotal(this.root, this.ahead ? "" : word);
  }

  /** @param {import("./contract.js").Replies["evaluate"]} reply */
  show({ errors, html, defaults }) {
    this.replaced.clear();
    this.fields.showDefaults(defaults);
    this.figures.show(defaults);
    const wrong = Object.keys(errors).length;
    if (wrong) this.showErrors(errors, html);
    else this.showResult(html);
    this.submitted = false;
  }

  /**
   * Show the main figures, which Python works out in a part of the time that all else takes. That follows at once, with
   * the values for programs: these find one result only, the old or the new one.
   * @param {import("./contract.js").Replies["figures"]} reply
   */
  showFirst({ figures }) {
    for (const [key, { text }] of Object.entries(figures)) {
      const shown = this.output.querySelector(`[data-result="${key}"]`);
      if (!shown || shown.textContent === text) continue;
      if (!this.replaced.has(shown)) this.replaced.set(shown, shown.textContent ?? "");
      shown.textContent = text;
    }
    this.copy();
    this.ahead = Object.keys(figures).length > 0;
    if (this.ahead) markTotal(this.root, "");
  }

  /** @param {string} html */
  showResult(html) {
    this.untouched = false;
    show(this.output, html);
    showBeside(this.fields.form, this.output);
    this.copy();
    this.root.classList.remove("is-verouderd");
    markTotal(this.root, "");
    this.fields.mark({});
    this.influence.later();
    this.summary.hidden = true;
    this.agreement.show();
    const mine = this.isUsed() || Object.keys(this.fields.changed()).length ? this.own : this.example;
    const text = this.view.active ? "Berekend met de cijfers uit de link." : mine;
    setText(this.state, text);
    this.status.later(() => this.status.sayResult(), this.submitted);
    titleSays(false);
    this.keepTotal();
    if (this.submitted) document.getElementById("resultaat")?.focus();
  }

  /** Keep the total of the reader's own budget, for the home page. */
  keepTotal() {
    const total = /** @type {HTMLElement | null} */ (this.output.querySelector("[data-result=totaal]"));
    if (this.name !== "budget" || !total || this.view.active || !this.fields.holds(this.kept())) return;
    ownTotal.keep({ text: total.textContent ?? "", value: total.dataset.value ?? "" });
  }

  /** Copy figures of the result to other places in the page, such as the subtotal on each card of the form. */
  copy() {
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll("[data-copy]"))) {
      const figure = this.output.querySelector(`[data-result="${place.dataset.copy}"]`);
      if (figure) setText(place, figure.textContent ?? "");
    }
  }

  /**
   * @param {Record<string, string>} errors
   * @param {string} html
   */
  showErrors(errors, html) {
    this.fields.mark(errors);
    this.influence.stop();
    clearBeside(this.fields.form, Object.keys(errors));
    show(this.summary, html);
    this.summary.hidden &&= !this.submitted; // not while typing: it would push the field away
    this.markOld("niet alle velden zijn goed ingevuld");
    const wrong = this.fields.controls.filter(({ name }) => name in errors);
    this.status.later(() => this.status.say(faults(wrong)), this.submitted);
    if (!this.submitted) return;
    titleSays(true);
    this.summary.focus();
  }

  /**
   * @param {unknown} error
   * @param {() => void} [again] tries again
   */
  fail(error, again = () => this.calculate()) {
    this.status.hush();
    this.ahead = false;
    for (const [shown, text] of this.replaced) shown.textContent = text; // as old as all else
    this.replaced.clear();
    this.copy();
    this.markOld();
    explain(this.status.place, error, { ...WORDS, again });
  }

  /**
   * Wait with errors in the field that the reader is typing in, until they pause.
   * @param {Record<string, string>} errors
   */
  async patience(errors) {
    const here = document.activeElement;
    const isText = here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement;
    const typing = isText && here.form === this.fields.form && errors[here.name];
    if (!typing || this.submitted) return;
    await new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
      this.wake = resolve;
      setTimeout(resolve, PATIENCE);
    });
  }

  /**
   * Ask for the result; where it takes long, first for its main figures.
   * @param {Record<string, string>} values
   */
  async ask(values) {
    this.ahead = false;
    const form = { calculator: this.name, values };
    const first = QUICK.includes(this.name) && call({ action: "figures", ...form });
    if (first) first.then((reply) => this.answer.again || this.showFirst(reply)).catch(() => undefined); // the result tells what is wrong
    const result = call({ action: "evaluate", ...form });
    if (document.documentElement.dataset.runtime === "starting" && !this.status.place.textContent)
      this.status.say("De rekenhulp start. Je kunt al verder invullen.", true);
    const reply = await result;
    await this.patience(reply.errors);
    return reply;
  }

  calculate() {
    this.answer.request();
    this.wake();
  }

  edited() {
    this.submitted = false; // who types on keeps the focus
    this.calculate(); // first, so that Python works while the page does the rest
    this.influence.stop();
    this.status.age();
    this.fields.arrange();
    if (this.view.active) return this.view.remember();
    store.change((document) => {
      this.fields.part(document, this.name);
      keepForm(document, this.name, this.fields.kept());
    });
    forgetLink();
  }

  /** Show the stored values in the place of those of a link. */
  showOwn() {
    this.fields.fill(this.kept());
    this.refresh(false);
  }

  /** Show the stored values again, as another tab, an import or "Wis alles" may have changed them. */
  refresh(spare = true) {
    if (this.view.active) return;
    const stored = store.read();
    this.fields.relate(stored, this.name);
    if (!worksOut(stored, this.name)) this.workedOutFrom = "";
    else if (this.workedOutFrom !== basisOf(stored)) return this.askWorkedOut(stored, spare);
    this.take(this.workedOutFrom ? this.workedOut : {}, spare);
  }

  /**
   * Show the stored values, and the values that Python worked out.
   * @param {Record<string, string>} workedOut
   * @param {boolean} [spare] leaves the field alone that the reader is typing in
   */
  take(workedOut, spare = true) {
    const values = { ...this.kept(), ...workedOut };
    if (this.fields.holds(values)) return;
    this.fields.fill(values, spare && document.hasFocus() ? document.activeElement : null);
    forgetLink();
    this.calculate();
  }

  /**
   * Have Python work out the total of all posts, and then show it with the stored values.
   * @param {store.Stored} stored
   * @param {boolean} [spare] see `take`
   */
  async askWorkedOut(stored, spare = true) {
    const basis = basisOf(stored);
    this.workedOutFrom = basis;
    const document = JSON.stringify(stored);
    const reply = await call({ action: "shown", calculator: this.name, document }).catch((error) => {
      if (this.workedOutFrom !== basis) return;
      this.workedOutFrom = ""; // so that it is asked again
      this.fail(error, () => this.refresh());
    });
    if (!reply || "error" in reply || this.workedOutFrom !== basis) return;
    this.workedOut = Object.fromEntries(this.fields.workedOut().map(({ name }) => [name, reply.values[name]]));
    if (this.view.active) return;
    this.take(this.workedOut, spare);
    this.calculate();
  }

  /** Show the figures of a link, or else the stored ones. */
  begin() {
    const looks = this.view.begin();
    if (!looks) this.showOwn();
    this.agreement.show();
    if (!looks && this.workedOutFrom) return; // Python is asked already
    if (looks || this.isUsed() || Object.keys(this.fields.changed()).length) {
      this.markOld(); // the page comes with the result of the example
      this.calculate();
    }
  }
}

/**
 * Mount one calculator.
 * @param {HTMLElement} root
 */
export function mount(root) {
  const calculator = new Calculator(root);
  const acts = actions(calculator);
  const { form } = calculator.fields;
  prepareForm(form);
  form.addEventListener("input", () => calculator.edited());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    calculator.submitted = true;
    calculator.calculate();
  });
  onClick(root, "[data-action]", (button) => {
    acts[button.dataset.action ?? ""]?.(button); // not those of the banner and of "Maak ongedaan"
  });
  document.addEventListener("click", openFolded); // also those of scenarios, which stand beside the calculator
  startInTime(root);
  mountPaper(calculator);
  calculator.begin();
  store.subscribe(() => calculator.refresh());
  addEventListener("pageshow", ({ persisted }) => persisted && calculator.refresh(false)); // nobody was typing
  addEventListener("online", () => /** @type {HTMLElement | null} */ (root.querySelector("[data-again]"))?.click());
}
