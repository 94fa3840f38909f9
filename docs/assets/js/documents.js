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

/** @param {HTMLElement} root */
export function mount(root) {
  const status = /** @type {HTMLElement} */ (root.querySelector("[data-status]"));
  const preview = /** @type {HTMLElement} */ (root.querySelector("[data-import-preview]"));
  const undo = /** @type {HTMLElement} */ (root.querySelector("[data-undo]"));
  /** @type {{ document: string, current: string, text: string } | undefined} */
  let offered;
  undo.hidden = earlier() === null;

  /** What can't be read is the reader's too: give it as it is. */
  function rescue() {
    const name = "bewaarde-gegevens.json";
    save(name, "application/json", store.raw());
    status.textContent = `Klaar: ${name} staat bij je downloads, zoals het bewaard was.`;
  }

  /** @param {HTMLButtonElement} button */
  async function make(button) {
    if (button.getAttribute("aria-disabled")) return; // a double click makes one document
    const kind = button.dataset.document ?? "";
    if (kind === "gegevens" && ["corrupt", "newer"].includes(store.problem)) return rescue();
    button.setAttribute("aria-disabled", "true");
    status.textContent = "Het document wordt gemaakt.";
    try {
      const needs = (button.dataset.needs ?? "").split(" ").filter(Boolean);
      const document = JSON.stringify(store.read());
      const reply = await call({ action: "document", kind, document, today: today(), needs });
      if ("error" in reply) {
        status.textContent = `${FAILED.what} ${reply.error} ${FAILED.rest}`;
        return;
      }
      const told = [receive(reply), ...reply.warnings];
      if (kind === "gegevens" && reply.warnings.length) rescue(); // as it was typed, beside as it can be used
      status.textContent = told.join(" ");
    } catch (error) {
      explain(status, error, { ...FAILED, again: () => make(button) });
    } finally {
      button.removeAttribute("aria-disabled");
    }
  }

  /** @param {File} file */
  async function open(file) {
    status.textContent = "Het bestand wordt nagekeken.";
    preview.hidden = true; // of an earlier file
    if (file.size > MOST_BYTES) {
      status.textContent = "Dit bestand is te groot voor een dossier van deze gids. Er is niets gewijzigd.";
      return;
    }
    await compare(await file.text(), "Kijk na wat er verandert.");
  }

  /**
   * Show what a file would change, before it changes anything.
   * @param {string} text
   * @param {string} message
   */
  async function compare(text, message) {
    const current = store.raw();
    try {
      const reply = await call({ action: "import", current, incoming: text });
      status.textContent = "error" in reply ? reply.error : message;
      if ("error" in reply) return;
      offered = { document: reply.document, current, text };
      show(preview, reply.html);
      preview.hidden = false;
      preview.focus();
    } catch (error) {
      explain(status, error, { ...UNREAD, again: () => compare(text, message) });
    }
  }

  function accept() {
    if (!offered) return;
    if (offered.current !== store.raw()) compare(offered.text, "Intussen wijzigde je iets. Kijk opnieuw na.");
    else close("Het bestand is overgenomen.", store.restore(offered.document));
  }

  /** @param {string} message @param {string} [old] what the reader can get back */
  function close(message, old) {
    const focused = document.activeElement;
    preview.hidden = true;
    if (old !== undefined) leave(old);
    undo.hidden = earlier() === null;
    status.textContent = message;
    if (focused?.closest("[hidden]")) status.focus();
  }

  /** Back to what was there; what came in its place can be had back in the same way. */
  function takeBack() {
    const old = earlier();
    if (old !== null) close("Wat er eerst stond, staat er weer.", store.restore(old));
  }

  root.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    if (button.dataset.document) make(button);
    else if (button.hasAttribute("data-accept")) accept();
    else if (button.hasAttribute("data-refuse")) close("Er is niets gewijzigd.");
    else if (button.hasAttribute("data-clear")) close("Alles is gewist in deze browser.", store.clear());
    else if (button.hasAttribute("data-undo")) takeBack();
  });
  root.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.files?.[0]) {
      open(target.files[0]);
      target.value = "";
    }
  });
  startInTime(root);
}
