// Figures from a link, which readers can look at and change. None of them is stored until the reader says so, and the
// reader's own figures stay as they are, even after a reload.

import { DAY_OF_FIGURES, MOST_SCENARIOS, NEWEST_FIGURES } from "./contract.js";
import { inWords } from "./days.js";
import { onClick } from "./elements.js";
import { remembering } from "./history.js";
import { read, write } from "./link.js";
import { goTo } from "./links-in-page.js";
import { ownTotal } from "./own-total.js";
import * as store from "./store.js";
import { put } from "./stored-scenarios.js";

const NAME = "Uit een link";
const OWN = "Hieronder staan je eigen cijfers.";
const LOOKING = "Je bekijkt cijfers uit een link.";
const REFUSED = {
  cut: `Deze link is niet volledig: onderweg viel er een stuk af. Vraag hem opnieuw. ${OWN}`,
  double: `Deze link geeft twee waarden voor hetzelfde veld. Vraag hem opnieuw. ${OWN}`,
  foreign: `De cijfers in deze link horen niet bij deze rekenhulp. Vraag na welke pagina je moet openen. ${OWN}`,
};
const NEWER = "De link komt van een nieuwere versie van de gids. Het resultaat kan daar anders zijn.";
const NEWEST = "Je rekent nu verder met de nieuwste cijfers uit onze bronnen.";

/**
 * What a reader should know about the figures of a link, in Dutch.
 * @param {string} day of the figures, if the link has one
 * @param {number} ignored how many values the form does not know
 */
function cautions(day, ignored) {
  const words = [];
  if (day > NEWEST_FIGURES) words.push(NEWER);
  else if (day && day < NEWEST_FIGURES) words.push(`De link rekent met onze cijfers van ${inWords(day)}.`);
  if (ignored === 1) words.push("Eén gegeven uit de link kent deze rekenhulp niet. Dat telt niet mee.");
  else if (ignored) words.push(`${ignored} gegevens uit de link kent deze rekenhulp niet. Die tellen niet mee.`);
  return words.join(" ");
}

/** Take the figures out of the address. */
export const forgetLink = () => location.hash && history.replaceState(history.state, "", location.pathname);

export class SharedView {
  active = false;

  /**
   * @param {import("./calculator.js").Calculator} calculator
   * @param {HTMLElement} banner explains that these are the figures of a link, and has the buttons
   */
  constructor(calculator, banner) {
    this.calculator = calculator;
    this.banner = banner;
    /** @param {string} selector */
    const part = (selector) => /** @type {HTMLElement} */ (banner.querySelector(selector));
    this.parts = { looks: part("[data-looks]"), caution: part("[data-caution]"), own: part("[data-own]") };
    onClick(banner, "[data-action]", ({ dataset }) => {
      if (dataset.action === "take-over") this.takeOver();
      if (dataset.action === "as-scenario") this.keepAsScenario();
      if (dataset.action === "back") this.back();
    });
    document.addEventListener("click", (event) => this.active && goTo(event));
    addEventListener("hashchange", () => this.moved());
  }

  /**
   * Show the figures in the address, if there are any for this form and they are not the reader's own.
   * @returns {boolean} whether they are shown
   */
  begin() {
    const { fields } = this.calculator;
    const { state, values, ignored } = read(location.hash.slice(1), fields.described());
    if (state === "none") return false;
    if (state !== "whole") {
      this.showOwn();
      this.showBanner(REFUSED[state], false);
      return false;
    }
    fields.fill(this.calculator.kept());
    const own = this.link();
    fields.fill({ ...fields.leftOut(), ...values });
    if (this.link() === own) {
      this.showOwn();
      return false;
    }
    this.show(true);
    this.showBanner(cautions(values[DAY_OF_FIGURES] ?? "", ignored));
    return true;
  }

  /**
   * The address changed: a link was opened in this tab, or a place in the page took the place of the figures, which then
   * come back. Without either, the reader went back to before the link.
   */
  moved() {
    const looked = this.active;
    if (this.begin()) this.calculator.calculate();
    else if (looked && this.active && location.hash) this.remember();
    else if (looked && this.active) this.showOwn();
  }

  /** @param {boolean} active */
  show(active) {
    this.active = active;
    this.banner.hidden = !active;
    if (active) document.documentElement.dataset.view = "shared";
    else delete document.documentElement.dataset.view;
  }

  /** Leave the figures of a link. */
  showOwn() {
    const looked = this.active;
    this.show(false);
    this.calculator.showOwn();
    if (looked) this.calculator.calculate();
  }

  /**
   * Show the banner above the page, with a caution about the link.
   * @param {string} caution
   * @param {boolean} [looks] whether its figures are shown
   */
  showBanner(caution, looks = true) {
    const { parts, banner } = this;
    parts.caution.textContent = caution;
    parts.caution.hidden = !caution;
    parts.looks.hidden = !looks;
    const own = this.calculator.name === "budget" ? ownTotal.read() : undefined;
    parts.own.textContent = own ? `Je eigen totaal is ${own.text}.` : "";
    banner.hidden = false;
    document.querySelector("article h1")?.after(banner); // where the link to the content leads
    this.calculator.status.sayDone(looks ? LOOKING : caution);
  }

  /** The part of a link to these figures after `#`. */
  link() {
    const { fields } = this.calculator;
    return write(fields.linked(), fields.day || NEWEST_FIGURES);
  }

  /** Put the figures that are shown into the address, to be copied, and so that changes survive a reload. */
  remember() {
    history.replaceState(history.state, "", `#${this.link()}`);
  }

  takeOver() {
    const { fields } = this.calculator;
    const newest = fields.day ? ` ${NEWEST}` : "";
    fields.renew();
    this.show(false);
    remembering("de cijfers uit een link overnemen", () => this.calculator.edited());
    this.finish(`De cijfers uit de link staan nu in je eigen budget en dossier.${newest}`);
  }

  keepAsScenario() {
    const { scenarios } = store.read();
    if (scenarios.length >= MOST_SCENARIOS) {
      this.calculator.status.say(
        `Je hebt al ${MOST_SCENARIOS} scenario’s. Verwijder er eerst een, of neem de cijfers over.`,
      );
      return;
    }
    const values = this.calculator.fields.kept();
    this.back();
    let name = "";
    store.change((document) => {
      name = put(document, NAME, values).name;
    });
    this.calculator.status.sayDone(`Bewaard als scenario: ${name}.`);
  }

  back() {
    forgetLink();
    this.showOwn();
    const own = Object.keys(this.calculator.kept()).length > 0;
    this.finish(own ? "Je ziet weer je eigen cijfers." : "Je ziet weer het voorbeeld.");
  }

  /** @param {string} message */
  finish(message) {
    this.calculator.status.sayDone(message);
    const first = this.calculator.fields.form.querySelector("input"); // the banner with the button is gone
    first?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: "center" }); // clear of the status line, which has just grown
  }
}
