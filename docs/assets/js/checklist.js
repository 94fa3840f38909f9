// The checklist: the same state on every page and in every tab.
import * as store from "./store.js";

/**
 * @param {HTMLFormElement} form
 * @param {AbortSignal} signal ends it, when the page is swapped for another
 */
export function mount(form, signal) {
  const items = /** @type {HTMLElement[]} */ (Array.from(form.querySelectorAll("[data-item]")));
  const filter = /** @type {HTMLSelectElement | null} */ (form.querySelector("[data-filter]"));

  /** @param {HTMLElement} item @param {string} part */
  const control = (item, part) =>
    /** @type {HTMLInputElement} */ (form.elements.namedItem(`${item.dataset.item}.${part}`));

  function show() {
    const { checklist } = store.read();
    for (const item of items) {
      const id = item.dataset.item ?? "";
      const kept = checklist[id] ?? {};
      const status = kept.status ?? "te-doen";
      item.dataset.status = status;
      /** @type {HTMLInputElement} */ (form.elements.namedItem(id)).checked = status === "klaar";
      control(item, "status").value = status;
      for (const part of /** @type {const} */ (["who", "by", "note"])) {
        const field = control(item, part);
        if (field !== document.activeElement) field.value = kept[part] ?? "";
      }
    }
    count();
  }

  /** Progress, and what the filter leaves: an item under the reader's hands stays until they leave it. */
  function count() {
    for (const place of form.querySelectorAll("[data-progress]")) {
      const group = place.closest("[data-step]");
      const members = group ? items.filter((item) => group.contains(item)) : items;
      const relevant = members.filter((item) => item.dataset.status !== "nvt");
      const done = relevant.filter((item) => item.dataset.status === "klaar").length;
      place.textContent = `${done} van ${relevant.length} klaar`;
    }
    const wanted = filter?.value ?? "alles";
    for (const item of items) {
      const status = item.dataset.status ?? "";
      const open = wanted === "open" && status !== "klaar" && status !== "nvt";
      item.hidden = !(wanted === "alles" || open || wanted === status) && !item.contains(document.activeElement);
    }
  }

  form.addEventListener(
    "input",
    ({ target }) => {
      if (target === filter) return count();
      if (
        !(
          target instanceof HTMLInputElement ||
          target instanceof HTMLSelectElement ||
          target instanceof HTMLTextAreaElement
        )
      )
        return;
      const [id, part] = target.name.split(".");
      const tick = target instanceof HTMLInputElement && target.type === "checkbox";
      const value = tick ? (target.checked ? "klaar" : "te-doen") : target.value;
      store.change((document) => {
        document.checklist[id] = { ...document.checklist[id], [part ?? "status"]: value };
      });
    },
    { signal },
  );
  form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  store.subscribe(show, signal);
  show();
}
