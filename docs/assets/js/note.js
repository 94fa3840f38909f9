// How many places of the note to the council are still empty, as Python saw it last on the page of the dossier: see
// `known.js`.
import { base } from "../runtime/location.js";
import { NEWEST_FIGURES } from "./contract.js";
import { Known } from "./known.js";
import * as store from "./store.js";

/** Whether the reader wrote something in the dossier. */
export const hasDossier = () => Object.values(store.read().dossier).some((value) => String(value));

function basis() {
  const { appointment, calculators, dossier } = store.read();
  return JSON.stringify([base, NEWEST_FIGURES, appointment, calculators, dossier]);
}

/** @type {Known<number>} */
export const emptyPlaces = new Known("nota", hasDossier, basis);
