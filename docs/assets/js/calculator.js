// A calculator's form: what the reader types goes to Python, what Python answers takes the old result's place.
// HTML in answers is made by our own Python, which escapes everything the reader typed.
import { original } from "./controls.js";
import { receive } from "./files.js";
import { call, startInTime } from "./runtime.js";
import * as store from "./store.js";

const PATIENCE = 700; // ms without a keystroke before an error is shown in the field that is being typed in

const EDGE = "In Edge helpt een uitzondering bij ‘Verbeterde beveiliging’.";
const AGAIN = "Wat je invulde is niet weg: wijzig een getal om opnieuw te proberen.";
const MESSAGES = {
  "no-wasm": `Je browser kan de rekenhulp niet uitvoeren. ${EDGE}`,
  timeout: `De rekenhulp start niet. Misschien houdt je netwerk of browser ze tegen. ${EDGE}`,
  load: `De rekenhulp kon niet geladen worden. Kijk je verbinding na. ${AGAIN}`,
  crash: `Er ging iets mis bij het rekenen. ${AGAIN}`,
};
const FALLBACK = " Intussen kun je rekenen met het blanco Excelbestand op de pagina Dossier en documenten.";

const OLD = "Dit is het vorige resultaat";

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/**
 * Bring one calculator to life.
 * @param {HTMLElement} root
 * @param {AbortSignal} signal ends it, when the page is swapped for another
 */
