// The checklist: the same state on every page and in every tab.
import { noticeHalfDates } from "./controls.js";
import * as store from "./store.js";

/** @typedef {import("./controls.js").Control} Control */

const DATE = "Maak deze datum af: dag, maand en een jaartal met vier cijfers. Hij is nog niet bewaard.";
const TEXTS = /** @type {const} */ (["who", "by", "note"]);

/** @param {Element} control */
const errorOf = (control) => `${control.getAttribute("name")}-fout`;

/** @param {Element} control */
function mark(control) {
  const place = document.createElement("p");
  Object.assign(place, { className: "rh-fout", id: errorOf(control), textContent: DATE });
  control.after(place);
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", place.id);
}

/** @param {Element} control */
function unmark(control) {
  document.getElementById(errorOf(control))?.remove();
  control.removeAttribute("aria-invalid");
  control.removeAttribute("aria-describedby");
}

/** @param {string} status */
const isOpen = (status) => status !== "klaar" && status !== "nvt";

class Checklist {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.items = /** @type {HTMLElement[]} */ (Array.from(form.querySelectorAll("[data-item]")));
    this.filter = /** @type {HTMLSelectElement | null} */ (form.querySelector("[data-filter]"));
    this.status = document.querySelector("p[data-status]");
  }

  show() {
    const { checklist } = store.read();
    for (const item of this.items) this.showItem(item, checklist[item.dataset.item ?? ""] ?? {});
    this.count();
  }

  /**
   * @param {HTMLElement} item
   * @param {import("./store.js").Item} kept
   */
  showItem(item, kept) {
    const id = item.dataset.item ?? "";
    const status = kept.status ?? "te-doen";
    /** @param {string} name */
    const control = (name) => /** @type {HTMLInputElement} */ (this.form.elements.namedItem(name));
    item.dataset.status = status;
    control(id).checked = status === "klaar";
    control(`${id}.status`).value = status;
    for (const part of TEXTS) {
      const field = control(`${id}.${part}`);
      const typing = field.hasAttribute("aria-invalid"); // not kept yet, nor to be lost
      if (!typing && field.value !== (kept[part] ?? "")) field.value = kept[part] ?? ""; // the cursor stays where it is
    }
  }

  /** Progress, per step and over all. */
  count() {
    for (const place of this.form.querySelectorAll("[data-progress]")) {
      const group = place.closest("[data-step]");
      const members = group ? this.items.filter((item) => group.contains(item)) : this.items;
      const relevant = members.filter((item) => item.dataset.status !== "nvt");
      const done = relevant.filter((item) => item.dataset.status === "klaar").length;
      place.textContent = `${done} van ${relevant.length} klaar`;
    }
  }

  /** Show what the reader asks for, and leave it in sight until they ask again: nothing jumps from under their hands. */
  select() {
    const wanted = this.filter?.value ?? "alles";
    /** @param {DOMStringMap} data */
    const fits = ({ status = "" }) => wanted === "alles" || wanted === status || (wanted === "open" && isOpen(status));
    for (const item of this.items) item.hidden = !fits(item.dataset);
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll("[data-step]"))) {
      group.hidden = !group.querySelector("[data-item]:not([hidden])");
      /** @type {HTMLElement} */ (group.previousElementSibling).hidden = group.hidden; // its heading
    }
    const left = this.items.filter((item) => !item.hidden).length;
    if (this.status) this.status.textContent = left === 1 ? "Je ziet 1 actie." : `Je ziet ${left} acties.`;
  }

  /**
   * Whether a field can be kept; of a date that isn't finished, or in a year of two digits, it is told beside it.
   * @param {Control} control
   */
  isWhole(control) {
    if (control.type !== "date") return true;
    const { badInput, rangeUnderflow, rangeOverflow } = control.validity;
    const wrong = badInput || rangeUnderflow || rangeOverflow;
    unmark(control);
    if (wrong) mark(control);
    return !wrong;
  }

  /** @param {Control} control */
  edited(control) {
    if (control === this.filter) return this.select();
    const [id, part] = control.name.split(".");
    if (!this.isWhole(control)) return; // what was noted before stays
    const isTick = control instanceof HTMLInputElement && control.type === "checkbox";
    const ticked = isTick && control.checked ? "klaar" : "te-doen";
    store.change((document) => {
      document.checklist[id] = { ...document.checklist[id], [part ?? "status"]: isTick ? ticked : control.value };
    });
  }
}

/** @param {HTMLFormElement} form */
export function mount(form) {
  const checklist = new Checklist(form);
  form.addEventListener("input", ({ target }) => checklist.edited(/** @type {Control} */ (target)));
  form.addEventListener("reset", () => {
    for (const control of form.querySelectorAll("[aria-invalid]")) unmark(control);
  });
  noticeHalfDates(form);
  form.addEventListener("submit", (event) => event.preventDefault());
  store.subscribe(() => checklist.show());
  checklist.show();
}
