// A colleague's file to read, with room for remarks. Nothing of it is stored: what is typed lasts as long as the page.
import { show } from "./patch.js";
import { call } from "./runtime.js";

export class Viewing {
  /** Remarks by the file and the part that they are about: who opens a file again finds them. @type {Map<string, string>} */
  typed = new Map();
  /** Files with remarks that are in no file yet. @type {Set<string>} */
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
   * @param {string} text of a file
   * @returns {Promise<string>} what to tell of it
   */
  async open(text) {
    const reply = await call({ action: "view", incoming: text });
    if ("error" in reply) return reply.error;
    this.text = text;
    this.section.replaceChildren(); // what was typed at another file does not stay
    show(this.section, reply.html);
    for (const area of this.areas) area.value = this.typed.get(this.key(area)) ?? "";
    this.section.hidden = false;
    this.section.focus();
    return "Je bekijkt het bestand van een collega. Er wordt niets bewaard.";
  }

  /**
   * The file with what was written.
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
    this.unsaved.delete(incoming); // what is typed from now on is not in it
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

  /** Stop looking. What was written and not saved is there for who opens the file again. @returns {string} what to tell */
  close() {
    this.section.hidden = true;
    const back = "Je ziet weer je eigen dossier. Er is niets gewijzigd.";
    return this.unsaved.has(this.text)
      ? `${back} Je opmerkingen zijn nog niet bewaard. Open het bestand opnieuw en ze staan er weer.`
      : back;
  }
}
