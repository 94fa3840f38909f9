// Copies a table as numbers: cells with tabs between them, amounts without euro signs, as a Dutch spreadsheet reads them.

import { onClick } from "./elements.js";
import { tell } from "./status-text.js";

const SHOWN = /^[−+]?\s?(\d[\d.]*(?:,\d+)?)(?:\s?\D*)$/; // one number, with or without a unit behind it

/** A number with the decimals that the cell shows: 48 children, where the calculation has 48.75. @param {string} text */
const shownIn = (text) => text.match(SHOWN)?.[1].replaceAll(".", "");

/** What a cell says to a spreadsheet: amounts to the cent, other numbers as they are shown. @param {Element} cell */
function cellText(cell) {
  const text = (cell.textContent ?? "").trim().replace(/\s+/g, " ");
  const value = cell.getAttribute("data-value") ?? cell.querySelector("[data-value]")?.getAttribute("data-value");
  if (!value || !Number.isFinite(Number(value))) return text;
  if (text.includes("€")) return Number(value).toFixed(2).replace(".", ",");
  const shown = shownIn(text);
  if (shown === undefined) return value.replace(".", ",");
  return text.startsWith("−") ? `-${shown}` : shown;
}

/** A table as lines of cells. @param {HTMLTableElement} table */
export const inCells = (table) =>
  Array.from(table.rows, (row) => Array.from(row.cells, cellText).join("\t")).join("\n");

/** @param {HTMLElement} root */
export function mount(root) {
  onClick(root, "[data-copy-table]", async (button) => {
    const table = button.parentElement?.querySelector("table");
    const status = root.querySelector("[data-status]");
    if (!table || !status) return;
    const copied = await navigator.clipboard?.writeText(inCells(table)).then(
      () => true,
      () => false,
    );
    const words = copied ? "De tabel is gekopieerd. Plak ze in je rekenblad." : "Kopiëren lukt niet in deze browser.";
    if (status.textContent !== words) tell(status, words);
  });
}
