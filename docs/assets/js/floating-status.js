// A status line says what pressing a button did, but may be out of sight. Then it floats at the bottom of the window,
// until the reader does something else.
import { keepInSight } from "./in-sight.js";

const AFLOAT = "is-zwevend";

/** Whether the reader's last act was to press a button: while they type, a status line stays where it is. */
let pressed = false;
/** @type {Element | undefined} */
let floating;

/** Whether nothing covers an element, and no edge of the window cuts it. @param {Element} element */
function isInSight(element) {
  const { left, top, bottom, width } = element.getBoundingClientRect();
  const found = [top + 2, bottom - 2].map((y) => document.elementFromPoint(left + width / 2, y));
  return found.every((seen) => element.contains(seen));
}

/** Whether the window is so low that a line which floats leaves little of the page, as at 400 %. */
const isLow = () => !matchMedia("(min-height: 24em)").matches;

/** Whether what a line says is in sight elsewhere: the total, except in a window too low for it. @param {HTMLElement} line */
const isShownElsewhere = ({ dataset }) => "quiet" in dataset && !isLow();

/** Float a line that nobody can see. @param {HTMLElement} status */
function bringInSight(status) {
  const bar = status.closest(".rh-statusbalk") ?? status;
  if (!pressed || !status.textContent || isShownElsewhere(status) || isInSight(bar)) return;
  dock(); // another line, of the press before
  floating = bar;
  keepInSight(() => bar.classList.add(AFLOAT));
}

/** Scroll the element that has the focus clear of a bar that grew over it, or that it is behind. @param {HTMLElement} status */
function uncover(status) {
  const used = document.activeElement;
  const bar = floating ?? status.closest(".checklist-balk, .rh-statusbalk:not(.checklist-balk *)") ?? status;
  if (!used?.matches("a, input, select, textarea, button, summary") || bar.contains(used)) return;
  const [seen, cover] = [used.getBoundingClientRect(), bar.getBoundingClientRect()];
  if (seen.bottom <= cover.top || seen.top >= cover.bottom) return;
  const isBelow = cover.bottom > innerHeight / 2;
  scrollBy({ top: isBelow ? seen.bottom - cover.top : seen.top - cover.bottom, behavior: "instant" });
}

/** Put the floating line back in its place. */
function dock() {
  const bar = floating;
  floating = undefined;
  if (bar) keepInSight(() => bar.classList.remove(AFLOAT));
}

/** @param {Event} event */
function act({ type, target, isTrusted }) {
  if (!isTrusted) return; // a script's: an example that fills in the form
  const place = target instanceof Element ? target : undefined;
  if (place && floating?.contains(place)) return; // a button of the message itself
  pressed = type === "click" && Boolean(place?.closest("button"));
  dock();
}

/** @param {HTMLElement} main */
export function mount(main) {
  const observer = new MutationObserver((changes) => {
    const changed = changes.map(({ target }) => (target instanceof Element ? target : target.parentElement));
    const lines = new Set(changed.map((one) => one?.closest("[role=status]")));
    for (const line of lines) {
      if (!(line instanceof HTMLElement)) continue;
      bringInSight(line);
      uncover(line);
    }
  });
  const lines = /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll("[role=status]"));
  for (const line of lines) observer.observe(line, { childList: true, characterData: true, subtree: true });
  // A browser scrolls what gets the focus into the window, but knows nothing of bars that are higher today.
  addEventListener("focusin", () => requestAnimationFrame(() => lines.forEach(uncover)));
  // Before other listeners, as what a button does may make the line float again. Not before a press is over, as the
  // button would move away under the pointer.
  for (const type of ["click", "input"]) addEventListener(type, act, { capture: true });
  addEventListener("keydown", ({ key }) => (key === "Escape" || (key === "Tab" && isLow())) && dock());
  for (const type of ["wheel", "touchmove"]) addEventListener(type, () => isLow() && dock(), { passive: true });
}
