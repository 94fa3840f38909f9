// Making a file: a button asks Python for it, and the status line says what became of it.

import { WITHOUT_HOUSE_STYLE } from "./contract.js";
import { today } from "./days.js";
import { oneAtATime } from "./elements.js";
import { explain } from "./failures.js";
import { offer, receive } from "./files.js";
import { kept } from "./house-style.js";
import { call } from "./runtime.js";
import { tell } from "./status-text.js";
import * as store from "./store.js";

/** @typedef {import("./files.js").Made} Made */
/** @typedef {{ message: string, made?: Made }} Outcome what is said and, if there is one, the file */
/**
 * @typedef {object} Words
 * @property {string} busy said while it is made
 * @property {string} what said if Python cannot answer, before the cause
 * @property {string} rest said after the cause
 */

/** @type {Words} */
export const OF_DOCUMENT = {
  busy: "Het document wordt gemaakt.",
  what: "Het document kon niet gemaakt worden.",
  rest: "Je gegevens zijn niet weg. Gebruik intussen de blanco versie.",
};
/** @type {Words} */
export const OF_CALENDAR = {
  busy: "De agenda wordt gemaakt.",
  what: "De agenda kon niet gemaakt worden.",
  rest: "Wat je invulde is niet weg.",
};

/**
 * Make a file, tell what becomes of it, and ignore the button meanwhile.
 * @param {HTMLElement} button
 * @param {HTMLElement} status
 * @param {() => Promise<Outcome>} make
 * @param {Words} words
 */
export const makeFile = (button, status, make, words) =>
  oneAtATime(button, async () => {
    tell(status, words.busy);
    offer(status); // removes the button to share an earlier file
    try {
      const { message, made } = await make();
      tell(status, message);
      offer(status, made);
    } catch (error) {
      explain(status, error, { ...words, again: () => makeFile(button, status, make, words) });
    }
  });

/** Save a file, with what Python warns of. @param {Made} made @returns {Outcome} */
const saved = (made) => ({ message: [receive(made), ...(made.warnings ?? [])].join(" "), made });

/**
 * A document of what is stored.
 * @param {string} kind
 * @param {string} [needs] the Python packages it takes, by name
 * @returns {Promise<Outcome>}
 */
export async function makeDocument(kind, needs = "") {
  const document = JSON.stringify(store.read());
  const packages = needs.split(" ").filter(Boolean);
  const house = WITHOUT_HOUSE_STYLE.includes(kind) ? undefined : (await kept())?.data;
  const reply = await call({ action: "document", kind, document, today: today(), house, needs: packages });
  return "error" in reply ? { message: `${OF_DOCUMENT.what} ${reply.error} ${OF_DOCUMENT.rest}` } : saved(reply);
}

/**
 * A calendar file of the moments in a document.
 * @param {object} document
 * @param {Record<string, string>} [values] of the term's form, in the place of what the document says of it
 * @returns {Promise<Outcome>}
 */
export async function makeCalendar(document, values) {
  const stamp = new Date().toISOString();
  const reply = await call({ action: "calendar", document: JSON.stringify(document), stamp, values });
  if (!("error" in reply)) return saved(reply);
  return { message: values ? `${OF_CALENDAR.what} Kijk de velden na.` : reply.error };
}
