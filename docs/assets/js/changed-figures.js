// The notice that our figures have changed since the reader made a plan: it lists them, and the reader chooses.
import { isSeen, original, put, question, typedIn } from "./controls.js";
import { remembering } from "./history.js";

export class ChangedFigures {
  /** @type {import("./fields.js").Control[]} the fields that still have the default of the plan's day */
  old = [];

  /**
   * @param {import("./calculator.js").Calculator} calculator
   * @param {HTMLElement} place
   */
  constructor(calculator, place) {
    this.calculator = calculator;
    this.place = place;
  }

  /**
   * List the fields whose figure of ours has changed.
   * @param {Record<string, string>} defaults of the plan's day that differ from today's, by name
   */
  show(defaults) {
    const { fields, view } = this.calculator;
    this.old = fields.controls.filter(
      (control) => control.name in defaults && isSeen(control) && typedIn(control) === defaults[control.name],
    );
    this.place.hidden = view.active || !this.old.length;
    const list = /** @type {HTMLElement} */ (this.place.querySelector("ul"));
    list.replaceChildren(
      ...this.old.map((control) =>
        Object.assign(document.createElement("li"), {
          textContent: `${question(control)}: ${typedIn(control)} → ${original(control)}`,
        }),
      ),
    );
  }

  /** Replace those defaults by today's. */
  take() {
    remembering("de nieuwe cijfers nemen", () => {
      for (const control of this.old) put(control, original(control));
      this.keep();
    });
  }

  /** Make this a plan of today, in which all values are the reader's own. */
  keep() {
    this.calculator.fields.renew();
    this.calculator.edited();
  }
}
