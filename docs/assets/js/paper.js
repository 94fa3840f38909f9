// Elements that a page has on paper only: added when printing begins, and removed afterwards.
import * as store from "./store.js";

/** The name of the reader's organisation, by the dossier; empty where that has none. */
export function organisation() {
  const { organisatie } = store.read().dossier;
  return typeof organisatie === "string" ? organisatie.trim() : "";
}

/**
 * Prepare a page each time it is printed, also by a program that only asks for the style of print.
 * @param {() => void} prepare adds what is for paper
 * @param {() => void} clear removes it
 */
export function whenPrinted(prepare, clear) {
  const anew = () => {
    clear();
    prepare();
  };
  addEventListener("beforeprint", anew);
  addEventListener("afterprint", clear);
  matchMedia("print").addEventListener("change", ({ matches }) => (matches ? anew() : clear()));
}
