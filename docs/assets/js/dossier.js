// The dossier's form. Every edit changes one thing of what is kept, so that two tabs can work side by side.
import { original } from "./controls.js";
import { show as showHtml } from "./patch.js";
import { call } from "./runtime.js";
import * as store from "./store.js";

/** @typedef {Record<string, string>} Partner */

/**
 * @param {Element} control
 * @returns {control is HTMLInputElement}
 */
const isTick = (control) => control instanceof HTMLInputElement && control.type === "checkbox";

/** @param {HTMLFormElement} form */
export function mount(form) {
  const rows = /** @type {HTMLElement} */ (form.querySelector("[data-rows]"));
  const template = /** @type {HTMLTemplateElement} */ (form.querySelector("template"));
  const overview = /** @type {HTMLElement} */ (document.querySelector("[data-overview]"));
  const status = /** @type {HTMLElement} */ (document.querySelector("[data-status]"));
  const putBack = /** @type {HTMLElement} */ (form.querySelector("[data-put-back]"));
  const add = /** @type {HTMLElement} */ (form.querySelector("[data-add]"));
  /** @type {{ index: number, values: Partner } | undefined} */
  let removed;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const named = () =>
    /** @type {(HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]} */ (Array.from(form.elements)).filter(
      (control) => "name" in control && control.name,
    );
  /** @param {Element} row */
  const parts = (row) => /** @type {HTMLInputElement[]} */ (Array.from(row.querySelectorAll("[data-part]")));
  /** @param {Element} row @returns {Partner} */
  const partner = (row) => Object.fromEntries(parts(row).map((part) => [part.dataset.part, part.value]));

  /** @param {Partner} values */
  function makeRow(values) {
    const row = /** @type {HTMLElement} */ (
      /** @type {Element} */ (template.content.firstElementChild).cloneNode(true)
    );
    for (const part of parts(row)) part.value = values[part.dataset.part ?? ""] ?? original(part);
    return row;
  }

  /**
   * Show these partners in rows that are there already, as far as they fit: the cursor stays in its row, also when
   * another tab adds or removes one.
   * @param {Partner[]} partners
   */
  function showRows(partners) {
    const wanted = partners.map(makeRow);
    const text = (/** @type {Element} */ row) => JSON.stringify(partner(row));
    const old = Array.from(rows.children);
    if (wanted.map(text).join() !== old.map(text).join()) {
      const here = /** @type {HTMLElement | null} */ (document.activeElement);
      rows.replaceChildren(
        ...wanted.map((row) => {
          const same = old.findIndex((one) => text(one) === text(row));
          return same < 0 ? row : old.splice(same, 1)[0];
        }),
      );
      if (rows.contains(here)) here?.focus();
    }
    for (const [index, row] of Array.from(rows.children).entries()) name(row, index);
  }

  /**
   * Tell the rows apart for who hears them.
   * @param {Element} row
   * @param {number} index
   */
  function name(row, index) {
    const spoken = partner(row).naam || `partner ${index + 1}`;
    row.setAttribute("aria-label", spoken);
    row.querySelector("[data-remove]")?.setAttribute("aria-label", `Verwijder ${spoken}`);
  }

  function show() {
    const kept = /** @type {Record<string, any>} */ (store.read().dossier);
    for (const control of named()) {
      if (isTick(control)) control.checked = [kept[control.name]].flat().includes(control.value);
      else if (control.value !== (kept[control.name] ?? "")) control.value = kept[control.name] ?? "";
    }
    showRows(kept.partners ?? []);
    const { calculators, checklist, dossier } = store.read();
    if ([calculators, checklist, dossier].some((part) => Object.keys(part).length)) review(); // else it stands as built
  }

  function review() {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const asked = call({ action: "overview", document: JSON.stringify(store.read()) });
      const reply = await asked.catch(() => undefined); // the overview stays as it was
      if (!reply || "error" in reply) return explain({});
      showHtml(overview, reply.html);
      explain(reply.errors);
    }, 400);
  }

  /**
   * Tell at each field what can't be read, by the name of its control or, for a partner, `partners.0.plaatsen`.
   * @param {Record<string, string>} errors
   */
  function explain(errors) {
    for (const place of form.querySelectorAll(".rh-fout")) place.remove();
    for (const control of form.querySelectorAll("[aria-invalid]")) describe(control);
    for (const [path, message] of Object.entries(errors)) {
      const [name, row, part] = path.split(".");
      const named = /** @type {Element | null} */ (form.elements.namedItem(name));
      const control = row ? rows.children[Number(row)]?.querySelector(`[data-part="${part}"]`) : named;
      if (!control) continue;
      const place = document.createElement("p");
      Object.assign(place, { className: "rh-fout", id: `${path}-fout`, textContent: message });
      (control.closest("label") ?? control).after(place);
      describe(control, place.id);
    }
  }

  /**
   * @param {Element} control
   * @param {string} [error] where it is said what is wrong, if anything
   */
  function describe(control, error) {
    const help = control.id && document.getElementById(`${control.id}-hulp`)?.id;
    control.toggleAttribute("aria-invalid", Boolean(error));
    if (error) control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", [help, error].filter(Boolean).join(" "));
  }

  /** @param {(dossier: any) => void} edit */
  function keep(edit) {
    store.change(({ dossier }) => edit(dossier));
    const text = "Bewaard in deze browser.";
    if (status.textContent !== text) status.textContent = text; // said once, not at each letter
  }

  /** @param {(partners: Partner[]) => void} edit */
  const keepPartners = (edit) =>
    keep((dossier) => {
      dossier.partners ??= [];
      edit(dossier.partners);
    });

  /** @param {import("./controls.js").Control} control */
  function edited(control) {
    const row = control.closest(".partner");
    if (row) {
      const index = Array.from(rows.children).indexOf(row);
      keepPartners((partners) => {
        partners[index] = { ...partners[index], ...partner(row) };
      });
    } else if (isTick(control)) {
      const ticked = /** @type {NodeListOf<HTMLInputElement>} */ (
        form.querySelectorAll(`[name="${control.name}"]:checked`)
      );
      keep((dossier) => {
        dossier[control.name] = Array.from(ticked, ({ value }) => value);
      });
    } else {
      keep((dossier) => {
        dossier[control.name] = control.value;
      });
    }
  }

  function addPartner() {
    if (rows.children.length >= Number(rows.dataset.most)) {
      status.textContent = `Meer dan ${rows.dataset.most} partners passen niet in het dossier.`;
      return;
    }
    keepPartners((partners) => partners.push({ engagement: "nee" }));
    parts(/** @type {Element} */ (rows.lastElementChild))[0].focus();
  }

  /** @param {Element} row */
  function remove(row) {
    removed = { index: Array.from(rows.children).indexOf(row), values: partner(row) };
    keepPartners((partners) => partners.splice(removed?.index ?? 0, 1));
    offer(`Zet ${removed.values.naam || "de partner"} terug`);
    status.textContent = "De partner is verwijderd.";
    putBack.focus();
  }

  /** @param {string} [text] */
  function offer(text) {
    putBack.hidden = !text;
    putBack.textContent = text ?? "";
  }

  function restore() {
    const { index, values } = /** @type {{ index: number, values: Partner }} */ (removed);
    keepPartners((partners) => partners.splice(index, 0, values));
    offer();
    parts(rows.children[index] ?? add)[0]?.focus();
  }

  form.addEventListener("input", ({ target }) => edited(/** @type {any} */ (target)));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    if (button === add) addPartner();
    else if (button === putBack) restore();
    else if (button.hasAttribute("data-remove")) remove(/** @type {Element} */ (button.closest(".partner")));
  });
  store.subscribe(show);
  show();
}
