// The dossier's parts: a link of the list of tasks, or a gap in the note, leads to one part, and only that one is shown.

const ALL = "#alles";
const HEADING = "[id^=deel-]";

class Parts {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.parts = /** @type {HTMLElement[]} */ (Array.from(form.querySelectorAll("[data-part-of-dossier]")));
    this.tasks = /** @type {HTMLElement} */ (document.querySelector("[data-tasks]"));
  }

  /**
   * Show one part, or all of them. The browser's search in the page still finds what is in the others.
   * @param {Element | null | undefined} shown
   */
  show(shown) {
    for (const part of this.parts) {
      if (!shown || part === shown) part.removeAttribute("hidden");
      else part.setAttribute("hidden", "until-found");
    }
    this.form.toggleAttribute("data-one-part", Boolean(shown));
    this.mark();
  }

  /** Tell in the list of tasks which part is shown; its links may be new. */
  mark() {
    const shown = this.form.hasAttribute("data-one-part") && this.parts.find((part) => !part.hasAttribute("hidden"));
    for (const link of this.tasks.querySelectorAll("[data-section]")) {
      if (shown && link.getAttribute("data-section") === shown.dataset.partOfDossier)
        link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  /** Show what the address names: a part, a place within one, or all of them. */
  showAddressed() {
    const { hash } = location;
    const place = hash ? document.getElementById(hash.slice(1)) : null;
    const part = place?.closest("[data-part-of-dossier]");
    if (!part && hash && hash !== ALL) return; // another place in the page
    const isField = Boolean(part) && !place?.matches(HEADING);
    if (!isField || this.form.hasAttribute("data-one-part")) this.show(part); // else all parts are in view, and stay so
    if (part) place?.focus({ preventScroll: true });
    if (hash) (part ? (place?.closest(".rh-veld") ?? place) : this.form)?.scrollIntoView();
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {() => void} marks the part that is shown, after the list of tasks was renewed
 */
export function mount(form) {
  const parts = new Parts(form);
  addEventListener("hashchange", () => parts.showAddressed());
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (link?.hash && link.hash === location.hash) setTimeout(() => parts.showAddressed()); // the same place again
  });
  form.addEventListener("beforematch", ({ target }) => {
    if (target instanceof Element) parts.show(target.closest("[data-part-of-dossier]"));
  });
  parts.showAddressed();
  return () => parts.mark();
}
