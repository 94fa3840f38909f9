// The total of the reader's own budget as it was worked out last: see `outcome-cache.js`.
import { base } from "../runtime/location.js";
import { formValues } from "./appointment.js";
import { NEWEST_FIGURES } from "./contract.js";
import { OutcomeCache } from "./outcome-cache.js";
import * as store from "./store.js";

/** @typedef {{ text: string, value: string }} Total in euro: as it is shown, and for programs */

const BUDGET = "budget";

/** Whether the reader has a budget of their own. */
export function hasOwn() {
  const { appointment, calculators } = store.read();
  return BUDGET in calculators || Object.values(appointment).some(Boolean);
}

/** All that the total follows from: what is stored, our figures, and the version of the calculation. */
const basis = () => JSON.stringify([base, NEWEST_FIGURES, formValues(store.read(), BUDGET)]);

/** @type {OutcomeCache<Total>} */
export const ownTotal = new OutcomeCache("totaal", hasOwn, basis);
