// The checklist: the same state on every page and in every tab.
import * as store from "./store.js";

/** @param {HTMLFormElement} form */
export function mount(form) {
  const items = /** @type {HTMLElement[]} */ (Array.from(form.querySelectorAll("[data-item]")));
  const filter = /** @type {HTMLSelectElement | null} */ (form.querySelector("[data-filter]"));
  const status = document.querySelector("p[data-status]");

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
        if (field.value !== (kept[part] ?? "")) field.value = kept[part] ?? ""; // the cursor stays where it is
      }
    }
    count();
  }

  /** Progress, per step and over all. */
  function count() {
    for (const place of form.querySelectorAll("[data-progress]")) {
      const group = place.closest("[data-step]");
      const members = group ? items.filter((item) => group.contains(item)) : items;
      const relevant = members.filter((item) => item.dataset.status !== "nvt");
      const done = relevant.filter((item) => item.dataset.status === "klaar").length;
      place.textContent = `${done} van ${relevant.length} klaar`;
    }
  }

  /** Show what the reader asks for, and leave it in sight until they ask again: nothing jumps from under their hands. */
  function select() {
    const wanted = filter?.value ?? "alles";
    const open = (/** @type {string} */ status) => status !== "klaar" && status !== "nvt";
    const fits = ({ status = "" }) => wanted === "alles" || wanted === status || (wanted === "open" && open(status));
    for (const item of items) item.hidden = !fits(item.dataset);
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-step]"))) {
      group.hidden = !group.querySelector("[data-item]:not([hidden])");
      /** @type {HTMLElement} */ (group.previousElementSibling).hidden = group.hidden; // its heading
    }
    const left = items.filter((item) => !item.hidden).length;
    if (status) status.textContent = left === 1 ? "Je ziet 1 actie." : `Je ziet ${left} acties.`;
  }

  form.addEventListener("input", (event) => {
    const target = /** @type {import("./controls.js").Control} */ (event.target);
    if (target === filter) return select();
    const [id, part] = target.name.split(".");
    const tick = target instanceof HTMLInputElement && target.type === "checkbox";
    const value = tick ? (target.checked ? "klaar" : "te-doen") : target.value;
    store.change((document) => {
      document.checklist[id] = { ...document.checklist[id], [part ?? "status"]: value };
    });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  store.subscribe(show);
  show();
}
