// The button "Maak ongedaan" beside the status line, and the list of earlier states.
import { button, element, isSecond, onButton, setText } from "./elements.js";
import { forget, lastAct, lostByUndo, putBack, states, subscribe, undo } from "./history.js";
import { tell } from "./status-text.js";

const WHEN = new Intl.DateTimeFormat("nl-BE", { dateStyle: "long", timeStyle: "short" });

/** @typedef {import("./history.js").State} State */

const LATER_TOO = "Neem ook je latere wijzigingen terug";
const STAYED = " Wat je daarna wijzigde, bleef staan.";
/** What the parts of the document are called, and the forms in one of them. */
const PLACES = {
  appointment: "je aanstelling",
  budget: "je budget",
  looptijd: "je looptijd",
  trajecten: "je trajecten",
  keuzehulp: "de keuzehulp",
  checklist: "je checklist",
  actions: "je eigen acties",
  dossier: "je dossier",
  scenarios: "je scenario’s",
};
const AND = new Intl.ListFormat("nl-BE");

/**
 * What the reader should know before later changes go too.
 * @param {string[][]} lost the paths of these changes
 */
function warning(lost) {
  const places = /** @type {Record<string, string>} */ (PLACES);
  const names = lost.map(([part, form]) => places[part === "calculators" ? form : part] ?? "je werk");
  const where = AND.format([...new Set(names)]);
  return `Dit neemt ook terug wat je daarna wijzigde in ${where}. Klik nog eens als je dat wilt.`;
}

class Undo {
  /** Whether the reader was told that later changes go too: the next click means yes. */
  told = false;

  /** @param {HTMLButtonElement} button */
  constructor(button) {
    this.button = button;
    this.status = /** @type {HTMLElement} */ (button.parentElement?.querySelector("[data-status]"));
  }

  /** Show the latest act. A warning that was given is about an earlier state, so it no longer counts. */
  show() {
    const last = lastAct();
    this.told = false;
    this.button.hidden = !last;
    if (last) setText(this.button, `Maak ongedaan: ${last.act}`);
  }

  /** @param {MouseEvent} event the second click of a double click confirms nothing, and undoes no second act */
  press(event) {
    if (isSecond(event)) return;
    const lost = this.told ? [] : lostByUndo();
    if (lost.length) this.ask(lost);
    else this.undo();
  }

  /** @param {string[][]} lost */
  ask(lost) {
    this.told = true;
    setText(this.button, LATER_TOO);
    tell(this.status, warning(lost));
  }

  undo() {
    const done = undo();
    if (done)
      tell(
        this.status,
        `Ongedaan gemaakt: ${done.act}.${done.stays ? STAYED : ""} Hoe het net stond, vind je in je dossier bij Geschiedenis.`,
      );
    if (this.button.hidden) this.status.focus();
  }
}

/** @param {HTMLButtonElement} button */
export function mountUndo(button) {
  const one = new Undo(button);
  button.addEventListener("click", (event) => one.press(event));
  subscribe(() => one.show());
  one.show();
}

class States {
  /** @type {State[] | undefined} */
  shown;

  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
    this.list = /** @type {HTMLElement} */ (section.querySelector("[data-states]"));
    this.status = /** @type {HTMLElement} */ (section.parentElement?.querySelector("[data-status]"));
  }

  /** The latest on top. */
  show() {
    const found = states();
    if (found === this.shown) return;
    this.shown = found;
    this.section.hidden = !found.length;
    this.list.replaceChildren(...found.map(row).reverse());
  }

  /** @param {string} id */
  putBack(id) {
    const found = putBack(id);
    if (found) this.say(`Alles staat weer zoals het was vóór: ${found.act}.`);
  }

  forget() {
    forget();
    this.say("De geschiedenis is vergeten.");
  }

  /** Say something, with the focus on it, as the button that was pressed is gone. @param {string} text */
  say(text) {
    tell(this.status, text);
    this.status.focus();
  }
}

/** @param {State} state */
function row({ id, act, at }) {
  const time = element("time", [WHEN.format(new Date(at))]);
  time.dateTime = at;
  const text = element("span", [time, `, vóór: ${act}`]);
  const restore = button("Zet terug");
  restore.dataset.restore = id;
  restore.setAttribute("aria-label", `Zet terug: ${text.textContent}`);
  return element("li", [text, " ", restore]);
}

/** @param {HTMLElement} section */
export function mountHistory(section) {
  const list = new States(section);
  onButton(section, ({ dataset }, event) => {
    if (dataset.restore && !isSecond(event)) list.putBack(dataset.restore);
    else if ("forget" in dataset) list.forget();
  });
  subscribe(() => list.show());
  list.show();
}
