// The checklist. It shows the stored state, so that it is the same on every page and in every tab.

import { fits, isLate, noted, people } from "./checklist-items.js";
import { mount as mountPaper } from "./checklist-paper.js";
import { noticeHalfDates } from "./controls.js";
import { today } from "./days.js";
import { element, onButton } from "./elements.js";
import { refuse } from "./field-errors.js";
import { OwnActions } from "./own-actions.js";
import { tell } from "./status-text.js";
import * as store from "./store.js";

/** @typedef {import("./controls.js").ControlElement} Control */

const DATE =
  "Maak de datum bij “Tegen wanneer” af: dag, maand en een jaartal met vier cijfers. Hij is nog niet bewaard.";
const TEXTS = /** @type {const} */ (["who", "by", "note"]);
const UNTOUCHED = "Zet op naam en datum";
/** What the page as it was built says of each item: that nothing is noted yet. */
const AS_BUILT = JSON.stringify(["te-doen", false, []]);

/** @param {Element} control */
const errorOf = (control) => `${control.getAttribute("name")}-fout`;

/** @param {Element} control */
const mark = (control) => refuse(control, errorOf(control), DATE);

/** @param {Element} control */
const unmark = (control) => refuse(control, errorOf(control), "");

/**
 * The controls of an item, by name; asking the form for each of them takes much longer.
 * @param {HTMLElement} item
 * @returns {Record<string, HTMLInputElement>}
 */
function controlsByName(item) {
  const controls = /** @type {NodeListOf<HTMLInputElement>} */ (item.querySelectorAll("[name]"));
  return Object.fromEntries(Array.from(controls, (control) => [control.name, control]));
}

/**
 * A label with a symbol before it, which the style sheet adds.
 * @param {string} status
 * @param {string} words
 */
function chip(status, words) {
  const made = element("span", [words], "checklist-chip");
  made.dataset.is = status;
  return made;
}

/**
 * Keep the filter's names those of the people who do something.
 * @param {HTMLSelectElement} filter
 * @param {[string, string][]} names
 */
function offerNames(filter, names) {
  const own = Array.from(filter.options).filter(({ value }) => value.startsWith("wie:"));
  if (own.map(({ value }) => value).join("\n") === names.map(([key]) => key).join("\n")) return;
  const chosen = filter.selectedOptions[0];
  for (const option of own) option.remove();
  filter.append(...names.map(([key, name]) => new Option(name, key)));
  if (!names.some(([key]) => key === chosen.value) && chosen.value.startsWith("wie:")) filter.append(chosen);
  filter.value = chosen.value;
}

