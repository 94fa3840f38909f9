// Documents made in the reader's browser, and keeping, passing on or erasing what was filled in.
import { receive, save } from "./files.js";
import { call, startInTime } from "./runtime.js";
import * as store from "./store.js";

const LARGEST = 5_000_000; // bytes; what we make ourselves is far smaller
const FAILED = "Het document kon niet gemaakt worden. Je gegevens zijn niet weg. Gebruik intussen de blanco versie.";

/** Today where the reader is, as YYYY-MM-DD. */
const today = () => new Intl.DateTimeFormat("sv").format(new Date());

/**
 * @param {HTMLElement} root
 * @param {AbortSignal} signal
 */
export function mount(root, signal) {
  const status = /** @type {HTMLElement} */ (root.querySelector("[data-status]"));
  const preview = /** @type {HTMLElement} */ (root.querySelector("[data-import-preview]"));
  const undo = /** @type {HTMLElement} */ (root.querySelector("[data-undo]"));
  /** @type {string | undefined} */
  let erased;
  let offered = "";

  /** @param {HTMLButtonElement} button */
  async function make(button) {
    if (button.getAttribute("aria-disabled")) return; // a double click makes one document
    const kind = button.dataset.document ?? "";
    if (kind === "gegevens" && ["corrupt", "newer"].includes(store.problem)) {
      save("bewaarde-gegevens.json", "application/json", store.raw()); // also what we can't read is the reader's
    }
    button.setAttribute("aria-disabled", "true");
    status.textContent = "Het document wordt gemaakt.";
    try {
      const needs = (button.dataset.needs ?? "").split(" ").filter(Boolean);
      const asked = { action: "document", kind, document: JSON.stringify(store.read()), today: today(), needs };
      const reply = await call(asked);
      status.textContent = receive(reply);
    } catch {
      status.textContent = FAILED;
    }
    button.removeAttribute("aria-disabled");
  }

  /** @param {File} file */
  async function open(file) {
    status.textContent = "Het bestand wordt nagekeken.";
    preview.hidden = true; // of an earlier file
    if (file.size > LARGEST) {
      status.textContent = "Dit bestand is te groot voor een dossier van deze gids. Er is niets gewijzigd.";
      return;
    }
    try {
      const reply = await call({ action: "import", current: store.raw(), incoming: await file.text() });
      status.textContent = reply.error ?? "Kijk na wat er verandert.";
      if (reply.error) return;
      offered = reply.document;
      preview.innerHTML = reply.html; // made by our own Python, which escapes everything
      preview.hidden = false;
      preview.focus();
    } catch {
      status.textContent = "Het bestand kon niet gelezen worden. Er is niets gewijzigd.";
    }
  }

  /** @param {string} message @param {string} [old] what the reader can get back */
  function close(message, old) {
    const focused = document.activeElement;
    preview.hidden = true;
    erased = old ?? erased;
    undo.hidden = erased === undefined;
    if (old) undo.textContent = "Maak dit ongedaan";
    status.textContent = message;
    if (focused?.closest("[hidden]")) status.focus();
  }

  root.addEventListener(
    "click",
    ({ target }) => {
      const button = target instanceof Element && target.closest("button");
      if (!button) return;
      if (button.dataset.document) make(button);
      else if (button.hasAttribute("data-accept")) close("Het bestand is overgenomen.", store.restore(offered));
      else if (button.hasAttribute("data-refuse")) close("Er is niets gewijzigd.");
      else if (button.hasAttribute("data-clear")) close("Alles is gewist in deze browser.", store.clear());
      else if (button.hasAttribute("data-undo") && erased !== undefined) {
        store.restore(erased);
        erased = undefined;
        close("Je gegevens staan er weer.");
      }
    },
    { signal },
  );
  root.addEventListener(
    "change",
    ({ target }) => {
      if (target instanceof HTMLInputElement && target.files?.[0]) {
        open(target.files[0]);
        target.value = "";
      }
    },
    { signal },
  );
  startInTime(root, signal);
}
