// The appointment: facts that several forms show are kept once. The rules are those of calculators/appointment.py and,
// for documents of earlier versions, calculators/dossier/upgrading.py. A test compares the two on the same documents.
import {
  AGREED,
  CHOSEN_AT_FIRST,
  DAY_OF_FIGURES,
  FIRSTS,
  LATER,
  MOVED,
  NEWEST_FIGURES,
  SHARED,
  STRATEGIES,
  TICKS,
  UNCHOSEN,
  VERSION,
  WORKED_OUT,
} from "./contract.js";
import { isRecord } from "./records.js";

const CHOOSER = "keuzehulp";
/**
 * Stands in the appointment when one form alone made a choice of `LATER`, as a deviation. Without it `joined` would take
 * that choice for one of an older document, and move it to the appointment.
 */
const NOT_CHOSEN = "";

/** @typedef {import("./store.js").Stored} Stored */
/** @typedef {Record<string, string>} Typed */

/**
 * The controls of a form that show a fact of the appointment, each with the key of that fact.
 * @param {string} form
 */
const sharedBy = (form) => Object.entries(/** @type {Record<string, Typed>} */ (SHARED)[form] ?? {});

/**
 * The values that a form shows: its own take precedence over those of the appointment.
 * @param {Stored} document
 * @param {string} form
 * @returns {Typed}
 */
export function formValues({ appointment, calculators, dossier }, form) {
  const known = sharedBy(form).filter(([, key]) => key in appointment);
  const chosen = form === CHOOSER ? chosenBy(dossier.strategieen) : {};
  return {
    ...chosen,
    ...Object.fromEntries(known.map(([control, key]) => [control, appointment[key]])),
    ...calculators[form],
  };
}

/**
 * Keep the values of a form. A fact that still has its default is not added to the appointment, unless no form makes
 * that choice: then the reader made it.
 * @param {Stored} document
 * @param {string} form
 * @param {Typed} values
 */
export function keepForm({ appointment, calculators, dossier }, form, values) {
  const before = calculators[form] ?? {};
  /** @type {Typed} */
  const own = { [DAY_OF_FIGURES]: NEWEST_FIGURES, ...(AGREED in before && { [AGREED]: before[AGREED] }), ...values };
  for (const [control, key] of sharedBy(form)) {
    if (control in before || !(control in own)) continue; // a deviation, or worked out by Python
    const isFirst = own[control] === /** @type {Typed} */ (FIRSTS)[key] && !UNCHOSEN.includes(key);
    if (!isFirst || key in appointment) appointment[key] = own[control];
    delete own[control];
  }
  if (form === CHOOSER) keepChoice(dossier, own, before);
  calculators[form] = own;
}

/**
 * The strategies of the dossier as values of the chooser; without any, the chooser shows that none was chosen.
 * @param {unknown} list
 * @returns {Typed}
 */
const chosenBy = (list) =>
  Array.isArray(list) && list.length
    ? Object.fromEntries(Object.entries(STRATEGIES).map(([control, id]) => [control, list.includes(id) ? "ja" : "nee"]))
    : {};

/**
 * Keep the strategies of the chooser in the dossier, unless they are still the example. "No" to all of them stays with
 * the form: a dossier without strategies stands for the example.
 * @param {Record<string, unknown>} dossier
 * @param {Typed} own
 * @param {Typed} before
 */
function keepChoice(dossier, own, before) {
  const first = /** @type {Typed} */ (FIRSTS);
  const ids = /** @type {Typed} */ (STRATEGIES);
  const wasNone = isNone(before);
  const controls = Object.keys(ids).filter((control) => control in own && (wasNone || !(control in before)));
  const isChanged = controls.some((control) => own[control] !== first[control]);
  const isChoice = isChanged || Object.keys(chosenBy(dossier.strategieen)).length;
  const chosen = controls.filter((control) => own[control] === "ja");
  if (isChoice && controls.length) dossier.strategieen = chosen.map((control) => ids[control]);
  if (isChoice && !chosen.length) return;
  for (const control of controls) delete own[control];
}

/** Whether a form says no to every strategy. @param {Typed} own */
const isNone = (own) => Object.keys(STRATEGIES).every((control) => own[control] === "nee");

/**
 * Strategies that came in the dossier after a "no" to all of them are the reader's later answer: the chooser shows those.
 * @param {Stored} before
 * @param {Stored} document
 */
