// What pages and Python agree on. Written by `make contract` from calculators/contract.py.

/**
 * @typedef {object} Requests
 * @property {{ calculator: string, values: Record<string, string> }} figures
 * @property {{ calculator: string, values: Record<string, string> }} evaluate
 * @property {{ scenarios: Record<string, any>[] }} compare
 * @property {{ document: string, stamp: string, values?: Record<string, string> }} calendar
 * @property {{ kind: string, document: string, today: string, house?: string }} document
 * @property {{ data: string }} house
 * @property {{ calculator: string, document: string }} shown
 * @property {{ incoming: string, current: string }} import
 * @property {{ incoming: string }} view
 * @property {{ incoming: string, remarks: Record<string, string>[], today: string }} remark
 * @property {{ document: string }} overview
 */

/**
 * @typedef {object} Replies
 * @property {{ errors: Record<string, string>, figures: Record<string, { value: string, text: string }> }} figures
 * @property {{ errors: Record<string, string>, html: string, defaults: Record<string, string> }} evaluate
 * @property {{ html: string }} compare
 * @property {{ name: string, mime: string, data: string, warnings: string[] } | { error: string }} calendar
 * @property {{ name: string, mime: string, data: string, warnings: string[] } | { error: string }} document
 * @property {{ data: string, summary: string } | { error: string }} house
 * @property {{ values: Record<string, string> } | { error: string }} shown
 * @property {{ html: string, document: string } | { error: string }} import
 * @property {{ html: string } | { error: string }} view
 * @property {{ name: string, mime: string, data: string, warnings: string[] } | { error: string }} remark
 * @property {{ html: string, tasks: string, note: string, errors: Record<string, string>, warnings: string[] } | { error: string }} overview
 */

export const VERSION = 2;
export const TICKS = { true: { status: "klaar" }, false: { status: "te-doen" } };
export const MOVED = { werkgever: "uitvoering", afsluitmoment: "afsluitmoment" };
export const LATER = { contract: "looptijd" };
export const CHOSEN_AT_FIRST = ["individuele-toeleiding", "verenigingsondersteuning"];
export const SHARED = {
  budget: {
    startdatum: "startdatum",
    contract: "contract",
    looptijd_jaren: "looptijd_jaren",
    fte: "fte",
    uitvoering: "uitvoering",
    plan_einde: "plan_einde",
  },
  looptijd: {
    startdatum: "startdatum",
    contract: "contract",
    looptijd_jaren: "looptijd_jaren",
    plan_einde: "plan_einde",
  },
  trajecten: { fte: "fte", looptijd_jaren: "looptijd_jaren", afsluitmoment: "afsluitmoment" },
  keuzehulp: { fte: "fte" },
  dossier: { uitvoering: "uitvoering", afsluitmoment: "afsluitmoment" },
};
export const STRATEGIES = {
  "strategie_bottom-up-werken": "bottom-up-werken",
  "strategie_laagdrempelige-jeugdwerking": "laagdrempelige-jeugdwerking",
  "strategie_individuele-toeleiding": "individuele-toeleiding",
  strategie_verenigingsondersteuning: "verenigingsondersteuning",
  "strategie_samenwerking-netwerkvorming": "samenwerking-netwerkvorming",
  "strategie_structureel-werken": "structureel-werken",
};
export const WORKED_OUT = { trajecten: ["fte"], keuzehulp: ["fte", "medewerkers"] };
export const FIRSTS = {
  startdatum: "2027-01-01",
  contract: "bepaald",
  looptijd_jaren: "3",
  fte: "80",
  uitvoering: "eigen",
  plan_einde: "2031",
  afsluitmoment: "inschrijving",
  "strategie_bottom-up-werken": "nee",
  "strategie_laagdrempelige-jeugdwerking": "nee",
  "strategie_individuele-toeleiding": "nee",
  strategie_verenigingsondersteuning: "nee",
  "strategie_samenwerking-netwerkvorming": "nee",
  "strategie_structureel-werken": "nee",
};
export const UNCHOSEN = ["contract", "uitvoering", "afsluitmoment"];
export const STEPS = {
  "stap-1-overtuigingen": { step: "stap-1", prefix: "s1-", items: 6 },
  "stap-2-situatie": { step: "stap-2", prefix: "s2-", items: 15 },
  "stap-3-keuze": { step: "stap-3", prefix: "s3-", items: 13 },
  "stap-4-aanwerven": { step: "stap-4", prefix: "s4-", items: 6 },
  "stap-5-omkadering": { step: "stap-5", prefix: "s5-", items: 6 },
  "stap-6-opvolging": { step: "stap-6", prefix: "s6-", items: 12 },
};
export const MOST_SCENARIOS = 10;
export const LARGEST_FILE = 2000000;
export const LARGEST_TEMPLATE = 5000000;
export const WITHOUT_HOUSE_STYLE = ["dossier", "bbc", "registratie", "gegevens"];
export const DAY_OF_FIGURES = "cijfers_van";
export const AGREED = "akkoord";
export const LONGEST_TYPED = 500;
export const LONGEST_PASTED = 2000;
export const NEWEST_FIGURES = "2026-11-30";
export const QUICK = ["budget"];
