// How much each of the first answers changes the total: the difference with the same calculation in which that one answer
// is the example. It waits until the reader pauses, and stops at the next keystroke.
import { call } from "./runtime.js";

const PAUSE = 1200; // ms after a new result
const EURO = new Intl.NumberFormat("nl-BE", { maximumFractionDigits: 0 });

/** A difference in words. @param {number} amount in euro */
function comparedInWords(amount) {
  const whole = Math.round(amount);
  if (!whole) return "Tegenover het voorbeeld verandert dit niets aan het totaal.";
  return `Tegenover het voorbeeld: ${whole < 0 ? "−" : "+"} €\u00a0${EURO.format(Math.abs(whole))} op het totaal.`;
}

export class Influence {
  /** Which round of questions is going on: a newer one ends the older. */
  round = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  waiting;

  /** @param {import("./calculator.js").Calculator} calculator */
  constructor(calculator) {
    this.calculator = calculator;
    this.controls = calculator.fields.controls.filter((control) => control.closest(`#${calculator.name}-vragen`));
  }

  /** The result changed: work out the differences anew once the reader pauses. */
  later() {
    this.stop();
    if (this.controls.length) this.waiting = setTimeout(() => this.update(this.round), PAUSE);
  }

  /** The answers changed: what is being worked out is no longer asked for. */
  stop() {
    clearTimeout(this.waiting);
    this.round += 1;
  }

  /** An answer that is wrong has no effect on the total. @param {Record<string, string>} errors by name */
  hide(errors) {
    for (const control of this.controls) if (control.name in errors) write(control, "");
  }

  /** Show the difference at each answer. @param {number} round */
  async update(round) {
    const total = /** @type {HTMLElement | null} */ (this.calculator.output.querySelector("[data-result=totaal]"));
    const now = Number(total?.dataset.value ?? Number.NaN);
    for (const control of this.controls) {
      const { fields } = this.calculator;
      const differs = fields.isChanged(control) && control.value !== fields.initial(control);
      const before = differs ? await this.without(control) : Number.NaN;
      if (round !== this.round) return;
      write(control, Number.isNaN(now - before) ? "" : comparedInWords(now - before));
    }
  }

  /** The total with the example in the place of one answer; no number where that cannot be. @param {import("./controls.js").Control} control */
  async without(control) {
    const { fields, name } = this.calculator;
    const { [control.name]: _, ...values } = fields.changed();
    const reply = await call({ action: "figures", calculator: name, values }).catch(() => null);
    return Number(reply?.figures.totaal?.value ?? Number.NaN);
  }
}

/** @param {import("./controls.js").Control} control @param {string} text */
function write(control, text) {
  const box = control.closest("[data-field]");
  const place =
    box?.querySelector(".rh-invloed") ?? Object.assign(document.createElement("p"), { className: "rh-invloed" });
  if (place.textContent !== text) place.textContent = text;
  if (text && !place.isConnected) box?.append(place);
}