export function mount(root, signal) {
  const name = root.dataset.rekenhulp ?? "";
  /** @param {string} selector */
  const part = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const form = /** @type {HTMLFormElement} */ (part("form"));
  const controls = /** @type {Control[]} */ (Array.from(form.elements)).filter((control) => control.name);
  const [output, status, state, summary] = ["output", "status", "state", "errors"].map((key) => part(`[data-${key}]`));
  let busy = false;
  let again = false;
  let submitted = false;

  const values = () => Object.fromEntries(controls.map((control) => [control.name, control.value]));
  const changed = () =>
    Object.fromEntries(
      controls.filter((control) => control.value !== original(control)).map((control) => [control.name, control.value]),
    );

  /** @param {Record<string, string>} next */
  function fill(next) {
    for (const control of controls) {
      control.value = next[control.name] ?? original(control);
      if (control.value !== original(control)) open(control);
    }
    arrange();
  }

  /** @param {Control} control */
  const open = (control) => control.closest("details")?.setAttribute("open", "");

  /** Show only the fields that count, given the others. */
  function arrange() {
    const now = values();
    /** @param {HTMLElement | null} box @returns {boolean} */
    const counts = (box) => {
      if (!box?.dataset.shownIf) return true;
      const [other, wanted] = box.dataset.shownIf.split("=");
      return wanted.split("|").includes(now[other]) && counts(form.querySelector(`[data-field="${other}"]`));
    };
    for (const box of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-field]"))) {
      box.hidden = !counts(box);
    }
    for (const group of form.querySelectorAll("fieldset")) {
      group.hidden = !group.querySelector("[data-field]:not([hidden])");
    }
  }

  /** @param {{ errors: Record<string, string>, html: string }} reply */
  function show({ errors, html }) {
    const wrong = Object.keys(errors).length;
    for (const control of controls) {
      const place = part(`#${control.name}-fout`);
      place.textContent = errors[control.name] ?? "";
      place.hidden = !errors[control.name];
      if (errors[control.name]) open(control);
      if (errors[control.name]) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
    summary.innerHTML = wrong ? html : "";
    summary.hidden = !wrong || (summary.hidden && !submitted); // not while typing: it would push the field away
    root.classList.toggle("is-verouderd", wrong > 0);
    if (wrong) {
      state.textContent = `${OLD}: niet alle velden zijn goed ingevuld.`;
      status.textContent = wrong === 1 ? "Eén veld klopt nog niet." : `${wrong} velden kloppen nog niet.`;
      if (submitted) summary.focus();
    } else {
      output.innerHTML = html;
      const own = Object.keys(changed()).length;
      state.textContent = own ? "Berekend met jouw cijfers." : "Deze cijfers zijn een uitgewerkt voorbeeld.";
      const first = output.querySelector("dl dt");
      status.textContent = `Bijgewerkt. ${first?.textContent}: ${first?.nextElementSibling?.textContent}.`;
    }
    submitted = false;
  }

  async function calculate() {
    again = busy;
    if (busy) return;
    busy = true;
    if (document.documentElement.dataset.runtime !== "ready") {
      status.textContent = "De rekenhulp start. Je kunt al verder invullen.";
    }
    do {
      again = false;
      try {
        const reply = await call({ action: "evaluate", calculator: name, values: values() });
        const here = document.activeElement;
        const typing = here instanceof HTMLInputElement && here.form === form && reply.errors[here.name];
        if (typing && !submitted) await new Promise((resolve) => setTimeout(resolve, PATIENCE));
        if (!again && !signal.aborted) show(reply);
      } catch (error) {
        const kind = /** @type {{ kind?: keyof typeof MESSAGES }} */ (error).kind ?? "crash";
        root.classList.add("is-verouderd");
        state.textContent = `${OLD}.`;
        status.textContent = MESSAGES[kind] + FALLBACK;
      }
    } while (again && !signal.aborted);
    busy = false;
  }

  /** The figures in the address are old now. */
  const forgetLink = () => location.hash && history.replaceState(history.state, "", location.pathname);

  function edited() {
    arrange();
    store.change((document) => {
      document.calculators[name] = changed();
    });
    forgetLink();
    calculate();
  }

  /** @type {Record<string, (button: HTMLElement) => void>} */
  const actions = {
    reset() {
      fill({});
      edited();
    },
    load(button) {
      const now = values();
      const given = Object.entries(JSON.parse(button.dataset.values ?? "{}"));
      fill({
        ...now,
        ...Object.fromEntries(given.map(([key, value]) => [key, value[0] === "=" ? now[value.slice(1)] : value])),
      });
      edited();
    },
    own(button) {
      button.hidden = true;
      fill(own);
      edited();
    },
    share() {
      const shown = controls.filter((control) => !control.closest("[data-field]")?.matches("[hidden]"));
      // All of them: a default may be another one by the time that the link is opened.
      const figures = new URLSearchParams(shown.map((control) => [control.name, control.value]));
      const link = new URL(`#${figures}`, location.href).href;
      history.replaceState(history.state, "", link);
      const copied = navigator.clipboard?.writeText(link) ?? Promise.reject();
      copied.then(
        () => (status.textContent = "De link is gekopieerd. Er staan alleen cijfers en keuzes in."),
        () => (status.textContent = "De link staat in de adresbalk van je browser."),
      );
    },
    calendar(button) {
      if (button.getAttribute("aria-disabled")) return; // a double click makes one file
      button.setAttribute("aria-disabled", "true");
      const stamp = new Date().toISOString();
      call({ action: "calendar", values: values(), stamp })
        .then((reply) => (status.textContent = receive(reply)))
        .catch(() => (status.textContent = "De agenda kon niet gemaakt worden. Kijk de velden na."))
        .finally(() => button.removeAttribute("aria-disabled"));
    },
  };

  form.addEventListener("input", edited, { signal });
  form.addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      submitted = true;
      calculate();
    },
    { signal },
  );
  root.addEventListener(
    "click",
    ({ target }) => {
      const button = /** @type {HTMLElement | null} */ (target instanceof Element && target.closest("[data-action]"));
      if (button) actions[button.dataset.action ?? ""](button);
    },
    { signal },
  );
  startInTime(root, signal);

  const kept = () => store.read().calculators[name] ?? {};
  const shared = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  const own = kept();
  const known = controls.some((control) => control.name in shared);
  fill(known ? shared : kept());
  if (known) {
    part("[data-action=own]").hidden = !Object.keys(own).length; // a link may take the place, and be taken back
    edited();
  } else if (Object.keys(changed()).length) calculate();
  // Another tab, an import or "Wis alles" changed the figures: this form follows.
  const follow = () => {
    if (JSON.stringify(kept()) === JSON.stringify(changed())) return;
    fill(kept());
    forgetLink();
    calculate();
  };
  store.subscribe(follow, signal);
}
