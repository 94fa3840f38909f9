// Viewing a colleague's file and writing remarks on it. Nothing of it is stored: remarks last as long as the page.
import { show } from "./patch.js";
import { call } from "./runtime.js";

export class FileView {
  /** Typed remarks by part and file, so that they are there if the file is opened again. @type {Map<string, string>} */
  typed = new Map();
  /** The texts of files with remarks that were not saved yet. @type {Set<string>} */
  unsaved = new Set();
  text = "";

  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
    section.addEventListener("input", () => this.noted());
    window.addEventListener("beforeunload", (event) => {
      if (this.unsaved.size) event.preventDefault();
    });
  }

  /** @returns {HTMLTextAreaElement[]} */
  get areas() {
    return Array.from(this.section.querySelectorAll("[data-remark]"));
  }

  /** @param {HTMLTextAreaElement} area */
  key(area) {
    return `${area.dataset.remark}:${this.text}`;
  }

  noted() {
    for (const area of this.areas) this.typed.set(this.key(area), area.value);
    if (this.remarks().length) this.unsaved.add(this.text);
    else this.unsaved.delete(this.text);
  }

  remarks() {
    const written = this.areas.filter(({ value }) => value.trim());
    return written.map(({ dataset, value }) => ({ part: dataset.remark ?? "", text: value }));
  }

  /**
   * Show a file, with the remarks on it that were not saved yet.
   * @param {string} text of the file
   * @param {string} html what Python made of it
   */
  open(text, html) {
    this.text = text;
    this.section.replaceChildren(); // removes remarks on another file
    show(this.section, html);
    for (const area of this.areas) area.value = this.typed.get(this.key(area)) ?? "";
    this.section.hidden = false;
    this.section.focus();
  }

  /**
   * Have Python add the remarks to the file.
   * @param {string} today as YYYY-MM-DD
   * @returns {Promise<{ name: string, mime: string, data: string } | { error: string }>}
   */
  async save(today) {
    const remarks = this.remarks();
    if (!remarks.length) {
      this.areas[0].focus();
      return { error: "Schrijf eerst een opmerking, en bewaar dan het bestand." };
    }
    const incoming = this.text;
    this.unsaved.delete(incoming); // before the call, as the reader may type on meanwhile
    try {
      const reply = await call({ action: "remark", incoming, remarks, today });
      if (!("error" in reply)) return reply;
      this.unsaved.add(incoming);
      return { error: `Het bestand kon niet gemaakt worden. ${reply.error} Je opmerkingen staan er nog.` };
    } catch (error) {
      this.unsaved.add(incoming);
      throw error;
    }
  }

  /** Stop viewing. Remarks that were not saved are there if the file is opened again. @returns {string} a message */
  close() {
    this.section.hidden = true;
    const back = "Je ziet weer je eigen dossier. Er is niets gewijzigd.";
    return this.unsaved.has(this.text)
      ? `${back} Je opmerkingen zijn nog niet bewaard. Open het bestand opnieuw en ze staan er weer.`
      : back;
  }
}
