// How far each step of the checklist is, in the step bar and in the menu, on every page.

import { STEPS } from "./contract.js";
import { element, setText } from "./elements.js";
import * as store from "./store.js";

/**
 * How many actions of each step apply and how many are done, by the address of the step.
 * @param {Pick<store.Stored, "checklist" | "actions">} stored
 */
export function counts({ checklist, actions = {} }) {
  return Object.entries(STEPS).map(([slug, { step, prefix, items }]) => {
    const own = Object.keys(actions).filter((id) => actions[id].step === step);
    const noted = Object.keys(checklist).filter((id) => id.startsWith(prefix) || own.includes(id));
    const statuses = noted.map((id) => checklist[id].status);
    const total = items + own.length - statuses.filter((status) => status === "nvt").length;
    return { slug, total, done: statuses.filter((status) => status === "klaar").length };
  });
}

/**
 * How many actions of all steps together apply and how many are done.
 * @param {Pick<store.Stored, "checklist" | "actions">} stored
 */
export const whole = (stored) =>
  counts(stored).reduce((sum, { done, total }) => ({ done: sum.done + done, total: sum.total + total }), {
    done: 0,
    total: 0,
  });

/**
 * Write in a link how far its step is; nothing as long as nothing is done.
 * @param {Element} link
 * @param {{ done: number, total: number }} count
 */
function showCount(link, { done, total }) {
  const old = link.querySelector(".stap-stand");
  link.classList.toggle("met-stand", done > 0);
  if (!done) return old?.remove();
  const place = old ?? element("span", [], "stap-stand");
  const words = ` ${done}/${total} klaar`;
  setText(place, words);
  if (!old) link.append(place);
}

function show() {
  const steps = counts(store.read());
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll(":is(.voortgang, .md-sidebar--primary) a[href]")
  );
  for (const link of links) {
    const step = link.hash ? undefined : steps.find(({ slug }) => link.pathname.endsWith(`/${slug}/`));
    if (step) showCount(link, step);
  }
}

export function mount() {
  store.subscribe(show);
  show();
}
