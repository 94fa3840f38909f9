// HyperFormula as a second engine for our workbook: it changes inputs and tells what the budget then says.
// In, on the standard input: {sheets: {name: rows}, names: {name: formula}, asked: [sheet, first row, last row, first
// column, last column], changes: [[[sheet, row, column, value], …], …]}. Out: the asked cells after each set of changes.
import { readFileSync } from "node:fs";
import { DetailedCellError, HyperFormula } from "hyperformula";

const { sheets, names, asked, changes } = JSON.parse(readFileSync(0, "utf8"));
const expressions = Object.entries(names).map(([name, expression]) => ({ name, expression }));
const options = { licenseKey: "gpl-v3", useArrayArithmetic: true }; // as in SUMPRODUCT, which Excel does by itself
const engine = HyperFormula.buildFromSheets(sheets, options, expressions);
/** @param {string} sheet */
const sheetId = (sheet) => /** @type {number} */ (engine.getSheetId(sheet));
const [name, top, bottom, left, right] = asked;
const range = {
  start: { sheet: sheetId(name), row: top, col: left },
  end: { sheet: sheetId(name), row: bottom, col: right },
};
const seen = changes.map((/** @type {[string, number, number, string | number][]} */ set) => {
  engine.batch(() => {
    for (const [sheet, row, col, value] of set) {
      engine.setCellContents({ sheet: sheetId(sheet), row, col }, [[value]]);
    }
  });
  return engine
    .getRangeValues(range)
    .map((row) => row.map((value) => (value instanceof DetailedCellError ? value.value : value)));
});
process.stdout.write(JSON.stringify(seen));
