// The dossier's form. Every edit changes one value in storage, so that two tabs can work side by side.

import { everywhere, join } from "./appointment.js";
import { SHARED } from "./contract.js";
import { noticeHalfDates, put, typedIn } from "./controls.js";
import { mount as mountParts } from "./dossier-parts.js";
import { onButton, onClick, setText } from "./elements.js";
import { emptyPlaces } from "./empty-places.js";
import { refuse } from "./field-errors.js";
import { remembering } from "./history.js";
import { Partners } from "./partners.js";
import { show as showHtml } from "./patch.js";
import { controlsOf } from "./radios.js";
import { call } from "./runtime.js";
import { tell } from "./status-text.js";
import * as store from "./store.js";

const REVIEW = 400; // ms without an edit before the overview is updated
const JOINING = "een afwijking van je aanstelling beëindigen";
const EVERYWHERE = "een afwijking overal nemen";

/** @typedef {import("./controls.js").Control} Control */

/**
 * @param {Control} control
 * @returns {control is HTMLInputElement}
 */
const isTick = (control) => control instanceof HTMLInputElement && control.type === "checkbox";

class Dossier {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;
  /** @type {Map<string, Element>} the fields that cannot be read, by path: see `explain` */
  refused = new Map();

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    /** @param {string} selector */
    const part = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
    this.overview = part("[data-overview]");
    this.tasks = part("[data-tasks]");
    this.note = part("[data-note]");
    this.status = part("[data-status]");
    /** What the page says of a dossier without anything in it: as it was built. */
    this.asBuilt = [this.overview, this.tasks, this.note].map((place) => ({ place, html: place.innerHTML }));
    this.markPart = mountParts(form);
    this.partners = new Partners(
      form,
      (edit) =>
        this.keep((dossier) => {
          dossier.partners ??= [];
          edit(dossier.partners);
        }),
      (message) => tell(this.status, message),
    );
  }

  show() {
    const { appointment, dossier } = store.read();
    const kept = /** @type {Record<string, any>} */ ({ ...dossier, ...appointment });
    for (const control of controlsOf(this.form.elements)) {
      if (isTick(control)) control.checked = [kept[control.name]].flat().includes(control.value);
      else if (typedIn(control) !== (kept[control.name] ?? "")) put(control, kept[control.name] ?? "");
    }
    this.partners.show(kept.partners ?? []);
    if (store.hasWork()) this.review();
    else this.showEmpty();
  }

  /** Nothing is filled in, or all of it was erased: then none of it may stay on the page until Python answers. */
  showEmpty() {
    clearTimeout(this.timer);
    for (const { place, html } of this.asBuilt) showHtml(place, html);
    this.markPart();
    this.explain({});
  }

  review() {
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      const document = JSON.stringify(store.read());
      const reply = await call({ action: "overview", document }).catch(() => undefined); // the overview stays as it was
      if (document !== JSON.stringify(store.read())) return; // changed meanwhile: a newer one is on its way
      if (!reply || "error" in reply) return this.explain({});
      showHtml(this.overview, reply.html);
      showHtml(this.tasks, reply.tasks);
      showHtml(this.note, reply.note);
      this.follow();
      this.markPart();
      this.explain(reply.errors);
      emptyPlaces.keep(this.note.querySelectorAll("[data-gap]").length);
    }, REVIEW);
  }

  /** Scroll the note, where it stands beside the form, to what the reader is writing. */
  follow() {
    const used = document.activeElement;
    if (!(used && "name" in used && this.form.contains(used))) return;
    const name = used.closest("[data-partners]") ? "partners" : used.name;
    const box = /** @type {HTMLElement} */ (this.note.closest(".dossier-nota"));
    const written = this.note.querySelector(`[data-written="${name}"]`);
    if (!written || box.scrollHeight <= box.clientHeight) return;
    const [place, view] = [written.getBoundingClientRect(), box.getBoundingClientRect()];
    if (place.top < view.top || place.bottom > view.bottom)
      box.scrollTop += place.top - view.top - box.clientHeight / 3;
  }

  /**
   * Show a message at each field that cannot be read, by name: of its control or, for a partner, `partners.0.plaatsen`.
   * @param {Record<string, string>} errors
   */
  explain(errors) {
    for (const [path, control] of this.refused)
      if (!(path in errors) || this.control(path) !== control) refuse(control, `${path}-fout`, "");
    const fresh = Object.keys(errors).filter((path) => !this.refused.has(path));
    this.refused.clear();
    for (const [path, message] of Object.entries(errors)) {
      const control = this.control(path);
      if (!control) continue;
      refuse(control, `${path}-fout`, message);
      this.refused.set(path, control);
    }
    if (fresh.length) tell(this.status, `Bewaard, maar dit klopt nog niet: ${errors[fresh[0]]}`);
  }

  /** @param {string} path */
  control(path) {
    const [name, row, part] = path.split(".");
    if (row) return this.partners.rows.children[Number(row)]?.querySelector(`[data-part="${part}"]`);
    const found = this.form.elements.namedItem(name);
    if (!(found instanceof RadioNodeList)) return found;
    return /** @type {Element} */ (found[0]).closest(".rh-keuzes"); // a message comes above all choices
  }

  /** @param {(dossier: any) => void} edit */
  keep(edit) {
    store.change(({ dossier }) => edit(dossier));
    this.sayKept();
  }

  /**
   * Keep a fact of the appointment, which other forms show too.
   * @param {string} name
   * @param {string} value
   */
  appointed(name, value) {
    store.change(({ appointment }) => {
      if (value) appointment[name] = value;
      else delete appointment[name];
    });
    this.sayKept();
  }

  /**
   * End a deviation that the overview shows: this form takes the value of the appointment, or all forms take its own.
   * @param {HTMLElement} button
   */
  endDeviation(button) {
    const { settle, form = "", control = "" } = button.dataset;
    const [act, settled] = settle === "join" ? [JOINING, join] : [EVERYWHERE, everywhere];
    remembering(act, () => store.change((document) => settled(document, form, control)));
    this.sayKept();
    this.overview.focus();
  }

  sayKept() {
    const text = "Bewaard in deze browser.";
    setText(this.status, text);
  }

  /** @param {import("./controls.js").ControlElement} control */
  edited(control) {
    delete control.dataset.unread;
    const row = control.closest(".partner");
    if (row) this.partners.edited(row);
    else if (isTick(control)) this.ticked(control.name);
    else if (control.name in SHARED.dossier) this.appointed(control.name, typedIn(control));
    else
      this.keep((dossier) => {
        dossier[control.name] = typedIn(control);
      });
  }

  /** @param {string} name of a group of boxes */
  ticked(name) {
    const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll(`[name="${name}"]:checked`));
    this.keep((dossier) => {
      dossier[name] = Array.from(boxes, ({ value }) => value);
    });
  }
}

/** @param {HTMLFormElement} form */
export function mount(form) {
  const dossier = new Dossier(form);
  form.addEventListener("input", ({ target }) => dossier.edited(/** @type {any} */ (target)));
  noticeHalfDates(form);
  form.addEventListener("submit", (event) => event.preventDefault());
  onButton(form, (button, event) => dossier.partners.press(button, event));
  onClick(dossier.overview, "[data-settle]", (button) => dossier.endDeviation(button));
  store.subscribe(() => dossier.show());
  dossier.show();
}
