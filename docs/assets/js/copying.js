// Copies a table as numbers: cells with tabs between them, amounts without euro signs, as a Dutch spreadsheet reads them.

/** What a cell says to a spreadsheet. @param {Element} cell */
function cellText(cell) {
  const value = cell.getAttribute("data-value") ?? cell.querySelector("[data-value]")?.getAttribute("data-value");
  const isNumber = value && Number.isFinite(Number(value));
  return isNumber ? value.replace(".", ",") : (cell.textContent ?? "").trim().replace(/\s+/g, " ");
}

/** A table as lines of cells. @param {HTMLTableElement} table */
export const inCells = (table) =>
  Array.from(table.rows, (row) => Array.from(row.cells, cellText).join("\t")).join("\n");

/** @param {HTMLElement} root */
export function mount(root) {
  root.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-copy-table]") : null;
    const table = button?.parentElement?.querySelector("table");
    const status = root.querySelector("[data-status]");
    if (!table || !status) return;
    const copied = await navigator.clipboard?.writeText(inCells(table)).then(
      () => true,
      () => false,
    );
    const words = copied ? "De tabel is gekopieerd. Plak ze in je rekenblad." : "Kopiëren lukt niet in deze browser.";
    if (status.textContent !== words) status.textContent = words;
  });
}
