// The button "Maak ongedaan" beside the status line, and the list of earlier states.
import { forget, lastAct, putBack, states, subscribe, undo } from "./history.js";

const WHEN = new Intl.DateTimeFormat("nl-BE", { dateStyle: "long", timeStyle: "short" });

/** @typedef {import("./history.js").State} State */

/** @param {HTMLButtonElement} button */
export function mountUndo(button) {
  const status = /** @type {HTMLElement} */ (button.parentElement?.querySelector("[data-status]"));
  const show = () => {
    const last = lastAct();
    const text = `Maak ongedaan: ${last?.act}`;
    button.hidden = !last;
    if (last && button.textContent !== text) button.textContent = text;
  };
  button.addEventListener("click", () => {
    const done = undo();
    if (done)
      status.textContent = `Ongedaan gemaakt: ${done.act}. Hoe het net stond, vind je in je dossier bij Geschiedenis.`;
    if (button.hidden) status.focus();
  });
  subscribe(show);
  show();
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
    this.status.textContent = text;
    this.status.focus();
  }
}

/** @param {State} state */
function row({ id, act, at }) {
  const time = document.createElement("time");
  time.dateTime = at;
  time.textContent = WHEN.format(new Date(at));
  const text = document.createElement("span");
  text.append(time, `, vóór: ${act}`);
  const button = Object.assign(document.createElement("button"), { type: "button", className: "md-button" });
  button.dataset.restore = id;
  button.textContent = "Zet terug";
  button.setAttribute("aria-label", `Zet terug: ${text.textContent}`);
  const item = document.createElement("li");
  item.append(text, " ", button);
  return item;
}

/** @param {HTMLElement} section */
export function mountHistory(section) {
  const list = new States(section);
  section.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button?.dataset.restore) list.putBack(button.dataset.restore);
    else if (button?.hasAttribute("data-forget")) list.forget();
  });
  subscribe(() => list.show());
  list.show();
}
