// How many of the examples in a form still count, and the button with which the reader takes them as their own.
import { keepForm } from "./appointment.js";
import { AGREED } from "./contract.js";
import { linkTo } from "./field-errors.js";
import * as store from "./store.js";

export class Agreement {
  /** The examples that are counted on the page now. */
  counted = "";

  /**
   * @param {import("./calculator.js").Calculator} calculator
   * @param {HTMLElement | null} place a form without examples has none
   */
  constructor(calculator, place) {
    this.calculator = calculator;
    this.place = place;
  }

  /** The names of the examples that the reader agreed with. */
  agreed() {
    return (this.calculator.kept()[AGREED] ?? "").split(" ");
  }

  /** The names of the examples that count, and that the reader did not agree with yet. */
  left() {
    const agreed = this.agreed();
    return this.calculator.fields.examples().filter((name) => !agreed.includes(name));
  }

  /** Say how many these are, with a link to each. */
  show() {
    if (!this.place) return;
    const { fields, view } = this.calculator;
    const names = this.left();
    this.place.hidden = view.active || (this.calculator.isUsed() && !names.length);
    if (this.counted === names.join(" ")) return; // a link that has the focus stays
    this.counted = names.join(" ");
    const count = names.length === 1 ? "Nog één voorbeeldcijfer." : `Nog ${names.length} voorbeeldcijfers.`;
    const links = fields.controls.filter(({ name }) => names.includes(name)).map(linkTo);
    const words = names.length ? [count, ...links.flatMap((link) => [" ", link])] : [];
    this.place.firstElementChild?.replaceChildren(...words);
  }

  /** Keep all values of the form as the reader's own, examples included. */
  agree() {
    const { calculator } = this;
    const agreed = new Set([...this.agreed(), ...calculator.fields.examples()]);
    const values = { ...calculator.fields.kept(), [AGREED]: [...agreed].join(" ").trim() };
    store.change((document) => keepForm(document, calculator.name, values));
    calculator.state.textContent = calculator.own;
    calculator.status.say("Bewaard: deze cijfers kloppen voor jullie.");
    calculator.state.tabIndex = -1;
    calculator.state.focus(); // the button goes
    this.show();
  }
}
