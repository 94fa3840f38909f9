// The reminder to save everything as a file: browsers may forget what they store.
import * as local from "./local-storage.js";
import * as store from "./store.js";

const KEY = store.keyOf("bewaard");
const LONG_AGO = 14 * 24 * 3600 * 1000; // ms
const FORGETS =
  "Browsers kunnen vergeten wat ze bewaren: Safari na zeven dagen zonder bezoek, een gedeelde computer bij het afsluiten.";

/** Note that everything was saved as a file just now. */
export const noteSaved = () => local.set(KEY, new Date().toISOString());

/** Forget when everything was saved, as it is erased now. */
export const forgetSaved = () => local.remove(KEY);

/**
 * Say when everything was saved last, and ask to do it again after two weeks.
 * @param {HTMLElement} place
 */
export function remind(place) {
  const moment = local.get(KEY); // nothing if this browser does not know
  const day =
    moment && new Date(moment).toLocaleDateString("nl-BE", { day: "numeric", month: "long", year: "numeric" });
  const saved = day ? `Je bewaarde je werk het laatst op ${day}.` : "Je bewaarde je werk nog niet als bestand.";
  place.hidden = !store.hasWork();
  place.textContent = `${saved} ${FORGETS}`;
  const old = !moment || Date.now() - Date.parse(moment) > LONG_AGO;
  place.classList.toggle("rh-melding--waarschuwing", old);
}
