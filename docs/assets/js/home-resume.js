// The home page: the way back to one's own work, with the last total of the budget and what the note still lacks.

import { setText } from "./elements.js";
import { emptyPlaces, hasDossier } from "./empty-places.js";
import { hasOwn, ownTotal } from "./own-total.js";
import { whole } from "./progress.js";
import * as store from "./store.js";

/**
 * Show which work there is to go on with.
 * @param {HTMLElement} root
 */
function showWork(root) {
  const stored = store.read();
  const { checklist } = stored;
  /** @param {string} selector */
  const part = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const statuses = Object.values(checklist).map(({ status }) => status);
  const list = part("[data-has-checklist]");
  const { done, total } = whole(stored);
  part("[data-done]").textContent = `${done} van ${total} klaar`;
  list.hidden = !statuses.some((status) => status && status !== "te-doen");
  part("[data-has-budget]").hidden = !hasOwn();
  part("[data-has-dossier]").hidden = !hasDossier();
  root.hidden = !root.querySelector("li:not([hidden])");
  showKnown(root);
}

/** Show the total of the budget, and what the note lacks, as far as they are known. @param {HTMLElement} root */
function showKnown(root) {
  const empty = emptyPlaces.read();
  const texts = { total: ownTotal.read()?.text, note: empty === undefined ? undefined : noteText(empty) };
  for (const [name, known] of Object.entries(texts)) {
    const place = /** @type {HTMLElement} */ (root.querySelector(`[data-${name}]`));
    const text = known ? `: ${known}` : "";
    setText(place, text);
  }
}

/** @param {number} empty places of the note */
function noteText(empty) {
  if (!empty) return "de nota is ingevuld";
  return empty === 1 ? "de nota mist nog 1 onderdeel" : `de nota mist nog ${empty} onderdelen`;
}

/**
 * Show the reader's own work when the page opens. Later only its figures change: a line that appears above a field would
 * push it away while the reader types.
 * @param {HTMLElement} root
 */
export function mount(root) {
  showWork(root);
  addEventListener("pageshow", ({ persisted }) => persisted && showWork(root));
  for (const known of [ownTotal, emptyPlaces]) known.subscribe(() => showKnown(root));
}
