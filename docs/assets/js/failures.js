// Why Python cannot start or answer, and what the page says of it.
import { button } from "./elements.js";
import { tell } from "./status-text.js";

/** @typedef {"off" | "lockdown" | "old" | "policy" | "place" | "timeout" | "load" | "gone" | "new" | "crash"} Kind */
/** @typedef {Error & { kind?: Kind }} Problem */

const EDGE = "In Edge helpt een uitzondering bij ‘Verbeterde beveiliging’.";
const FILTER = "Op een netwerk met een filter kan de beheerder helpen.";
/** @type {Record<Kind, string>} */
const WHY = {
  off: `Je browser voert geen WebAssembly uit, en dat is hier nodig. ${EDGE}`,
  lockdown:
    "De isolatiemodus (Lockdown Mode) van je toestel laat dit niet toe. In Safari kun je voor deze website een uitzondering maken.",
  old: "Je browser is hiervoor te oud. Werk hem bij of gebruik een andere.",
  policy: "De beveiliging van de website of van je netwerk laat dit niet toe. Meld het aan wie de website beheert.",
  place: "Deze pagina is geopend als bestand, of in een kader zonder eigen adres. Open ze op haar webadres.",
  timeout: `Het start niet. Misschien houdt je netwerk of browser het tegen. ${EDGE}`,
  load: `Een deel van de website kon niet geladen worden. Kijk je verbinding na. ${FILTER}`,
  gone: `Een deel van de website kon niet geladen worden. Kijk je verbinding na. ${FILTER}`,
  new: "Er is een nieuwe versie van de gids. Laad de pagina opnieuw: wat je invulde, staat er dan weer.",
  crash: "Er ging iets mis bij het rekenen.",
};

/** Causes that last for as long as the page is open, so that trying again would be of no use. */
const LASTING = new Set(["off", "lockdown", "old", "policy", "place"]);

const POLICY = /\bCSP\b|Content Security Policy|unsafe-eval|disallowed by embedder/i;
const OLD = /CompileError|import\.meta|import declarations|import statement/; // the last three: workers without modules
const GONE = /^(Error: )?\S+: 404$/;

/**
 * @param {Kind} kind
 * @param {string} message
 * @returns {Problem}
 */
export const problem = (kind, message) => Object.assign(new Error(message), { kind });

/** @param {unknown} error @returns {Kind} */
export const kindOf = (error) => /** @type {Problem} */ (error).kind ?? "crash";

/** @param {unknown} error */
export const lasts = (error) => LASTING.has(kindOf(error));

/** A problem that can be known before anything is loaded, if there is one. */
export function obstacle() {
  if (self.origin === "null") return problem("place", "no origin"); // files and such frames cannot have workers
  if (typeof WebAssembly === "object") return undefined;
  const apple = navigator.vendor.startsWith("Apple"); // there, nothing else takes WebAssembly away
  return problem(apple ? "lockdown" : "off", "WebAssembly");
}

/**
 * Whether a file of this version is no longer there.
 * @param {string} message
 * @param {Kind} [kind]
 */
export const isGone = (message, kind) => kind === "gone" || GONE.test(message);

/**
 * The problem behind a worker's message that it failed to start.
 * @param {string} message
 * @param {Kind} [kind] the kind that the worker itself gives
 */
export function understood(message, kind = "load") {
  if (POLICY.test(message)) return problem("policy", message);
  if (kind === "old" || OLD.test(message)) return problem("old", message);
  return problem(isGone(message, kind) ? "gone" : kind, message);
}

/**
 * Say that something failed and why, with a button to try again if that may help. The same text is not repeated.
 * @param {HTMLElement} place
 * @param {unknown} error
 * @param {{ what: string, rest: string, again: () => void }} words what failed, what is left, and how to try again
 */
export function explain(place, error, { what, rest, again }) {
  const kind = kindOf(error);
  const text = `${what} ${WHY[kind]} ${rest} `;
  if (place.firstChild?.nodeValue === text) return; // or screen readers would repeat it at each key
  tell(place, text);
  if (kind === "new") place.append(againButton("Laad de pagina opnieuw", () => location.reload()));
  else if (!lasts(error)) place.append(againButton("Probeer opnieuw", again));
}

/**
 * @param {string} words
 * @param {() => void} act
 */
function againButton(words, act) {
  const made = button(words, act);
  made.dataset.again = "";
  return made;
}
