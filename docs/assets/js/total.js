// The total of the reader's own budget as it was worked out last. It is kept with what it was worked out from, so that
// the home page can show it without Python, for as long as it belongs to what is stored.
import { base } from "../runtime/location.js";
import { formValues, isRecord } from "./appointment.js";
import { NEWEST_FIGURES } from "./contract.js";
import * as store from "./store.js";

/** @typedef {{ text: string, value: string }} Total in euro: as it is shown, and for programs */

const KEY = store.keyOf("totaal");
const BUDGET = "budget";
const CHANGED = "total-changed";

/** Whether the reader has a budget of their own. */
export function hasOwn() {
  const { appointment, calculators } = store.read();
  return BUDGET in calculators || Object.values(appointment).some(Boolean);
}

/** All that the total depends on: what is stored, our figures, and the version of the calculation. */
const basis = () => JSON.stringify([base, NEWEST_FIGURES, formValues(store.read(), BUDGET)]);

/**
 * Keep the total that was worked out from what is stored now.
 * @param {Total} total
 */
export function keepTotal({ text, value }) {
  if (!hasOwn()) return;
  try {
    localStorage.setItem(KEY, JSON.stringify({ text, value, basis: basis() }));
  } catch {
    return; // no room, or blocked: the home page then shows no total
  }
  document.dispatchEvent(new CustomEvent(CHANGED));
}

/** @returns {Total | undefined} the total of the budget that is stored, if it is known */
export function knownTotal() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return isRecord(found) && found.basis === basis() ? { text: found.text, value: found.value } : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing of a budget stays once that is erased. */
function forget() {
  if (hasOwn()) return;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // blocked: nothing was kept
  }
}

/**
 * Call a listener when the known total may have changed.
 * @param {() => void} listener
 */
export function subscribe(listener) {
  document.addEventListener(CHANGED, listener);
  window.addEventListener("storage", ({ key }) => key === KEY && listener());
  store.subscribe(listener);
}

store.subscribe(forget);
