// The house style: the styles, header and footer of a Word template, kept in this browser for documents made later.
// It is kept beside the stored document, in IndexedDB, as it is larger than local storage takes.

import { inBase64 } from "./chosen-file.js";
import { LARGEST_TEMPLATE } from "./contract.js";
import { oneAtATime } from "./elements.js";
import { explain } from "./failures.js";
import { call } from "./runtime.js";
import * as store from "./store.js";

/** @typedef {{ name: string, data: string, summary: string }} HouseStyle name of the file, and what Python made of it */

const NAME = store.keyOf("huisstijl"); // the path of the site is in it
const BOX = "huisstijl";
const UNREAD = { what: "Het sjabloon kon niet gelezen worden.", rest: "Je documenten blijven zoals ze waren." };
const UNKEPT = "Je browser bewaart hier geen huisstijl. Zet privé surfen uit, of maak plaats vrij.";
const UNREACHABLE =
  "Dit sjabloon kon niet gelezen worden. Staat het in OneDrive, Teams of Drive? Haal het eerst binnen op je toestel.";
const TOO_LARGE = `Dit sjabloon is te groot. Het mag hoogstens ${LARGEST_TEMPLATE / 1e6} MB groot zijn. Haal er voorbeeldtekst en beelden uit.`;

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
const resultOf = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/**
 * Do something with the box, and close it, so that no tab stops another from removing it.
 * @template T
 * @param {IDBTransactionMode} mode reading makes no box where there is none
 * @param {(box: IDBObjectStore) => IDBRequest<T>} act
 */
async function withBox(mode, act) {
  const opening = indexedDB.open(NAME);
  opening.onupgradeneeded = () => {
    if (mode === "readonly") opening.transaction?.abort();
    else opening.result.createObjectStore(BOX);
  };
  const database = await resultOf(opening);
  try {
    return await resultOf(act(database.transaction(BOX, mode).objectStore(BOX)));
  } finally {
    database.close();
  }
}

/** The house style that is kept; nothing without one, or where the browser keeps none. @returns {Promise<HouseStyle | undefined>} */
export const kept = () => withBox("readonly", (box) => box.get(BOX)).catch(() => undefined);

export class House {
  /** @type {File | undefined} the template that was chosen last: an earlier one that is still being read does not count */
  chosen;

  /**
   * @param {HTMLElement | null} place none on pages that make one kind of document
   * @param {HTMLElement} status
   * @param {(message: string) => void} say
   */
  constructor(place, status, say) {
    this.place = place;
    this.status = status;
    this.say = say;
    this.show();
  }

  /** Show which template documents take their looks from. */
  async show() {
    const place = this.place;
    if (!place) return;
    const house = await kept();
    const line = /** @type {HTMLElement} */ (place.querySelector("[data-house-kept]"));
    const text = /** @type {HTMLElement} */ (line.querySelector("span"));
    line.hidden = !house;
    text.textContent = house ? `Je Worddocumenten krijgen ${house.summary} van ${house.name}. ` : "";
    if (house) place.setAttribute("open", "");
  }

  /** Take the house style of a template. @param {File} file */
  async take(file) {
    this.chosen = file;
    if (file.size > LARGEST_TEMPLATE) return this.say(TOO_LARGE);
    this.say("Het sjabloon wordt nagekeken.");
    const data = await inBase64(file).catch(() => undefined);
    if (file !== this.chosen) return;
    if (data === undefined) return this.say(UNREACHABLE);
    try {
      const reply = await call({ action: "house", data });
      if (file !== this.chosen) return;
      this.say(
        "error" in reply ? `${reply.error} Je documenten blijven zoals ze waren.` : await this.keep(file, reply),
      );
    } catch (error) {
      if (file === this.chosen) explain(this.status, error, { ...UNREAD, again: () => this.take(file) });
    }
    await this.show();
  }

  /**
   * @param {File} file
   * @param {{ data: string, summary: string }} taken
   */
  async keep({ name }, taken) {
    const done = await withBox("readwrite", (box) => box.put({ name, ...taken }, BOX)).catch(() => undefined);
    return done ? `Klaar: je Worddocumenten krijgen ${taken.summary} van ${name}.` : UNKEPT;
  }

  async forget() {
    this.chosen = undefined;
    try {
      await resultOf(indexedDB.deleteDatabase(NAME));
    } catch {
      // a browser that keeps nothing, and says so at once or later
    }
    await this.show();
  }

  /** @param {HTMLButtonElement} button */
  remove(button) {
    return oneAtATime(button, async () => {
      await this.forget();
      this.say("De huisstijl is weg. Je documenten zien er weer neutraal uit.");
      /** @type {HTMLElement | null} */ (this.place?.querySelector("input"))?.focus(); // its button is hidden now
    });
  }
}
