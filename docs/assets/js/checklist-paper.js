// The checklist for paper: a table for each step, with the columns of the Word file. It is made when printing begins.
import { inWords, today } from "./days.js";
import { element } from "./elements.js";
import { organisation, whenPrinted } from "./paper.js";
import * as store from "./store.js";

const COLUMNS = ["Klaar", "Actie", "Status", "Wie", "Tegen", "Notitie"];

/** @param {HTMLElement} item */
function row(item) {
  const id = item.dataset.item ?? "";
  const { status = "te-doen", who = "", by = "", note = "" } = store.read().checklist[id] ?? {};
  const chosen = /** @type {HTMLSelectElement} */ (item.querySelector("select")).selectedOptions[0]?.label;
  const help = item.querySelector("small")?.textContent;
  const action = element("th", [item.querySelector(`#naam-${id}`)?.textContent ?? "", element("small", [help ?? ""])]);
  action.setAttribute("scope", "row");
  const cells = [status === "te-doen" ? "" : chosen, who, by && inWords(by), note];
  return element(
    "tr",
    [element("td", [status === "klaar" ? "☑" : "☐"]), action, ...cells.map((text) => element("td", [text]))],
    status === "nvt" ? "is-nvt" : "",
  );
}

/** @param {Element} list */
function table(list) {
  const shown = /** @type {HTMLElement[]} */ (Array.from(list.children)).filter(({ hidden }) => !hidden);
  const heads = COLUMNS.map((name) => {
    const head = element("th", [name]);
    head.setAttribute("scope", "col");
    return head;
  });
  const parts = [element("thead", [element("tr", heads)]), element("tbody", shown.map(row))];
  return element("div", [element("table", parts)], "checklist-papier");
}

/** Whose checklist it is, when it was printed and how much is done. @param {HTMLFormElement} form */
function origin(form) {
  const done = form.querySelector("[data-progress]")?.textContent;
  return [organisation(), `Stand op ${inWords(today())}: ${done}`].filter(Boolean).join(" · ");
}

/** @param {HTMLFormElement} form */
export function mount(form) {
  const clear = () => {
    for (const old of form.querySelectorAll(".checklist-papier")) old.remove();
  };
  const prepare = () => {
    form.prepend(element("p", [origin(form)], "checklist-papier"));
    for (const list of form.querySelectorAll("[data-items]")) list.before(table(list));
  };
  whenPrinted(prepare, clear);
}
