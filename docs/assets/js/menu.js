// The menu and the search of small screens, for keyboards and screen readers: the theme opens them with labels, which
// neither can use.

/**
 * Put a button beside the label.
 * @param {HTMLInputElement} toggle the theme's: while it is checked, the part is open
 * @param {string} name
 * @param {string} selector of the part
 */
function add(toggle, name, selector) {
  const label = document.querySelector(`.md-header__button[for=${toggle.id}]`);
  const part = document.querySelector(selector);
  if (!label || !part) return;
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
  button.className = "menu-knop rh-verborgen";
  /** @param {boolean} open */
  const set = (open) => toggle.checked === open || toggle.click();
  const showState = () => button.setAttribute("aria-expanded", String(toggle.checked));
  button.addEventListener("click", () => {
    set(true);
    /** @type {HTMLElement | null} */ (part.querySelector("a, input"))?.focus();
  });
  part.addEventListener("focusout", (event) => {
    const { relatedTarget } = /** @type {FocusEvent} */ (event);
    if (relatedTarget instanceof Node && !part.contains(relatedTarget) && button.checkVisibility()) set(false);
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !toggle.checked || !button.checkVisibility()) return;
    set(false);
    button.focus();
  });
  toggle.addEventListener("change", showState);
  showState();
  label.before(button);
}

/** @param {HTMLInputElement} toggle */
export const mountMenu = (toggle) => add(toggle, "Menu", ".md-sidebar--primary");

/** The theme's search is a dialog without a name, and leaves who finds nothing with nothing. */
function completeSearch() {
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-md-component=search-query]"));
  if (field) field.closest("[role=dialog]")?.setAttribute("aria-label", field.placeholder);
  const often = /** @type {HTMLTemplateElement | null} */ (document.querySelector("template[data-often]"));
  if (often) document.querySelector(".md-search-result")?.after(often.content);
}

/** @param {HTMLInputElement} toggle */
export function mountSearch(toggle) {
  add(toggle, "Zoeken", ".md-search");
  completeSearch();
}
