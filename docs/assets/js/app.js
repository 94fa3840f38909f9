// Brings each page to life, also when the theme swaps pages without loading anew.
import { mount as mountCalculator } from "./calculator.js";
import { mount as mountChecklist } from "./checklist.js";
import { early } from "./controls.js";
import { mount as mountDocuments } from "./documents.js";
import { mount as mountDossier } from "./dossier.js";
import "./offline.js";
import { mount as mountScenarios } from "./scenarios.js";
import * as store from "./store.js";

export { call } from "./runtime.js"; // for tests, and for whoever wants to ask Python from the console

const PROBLEMS = {
  blocked:
    "Je browser bewaart hier niets. Wat je invult, verdwijnt als je de pagina sluit: bewaar het eerst als bestand.",
  full: "De opslag van je browser is vol. Bewaar je werk als bestand.",
  corrupt: "Wat je eerder bewaarde, is beschadigd. We lieten het staan. Je kunt het als bestand bewaren of wissen.",
  newer: "Wat je bewaarde, komt van een nieuwere versie van deze site. We lieten het staan. Laad de pagina opnieuw.",
};

/** @type {[string, (part: any, signal: AbortSignal) => void][]} */
const PARTS = [
  ["[data-rekenhulp]", mountCalculator],
  ["form[data-checklist]", mountChecklist],
  ["form[data-dossier]", mountDossier],
  ["[data-downloads]", mountDocuments],
  ["[data-scenarios]", mountScenarios],
];

let page = new AbortController();

function warn() {
  const text = PROBLEMS[/** @type {keyof typeof PROBLEMS} */ (store.problem)];
  const old = document.querySelector("[data-opslag]");
  if (!text) return old?.remove();
  const notice =
    old ?? Object.assign(document.createElement("p"), { className: "rh-melding rh-melding--waarschuwing" });
  notice.setAttribute("data-opslag", store.problem);
  notice.textContent = text;
  if (!old) document.querySelector("form[data-calculator], form[data-checklist], form[data-dossier]")?.before(notice);
}

/**
 * Jump within the page, focus and all: the theme would fetch the page anew first.
 * @param {Event} event
 */
function jump(event) {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.hash || link.href.split("#")[0] !== location.href.split("#")[0]) return;
  const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!place) return;
  event.preventDefault();
  event.stopPropagation();
  history.replaceState(history.state, "", link.hash);
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.scrollIntoView();
  place.focus({ preventScroll: true });
}

function mount() {
  page.abort();
  page = new AbortController();
  const { signal } = page;
  document.documentElement.dataset.runtime ??= "idle";
  const fillAgain = early();
  for (const [selector, bring] of PARTS) {
    for (const part of document.querySelectorAll(selector)) bring(/** @type {any} */ (part), signal);
  }
  fillAgain();
  for (const part of document.querySelectorAll(".md-skip, .md-content"))
    part.addEventListener("click", jump, { signal });
  store.subscribe(warn, signal);
  warn();
}

// The first page needn't wait for the theme, whose script comes last, or later still (see `early.html` of the theme); that
// tells when it has swapped in another page.
mount();
let following = false;
function follow() {
  const pages = /** @type {any} */ (window).document$;
  if (following || !pages) return;
  following = true;
  let swapped = false; // the theme tells of the first page too
  pages.subscribe(() => {
    if (swapped) mount();
    swapped = true;
  });
}
for (const sign of ["DOMContentLoaded", "theme-ready"]) addEventListener(sign, follow);
