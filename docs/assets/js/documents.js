// Making documents in the reader's browser, and saving, importing or erasing everything.

import { textOf } from "./chosen-file.js";
import { Clearing } from "./clear-all.js";
import { LARGEST_FILE } from "./contract.js";
import { today } from "./days.js";
import { onButton, oneAtATime } from "./elements.js";
import { explain } from "./failures.js";
import { FileView } from "./file-view.js";
import { offer, receive, save } from "./files.js";
import { remembering } from "./history.js";
import { House } from "./house-style.js";
import { agree, ticked, untick, unticked, withChosen } from "./import-choice.js";
import { makeCalendar, makeDocument, makeFile, OF_CALENDAR, OF_DOCUMENT } from "./make-file.js";
import { show } from "./patch.js";
import { call } from "./runtime.js";
import { noteSaved, remind } from "./save-reminder.js";
import { startInTime } from "./start-in-time.js";
import { tell } from "./status-text.js";
import * as store from "./store.js";

const MOST_BYTES = 4 * LARGEST_FILE; // a character takes at most four bytes, and Python's limit is in characters
const ALL = "gegevens"; // the kind of document with everything
const CLEARED = "Alles is gewist in deze browser.";
const HOW_TO_FORGET = "Op een gedeelde computer: kies ook Vergeet ook de geschiedenis.";
const OFFICE =
  "Dit is een Word- of Excelbestand. Kies het bestand op .json dat je eerder bewaarde met “Je gegevens, om elders verder te gaan”.";
const UNREACHABLE =
  "Dit bestand kon niet gelezen worden. Staat het in OneDrive, Teams of Drive? Haal het eerst binnen op je toestel, en kies het dan. Er is niets gewijzigd.";
const OF_REMARKS = {
  busy: "Het bestand wordt gemaakt.",
  what: "Het bestand kon niet gemaakt worden.",
  rest: "Je opmerkingen staan er nog.",
};
const UNREAD = { what: "Het bestand kon niet gelezen worden.", rest: "Er is niets gewijzigd." };

/** Whether storage has something that this page cannot read. */
const isUnread = () => ["corrupt", "newer"].includes(store.problem);

class Documents {
  /** @type {{ document: string, current: string, text: string } | undefined} */
  offered;
  /** How many times the reader began something with a file. */
  begun = 0;

  /** @param {HTMLElement} root */
  constructor(root) {
    /** @param {string} selector */
    const part = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
    const elsewhere = "p[data-status]"; // a page with one kind of document says above it what happened
    this.status = part("[data-status]") ?? /** @type {HTMLElement} */ (document.querySelector(elsewhere));
    this.isFar = !root.contains(this.status); // then what undoes an act is far from its button too
    this.reminder = part("[data-last-saved]");
    remind(this.reminder);
    store.subscribe(() => remind(this.reminder));
    this.preview = part("[data-import-preview]");
    this.viewing = new FileView(part("[data-file-view]"));
    const dialog = /** @type {HTMLDialogElement} */ (part("[data-clearing]"));
    this.house = new House(part("[data-house]"), this.status, (message) => this.say(message));
    this.clearing = new Clearing(dialog, () => this.keepAll());
  }

  /** Note that everything was saved as a file. */
  saved() {
    noteSaved();
    remind(this.reminder);
  }

  /** @param {string} message */
  say(message) {
    tell(this.status, message);
    offer(this.status); // removes the button to share an earlier file
  }

  /** Save a stored text as it is, even if it cannot be read. */
  rescue(text = store.raw()) {
    const name = "bewaarde-gegevens.json";
    save(name, "application/json", text);
    return { message: `Klaar: ${name} staat bij je downloads, zoals het bewaard was.` };
  }

  /**
   * Make a document. The one with everything is saved as it is stored where Python would leave something out.
   * @param {string} kind
   * @param {string} [needs]
   * @returns {Promise<import("./make-file.js").Outcome>}
   */
  async make(kind, needs) {
    if (kind !== ALL) return makeDocument(kind, needs);
    if (isUnread()) return this.rescue();
    const { message, made } = await makeDocument(ALL, needs);
    if (made) this.saved();
    if (made?.warnings?.length) this.rescue(); // a second file with everything as it was typed
    return { message, made };
  }

  /** Save everything in one file: as Python writes it for import or, if Python cannot, as it is stored. */
  async keepAll() {
    const text = store.raw(); // the reader may erase it before Python can't
    const { message } = await this.make(ALL).catch(() => this.rescue(text));
    return message;
  }

  /**
   * Begin something with a file.
   * @returns {() => boolean} whether the reader has begun nothing else since: what comes later is not shown
   */
  begin() {
    this.begun += 1;
    const mine = this.begun;
    return () => mine === this.begun;
  }

