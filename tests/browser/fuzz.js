// Runs in the page: carries out edits as a reader would make them, and tells what the page then shows.
async (edits) => {
  const form = document.querySelector("form[data-calculator], form[data-checklist], form[data-dossier]");
  const root = form.closest("[data-rekenhulp]") ?? form;
  const buttons = "[data-action=reset], [data-action=load], [data-action=share], [data-add], [data-remove], summary";
  const pick = (list, at) => list[at % list.length];
  const visible = (one) => one.checkVisibility();
  const tells = (one) => one.name.match(/^(.+)\.status$/)?.[1]; // the tick that a status sets, and is set by
  let typed = new Map();

  const type = (control, text, paste) => {
    control.focus();
    control.select?.();
    if (!text) document.execCommand("delete");
    else if (paste) document.execCommand("insertText", false, text);
    else for (const letter of text.slice(0, 12)) document.execCommand("insertText", false, letter);
  };
  const set = (control, text, at) => {
    if (control.type === "checkbox") control.click();
    else if (control instanceof HTMLSelectElement || control.type === "date") {
      control.value = control instanceof HTMLSelectElement ? pick(control.options, at).value : text;
      for (const name of ["input", "change"]) control.dispatchEvent(new Event(name, { bubbles: true }));
    } else type(control, text, at % 2);
    for (const other of typed.keys()) if (tells(other) === control.name || tells(control) === other.name) typed.delete(other);
    typed.set(control, control.type === "checkbox" ? control.checked : control.value);
  };
  root.querySelector("[data-action=reset]")?.click(); // what the last edits left would make a failure hard to repeat
  for (const { where, at, text } of edits) {
    const controls = [...form.elements].filter((one) => one.matches("input, select, textarea") && visible(one) && !one.readOnly);
    const button = where === "button" && pick([...root.querySelectorAll(buttons)].filter(visible), at);
    if (where === "submit") form.requestSubmit();
    else if (button) {
      button.click();
      if (!button.matches("summary, [data-action=share]")) typed = new Map(); // the button changes fields itself
    } else {
      const control = pick(controls, at);
      set(control, at % 5 ? (control.defaultValue ?? text) : text, at); // mostly figures that make sense
    }
    if (at % 3 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  document.activeElement.blur();

  const kept = () => [...typed].filter(([control]) => control.isConnected);
  const lost = () => kept().filter(([one, value]) => (one.type === "checkbox" ? one.checked : one.value) !== value);
  if (!form.dataset.calculator) return { lost: lost().map(([one, value]) => `${one.name}: ${value}`), wrong: [], errors: 0 };

  const controls = [...form.elements].filter((one) => one.name);
  const values = Object.fromEntries(controls.map((one) => [one.name, one.value]));
  const asked = { action: "evaluate", calculator: form.dataset.calculator, values };
  const { errors, html } = JSON.parse(await window.natively(JSON.stringify(asked))); // Python outside the browser
  const same = ({ childNodes: some }, { childNodes: others }) => // the order of attributes says nothing
    some.length === others.length && [...some].every((node, index) => node.isEqualNode(others[index]));
  const difference = ({ innerHTML: one }, { innerHTML: other }) => {
    const at = [...one].findIndex((letter, index) => letter !== other[index]);
    return `…${one.slice(at - 80, at + 80)}… where Python says …${other.slice(at - 80, at + 80)}…`;
  };
  const shown = () => {
    const marked = controls.filter((one) => one.hasAttribute("aria-invalid")).map((one) => one.name);
    const said = controls.filter((one) => document.getElementById(`${one.name}-fout`).textContent !== (errors[one.name] ?? ""));
    const output = root.querySelector("[data-output]");
    const fails = Object.keys(errors).length > 0;
    const made = document.createElement("div");
    made.innerHTML = html;
    for (const [at, one] of output.querySelectorAll("details").entries()) // what the reader opened stays so
      made.querySelectorAll("details")[at]?.toggleAttribute("open", one.open);
    return [
      marked.sort().join() !== Object.keys(errors).sort().join() && `marked ${marked}, wrong ${Object.keys(errors)}`,
      said.length && `another message at ${said.map((one) => one.name)}`,
      root.classList.contains("is-verouderd") !== fails && `outdated should be ${fails}`,
      !fails && !same(output, made) && `another result: ${difference(output, made)}`,
      !output.querySelector("[data-result]") && "no result",
    ].filter(Boolean);
  };
  const end = Date.now() + 60_000; // Python may still have to start
  while (shown().length && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  return { lost: lost().map(([one, value]) => `${one.name}: ${value}`), wrong: shown(), errors: Object.keys(errors).length };
};
