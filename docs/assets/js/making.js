// Making one document from what is stored, on any page.

import { WITHOUT_HOUSE_STYLE } from "./contract.js";
import { today } from "./days.js";
import { onButton } from "./elements.js";
import { explain } from "./failures.js";
import { offer, once, receive } from "./files.js";
import { kept } from "./house-style.js";
import { call } from "./runtime.js";
import { startInTime } from "./start-in-time.js";
import { tell } from "./status-text.js";
import * as store from "./store.js";

export const FAILED = {
  what: "Het document kon niet gemaakt worden.",
  rest: "Je gegevens zijn niet weg. Gebruik intussen de blanco versie.",
};
export const BUSY = "Het document wordt gemaakt.";

/**
 * Have Python make a document of what is stored, and save it.
 * @param {string} kind
 * @param {string} needs the Python packages it takes, by name
 * @returns {Promise<{ message: string, made?: import("./files.js").Made & { warnings: string[] } }>}
 */
export async function make(kind, needs = "") {
  const document = JSON.stringify(store.read());
  const packages = needs.split(" ").filter(Boolean);
  const house = WITHOUT_HOUSE_STYLE.includes(kind) ? undefined : (await kept())?.data;
  const reply = await call({ action: "document", kind, document, today: today(), house, needs: packages });
  if ("error" in reply) return { message: `${FAILED.what} ${reply.error} ${FAILED.rest}` };
  return { message: [receive(reply), ...reply.warnings].join(" "), made: reply };
}

/**
 * A bar with buttons that make documents, and one that prints.
 * @param {HTMLElement} bar
 */
export function mount(bar) {
  const own = bar.querySelector("[data-said]"); // else that of the page
  const status = /** @type {HTMLElement} */ (own ?? document.querySelector("p[data-status]"));
  /** @param {HTMLElement} button */
  async function press(button) {
    tell(status, BUSY);
    offer(status); // removes the button to share an earlier file
    try {
      const { message, made } = await make(button.dataset.document ?? "", button.dataset.needs);
      tell(status, message);
      offer(status, made);
    } catch (error) {
      explain(status, error, { ...FAILED, again: () => once(button, () => press(button)) });
    }
  }
  onButton(bar, (button) => {
    if (button.dataset.document) once(button, () => press(button));
    else if (button.dataset.print !== undefined) {
      document.documentElement.dataset.print = button.dataset.print; // how much of the page
      print();
    }
  });
  startInTime(bar);
}
