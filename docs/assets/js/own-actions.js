// Actions that the reader adds to the checklist: their rows, and adding, changing and removing them.

import { isOwn, OWN } from "./checklist-items.js";
import { isSecond, setText } from "./elements.js";
import { refuse } from "./field-errors.js";
import { remembering } from "./history.js";
import * as store from "./store.js";

const NAMED = ["id", "for", "name", "aria-labelledby", "data-item"]; // attributes with the id of the action
const STANDS_FOR = "eigen"; // the id in the template
const NAMELESS = "Eigen actie";
const EMPTY = "Schrijf bij “Eigen actie bij deze stap” eerst wat er moet gebeuren.";

/** Ids sort by age, so that actions stay in the order in which they were added. */
const newActionId = () =>
  `${OWN}${Date.now().toString(36)}-${crypto.getRandomValues(new Uint16Array(1))[0].toString(36)}`;

/**
 * The reader's own actions of a step, the oldest first.
 * @param {string} step
 */
const actionsOf = (step) =>
  Object.entries(store.read().actions ?? {})
    .filter(([, action]) => action.step === step)
    .sort(([first], [second]) => (first < second ? -1 : 1));

/**
 * A row with the id of an action in the place of the template's.
 * @param {HTMLTemplateElement} template
 * @param {string} id
 */
function rowFor(template, id) {
  const row = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  for (const part of [row, ...row.querySelectorAll("*")])
    for (const name of NAMED) {
      const value = part.getAttribute(name);
      if (value) part.setAttribute(name, value.replace(STANDS_FOR, id));
    }
  return row;
}

/**
 * @param {HTMLElement} row
 * @param {string} text
 */
function write(row, text) {
  const words = text.trim() || NAMELESS;
  const id = row.dataset.item ?? "";
  const label = /** @type {HTMLElement} */ (row.querySelector(`#naam-${id}`));
  setText(label, words);
  const spoken = /** @type {HTMLElement} */ (row.querySelector("summary > .rh-verborgen"));
  setText(spoken, ` bij: ${words}`);
  const field = /** @type {HTMLInputElement | null} */ (row.querySelector(`[name="${id}.text"]`));
  if (field && field.value !== text) field.value = text;
}

export class OwnActions {
  /**
   * @param {HTMLFormElement} form
   * @param {(message: string) => void} say
   */
  constructor(form, say) {
    this.form = form;
    this.say = say;
    this.template = /** @type {HTMLTemplateElement} */ (form.querySelector("template[data-own]"));
  }

  /** Show a row for each action that is stored, after those of the instrument; rows that are right stay. */
  show() {
    for (const list of /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll("[data-items]"))) {
      const wanted = actionsOf(list.dataset.items ?? "");
      const ids = wanted.map(([id]) => id);
      const rows = /** @type {HTMLElement[]} */ (Array.from(list.children));
      for (const row of rows) if (isOwn(row.dataset.item) && !ids.includes(row.dataset.item ?? "")) row.remove();
      for (const [id, { text = "" }] of wanted) {
        const row = rows.find(({ dataset }) => dataset.item === id) ?? rowFor(this.template, id);
        if (!row.isConnected) list.append(row);
        write(row, String(text));
      }
    }
  }

  /** @param {string} step */
  add(step) {
    const field = /** @type {HTMLInputElement} */ (this.form.querySelector(`[data-new="${step}"]`));
    const text = field.value.trim();
    const most = Number(this.form.dataset.most);
    const full = Object.keys(store.read().actions ?? {}).length >= most;
    refuse(
      field,
      `${field.id}-fout`,
      full ? `Meer dan ${most} eigen acties passen niet in de checklist.` : text ? "" : EMPTY,
    );
    if (full || !text) return field.focus();
    store.change((document) => {
      document.actions = { ...document.actions, [newActionId()]: { step, text } };
    });
    field.value = "";
    this.say(`Toegevoegd: ${text}`);
    field.focus();
  }

  /** @param {HTMLElement} row */
  remove(row) {
    const id = row.dataset.item ?? "";
    const words = row.querySelector(`#naam-${id}`)?.textContent ?? NAMELESS;
    const next = /** @type {HTMLElement | null | undefined} */ (
      row.closest("[data-step]")?.querySelector("[data-new]")
    );
    remembering(`“${words}” verwijderen`, () =>
      store.change((document) => {
        delete document.actions?.[id];
        delete document.checklist[id];
      }),
    );
    this.say(`Verwijderd: ${words}`);
    next?.focus();
  }

  /** Do what a button says, if it is one of ours. @param {HTMLElement} button @param {MouseEvent} event */
  press(button, event) {
    if (button.dataset.addAction) this.add(button.dataset.addAction);
    else if (button.hasAttribute("data-remove-action") && !isSecond(event))
      this.remove(/** @type {HTMLElement} */ (button.closest("li")));
  }
}
