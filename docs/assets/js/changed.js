// Figures of ours that changed since a plan was made: the reader is told which and by how much, and chooses.
import { original, put, typedIn } from "./controls.js";
import { isSeen } from "./fields.js";
import { remembering } from "./history.js";

export class ChangedFigures {
  /** @type {import("./fields.js").Control[]} fields that still have the figure of the plan's day */
  old = [];

  /**
   * @param {import("./calculator.js").Calculator} calculator
   * @param {HTMLElement} place
   */
  constructor(calculator, place) {
    this.calculator = calculator;
    this.place = place;
  }

  /** @param {Record<string, string>} defaults of the plan's day, where today's are others */
  tell(defaults) {
    const { fields, view } = this.calculator;
    this.old = fields.controls.filter(
      (one) => one.name in defaults && isSeen(one) && typedIn(one) === defaults[one.name],
    );
    this.place.hidden = view.active || !this.old.length;
    const list = /** @type {HTMLElement} */ (this.place.querySelector("ul"));
    list.replaceChildren(
      ...this.old.map((control) => {
        const label = control.labels?.[0]?.firstChild?.textContent ?? control.name;
        return Object.assign(document.createElement("li"), {
          textContent: `${label}: ${typedIn(control)} → ${original(control)}`,
        });
      }),
    );
  }

  /** Calculate with the figures of today. */
  take() {
    remembering("neem de nieuwe cijfers", () => {
      for (const control of this.old) put(control, original(control));
      this.keep();
    });
  }

  /** The plan is of today: what stands in it is the reader's own. */
  keep() {
    this.calculator.fields.renew();
    this.calculator.edited();
  }
}
