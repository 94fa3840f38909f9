// The head of a budget on paper: whose it is, of which day, and what it assumes. It is made when printing begins; what
// else is printed is a matter of style sheets.
import { isSeen, question } from "./controls.js";
import { inWords, today, withWeekday } from "./days.js";
import { element } from "./elements.js";
import { organisation, whenPrinted } from "./paper.js";
import { RadioGroup } from "./radios.js";

/** @typedef {import("./controls.js").Control} Control */

const FIGURE = /^\d+(,\d+)?$/;

/** A figure in Dutch notation; what is typed in any other way stays as it is. @param {string} typed */
function figure(typed) {
  const bare = typed.replace(/\s/g, "");
  if (!FIGURE.test(bare)) return typed;
  const [, decimals = ""] = bare.split(",");
  return new Intl.NumberFormat("nl-BE", { minimumFractionDigits: decimals.length, maximumFractionDigits: 20 }).format(
    Number(bare.replace(",", ".")),
  );
}

/** What a field says, in words. @param {Control} control */
function said(control) {
  if (control instanceof RadioGroup)
    return control.value ? control.label : `nog niet gekozen, gerekend met: ${control.label}`;
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.label ?? "";
  if (control.type === "date") return control.value && withWeekday(control.value);
  const unit = control.closest(".rh-invoer")?.querySelector(".rh-eenheid")?.textContent;
  if (!unit || /[^\d\s.,]/.test(control.value) || !control.value) return control.value; // or with a unit of its own
  return unit === "€" ? `€ ${figure(control.value)}` : `${figure(control.value)} ${unit}`;
}

/** @param {import("./calculator.js").Calculator} calculator */
function assumptions(calculator) {
  const { name, fields } = calculator;
  const examples = calculator.agreement.left();
  const counts = (/** @type {Control} */ control) =>
    isSeen(control) && (control.closest(`#${name}-vragen`) || fields.isChanged(control));
  const listed = fields.controls.filter((control) => counts(control) && said(control));
  return listed.map((control) => {
    const mark = examples.includes(control.name) ? " (voorbeeld)" : "";
    return element("div", [element("dt", [question(control)]), element("dd", [said(control) + mark])]);
  });
}

/** @param {import("./calculator.js").Calculator} calculator */
function head(calculator) {
  const named = calculator.view.active ? "" : organisation();
  const where = [named || "Organisatie: ……………………………", `Raming van ${inWords(today())}`].join(" · ");
  const parts = [
    element("p", [element("strong", ["Budgetfiche"]), ` · ${where}`]),
    element("h2", ["Waar we van uitgaan"]),
    element("dl", assumptions(calculator)),
  ];
  return element("section", parts, "rh-fiche");
}

/** @param {import("./calculator.js").Calculator} calculator */
export function mount(calculator) {
  if (calculator.name !== "budget") return;
  const { root } = calculator;
  whenPrinted(
    () => root.prepend(head(calculator)),
    () => root.querySelector(".rh-fiche")?.remove(),
  );
  addEventListener("afterprint", () => delete document.documentElement.dataset.print);
}
