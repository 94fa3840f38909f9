// "Wis alles": asks first, and offers to save everything as a file.
import { oneAtATime } from "./elements.js";
import { forget, remembering } from "./history.js";
import { forgetSaved } from "./save-reminder.js";
import * as store from "./store.js";

export class Clearing {
  /**
   * @param {HTMLDialogElement} dialog
   * @param {() => Promise<string>} save saves everything as a file; gives the message to show
   */
  constructor(dialog, save) {
    this.dialog = dialog;
    this.save = save;
    this.message = /** @type {HTMLElement} */ (dialog.querySelector("[data-saved]"));
  }

  ask() {
    this.message.hidden = true;
    this.dialog.showModal();
  }

  async saveFirst() {
    this.say("Het bestand wordt gemaakt.");
    this.say(`${await this.save()} Kies nu Wis alles of Annuleer.`);
  }

  /** The status line is behind the dialog, so this message gets the focus. @param {string} text */
  say(text) {
    this.message.textContent = text;
    this.message.hidden = false;
    this.message.focus();
  }

  /** Erase everything, and all earlier states except the last one, for undo. */
  clear() {
    this.dialog.close();
    /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-checklist]"))?.reset(); // half typed dates
    remembering("alles wissen", () => store.clear());
    forget(1);
    forgetSaved();
  }

  /**
   * Do what a button says, if it is one of ours.
   * @param {HTMLButtonElement} button
   * @returns {boolean} whether everything is erased now
   */
  press(button) {
    if (button.hasAttribute("data-clear")) this.ask();
    else if (button.hasAttribute("data-save-first")) oneAtATime(button, () => this.saveFirst());
    else if (button.hasAttribute("data-cancel")) this.dialog.close();
    else if (button.hasAttribute("data-clear-all")) this.clear();
    return button.hasAttribute("data-clear-all");
  }
}