class Checklist {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.filters = /** @type {HTMLSelectElement[]} */ (Array.from(form.querySelectorAll("[data-filter]")));
    this.status = /** @type {HTMLElement | null} */ (document.querySelector("p[data-status]"));
    this.own = new OwnActions(form, (message) => this.say(message));
    /** @type {Map<HTMLElement, string>} what each item says now while it is closed */
    this.shown = new Map();
  }

  /** @param {string} message */
  say(message) {
    if (this.status) tell(this.status, message);
  }

  get items() {
    return /** @type {HTMLElement[]} */ (Array.from(this.form.querySelectorAll("[data-item]")));
  }

  show() {
    const { checklist } = store.read();
    this.own.show();
    for (const item of this.items) this.showItem(item, checklist[item.dataset.item ?? ""] ?? {});
    this.count();
    const who = this.filters.find(({ dataset }) => dataset.filter === "who");
    if (who) offerNames(who, people(Object.values(checklist)));
  }

  /**
   * @param {HTMLElement} item
   * @param {import("./store.js").Item} kept
   */
  showItem(item, kept) {
    const id = item.dataset.item ?? "";
    const status = kept.status ?? "te-doen";
    const control = controlsByName(item);
    item.dataset.status = status;
    control[id].checked = status === "klaar";
    control[`${id}.status`].value = status;
    for (const part of TEXTS) {
      const field = control[`${id}.${part}`];
      const typing = field.hasAttribute("aria-invalid"); // half typed: not stored yet, and not to be overwritten
      if (!typing && field.value !== (kept[part] ?? "")) field.value = kept[part] ?? ""; // the cursor stays where it is
    }
    this.showNoted(item, kept);
  }

  /**
   * Say in one line what is noted, so that a closed item hides nothing.
   * @param {HTMLElement} item
   * @param {import("./store.js").Item} kept
   */
  showNoted(item, kept) {
    const { status = "te-doen" } = kept;
    const late = isLate(kept, today());
    const words = noted(kept);
    const key = JSON.stringify([status, late, words]);
    if ((this.shown.get(item) ?? AS_BUILT) === key) return;
    this.shown.set(item, key);
    const place = /** @type {HTMLElement} */ (item.querySelector("[data-told]"));
    const line = element("span", [], "checklist-noted");
    if (status === "te-doen" && !words.length) {
      line.textContent = UNTOUCHED;
      return place.replaceChildren(line);
    }
    const name = /** @type {HTMLSelectElement} */ (item.querySelector("select")).selectedOptions[0]?.label ?? status;
    const chips = [chip(status, name), ...(late ? [chip("over-tijd", "Over tijd")] : [])];
    line.textContent = words.join(" · ") || "Wijzig";
    place.replaceChildren(...chips.flatMap((chip) => [chip, " "]), line);
  }

  /** Show the progress of each step and of all steps. */
  count() {
    const all = this.items;
    /** @param {Element | null | undefined} group */
    const progress = (group) => {
      const members = group ? all.filter((item) => group.contains(item)) : all;
      const relevant = members.filter((item) => item.dataset.status !== "nvt");
      return { done: relevant.filter((item) => item.dataset.status === "klaar").length, of: relevant.length };
    };
    for (const place of this.form.querySelectorAll("[data-progress]")) {
      const { done, of } = progress(place.closest("[data-step]"));
      place.textContent = `${done} van ${of} klaar`;
    }
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll("[data-short]"))) {
      const { done, of } = progress(this.form.querySelector(`[data-step="${place.dataset.short}"]`));
      place.textContent = `${done}/${of}`;
    }
  }

  /** Filter the items once, when the reader asks. An item that changes afterwards stays in sight. */
  filter() {
    this.select();
    const left = this.items.filter((item) => !item.hidden).length;
    const back = left ? "" : " Kies bij “Toon” of bij “Van wie” iets anders om er weer te zien.";
    this.say(left === 1 ? "Je ziet 1 actie." : `Je ziet ${left} acties.${back}`);
  }

  /** Show only the items, and the steps, that the filters ask for. */
  select() {
    const { checklist } = store.read();
    const chosen = Object.fromEntries(this.filters.map(({ dataset, value }) => [dataset.filter, value]));
    const wanted = { status: chosen.status ?? "alles", who: chosen.who ?? "alles" };
    const items = this.items;
    for (const item of items) item.hidden = !fits(checklist[item.dataset.item ?? ""] ?? {}, wanted, today());
    const all = wanted.status === "alles" && wanted.who === "alles";
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll("[data-step]"))) {
      group.hidden = !all && !group.querySelector("[data-item]:not([hidden])");
      /** @type {HTMLElement} */ (group.previousElementSibling).hidden = group.hidden; // its heading
    }
  }

  /**
   * Whether a field can be stored. If not (a date that is half typed, or out of bounds) it gets a message.
   * @param {Control} control
   */
  isComplete(control) {
    if (control.type !== "date") return true;
    const { badInput, rangeUnderflow, rangeOverflow } = control.validity;
    const wrong = badInput || rangeUnderflow || rangeOverflow;
    unmark(control);
    if (wrong) mark(control);
    return !wrong;
  }

  /** @param {Control} control */
  edited(control) {
    if ("filter" in control.dataset) return this.filter();
    if (!control.name) return; // the field for a new action
    const [id, part] = control.name.split(".");
    if (!this.isComplete(control)) return; // the stored date stays
    const isTick = control instanceof HTMLInputElement && control.type === "checkbox";
    const ticked = isTick && control.checked ? "klaar" : "te-doen";
    store.change((document) => {
      if (part === "text")
        document.actions = { ...document.actions, [id]: { ...document.actions?.[id], text: control.value } };
      else document.checklist[id] = { ...document.checklist[id], [part ?? "status"]: isTick ? ticked : control.value };
    });
  }
}

/**
 * Let what stays at the top cover no field in use.
 * @param {HTMLElement} bar
 */
function makeRoom(bar) {
  const { style } = document.documentElement;
  new ResizeObserver(() => {
    const fixed = getComputedStyle(bar).position === "sticky";
    style.scrollPaddingTop = fixed ? `${parseFloat(getComputedStyle(bar).top) + bar.offsetHeight + 12}px` : "";
  }).observe(bar);
}

/** @param {HTMLFormElement} form */
export function mount(form) {
  const checklist = new Checklist(form);
  form.addEventListener("input", ({ target }) => checklist.edited(/** @type {Control} */ (target)));
  onButton(form, (button, event) => checklist.own.press(button, event));
  form.addEventListener("keydown", (event) => {
    const step = event.target instanceof HTMLElement && event.target.dataset.new;
    if (step && event.key === "Enter") checklist.own.add(step);
  });
  form.addEventListener("reset", () => {
    for (const control of form.querySelectorAll("[aria-invalid]")) unmark(control);
    setTimeout(() => checklist.select()); // once the filters are as they were
  });
  noticeHalfDates(form);
  form.addEventListener("submit", (event) => event.preventDefault());
  mountPaper(form);
  const bar = /** @type {HTMLElement | null} */ (form.querySelector("[data-bar]"));
  if (bar) makeRoom(bar);
  store.subscribe(() => checklist.show());
  checklist.show();
}
