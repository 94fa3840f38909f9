// The dossier's form: every field is kept as it is typed.
import { call } from "./runtime.js";
import * as store from "./store.js";

/** @typedef {Record<string, string>} Partner */

/**
 * @param {HTMLFormElement} form
 * @param {AbortSignal} signal
 */
export function mount(form, signal) {
  const rows = /** @type {HTMLElement} */ (form.querySelector("[data-rows]"));
  const template = /** @type {HTMLTemplateElement} */ (form.querySelector("template"));
  const overview = /** @type {HTMLElement} */ (document.querySelector("[data-overview]"));
  const status = /** @type {HTMLElement} */ (document.querySelector("[data-status]"));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const named = () =>
    /** @type {(HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]} */ (Array.from(form.elements)).filter(
      (control) => "name" in control && control.name,
    );
  /** @param {Element} row */
  const parts = (row) => /** @type {HTMLInputElement[]} */ (Array.from(row.querySelectorAll("[data-part]")));
  /** @param {Element} row @returns {Partner} */
  const partner = (row) => Object.fromEntries(parts(row).map((part) => [part.dataset.part, part.value]));

  /** @param {Partner} values */
  function addRow(values) {
    const row = /** @type {HTMLElement} */ (
      /** @type {Element} */ (template.content.firstElementChild).cloneNode(true)
    );
    for (const part of parts(row))
      part.value = values[part.dataset.part ?? ""] ?? (part.dataset.part === "engagement" ? "nee" : "");
    rows.append(row);
    return row;
  }

  function show() {
    const kept = /** @type {Record<string, any>} */ (store.read().dossier);
    for (const control of named()) {
      if (control === document.activeElement) continue;
      if (control instanceof HTMLInputElement && control.type === "checkbox") {
        control.checked = [kept[control.name]].flat().includes(control.value);
      } else control.value = kept[control.name] ?? "";
    }
    if (!rows.contains(document.activeElement)) {
      rows.replaceChildren();
      for (const values of kept.partners ?? []) addRow(values);
    }
    const { calculators, checklist, dossier } = store.read();
    if ([calculators, checklist, dossier].some((part) => Object.keys(part).length)) review(); // else it stands as built
  }

  function review() {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const reply = await call({ action: "overview", document: JSON.stringify(store.read()) }).catch(() => ({}));
      if (reply.html) overview.innerHTML = reply.html; // made by our own Python, which escapes everything
    }, 400);
  }

  function keep() {
    /** @type {Record<string, unknown>} */
    const values = {};
    for (const control of named()) {
      const ticked = form.querySelectorAll(`[name="${control.name}"]:checked`);
      const list = control instanceof HTMLInputElement && control.type === "checkbox";
      values[control.name] = list
        ? Array.from(ticked, (tick) => /** @type {HTMLInputElement} */ (tick).value)
        : control.value;
    }
    values.partners = Array.from(rows.children, partner);
    store.change((document) => {
      Object.assign(document.dossier, values);
    });
    status.textContent = "Bewaard in deze browser.";
  }

  form.addEventListener("input", keep, { signal });
  form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  form.addEventListener(
    "click",
    ({ target }) => {
      const button = target instanceof Element && target.closest("button");
      if (!button) return;
      if (button.hasAttribute("data-add")) {
        parts(addRow({}))[0].focus();
        keep();
      } else if (button.hasAttribute("data-remove")) {
        button.closest(".partner")?.remove();
        keep();
        /** @type {HTMLElement} */ (form.querySelector("[data-add]")).focus();
      }
    },
    { signal },
  );
  store.subscribe(show, signal);
  show();
}
