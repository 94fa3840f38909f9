// Documents made in the reader's browser, and keeping, passing on or erasing what was filled in.
import { explain } from "./causes.js";
import { Clearing } from "./clearing.js";
import { LARGEST_FILE } from "./contract.js";
import { receive, save } from "./files.js";
import { remembering } from "./history.js";
import { show } from "./patch.js";
import { call, startInTime } from "./runtime.js";
import { noteSaved, remind } from "./saved.js";
import * as store from "./store.js";

const MOST_BYTES = 4 * LARGEST_FILE; // a character takes four at most; Python counts those
const FAILED = {
  what: "Het document kon niet gemaakt worden.",
  rest: "Je gegevens zijn niet weg. Gebruik intussen de blanco versie.",
};
const CLEARED = "Alles is gewist in deze browser.";
const HOW_TO_FORGET = "Op een gedeelde computer: kies ook Vergeet ook de geschiedenis.";
const OFFICE =
  "Dit is een Word- of Excelbestand. Kies het bestand op .json dat je eerder bewaarde met “Je gegevens, om elders verder te gaan”.";
const UNREACHABLE =
  "Dit bestand kon niet gelezen worden. Staat het in OneDrive, Teams of Drive? Haal het eerst binnen op je toestel, en kies het dan. Er is niets gewijzigd.";
const UNREAD = { what: "Het bestand kon niet gelezen worden.", rest: "Er is niets gewijzigd." };

/** Today where the reader is, as YYYY-MM-DD. */
const today = () => new Intl.DateTimeFormat("sv").format(new Date());

/** Whether there is something in storage that this page can't work with. */
const isUnread = () => ["corrupt", "newer"].includes(store.problem);

const TOGETHER = ["appointment", "calculators", "scenarios"]; // one part for the reader

/**
 * What is kept, with these parts of a file in the place of its own.
 * @param {string} document
 * @param {string[]} parts
 */
function withParts(document, parts) {
  const given = JSON.parse(document);
  const own = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (store.read()));
  const taken = parts.flatMap((part) => (part === "calculators" ? TOGETHER : [part]));
  return JSON.stringify({ ...given, ...own, ...Object.fromEntries(taken.map((part) => [part, given[part]])) });
}

class Documents {
  /** @type {{ document: string, current: string, text: string } | undefined} */
  offered;

  /** @param {HTMLElement} root */
  constructor(root) {
    /** @param {string} selector */
    const part = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
    this.status = part("[data-status]");
    this.reminder = part("[data-last-saved]");
    remind(this.reminder);
    store.subscribe(() => remind(this.reminder));
    this.preview = part("[data-import-preview]");
    const dialog = /** @type {HTMLDialogElement} */ (part("[data-clearing]"));
    this.clearing = new Clearing(dialog, () => this.keepAll());
  }

  /** Everything is in a file now. */
  saved() {
    noteSaved();
    remind(this.reminder);
  }

  /** @param {string} message */
  say(message) {
    this.status.textContent = message;
  }

  /** What can't be read is the reader's too: give it as it is. */
  rescue() {
    const name = "bewaarde-gegevens.json";
    save(name, "application/json", store.raw());
    return `Klaar: ${name} staat bij je downloads, zoals het bewaard was.`;
  }

  /** Save everything in one file: as another browser can read it or, where Python can't make that, as it is stored. */
  async keepAll() {
    if (isUnread()) return this.rescue();
    return this.ask("gegevens", []).catch(() => this.rescue());
  }

  /** @param {HTMLButtonElement} button */
  async make(button) {
    if (button.getAttribute("aria-disabled")) return; // a double click makes one document
    const kind = button.dataset.document ?? "";
    if (kind === "gegevens" && isUnread()) return this.say(this.rescue());
    button.setAttribute("aria-disabled", "true");
    this.say("Het document wordt gemaakt.");
    try {
      this.say(await this.ask(kind, (button.dataset.needs ?? "").split(" ").filter(Boolean)));
    } catch (error) {
      explain(this.status, error, { ...FAILED, again: () => this.make(button) });
    } finally {
      button.removeAttribute("aria-disabled");
    }
  }

  /**
   * @param {string} kind
   * @param {string[]} needs
   * @returns {Promise<string>} what to tell of it
   */
  async ask(kind, needs) {
    const document = JSON.stringify(store.read());
    const reply = await call({ action: "document", kind, document, today: today(), needs });
    if ("error" in reply) return `${FAILED.what} ${reply.error} ${FAILED.rest}`;
    const told = [receive(reply), ...reply.warnings];
    if (kind === "gegevens") this.saved();
    if (kind === "gegevens" && reply.warnings.length) this.rescue(); // as it was typed, beside as it can be used
    return told.join(" ");
  }

  /** @param {File} file */
  async open(file) {
    this.say("Het bestand wordt nagekeken.");
    this.preview.hidden = true; // of an earlier file
    if (file.size > MOST_BYTES) {
      this.say("Dit bestand is te groot voor een dossier van deze gids. Er is niets gewijzigd.");
      return;
    }
    const text = await file.text().catch(() => undefined);
    if (text === undefined) return this.say(UNREACHABLE);
    if (text.startsWith("PK\u0003\u0004")) return this.say(OFFICE); // as Word and Excel files do
    await this.compare(text, "Kijk na wat er verandert.");
  }

  /**
   * Show what a file would change, before it changes anything.
   * @param {string} text
   * @param {string} message
   */
  async compare(text, message) {
    const current = store.raw();
    try {
      const reply = await call({ action: "import", current, incoming: text });
      this.say("error" in reply ? reply.error : message);
      if ("error" in reply) return;
      this.offered = { document: reply.document, current, text };
      show(this.preview, reply.html);
      this.preview.hidden = false;
      this.preview.focus();
    } catch (error) {
      explain(this.status, error, { ...UNREAD, again: () => this.compare(text, message) });
    }
  }

  accept() {
    if (!this.offered) return;
    const { document, current, text } = this.offered;
    if (current !== store.raw()) {
      this.compare(text, "Intussen wijzigde je iets. Kijk opnieuw na.");
      return;
    }
    const chosen = this.preview.querySelectorAll("[name=deel]:checked");
    const parts = Array.from(chosen, (tick) => /** @type {HTMLInputElement} */ (tick).value);
    remembering("neem een bestand over", () => store.restore(withParts(document, parts)));
    this.close("Het bestand is overgenomen.");
  }

  /** @param {string} message */
  close(message) {
    const focused = document.activeElement;
    this.preview.hidden = true;
    this.say(message);
    if (focused?.closest("[hidden]")) this.status.focus();
  }

  /** @param {HTMLButtonElement} button */
  press(button) {
    if (button.dataset.document) this.make(button);
    else if (button.hasAttribute("data-accept")) this.accept();
    else if (button.hasAttribute("data-refuse")) this.close("Er is niets gewijzigd.");
    else if (this.clearing.press(button)) this.close(`${CLEARED} ${HOW_TO_FORGET}`);
  }
}

/** @param {HTMLElement} root */
export function mount(root) {
  const documents = new Documents(root);
  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (button) documents.press(button);
  });
  root.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.files?.[0]) {
      documents.open(target.files[0]);
      target.value = "";
    }
  });
  startInTime(root);
}
