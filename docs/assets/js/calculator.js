// A calculator's form: what the reader types goes to Python, what Python answers takes the old result's place.
import { call, start } from "./runtime.js";
import * as store from "./store.js";

const PAUSE = 80; // ms without a keystroke before Python is asked
const PATIENCE = 700; // ms without a keystroke before an error is shown in the field that is being typed in

const MESSAGES = {
  "no-wasm": "Je browser kan de rekenhulp niet uitvoeren. In Edge helpt een uitzondering bij ‘Verbeterde beveiliging’.",
  timeout:
    "De rekenhulp start niet. Misschien blokkeert je netwerk of browser ze: in Edge helpt een uitzondering bij ‘Verbeterde beveiliging’.",
  load: "De rekenhulp kon niet geladen worden. Kijk je verbinding na en wijzig een getal om opnieuw te proberen.",
  crash: "Er ging iets mis bij het rekenen. Wat je invulde is niet weg: wijzig een getal om opnieuw te proberen.",
};
const FALLBACK = " Intussen kun je rekenen met het blanco Excelbestand op de pagina Dossier en documenten.";

/**
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {T}
 */
const one = (root, selector) => /** @type {T} */ (root.querySelector(selector));

/** @param {HTMLFormElement} form */
const controls = (form) =>
  /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ (Array.from(form.elements)).filter((control) => control.name);

/** @param {HTMLInputElement | HTMLSelectElement} control */
const original = (control) =>
  control instanceof HTMLSelectElement
    ? (Array.from(control.options).find((option) => option.defaultSelected) ?? control.options[0]).value
    : control.defaultValue;

/**
 * Bring one calculator to life.
 * @param {HTMLElement} root
 * @param {AbortSignal} signal ends it, when the page is swapped for another
 */
