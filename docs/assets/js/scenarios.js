// Up to three scenarios of the budget, kept under a name and compared by Python.
import { explain } from "./causes.js";
import { MOST_SCENARIOS } from "./contract.js";
import { show as showHtml } from "./patch.js";
import { call } from "./runtime.js";
import * as store from "./store.js";

/** @param {HTMLElement} root */
export function mount(root) {
  const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
  const output = /** @type {HTMLElement} */ (root.querySelector("[data-comparison]"));
  const status = /** @type {HTMLElement} */ (document.querySelector("[data-status]"));
  let shown = "";

  async function show() {
    const { scenarios } = store.read();
    if (JSON.stringify(scenarios) === shown) return;
    shown = JSON.stringify(scenarios);
    try {
      const reply = scenarios.length ? await call({ action: "compare", scenarios }) : { html: "" };
      showHtml(output, reply.html);
    } catch (error) {
      shown = ""; // the next change tries again
      const words = { what: "De scenario's konden niet vergeleken worden.", rest: "Ze blijven bewaard." };
      explain(status, error, { ...words, again: show });
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("scenario"));
    const { scenarios } = store.read();
    const name = field.value.trim() || `Scenario ${scenarios.length + 1}`;
    if (scenarios.length === MOST_SCENARIOS && !scenarios.some((one) => one.name === name)) {
      status.textContent = `Je kunt ${MOST_SCENARIOS} scenario's naast elkaar zetten. Verwijder er eerst een.`;
      return;
    }
    store.change((document) => {
      const others = document.scenarios.filter((one) => one.name !== name);
      document.scenarios = [...others, { name, values: store.valuesOf(document, "budget") }];
    });
    field.value = "";
    status.textContent = `Bewaard: ${name}.`;
  });
  output.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const { load, remove } = target.dataset;
    if (remove) {
      store.change((document) => document.scenarios.splice(Number(remove), 1));
      status.textContent = "Verwijderd.";
    } else if (load) {
      store.change((document) => store.setValues(document, "budget", { ...document.scenarios[Number(load)].values }));
      status.textContent = "Dit scenario staat in het formulier.";
    }
  });
  store.subscribe(show);
  show();
}
