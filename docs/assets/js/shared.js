// Figures that came in a link: to look at and to change. Nothing of them is kept until the reader says so, and the
// reader's own figures stay as they are, also after the page is loaded again.
import { MOST_SCENARIOS } from "./contract.js";
import { remembering } from "./history.js";
import * as store from "./store.js";
import { put } from "./versions.js";

const NAME = "Uit een link";

/** The figures in the address, by name. */
const inAddress = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

/** Take the figures out of the address. */
export const forgetLink = () => location.hash && history.replaceState(history.state, "", location.pathname);

/**
 * A name that no scenario has yet.
 * @param {{ name: string }[]} scenarios
 */
function freeName(scenarios) {
  const taken = new Set(scenarios.map(({ name }) => name));
  let name = NAME;
  for (let count = 2; taken.has(name); count += 1) name = `${NAME} ${count}`;
  return name;
}

export class SharedView {
  active = false;

  /**
   * @param {import("./calculator.js").Calculator} calculator
   * @param {HTMLElement} banner says what the reader sees, with what can be done about it
   */
  constructor(calculator, banner) {
    this.calculator = calculator;
    this.banner = banner;
    banner.addEventListener("click", ({ target }) => {
      const button = /** @type {HTMLElement | null} */ (target instanceof Element && target.closest("[data-action]"));
      if (button?.dataset.action === "take-over") this.takeOver();
      if (button?.dataset.action === "as-scenario") this.keepAsScenario();
      if (button?.dataset.action === "back") this.back();
    });
  }

  /**
   * Show the figures of the address, if there are any for this form. Those of who copied the link are no news.
   * @returns {boolean} whether they are shown
   */
  begin() {
    const { fields } = this.calculator;
    const shared = inAddress();
    if (!fields.controls.some((control) => control.name in shared)) return false;
    fields.fill(shared);
    const differs = JSON.stringify(fields.changed()) !== JSON.stringify(this.calculator.kept());
    this.show(differs);
    if (differs) document.querySelector("article")?.prepend(this.banner);
    return differs;
  }

  /** @param {boolean} active */
  show(active) {
    this.active = active;
    this.banner.hidden = !active;
    if (active) document.documentElement.dataset.view = "shared";
    else delete document.documentElement.dataset.view;
  }

  /** Put the figures that are shown in the address: for a link, and so that changes to the view survive a reload. */
  remember() {
    const now = new URLSearchParams(this.calculator.fields.shown());
    history.replaceState(history.state, "", `#${now}`);
  }

  takeOver() {
    this.show(false);
    remembering("neem de cijfers uit een link over", () => this.calculator.edited());
    this.finish("De cijfers uit de link staan nu in je eigen budget en dossier.");
  }

  keepAsScenario() {
    const { scenarios } = store.read();
    if (scenarios.length >= MOST_SCENARIOS) {
      this.calculator.sayNow(
        `Je hebt al ${MOST_SCENARIOS} scenario's. Verwijder er eerst een, of neem de cijfers over.`,
      );
      return;
    }
    const name = freeName(scenarios);
    const values = this.calculator.fields.changed();
    this.back();
    store.change((document) => put(document, name, values));
    this.calculator.sayNow(`Bewaard als scenario: ${name}.`);
  }

  back() {
    this.show(false);
    forgetLink();
    this.calculator.fields.fill(this.calculator.kept());
    this.calculator.calculate();
    this.finish("Je ziet weer je eigen cijfers.");
  }

  /** @param {string} message */
  finish(message) {
    this.calculator.sayNow(message);
    this.calculator.fields.form.querySelector("input")?.focus(); // the banner with the button is gone
  }
}