export function mount(root, signal) {
  const name = root.dataset.rekenhulp ?? "";
  const form = /** @type {HTMLFormElement} */ (one(root, "form"));
  const output = /** @type {HTMLElement} */ (one(root, "[data-output]"));
  const status = one(root, "[data-status]");
  const state = one(root, "[data-state]");
  const summary = /** @type {HTMLElement} */ (one(form, "[data-errors]"));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let busy = false;
  let again = false;
  let focusErrors = false;

  const values = () => Object.fromEntries(controls(form).map((control) => [control.name, control.value]));
  const changed = () => controls(form).filter((control) => control.value !== original(control));

  /** @param {Record<string, string>} next */
  function fill(next) {
    for (const control of controls(form)) control.value = next[control.name] ?? original(control);
    arrange();
  }

  /** Show only the fields that count, given the others. */
  function arrange() {
    const now = values();
    /** @param {string} field @returns {boolean} */
    const counts = (field) => {
      const box = /** @type {HTMLElement | null} */ (form.querySelector(`[data-field="${field}"]`));
      if (!box?.dataset.shownIf) return true;
      const [other, wanted] = box.dataset.shownIf.split("=");
      return wanted.split("|").includes(now[other]) && counts(other);
    };
    for (const box of form.querySelectorAll("[data-field]")) {
      if (box instanceof HTMLElement) box.hidden = !counts(box.dataset.field ?? "");
    }
    for (const group of form.querySelectorAll("fieldset")) {
      group.hidden = !group.querySelector("[data-field]:not([hidden])");
    }
  }

  /** @param {Record<string, string>} errors @param {Record<string, string>} labels */
  function showErrors(errors, labels) {
    for (const control of controls(form)) {
      const place = /** @type {HTMLElement} */ (form.querySelector(`#${CSS.escape(control.name)}-fout`));
      place.textContent = errors[control.name] ?? "";
      place.hidden = !errors[control.name];
      control.toggleAttribute("aria-invalid", Boolean(errors[control.name]));
      if (errors[control.name]) control.setAttribute("aria-invalid", "true");
    }
    const links = Object.entries(errors).map(([field, message]) => {
      const link = Object.assign(document.createElement("a"), {
        href: `#veld-${field}`,
        textContent: `${labels[field]}: ${message}`,
      });
      link.addEventListener("click", (event) => {
        event.preventDefault();
        form.elements.namedItem(field) instanceof HTMLElement &&
          /** @type {HTMLElement} */ (form.elements.namedItem(field)).focus();
      });
      const item = document.createElement("li");
      item.append(link);
      return item;
    });
    const list = document.createElement("ul");
    list.append(...links);
    const title = Object.assign(document.createElement("h2"), { textContent: "Kijk deze velden na" });
    summary.replaceChildren(...(links.length ? [title, list] : []));
    summary.hidden = links.length === 0;
    if (focusErrors && links.length) summary.focus();
    focusErrors = false;
  }

  /** @param {any} reply */
  function show(reply) {
    const wrong = Object.keys(reply.errors).length;
    showErrors(reply.errors, reply.labels ?? {});
    root.classList.toggle("is-verouderd", wrong > 0);
    if (wrong) {
      state.textContent = "Dit is het vorige resultaat: niet alle velden zijn goed ingevuld.";
      status.textContent = wrong === 1 ? "Eén veld klopt nog niet." : `${wrong} velden kloppen nog niet.`;
      return;
    }
    output.innerHTML = reply.html; // made by our own Python, which escapes everything the reader typed
    state.textContent = changed().length ? "Berekend met jouw cijfers." : "Deze cijfers zijn een uitgewerkt voorbeeld.";
    const first = output.querySelector("dl dt");
    status.textContent = first
      ? `Bijgewerkt. ${first.textContent}: ${first.nextElementSibling?.textContent}.`
      : "Bijgewerkt.";
  }

  async function calculate() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    if (document.documentElement.dataset.runtime !== "ready") {
      status.textContent = "De rekenhulp start. Je kunt al verder invullen.";
    }
    do {
      again = false;
      try {
        const reply = await call({ action: "evaluate", calculator: name, values: values() });
        if (signal.aborted) return;
        if (!again) await settled(reply);
      } catch (error) {
        const kind = /** @type {{ kind: keyof typeof MESSAGES }} */ (error).kind ?? "crash";
        root.classList.add("is-verouderd");
        status.textContent = MESSAGES[kind] + FALLBACK;
      }
    } while (again);
    busy = false;
  }

  /** An error in the field being typed in waits until the typing stops. @param {any} reply */
  async function settled(reply) {
    const here = document.activeElement;
    const typing = here instanceof HTMLInputElement && here.form === form && reply.errors[here.name];
    if (typing && !focusErrors) await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    if (!again && !signal.aborted) show(reply);
  }

  function edited() {
    arrange();
    store.change((document) => {
      document.calculators[name] = Object.fromEntries(changed().map((control) => [control.name, control.value]));
    });
    clearTimeout(timer);
    timer = setTimeout(calculate, PAUSE);
  }

  /** @param {string} action */
  async function act(action) {
    if (action === "reset") {
      fill({});
      edited();
    } else if (action === "share") {
      const link = new URL(
        `#${new URLSearchParams(changed().map((control) => [control.name, control.value]))}`,
        location.href,
      );
      history.replaceState(history.state, "", link);
      await navigator.clipboard?.writeText(link.href).then(
        () => (status.textContent = "De link is gekopieerd. Er staan alleen cijfers en keuzes in."),
        () => (status.textContent = "De link staat in de adresbalk van je browser."),
      );
    }
  }

  form.addEventListener("input", edited, { signal });
  form.addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      focusErrors = true;
      calculate();
    },
    { signal },
  );
  root.addEventListener(
    "click",
    (event) => {
      const button = event.target instanceof Element && event.target.closest("[data-action]");
      if (button instanceof HTMLElement) act(button.dataset.action ?? "");
    },
    { signal },
  );
  for (const sign of ["focusin", "pointerover", "touchstart"]) {
    root.addEventListener(sign, () => void start().catch(() => undefined), { signal, once: true, passive: true });
  }

  const shared = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  const known = controls(form).some((control) => control.name in shared);
  fill(known ? shared : (store.read().calculators[name] ?? {}));
  if (known) edited();
  else if (changed().length) calculate();
}
