// How much each of the first answers changes the total, or else the net cost: the difference with the same calculation in
// which that one answer is the example. It waits until the reader pauses, and stops at the next keystroke.
import { element, setText } from "./elements.js";
import { keepInSight } from "./in-sight.js";
import { call } from "./runtime.js";

const PAUSE = 1200; // ms after a new result
const EURO = new Intl.NumberFormat("nl-BE", { maximumFractionDigits: 0 });

/** How a sentence ends that tells of a difference of the total, and of the net cost. */
const OF_FIGURES = ["op het totaal", "op de nettokost"];

/**
 * The total and the net cost, in euro; a budget without subsidies shows the total alone.
 * @param {(key: string) => string | undefined} read gives a figure of a result
 */
const figuresOf = (read) => [read("totaal"), read("netto_totaal") ?? read("totaal")].map((text) => Number(text ?? "?"));

/**
 * The first figure that differs, in words; nothing where one cannot be worked out.
 * @param {number[]} now the total and the net cost @param {number[]} before
 */
function comparedInWords(now, before) {
  const amounts = now.map((figure, index) => Math.round(figure - before[index]));
  if (amounts.some(Number.isNaN)) return "";
  const index = amounts.findIndex(Boolean);
  if (index < 0) return "Met je andere antwoorden, tegenover het voorbeeld: geen verschil in het totaal.";
  const sign = amounts[index] < 0 ? "−" : "+";
  return `Met je andere antwoorden, tegenover het voorbeeld: ${sign} €\u00a0${EURO.format(Math.abs(amounts[index]))} ${OF_FIGURES[index]}.`;
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

  /**
   * The answers changed, or are wrong: what stands beside them is hidden, and what is being worked out is no longer asked
   * for. An answer gets room for its line while it is being given, as later on it would push the next one away.
   */
  stop() {
    clearTimeout(this.waiting);
    this.round += 1;
    for (const control of this.controls) {
      const line = lineOf(control) ?? (this.differs(control) ? addLine(control) : undefined);
      line?.setAttribute("data-waits", "");
    }
  }

  /** Whether an answer is not that of the example. @param {import("./controls.js").Control} control */
  differs(control) {
    const { fields } = this.calculator;
    return fields.isChanged(control) && control.value !== fields.initial(control);
  }

  /** Show the difference at each answer. @param {number} round */
  async update(round) {
    /** @param {string} key @returns {HTMLElement | null} */
    const shown = (key) => this.calculator.output.querySelector(`[data-result=${key}]`);
    const now = figuresOf((key) => shown(key)?.dataset.value);
    for (const control of this.controls) {
      const before = this.differs(control) ? await this.without(control) : undefined;
      if (round !== this.round) return;
      if (before) write(control, comparedInWords(now, before));
      else takeAway(control);
    }
  }

  /** The figures with the example in the place of one answer; no number where that cannot be. @param {import("./controls.js").Control} control */
  async without(control) {
    const { fields, name } = this.calculator;
    const { [control.name]: _, ...values } = fields.changed();
    const reply = await call({ action: "figures", calculator: name, values }).catch(() => null);
    return figuresOf((key) => reply?.figures[key]?.value);
  }
}

/** @param {import("./controls.js").Control} control @returns {HTMLElement | null | undefined} */
const lineOf = (control) => control.closest("[data-field]")?.querySelector(".rh-invloed");

/** @param {import("./controls.js").Control} control */
function addLine(control) {
  const line = element("p", [], "rh-invloed");
  control.closest("[data-field]")?.append(line);
  return line;
}

/** @param {import("./controls.js").Control} control @param {string} text */
function write(control, text) {
  const line = lineOf(control) ?? addLine(control);
  setText(line, text);
  line.removeAttribute("data-waits");
}

/** An answer that is the example again needs no line. @param {import("./controls.js").Control} control */
function takeAway(control) {
  const line = lineOf(control);
  if (line) keepInSight(() => line.remove());
}
