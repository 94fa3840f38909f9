"""The sheet with what stands beside the total: a margin, unit costs, the band, and the way back from an amount."""

from decimal import Decimal
from typing import Any

from xlsxwriter.worksheet import Worksheet

from calculators.budget import FIELDS, Inputs, evaluate
from calculators.budget.notices import UNIT_COST_CAUTION
from calculators.core.fields import Kind
from calculators.core.results import Line, Result, Unit
from calculators.documents.workbook.input_cells import look_of
from calculators.documents.xlsx import Pages, between, height, part_of, percent

SHEET = "Marge en eenheden"
_WIDTHS = (52, 20, 70)
_HEAD = 3
_GIVEN = ("risicomarge", "kinderen_per_jaar", "resultaten_per_jaar")
_FOLLOWS = {
    "risicomarge_bedrag": ("Risicomarge", "=ROUND(totaal*risicomarge,2)"),
    "totaal_met_marge": ("Totale kost met risicomarge", "=totaal+ROUND(totaal*risicomarge,2)"),
    "kost_per_kind": ("Kost per bereikt kind", '=IF(kinderen_per_jaar>0,totaal/(kinderen_per_jaar*looptijd_jaren),"")'),
    "kost_per_resultaat": (
        "Kost per resultaat",
        '=IF(resultaten_per_jaar>0,totaal/(resultaten_per_jaar*looptijd_jaren),"")',
    ),
}
"""What follows from the inputs: by key its label and formula."""
_KEPT = ("totaal_laag", "totaal_hoog", "fte_voor_beschikbaar", "maanden_voor_beschikbaar")
"""What takes another calculation of the whole budget, so that no cell can follow."""


def write(pages: Pages, inputs: Inputs) -> None:
    """Write the sheet and define its names; what a cell cannot follow is written as the calculator worked it out."""
    result = evaluate(inputs)
    sheet = pages.sheet(SHEET, _WIDTHS)
    sheet.write_string(1, 0, "Wat naast de totale kost staat. Niets hiervan telt mee in de begroting.")
    pages.heads(sheet, _HEAD, ("Vraag", "Waarde", "Uitleg"), right=(1,))
    row = _HEAD + 1
    for name in _GIVEN:
        _ask(pages, sheet, row, inputs, name)
        row += 1
    for key, (label, live) in _FOLLOWS.items():
        unasked = {"risicomarge_bedrag": Decimal(0), "totaal_met_marge": result.totals["totaal"]}
        value = result.totals.get(key, unasked.get(key, ""))
        pages.texts(sheet, row, {0: label})
        sheet.write_formula(row, 1, live, pages.formats["total"], float(value) if isinstance(value, Decimal) else "")
        row += 1
    for line in _kept(result):
        pages.texts(sheet, row, {0: line.label, 2: "Zoals de rekenhulp het berekende: dit verandert niet mee."})
        _write_kept(pages, sheet, row, line)
        row += 1
    pages.texts(sheet, row, {0: UNIT_COST_CAUTION})
    sheet.set_row(row, height((UNIT_COST_CAUTION, _WIDTHS[0])))


def _ask(pages: Pages, sheet: Worksheet, row: int, inputs: Inputs, name: str) -> None:
    """An input that the reader may change."""
    field, value = FIELDS[name], getattr(inputs, name)
    share = field.kind is Kind.PERCENT
    pages.texts(sheet, row, {0: field.label, 2: field.help})
    sheet.set_row(row, height((field.help, _WIDTHS[2])))
    pages.value(sheet, row, 1, part_of(value) if share else value, look_of(field))
    check: dict[str, Any] = percent(0, 100) if share else between(field.minimum, field.maximum, whole=True)
    sheet.data_validation(row, 1, row, 1, check)
    pages.workbook.define_name(name, f"='{SHEET}'!$B${row + 1}")


def _kept(result: Result) -> list[Line]:
    return [line for line in result.trace if line.key in _KEPT]


def _write_kept(pages: Pages, sheet: Worksheet, row: int, line: Line) -> None:
    looks = {Unit.PERCENT: "percentage", Unit.NUMBER: "whole", Unit.EURO: "euro"}
    if isinstance(line.value, Decimal):
        value = part_of(line.value) if line.unit is Unit.PERCENT else line.value
        pages.value(sheet, row, 1, value, looks[line.unit])
    else:
        pages.texts(sheet, row, {1: str(line.value)})
