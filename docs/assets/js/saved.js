// When the reader last saved everything as a file. Browsers may forget what they keep; a file lasts.
import * as store from "./store.js";

const KEY = store.keyOf("bewaard");
const LONG_AGO = 14 * 24 * 3600 * 1000; // ms
const FORGETS =
  "Browsers kunnen vergeten wat ze bewaren: Safari na zeven dagen zonder bezoek, een gedeelde computer bij het afsluiten.";

/** The moment of the last saved file, if this browser knows of one. */
function last() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** A file with everything was saved just now. */
export function noteSaved() {
  try {
    localStorage.setItem(KEY, new Date().toISOString());
  } catch {
    // nothing is kept here: the page says so
  }
}

/** What was saved is erased here: nothing tells of it any more. */
export function forgetSaved() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // nothing was kept
  }
}

/**
 * Tell when everything was saved last, and ask to do it again after two weeks.
 * @param {HTMLElement} place
 */
export function remind(place) {
  const moment = last();
  const day =
    moment && new Date(moment).toLocaleDateString("nl-BE", { day: "numeric", month: "long", year: "numeric" });
  const saved = day ? `Je bewaarde je werk het laatst op ${day}.` : "Je bewaarde je werk nog niet als bestand.";
  place.hidden = !store.hasWork();
  place.textContent = `${saved} ${FORGETS}`;
  const old = !moment || Date.now() - Date.parse(moment) > LONG_AGO;
  place.classList.toggle("rh-melding--waarschuwing", old);
}
