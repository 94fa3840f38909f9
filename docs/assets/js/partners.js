// The rows of partners in the dossier's form, which can be added, removed and put back.
import { original } from "./controls.js";
import { isSecond } from "./elements.js";
import { remembering } from "./history.js";

/** @typedef {Record<string, string>} Partner */
/** @typedef {(edit: (partners: Partner[]) => void) => void} Keep changes the partners that are kept */

/** @param {Element} row */
const parts = (row) => /** @type {HTMLInputElement[]} */ (Array.from(row.querySelectorAll("[data-part]")));
/** @param {Element} row @returns {Partner} */
const partner = (row) => Object.fromEntries(parts(row).map((part) => [part.dataset.part, part.value]));
/** @param {Element} row */
const text = (row) => JSON.stringify(partner(row));

/** @param {Element} row */
const numbers = (row) => /** @type {HTMLInputElement[]} */ (Array.from(row.querySelectorAll("[data-number]")));

/**
 * The field for the number that this kind of partner promises, which is the only one that a row shows.
 * @param {Element} row
 */
function asked(row) {
  const kind = /** @type {HTMLSelectElement} */ (row.querySelector("[data-part=soort]")).selectedOptions[0];
  return numbers(row).find((number) => number.dataset.part === kind?.dataset.asks) ?? numbers(row)[0];
}

/** @param {Element} row */
function ask(row) {
  const shown = asked(row);
  for (const number of numbers(row)) number.closest("label")?.toggleAttribute("hidden", number !== shown);
}

/**
 * Move a number of places to the field for this kind of partner. Older documents kept every number as places.
 * @param {Element} row
 * @param {Partner} values
 */
function move(row, values) {
  const [places, ...later] = numbers(row);
  if (later.some((number) => /** @type {string} */ (number.dataset.part) in values) || asked(row) === places) return;
  [asked(row).value, places.value] = [places.value, ""];
}

/**
 * Give a row its own name for screen readers.
 * @param {Element} row
 * @param {number} index
 */
function name(row, index) {
  const spoken = partner(row).naam || `partner ${index + 1}`;
  row.setAttribute("aria-label", spoken);
  row.querySelector("[data-remove]")?.setAttribute("aria-label", `Verwijder ${spoken}`);
}

export class Partners {
  /** @type {{ index: number, values: Partner } | undefined} */
  removed;

  /**
   * @param {HTMLFormElement} form
   * @param {Keep} keep
   * @param {(message: string) => void} say
   */
  constructor(form, keep, say) {
    /** @param {string} selector */
    const part = (selector) => /** @type {HTMLElement} */ (form.querySelector(selector));
    this.rows = part("[data-rows]");
    this.putBack = part("[data-put-back]");
    this.adder = part("[data-add]");
    this.template = /** @type {HTMLTemplateElement} */ (form.querySelector("template"));
    this.keep = keep;
    this.say = say;
  }

  /** @param {Partner} values */
  makeRow(values) {
    const row = /** @type {HTMLElement} */ (this.template.content.firstElementChild?.cloneNode(true));
    for (const part of parts(row)) part.value = values[part.dataset.part ?? ""] ?? original(part);
    move(row, values);
    return row;
  }

  /**
   * Show these partners. Rows that are right already stay, so that the cursor does too if another tab changes a row.
   * @param {Partner[]} partners
   */
  show(partners) {
    const wanted = partners.map((values) => this.makeRow(values));
    const old = Array.from(this.rows.children);
    if (wanted.map(text).join() !== old.map(text).join()) this.replace(wanted, old);
    for (const [index, row] of Array.from(this.rows.children).entries()) {
      name(row, index);
      ask(row);
    }
    const back = this.removed && JSON.stringify(this.removed.values);
    if (wanted.some((row) => text(row) === back)) this.offer(); // "Maak ongedaan" put it back
  }

  /**
   * @param {Element[]} wanted
   * @param {Element[]} old
   */
  replace(wanted, old) {
    const here = /** @type {HTMLElement | null} */ (document.activeElement);
    const rows = wanted.map((row) => {
      const same = old.findIndex((existing) => text(existing) === text(row));
      return same < 0 ? row : old.splice(same, 1)[0];
    });
    this.rows.replaceChildren(...rows);
    if (this.rows.contains(here)) here?.focus();
  }

  /** @param {Element} row */
  edited(row) {
    const index = Array.from(this.rows.children).indexOf(row);
    this.keep((partners) => {
      partners[index] = { ...partners[index], ...partner(row) };
    });
  }

  add() {
    const { most } = this.rows.dataset;
    if (this.rows.children.length >= Number(most)) {
      this.say(`Meer dan ${most} partners passen niet in het dossier.`);
      return;
    }
    this.keep((partners) => partners.push({ engagement: "nee" }));
    parts(/** @type {Element} */ (this.rows.lastElementChild))[0].focus();
  }

  /** @param {Element} row */
  remove(row) {
    const index = Array.from(this.rows.children).indexOf(row);
    const values = partner(row);
    this.removed = { index, values };
    const act = `${values.naam || "een partner"} verwijderen`;
    remembering(act, () => this.keep((partners) => partners.splice(index, 1)));
    this.offer(`Zet ${values.naam || "de partner"} terug`);
    this.say("De partner is verwijderd.");
    this.putBack.focus();
  }

  /** @param {string} [label] */
  offer(label) {
    this.putBack.hidden = !label;
    this.putBack.textContent = label ?? "";
  }

  restore() {
    if (!this.removed) return;
    const { index, values } = this.removed;
    this.keep((partners) => partners.splice(index, 0, values));
    this.offer();
    const row = this.rows.children[index]; // gone, if another tab removed others
    (row ? parts(row)[0] : this.adder).focus();
  }

  /**
   * Do what a button says, if it is one of ours.
   * @param {HTMLButtonElement} button
   * @param {MouseEvent} event
   */
  press(button, event) {
    if (button === this.adder) this.add();
    else if (button === this.putBack) this.restore();
    else if (button.hasAttribute("data-remove") && !isSecond(event))
      this.remove(/** @type {Element} */ (button.closest(".partner")));
  }
}