export function chooseFromDossier(before, { calculators, dossier }) {
  const [old, list] = [before.dossier.strategieen, dossier.strategieen].map(chosenBy);
  const own = calculators[CHOOSER] ?? {};
  if (Object.keys(old).length || !Object.keys(list).length || !isNone(own)) return;
  for (const control of Object.keys(STRATEGIES)) delete own[control];
}

/**
 * Replace all values of a form; without values it is as new. Replacing the budget replaces the appointment too, and a new
 * chooser means a dossier without strategies.
 * @param {Stored} document
 * @param {string} form
 * @param {Typed} values
 */
export function replaceForm(document, form, values) {
  const { appointment, calculators } = document;
  const isEmpty = !Object.keys(values).length;
  delete calculators[form];
  if (form === "budget") {
    // a fact that the form did not ask for yet when a scenario was saved stays as it is
    const replaced = sharedBy(form).filter(([control, key]) => isEmpty || control in values || !(key in LATER));
    for (const [, key] of replaced) delete appointment[key];
    for (const [key, other] of Object.entries(LATER))
      if (key in (calculators[other] ?? {})) appointment[key] ??= NOT_CHOSEN;
  }
  if (isEmpty && form === CHOOSER) delete document.dossier.strategieen;
  if (!isEmpty) keepForm(document, form, values);
}

/**
 * Give a control its own value beside the appointment's, which keeps what it has.
 * @param {Stored} document
 * @param {string} form
 * @param {string} control
 * @param {string} value
 */
export function setApart({ appointment, calculators }, form, control, value) {
  const [, key] = sharedBy(form).find(([name]) => name === control) ?? [];
  if (key && key in LATER) appointment[key] ??= NOT_CHOSEN;
  calculators[form] = { [DAY_OF_FIGURES]: NEWEST_FIGURES, ...calculators[form], [control]: value };
}

/**
 * Give a control the value of the appointment again, instead of its own.
 * @param {Stored} document
 * @param {string} form
 * @param {string} control
 */
export function join({ calculators }, form, control) {
  delete calculators[form]?.[control];
}

/**
 * Put a form's own value in the appointment, so that all forms show it.
 * @param {Stored} document
 * @param {string} form
 * @param {string} control
 */
export function everywhere(document, form, control) {
  const [, key] = sharedBy(form).find(([name]) => name === control) ?? [];
  const value = document.calculators[form]?.[control];
  if (control in STRATEGIES) chooseOne(document, control, value === "ja");
  if (key && value !== undefined) document.appointment[key] = value;
  join(document, form, control);
}

/**
 * @param {Stored} document
 * @param {string} control of the chooser
 * @param {boolean} isChosen
 */
function chooseOne({ dossier }, control, isChosen) {
  const list = Array.isArray(dossier.strategieen) ? dossier.strategieen : [];
  const ids = Object.entries(STRATEGIES).filter(([name, id]) => (name === control ? isChosen : list.includes(id)));
  dossier.strategieen = ids.map(([, id]) => id);
}

/**
 * The controls of a form with their own value beside the appointment's.
 * @param {Stored} document
 * @param {string} form
 */
export const apart = ({ calculators }, form) =>
  [...sharedBy(form).map(([control]) => control), ...(form === CHOOSER ? Object.keys(STRATEGIES) : [])].filter(
    (control) => control in (calculators[form] ?? {}),
  );

/**
 * Whether Python must work out a form's percentage: there are several posts, also equal ones, or one that is not filled for the whole term.
 * @param {Stored} document
 * @param {string} form
 */
export function worksOut(document, form) {
  if (!(form in WORKED_OUT) || apart(document, form).includes("fte")) return false;
  const { posts, aantal, in_dienst, uit_dienst, vacant_maanden } = formValues(document, "budget");
  return Boolean((posts && posts !== "1") || (aantal && aantal !== "1") || in_dienst || uit_dienst || vacant_maanden);
}

/**
 * A document of an earlier version, converted to this version. Throws a `SyntaxError` if it is not a document.
 * @param {Record<string, any>} found
 */
export function upgraded(found) {
  const version = "version" in found ? found.version : 0;
  if (!Number.isInteger(version) || version < 0) throw new SyntaxError("no version of ours");
  let document = found;
  if (version < 1) document = { ...document, checklist: statuses(document.checklist) };
  if (version < 2) document = gathered(document);
  return { ...joined(document), version: VERSION };
}

/**
 * The document with the facts of `LATER` moved from the form that asked for them to the appointment.
 * @param {Record<string, any>} found
 */
