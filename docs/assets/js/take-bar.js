// The bar "Neem dit mee" of a page: buttons that make documents, and some that print.
import { onButton } from "./elements.js";
import { makeDocument, makeFile, OF_DOCUMENT } from "./make-file.js";
import { startInTime } from "./start-in-time.js";

/** @param {HTMLElement} bar */
export function mount(bar) {
  const own = bar.querySelector("[data-said]"); // else that of the page
  const status = /** @type {HTMLElement} */ (own ?? document.querySelector("p[data-status]"));
  onButton(bar, (button) => {
    const { document: kind, needs, print: part } = button.dataset;
    if (kind) makeFile(button, status, () => makeDocument(kind, needs), OF_DOCUMENT);
    else if (part !== undefined) {
      document.documentElement.dataset.print = part; // how much of the page
      print();
    }
  });
  startInTime(bar);
}
