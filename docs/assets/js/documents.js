// Documents made in the reader's browser, and keeping, passing on or erasing what was filled in.
import { explain } from "./causes.js";
import { LARGEST_FILE } from "./contract.js";
import { receive, save } from "./files.js";
import { show } from "./patch.js";
import { call, startInTime } from "./runtime.js";
import * as store from "./store.js";

const MOST_BYTES = 4 * LARGEST_FILE; // a character takes four at most; Python counts those
const FAILED = {
  what: "Het document kon niet gemaakt worden.",
  rest: "Je gegevens zijn niet weg. Gebruik intussen de blanco versie.",
};
const UNREAD = { what: "Het bestand kon niet gelezen worden.", rest: "Er is niets gewijzigd." };

/** Today where the reader is, as YYYY-MM-DD. */
const today = () => new Intl.DateTimeFormat("sv").format(new Date());

const UNDO = `verbindingsambassadeur:${new URL("../../", import.meta.url).pathname}:undo`;
/** @type {string | null} of this page; also where the tab's own storage can't be used */
let memory = null;

/** What was there before the last import, undo or "Wis alles" in this tab, also after a look at another page. */
function earlier() {
  try {
    return memory ?? sessionStorage.getItem(UNDO);
  } catch {
    return memory;
  }
}

/** @param {string} old */
function leave(old) {
  memory = old;
  try {
    sessionStorage.setItem(UNDO, old);
  } catch {
    // this page remembers it
  }
}

class Documents {
  /** @type {{ document: string, current: string, text: string } | undefined} */
  offered;

  /** @param {HTMLElement} root */
  constructor(root) {
    /** @param {string} selector */
    const part = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
    this.status = part("[data-status]");
    this.preview = part("[data-import-preview]");
    this.undo = part("[data-undo]");
    this.undo.hidden = earlier() === null;
  }

  /** @param {string} message */
  say(message) {
    this.status.textContent = message;
  }

  /** What can't be read is the reader's too: give it as it is. */
  rescue() {
    const name = "bewaarde-gegevens.json";
    save(name, "application/json", store.raw());
    this.say(`Klaar: ${name} staat bij je downloads, zoals het bewaard was.`);
  }

  /** @param {HTMLButtonElement} button */
  async make(button) {
    if (button.getAttribute("aria-disabled")) return; // a double click makes one document
    const kind = button.dataset.document ?? "";
    if (kind === "gegevens" && ["corrupt", "newer"].includes(store.problem)) return this.rescue();
    button.setAttribute("aria-disabled", "true");
    this.say("Het document wordt gemaakt.");
    try {
      await this.ask(kind, (button.dataset.needs ?? "").split(" ").filter(Boolean));
    } catch (error) {
      explain(this.status, error, { ...FAILED, again: () => this.make(button) });
    } finally {
      button.removeAttribute("aria-disabled");
    }
  }

  /**
   * @param {string} kind
   * @param {string[]} needs
   */
  async ask(kind, needs) {
    const document = JSON.stringify(store.read());
    const reply = await call({ action: "document", kind, document, today: today(), needs });
    if ("error" in reply) return this.say(`${FAILED.what} ${reply.error} ${FAILED.rest}`);
    const told = [receive(reply), ...reply.warnings];
    if (kind === "gegevens" && reply.warnings.length) this.rescue(); // as it was typed, beside as it can be used
    this.say(told.join(" "));
  }

  /** @param {File} file */
  async open(file) {
    this.say("Het bestand wordt nagekeken.");
    this.preview.hidden = true; // of an earlier file
    if (file.size > MOST_BYTES) {
      this.say("Dit bestand is te groot voor een dossier van deze gids. Er is niets gewijzigd.");
      return;
    }
    await this.compare(await file.text(), "Kijk na wat er verandert.");
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
    if (current !== store.raw()) this.compare(text, "Intussen wijzigde je iets. Kijk opnieuw na.");
    else this.close("Het bestand is overgenomen.", store.restore(document));
  }

  /** @param {string} message @param {string} [old] what the reader can get back */
  close(message, old) {
    const focused = document.activeElement;
    this.preview.hidden = true;
    if (old !== undefined) leave(old);
    this.undo.hidden = earlier() === null;
    this.say(message);
    if (focused?.closest("[hidden]")) this.status.focus();
  }

  /** Back to what was there; what came in its place can be had back in the same way. */
  takeBack() {
    const old = earlier();
    if (old !== null) this.close("Wat er eerst stond, staat er weer.", store.restore(old));
  }

  /** @param {HTMLButtonElement} button */
  press(button) {
    if (button.dataset.document) this.make(button);
    else if (button.hasAttribute("data-accept")) this.accept();
    else if (button.hasAttribute("data-refuse")) this.close("Er is niets gewijzigd.");
    else if (button.hasAttribute("data-clear")) this.close("Alles is gewist in deze browser.", store.clear());
    else if (button.hasAttribute("data-undo")) this.takeBack();
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
