// The acts of the buttons around a calculator's form.
import { join, replaceForm, setApart } from "./appointment.js";
import { VERSION } from "./contract.js";
import { remembering } from "./history.js";
import { makeCalendar, makeFile, OF_CALENDAR } from "./make-file.js";
import * as store from "./store.js";

const JOIN = "weer die van je aanstelling nemen";

/**
 * The act of each button around a form, by its `data-action`.
 * @param {import("./calculator.js").Calculator} calculator
 * @returns {Record<string, (button: HTMLElement) => void>}
 */
export function actions(calculator) {
  return {
    reset: (button) => reset(calculator, button),
    load: (button) => load(calculator, button),
    agree: () => calculator.agreement.agree(),
    renew: () => calculator.figures.take(),
    "keep-figures": () => calculator.figures.keep(),
    apart: (button) => part(calculator, button),
    join: (button) => remembering(JOIN, () => rejoin(calculator, button)),
    share: () => share(calculator),
    calendar: (button) => calendar(calculator, button),
  };
}

/**
 * Begin the form again with the example. What a link shows is not the reader's own, so then nothing is stored.
 * @param {import("./calculator.js").Calculator} calculator
 * @param {HTMLElement} button
 */
function reset(calculator, button) {
  const act = (button.textContent ?? "").replace("Begin opnieuw", "opnieuw beginnen");
  calculator.fields.parting.clear();
  if (calculator.view.active) return take(calculator, act, {});
  remembering(act, () => store.change((document) => replaceForm(document, calculator.name, {})));
}

/**
 * Fill in the example of a button; a value such as `=fte` is that of the field with this name.
 * @param {import("./calculator.js").Calculator} calculator
 * @param {HTMLElement} button
 */
function load(calculator, button) {
  const now = calculator.fields.values();
  const given = Object.entries(JSON.parse(button.dataset.values ?? "{}"));
  const taken = given.map(([key, value]) => [key, value[0] === "=" ? now[value.slice(1)] : value]);
  take(calculator, `voorbeeld “${button.textContent}” invullen`, { ...now, ...Object.fromEntries(taken) });
}

/**
 * Put values in the form, as an act that can be undone if anything changes by it.
 * @param {import("./calculator.js").Calculator} calculator
 * @param {string} act
 * @param {Record<string, string>} next
 */
function take(calculator, act, next) {
  const { fields } = calculator;
  const before = JSON.stringify(fields.values());
  fields.fill(next);
  if (JSON.stringify(fields.values()) === before) calculator.edited();
  else remembering(act, () => calculator.edited());
}

/** Which field a button beside it is about. @param {HTMLElement} button */
const fieldOf = (button) => button.closest("[data-samen]")?.getAttribute("data-samen") ?? "";

/**
 * Give a field its own value beside the appointment's; a choice that was not made yet gets it once it is.
 * @param {import("./calculator.js").Calculator} calculator
 * @param {HTMLElement} button
 */
function part({ name, fields, view }, button) {
  if (view.active) return;
  const control = fieldOf(button);
  const value = fields.values()[control];
  if (value !== undefined) return store.change((document) => setApart(document, name, control, value));
  fields.parting.add(control);
  fields.relate(store.read(), name);
}

/**
 * Give a field the value of the appointment again, instead of its own.
 * @param {import("./calculator.js").Calculator} calculator
 * @param {HTMLElement} button
 */
function rejoin({ name, fields, view }, button) {
  const control = fieldOf(button);
  fields.parting.delete(control);
  if (!view.active) store.change((document) => join(document, name, control));
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
 * Make a calendar file of the term in the form.
 * @param {import("./calculator.js").Calculator} calculator
 * @param {HTMLElement} button
 */
function calendar({ fields, status, view }, button) {
  const make = () => {
    const own = view.active ? { version: VERSION } : store.identified(); // a link shows someone else's term
    return makeCalendar(own, fields.changed());
  };
  makeFile(button, status.place, make, OF_CALENDAR);
}
