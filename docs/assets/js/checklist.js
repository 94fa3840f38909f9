// The checklist. It shows the stored state, so that it is the same on every page and in every tab.
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
      const typing = field.hasAttribute("aria-invalid"); // half typed: not stored yet, and not to be overwritten
      if (!typing && field.value !== (kept[part] ?? "")) field.value = kept[part] ?? ""; // the cursor stays where it is
    }
  }

  /** Show the progress of each step and of all steps. */
  count() {
    for (const place of this.form.querySelectorAll("[data-progress]")) {
      const group = place.closest("[data-step]");
      const members = group ? this.items.filter((item) => group.contains(item)) : this.items;
      const relevant = members.filter((item) => item.dataset.status !== "nvt");
      const done = relevant.filter((item) => item.dataset.status === "klaar").length;
      place.textContent = `${done} van ${relevant.length} klaar`;
    }
  }

  /** Filter the items once, when the reader asks. An item that changes afterwards stays in sight. */
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
   * Whether a field can be stored. If not (a date that is half typed, or out of bounds) it gets a message.
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
    if (!this.isWhole(control)) return; // the stored date stays
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
