// Runs in the page: `drive` carries out edits as a reader would make them, and tells what the page then shows.
const BUTTONS = "[data-action=reset], [data-action=load], [data-action=share], [data-add], [data-remove], summary";
const PATIENCE = 60_000; // ms: Python may still have to start

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */
/** @typedef {{ where: string, at: number, text: string }} Edit */
/** @typedef {Map<Control, string | boolean>} Typed of each control that was edited last what it then held */
/** @typedef {{ errors: Record<string, string>, html: string }} Answer */

const form = /** @type {HTMLFormElement} */ (
  document.querySelector("form[data-calculator], form[data-checklist], form[data-dossier]")
);
const root = form.closest("[data-rekenhulp]") ?? form;

/**
 * @template T
 * @param {ArrayLike<T>} list
 * @param {number} at
 */
const pick = (list, at) => list[at % list.length];
/** @param {Element} one */
const isVisible = (one) => one.checkVisibility();
const turn = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));
/** @param {Control} control @returns {control is HTMLInputElement} */
const isTick = (control) => control.type === "checkbox" || control.type === "radio";
/** @param {Control} control */
const holds = (control) => (isTick(control) ? control.checked : control.value);
/** @param {Control} control */
const tickOf = (control) => control.name.match(/^(.+)\.status$/)?.[1]; // the tick that a status sets, and is set by

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} control
 * @param {string} text
 * @param {boolean} isPasted
 */
function type(control, text, isPasted) {
  control.focus();
  control.select();
  if (!text) document.execCommand("delete");
  else if (isPasted) document.execCommand("insertText", false, text);
  else for (const letter of text.slice(0, 12)) document.execCommand("insertText", false, letter);
}

/**
 * @param {Control} control
 * @param {string} text
 * @param {number} at
 */
function set(control, text, at) {
  if (isTick(control)) control.click();
  else if (control instanceof HTMLSelectElement || control.type === "date") {
    control.value = control instanceof HTMLSelectElement ? pick(control.options, at).value : text;
    for (const name of ["input", "change"]) control.dispatchEvent(new Event(name, { bubbles: true }));
  } else type(control, text, at % 2 === 1);
}

/** The controls of the form that a selector finds. */
const controlsOf = (selector = "input, select, textarea") =>
  /** @type {Control[]} */ ([...form.elements].filter((one) => one.matches(selector)));

/**
 * Carry out one edit. Nothing counts as typed after a button that changes fields itself.
 * @param {Edit} one
 * @param {Typed} typed
 */
function edit({ where, at, text }, typed) {
  const controls = controlsOf().filter((one) => isVisible(one) && !("readOnly" in one && one.readOnly));
  const buttons = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(BUTTONS)]);
  const button = where === "button" && pick(buttons.filter(isVisible), at);
  if (where === "submit") form.requestSubmit();
  else if (button) {
    button.click();
    if (!button.matches("summary, [data-action=share]")) typed.clear();
  } else {
    const control = pick(controls, at);
    const isSound = where === "field" && at % 5; // mostly figures that make sense
    const sound = control instanceof HTMLSelectElement ? text : control.defaultValue;
    set(control, isSound ? sound : text, at);
    for (const other of typed.keys())
      if (tickOf(other) === control.name || tickOf(control) === other.name || other.name === control.name)
        typed.delete(other);
    typed.set(control, holds(control));
  }
}

/** @param {Typed} typed */
function lost(typed) {
  const kept = [...typed].filter(([control]) => control.isConnected);
  return kept
    .filter(([control, value]) => holds(control) !== value)
    .map(([control, value]) => `${control.name}: ${value}`);
}

/**
 * The order of attributes says nothing.
 * @param {Element} one
 * @param {Element} other
 */
function isSame({ childNodes: some }, { childNodes: others }) {
  return some.length === others.length && [...some].every((node, index) => node.isEqualNode(others[index]));
}

/**
 * @param {Element} shown
 * @param {Element} meant
 */
function difference({ innerHTML: one }, { innerHTML: other }) {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return `…${one.slice(at - 80, at + 80)}… where Python says …${other.slice(at - 80, at + 80)}…`;
}

/** What Python outside the browser answers to what the form holds. */
async function expected() {
  const controls = controlsOf("[name]").filter((one) => one.name && (one.type !== "radio" || holds(one)));
  const values = Object.fromEntries(controls.map((one) => [one.name, one.value]));
  const asked = { action: "evaluate", calculator: form.dataset.calculator, values };
  const { natively } = /** @type {any} */ (window);
  return { controls, .../** @type {Answer} */ (JSON.parse(await natively(JSON.stringify(asked)))) };
}

/**
 * The result as it should stand in the page; what the reader opened stays so.
 * @param {string} html
 * @param {Element} output
 */
function made(html, output) {
  const result = document.createElement("div");
  result.innerHTML = html;
  for (const [at, one] of output.querySelectorAll("details").entries())
    result.querySelectorAll("details")[at]?.toggleAttribute("open", one.open);
  return result;
}

/** @param {Answer & { controls: Control[] }} answer */
function wrongIn({ controls, errors, html }) {
  const marked = controls.filter((one) => one.closest("[aria-invalid]")).map((one) => one.name);
  const said = controls.filter(
    (one) => document.getElementById(`${one.name}-fout`)?.textContent !== (errors[one.name] ?? ""),
  );
  const output = /** @type {Element} */ (root.querySelector("[data-output]"));
  const fails = Object.keys(errors).length > 0;
  const result = made(html, output);
  return [
    marked.sort().join() !== Object.keys(errors).sort().join() && `marked ${marked}, wrong ${Object.keys(errors)}`,
    said.length && `another message at ${said.map((one) => one.name)}`,
    root.classList.contains("is-verouderd") !== fails && `outdated should be ${fails}`,
    !fails && !isSame(output, result) && `another result: ${difference(output, result)}`,
    !output.querySelector("[data-result]") && "no result",
  ].filter(Boolean);
}

/** @param {Edit[]} edits */
// @ts-expect-error: test_fuzz.py calls it
// biome-ignore lint/correctness/noUnusedVariables: the same
async function drive(edits) {
  /** @type {HTMLElement | null} */ (root.querySelector("[data-action=reset]"))?.click(); // what the last edits left would make a failure hard to repeat
  /** @type {Typed} */
  const typed = new Map();
  for (const one of edits) {
    edit(one, typed);
    if (one.at % 3 === 0) await turn();
  }
  /** @type {HTMLElement} */ (document.activeElement).blur();
  if (!form.dataset.calculator) return { lost: lost(typed), wrong: [], errors: 0 };
  const answer = await expected();
  const end = Date.now() + PATIENCE;
  while (wrongIn(answer).length && Date.now() < end) await turn(20);
  return { lost: lost(typed), wrong: wrongIn(answer), errors: Object.keys(answer.errors).length };
}