  /** @param {File} file */
  async open(file) {
    const isLatest = this.begin();
    this.say("Het bestand wordt nagekeken.");
    this.preview.hidden = true; // of an earlier file
    this.viewing.close();
    if (file.size > MOST_BYTES) {
      this.say("Dit bestand is te groot voor een dossier van deze gids. Er is niets gewijzigd.");
      return;
    }
    const text = await textOf(file).catch(() => undefined);
    if (!isLatest()) return;
    if (text === undefined) return this.say(UNREACHABLE);
    if (text.startsWith("PK\u0003\u0004")) return this.say(OFFICE); // the beginning of Word and Excel files
    await this.compare(text, "Kijk na wat er verandert.");
  }

  /**
   * Show what a file would change, before it changes anything.
   * @param {string} text
   * @param {string} message
   */
  async compare(text, message) {
    const isLatest = this.begin();
    const current = store.raw();
    try {
      const reply = await call({ action: "import", current, incoming: text });
      if (!isLatest()) return;
      this.say("error" in reply ? reply.error : message);
      if ("error" in reply) return;
      const left = text === this.offered?.text ? unticked(this.preview) : [];
      this.offered = { document: reply.document, current, text };
      this.preview.replaceChildren(); // removes the ticks for another file
      show(this.preview, reply.html);
      untick(this.preview, left);
      this.preview.hidden = false;
      this.preview.focus();
    } catch (error) {
      if (isLatest()) explain(this.status, error, { ...UNREAD, again: () => this.compare(text, message) });
    }
  }

  accept() {
    if (!this.offered) return;
    const { document, current, text } = this.offered;
    if (current !== store.raw()) {
      this.compare(text, "Intussen wijzigde je iets. Kijk opnieuw na.");
      return;
    }
    const chosen = ticked(this.preview);
    remembering("een bestand overnemen", () => store.restore(withChosen(document, chosen)));
    this.close("Het bestand is overgenomen.");
  }

  /** Show the contents of the file without importing it. */
  async view() {
    if (!this.offered) return;
    const isLatest = this.begin();
    const { text } = this.offered;
    try {
      const reply = await call({ action: "view", incoming: text });
      if (!isLatest()) return;
      if ("error" in reply) return this.say(reply.error);
      this.viewing.open(text, reply.html);
      this.preview.hidden = true;
      this.say("Je bekijkt het bestand van een collega. Er wordt niets bewaard.");
    } catch (error) {
      if (isLatest()) explain(this.status, error, { ...UNREAD, again: () => this.view() });
    }
  }

  /** Go back from viewing the file to choosing what to import. */
  choose() {
    this.viewing.close();
    if (this.offered) return this.compare(this.offered.text, "Kijk na wat er verandert.");
  }

  /** Make the colleague's file anew, with the remarks on it. @returns {Promise<import("./make-file.js").Outcome>} */
  async makeRemarked() {
    const reply = await this.viewing.save(today());
    if ("error" in reply) return { message: reply.error };
    return { message: `${receive(reply)} Bezorg het aan je collega.`, made: reply };
  }

  /** @param {string} message */
  close(message) {
    this.begin();
    const focused = document.activeElement;
    this.preview.hidden = true;
    this.say(message);
    if (this.isFar || focused?.closest("[hidden]")) this.status.focus();
  }

  /** Say that everything is erased, the house style too. */
  cleared() {
    this.house.forget();
    this.close(`${CLEARED} ${HOW_TO_FORGET}`);
  }

  /** @param {HTMLButtonElement} button */
  press(button) {
    const { document: kind, needs } = button.dataset;
    if (kind) this.makeFile(button, () => this.make(kind, needs), OF_DOCUMENT);
    else if (button.hasAttribute("data-calendar"))
      this.makeFile(button, () => makeCalendar(store.identified()), OF_CALENDAR);
    else if (button.hasAttribute("data-keep-remarks")) this.makeFile(button, () => this.makeRemarked(), OF_REMARKS);
    else if (button.hasAttribute("data-print")) print();
    else if (button.hasAttribute("data-view")) oneAtATime(button, () => this.view());
    else if (button.hasAttribute("data-choose")) this.choose();
    else if (button.hasAttribute("data-leave")) this.close(this.viewing.close());
    else if (button.hasAttribute("data-accept")) this.accept();
    else if (button.hasAttribute("data-refuse")) this.close("Er is niets gewijzigd.");
    else if (button.hasAttribute("data-house-remove")) this.house.remove(button);
    else if (this.clearing.press(button)) this.cleared();
  }

  /**
   * @param {HTMLElement} button
   * @param {() => Promise<import("./make-file.js").Outcome>} make
   * @param {import("./make-file.js").Words} words
   */
  makeFile(button, make, words) {
    return makeFile(button, this.status, make, words);
  }
}

/** @param {HTMLElement} root */
export function mount(root) {
  const documents = new Documents(root);
  onButton(root, (button) => documents.press(button));
  for (const bar of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-bar]"))) {
    onButton(bar, (button) => documents.press(button));
    startInTime(bar);
  }
  root.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.files?.[0]) {
      const [file] = target.files;
      if (target.hasAttribute("data-house-file")) documents.house.take(file);
      else documents.open(file);
      target.value = "";
    } else if (target instanceof HTMLInputElement) agree(target);
  });
  startInTime(root);
}
