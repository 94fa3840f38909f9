// Starts the scripts of a page: each part of the page that needs one is mounted.

import { mount as mountCalculator } from "./calculator.js";
import { mount as mountChecklist } from "./checklist.js";
import { collectEarlyEdits } from "./controls.js";
import { mount as mountCopying } from "./copy-table.js";
import { mount as mountDays } from "./dates-in-words.js";
import { mount as mountDocuments } from "./documents.js";
import { mount as mountDossier } from "./dossier.js";
import { element } from "./elements.js";
import { CHANGED } from "./events.js";
import { mount as mountFloatingStatus } from "./floating-status.js";
import { mount as mountQuick } from "./home-budget.js";
import { mount as mountResume } from "./home-resume.js";
import { keepInSight } from "./in-sight.js";
import { mountMenu, mountSearch } from "./menu.js";
import { mount as mountTakeBar } from "./take-bar.js";
import { mount as mountLengths } from "./too-long.js";
import "./offline.js";
import { mount as mountScheme } from "./colour-scheme.js";
import { mount as mountProgress } from "./progress.js";
import { mount as mountScenarios } from "./scenarios.js";
import * as store from "./store.js";
import { mountHistory, mountUndo } from "./undo-on-page.js";
import { mount as mountUnknown } from "./unknown-address.js";

export { call } from "./runtime.js"; // for tests, and for use in the browser's console

const PROBLEMS = {
  blocked:
    "Je browser bewaart hier niets. Wat je invult, verdwijnt als je de pagina sluit: bewaar het eerst als bestand.",
  full: "De opslag van je browser is vol. Bewaar je werk als bestand.",
  corrupt: "Wat je eerder bewaarde, is beschadigd. We lieten het staan. Je kunt het als bestand bewaren of wissen.",
  newer: "Wat je bewaarde, komt van een nieuwere versie van deze site. We lieten het staan. Laad de pagina opnieuw.",
};

/** @type {[string, (part: any) => void][]} */
const PARTS = [
  ["[data-rekenhulp]", mountCalculator],
  ["[data-rekenhulp]", mountCopying],
  ["form[data-checklist]", mountChecklist],
  ["form[data-dossier]", mountDossier],
  ["form:is([data-checklist], [data-dossier])", mountLengths],
  ["form:is([data-calculator], [data-checklist], [data-dossier])", mountDays],
  ["[data-downloads]", mountDocuments],
  ["[data-take]", mountTakeBar],
  ["body", mountProgress],
  ["#__drawer", mountMenu],
  ["#__search", mountSearch],
  ["[data-scheme]", mountScheme],
  ["[data-quick]", mountQuick],
  ["[data-resume]", mountResume],
  ["[data-scenarios]", mountScenarios],
  ["[data-unknown]", mountUnknown],
  ["[data-action=undo]", mountUndo],
  ["[data-history]", mountHistory],
  ["main", mountFloatingStatus],
];

function warn() {
  const text = PROBLEMS[/** @type {keyof typeof PROBLEMS} */ (store.problem)];
  const old = document.querySelector("[data-opslag]");
  if (!text) return old && keepInSight(() => old.remove());
  const notice = old ?? element("p", [], "rh-melding rh-melding--waarschuwing");
  notice.setAttribute("data-opslag", store.problem);
  notice.textContent = text;
  const form = document.querySelector("form[data-calculator], form[data-checklist], form[data-dossier]");
  if (!old) keepInSight(() => form?.before(notice));
}

/** Ask the browser not to clear storage for space. Only Chromium does so without asking the reader. */
const keepLonger = () => "userAgentData" in navigator && navigator.storage?.persist?.().catch(() => false);

document.documentElement.dataset.runtime ??= "idle";
const replayEarlyEdits = collectEarlyEdits();
for (const [selector, bring] of PARTS) {
  for (const part of document.querySelectorAll(selector)) bring(/** @type {any} */ (part));
}
/** @type {NodeListOf<HTMLButtonElement>} */
const senders = document.querySelectorAll("button[type=submit]");
for (const button of senders) button.disabled = false; // Enter no longer sends the form to the server
replayEarlyEdits();
store.subscribe(warn);
warn();
document.addEventListener(CHANGED, keepLonger, { once: true });
