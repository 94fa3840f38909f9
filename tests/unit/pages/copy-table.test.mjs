// What a cell of a table says to a spreadsheet.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inCells } from "../../../docs/assets/js/copy-table.js";

/** @param {string} textContent @param {string | null} [value] */
const cell = (textContent, value = null) => ({ textContent, getAttribute: () => value, querySelector: () => null });
/** @param {ReturnType<typeof cell>[]} cells */
const copied = (...cells) => inCells(/** @type {any} */ ({ rows: [{ cells }] }));

test("a count is copied as it is shown", () => {
  assert.equal(
    copied(cell("48", "48.75"), cell("1.234", "1234.5"), cell("−3", "-3.4"), cell("+2", "2.2")),
    "48\t1234\t-3\t2",
  );
});

test("money is copied to the cent, however it is shown", () => {
  assert.equal(
    copied(cell("€\u00a061.400", "61400.25"), cell("−€ 5,10", "-5.1"), cell("+ € 1.000", "1000")),
    "61400,25\t-5,10\t1000,00",
  );
});

test("a unit stays behind, and what is no number is copied as text", () => {
  assert.equal(
    copied(
      cell("82,5\u00a0%", "82.5"),
      cell("1,75 jaar", "1.75"),
      cell("1 maart 2027", "2027-03-01"),
      cell(" Catering\n en meer"),
    ),
    "82,5\t1,75\t1 maart 2027\tCatering en meer",
  );
});

test("a cell with several numbers is copied as what it comes to", () => {
  assert.equal(copied(cell("1 jaar en 9 maanden", "1.75")), "1,75");
});