function joined(found) {
  let document = found;
  for (const [key, form] of Object.entries(LATER)) {
    const { appointment = {}, calculators } = document;
    const own = isRecord(calculators) && calculators[form];
    if (!isRecord(appointment) || !isRecord(own) || key in appointment) continue;
    const { [key]: value, ...rest } = own;
    if (typeof value === "string" && value)
      document = {
        ...document,
        appointment: { ...appointment, [key]: value },
        calculators: { ...calculators, [form]: rest },
      };
  }
  return document;
}

/**
 * The controls of a form that version 1 had and that show a fact, each with the key of that fact.
 * @param {string} form
 */
const inVersion1 = (form) => sharedBy(form).filter(([, key]) => !(key in LATER));

/** @param {unknown} checklist of version 0 */
function statuses(checklist) {
  if (!isRecord(checklist)) throw new SyntaxError("no checklist");
  const items = Object.entries(checklist).map(([item, ticked]) => {
    if (typeof ticked !== "boolean") throw new SyntaxError("no checklist of version 0");
    return [item, /** @type {Record<string, object>} */ (TICKS)[String(ticked)]];
  });
  return Object.fromEntries(items);
}

/**
 * A document of version 1, in which each form asked for itself, as one of version 2.
 * @param {Record<string, any>} found
 */
function gathered(found) {
  /** @type {Typed} */
  const appointment = {};
  const { dossier = {}, calculators = {} } = found;
  for (const [old, key] of Object.entries(MOVED)) {
    const value = isRecord(dossier) && dossier[old];
    if (typeof value === "string" && value) appointment[key] = value.replaceAll("-", "_");
  }
  const left = isRecord(calculators) ? { ...calculators } : calculators;
  const answered = new Set([...Object.keys(appointment), ...answeredIn(left)]);
  for (const form of Object.keys(SHARED))
    if (isRecord(left?.[form])) left[form] = remaining(form, left[form], appointment, answered);
  const document = { ...found, appointment, calculators: left, dossier: withoutMoved(dossier) };
  if (isRecord(left) && isRecord(document.dossier)) oneChoice(left, document.dossier);
  return document;
}

/**
 * The strategies of the chooser move to the dossier, unless it has others: then they stay, as a deviation.
 * @param {Record<string, any>} calculators
 * @param {Record<string, any>} dossier
 */
function oneChoice(calculators, dossier) {
  const own = calculators[CHOOSER];
  const controls = Object.entries(STRATEGIES);
  if (!isRecord(own) || !controls.some(([control]) => control in own)) return;
  const answers = controls.map(([control, id]) => [
    control,
    control in own ? own[control] : CHOSEN_AT_FIRST.includes(id) ? "ja" : "nee",
  ]);
  const chosen = controls.filter((_, place) => answers[place][1] === "ja").map(([, id]) => id);
  const rest = Object.fromEntries(Object.entries(own).filter(([name]) => !(name in STRATEGIES)));
  const { strategieen: list = [] } = dossier;
  if (Array.isArray(list) && !list.length) dossier.strategieen = chosen;
  calculators[CHOOSER] =
    JSON.stringify(dossier.strategieen) === JSON.stringify(chosen) ? rest : { ...rest, ...Object.fromEntries(answers) };
}

/** @param {any} dossier */
const withoutMoved = (dossier) =>
  isRecord(dossier) ? Object.fromEntries(Object.entries(dossier).filter(([name]) => !(name in MOVED))) : dossier;

/**
 * The keys of the facts that some form stored an answer to.
 * @param {any} calculators
 */
function answeredIn(calculators) {
  const used = Object.keys(SHARED).filter((form) => isRecord(calculators?.[form]));
  return used.flatMap((form) =>
    inVersion1(form)
      .filter(([control]) => control in calculators[form])
      .map(([, key]) => key),
  );
}

/**
 * The values that stay in a form. Facts that the appointment lacks are added to it; an answer that was not stored was
 * the default.
 * @param {string} form
 * @param {Record<string, any>} own
 * @param {Typed} appointment
 * @param {Set<string>} answered the keys of the facts that some form stored an answer to
 */
function remaining(form, own, appointment, answered) {
  if (!Object.keys(own).length) return own;
  const left = { ...own };
  for (const [control, key] of inVersion1(form)) {
    if (!answered.has(key)) continue;
    const value = control in left ? left[control] : /** @type {Typed} */ (FIRSTS)[key];
    if (typeof value !== "string") continue; // Python refuses it
    appointment[key] ??= value;
    if (appointment[key] === value) delete left[control];
    else left[control] = value;
  }
  return left;
}
