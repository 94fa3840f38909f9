// How many places of the note to the council are still empty, as Python saw it last on the page of the dossier: see
// `outcome-cache.js`.
import { base } from "../runtime/location.js";
import { NEWEST_FIGURES } from "./contract.js";
import { OutcomeCache } from "./outcome-cache.js";
import * as store from "./store.js";

/** Whether the reader wrote something in the dossier. */
export const hasDossier = () => Object.values(store.read().dossier).some((value) => String(value));

function basis() {
  const { appointment, calculators, dossier } = store.read();
  return JSON.stringify([base, NEWEST_FIGURES, appointment, calculators, dossier]);
}

/** @type {OutcomeCache<number>} */
export const emptyPlaces = new OutcomeCache("nota", hasDossier, basis);
