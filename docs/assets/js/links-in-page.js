// Links to a place in the page. While the address carries the figures of a link, that place must not replace them.
import { unfold } from "./elements.js";

/** @param {string} address */
const page = (address) => address.split("#")[0];

/**
 * The place in this page to which a click on a link leads, if it leads there in this tab.
 * @param {MouseEvent} event
 */
function targetOf({ target, button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented }) {
  const link = target instanceof Element && /** @type {HTMLAnchorElement | null} */ (target.closest("a[href*='#']"));
  const elsewhere = button || ctrlKey || metaKey || shiftKey || altKey || defaultPrevented;
  if (!link || elsewhere || page(link.href) !== page(location.href)) return null;
  return document.getElementById(decodeURIComponent(link.hash.slice(1)));
}

/** Have the keyboard go on from a place, which need not take the focus otherwise. @param {HTMLElement} place */
function focus(place) {
  place.focus({ preventScroll: true });
  if (document.activeElement === place) return;
  place.tabIndex = -1;
  place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  place.focus({ preventScroll: true });
}

/**
 * Go to the place of a link, as the browser would, but for the address.
 * @param {MouseEvent} event a click
 */
export function goTo(event) {
  const place = targetOf(event);
  if (!place) return;
  event.preventDefault();
  unfold(place);
  focus(place);
  place.scrollIntoView();
}

/**
 * Open what is folded when a link leads to a step of the calculation, or to a field.
 * @param {Event} event
 */
export function openFolded({ target }) {
  const links = "[href^='#stap-'], [href^='#veld-']";
  const link = target instanceof Element && /** @type {HTMLAnchorElement | null} */ (target.closest(links));
  const place = link && document.getElementById(link.hash.slice(1));
  if (!place) return;
  unfold(place);
  requestAnimationFrame(() => place.scrollIntoView());
}
