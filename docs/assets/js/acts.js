// The acts of the buttons around a calculator's form.
import { join, setApart } from "./appointment.js";
import { explain } from "./causes.js";
import { VERSION } from "./contract.js";
import { once, receive } from "./files.js";
import { remembering } from "./history.js";
import { call } from "./runtime.js";
import * as store from "./store.js";

const RESET = "begin opnieuw met het voorbeeld";
const JOIN = "neem weer die van je aanstelling";

/**
 * The act of each button around a form, by its `data-action`.
 * @param {import("./calculator.js").Calculator} calculator
 * @returns {Record<string, (button: HTMLElement) => void>}
 */
export function actions(calculator) {
  const { fields } = calculator;
  /**
   * @param {string} act
   * @param {Record<string, string>} next
   */
  const take = (act, next) => {
    const before = JSON.stringify(fields.values());
    fields.fill(next);
    if (JSON.stringify(fields.values()) === before) calculator.edited();
    else remembering(act, () => calculator.edited());
  };
  return {
    reset() {
      if (calculator.view.active) return take(RESET, {});
      remembering(RESET, () => store.change((document) => store.setValues(document, calculator.name, {})));
    },
    load(button) {
      const now = fields.values();
      const given = Object.entries(JSON.parse(button.dataset.values ?? "{}"));
      const taken = given.map(([key, value]) => [key, value[0] === "=" ? now[value.slice(1)] : value]);
      take(`voorbeeld “${button.textContent}”`, { ...now, ...Object.fromEntries(taken) });
    },
    agree: () => calculator.agree(),
    renew: () => calculator.figures.take(),
    "keep-figures": () => calculator.figures.keep(),
    apart: (button) => relate(calculator, button, setApart),
    join: (button) => remembering(JOIN, () => relate(calculator, button, join)),
    share: () => share(calculator),
    calendar: (button) => once(button, () => calendar(calculator, button)),
  };
}

/**
 * Give a field its own value beside the appointment's, or have it follow the appointment again.
 * @param {import("./calculator.js").Calculator} calculator
 * @param {HTMLElement} button
 * @param {typeof setApart | typeof join} change
 */
function relate({ name, fields, view }, button, change) {
  const control = button.closest("[data-samen]")?.getAttribute("data-samen") ?? "";
  if (!view.active) store.change((document) => change(document, name, control, fields.values()[control]));
}

/** @param {import("./calculator.js").Calculator} calculator */
function share(calculator) {
  calculator.view.remember();
  const copied = navigator.clipboard?.writeText(location.href) ?? Promise.reject();
  copied.then(
    () => calculator.status.say("De link is gekopieerd. Er staan alleen cijfers en keuzes in."),
    () => calculator.status.say("De link staat in de adresbalk van je browser."),
  );
}

/**
 * @param {import("./calculator.js").Calculator} calculator
 * @param {HTMLElement} button
 */
async function calendar(calculator, button) {
  const stamp = new Date().toISOString();
  const own = calculator.view.active ? { version: VERSION } : store.identified(); // a link shows someone else's term
  const values = calculator.fields.changed();
  try {
    const reply = await call({ action: "calendar", document: JSON.stringify(own), stamp, values });
    calculator.status.say("error" in reply ? "De agenda kon niet gemaakt worden. Kijk de velden na." : receive(reply));
  } catch (error) {
    const words = { what: "De agenda kon niet gemaakt worden.", rest: "Wat je invulde is niet weg." };
    explain(calculator.status.place, error, {
      ...words,
      again: () => once(button, () => calendar(calculator, button)),
    });
  }
}
