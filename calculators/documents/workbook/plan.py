"""The sheet with the budget per calendar year, in the columns of the finance department (BBC)."""

from datetime import date
from decimal import Decimal

from xlsxwriter.utility import quote_sheetname, xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from calculators.budget import Budget
from calculators.budget.accounts import (
    EXPENSE,
    INCOME_CODE,
    INVESTMENT_BUDGET,
    INVESTMENT_CLASS,
    OPERATING_BUDGET,
    RECEIPT,
)
from calculators.budget.cells import START_UP, SUBSIDY
from calculators.budget.inputs import Inputs
from calculators.budget.lines import LINES, class_of, kind_of, own_class
from calculators.budget.plan import BBC_COLUMNS, contributions
from calculators.budget.tables import EXPENSES, NET
from calculators.documents.workbook import formulas
from calculators.documents.workbook.formulas import CALENDAR_YEARS, FIRST_BLOCK, MONTHS, Room, column
from calculators.documents.xlsx import LINE, Pages, euro_width, height

TOTAL, NET_ROW = "totaal", "netto"
_ROWS = (*LINES, TOTAL, SUBSIDY, NET_ROW)
_NAMES = {**LINES, TOTAL: EXPENSES, SUBSIDY: "Subsidies", NET_ROW: NET}
SHEET = "Begroting per jaar"
_HEAD = 3
ROW = {key: row for row, key in enumerate(_ROWS, start=_HEAD + 1)}
FIRST = len(BBC_COLUMNS)
"""The column of the first calendar year."""
_WHOLE = FIRST + CALENDAR_YEARS


def write(pages: Pages, budget: Budget, action: str) -> None:
    """Write the sheet; `action` is that of the multi-year plan, as far as the reader knows it."""
    widths = (_action_width(action), 13, 12, 40, 6, 5, *[years_width(budget)] * (CALENDAR_YEARS + 1))
    sheet = pages.sheet(SHEET, widths, landscape=True)
    told = (
        "U = uitgave, O = ontvangst, E = exploitatie, I = investering. De financiële dienst vult de codes "
        "en de volledige rekening in."
    )
    sheet.write_string(1, 0, told)
    pages.heads(sheet, _HEAD, BBC_COLUMNS)
    _fold_years(pages, sheet, budget)
    write_years(pages, sheet, budget.inputs, _HEAD, FIRST)
    for key in _ROWS:
        _write_codes(pages, sheet, budget.inputs, key, action)
        _write_amounts(pages, sheet, budget, key)
    if others := contributions(budget.inputs):
        sheet.write_string(ROW[NET_ROW] + 2, 0, others)
    for name, key in (("totaal", TOTAL), ("netto_totaal", NET_ROW)):
        cell = xl_rowcol_to_cell(ROW[key], _WHOLE, row_abs=True, col_abs=True)
        pages.workbook.define_name(name, f"={quote_sheetname(sheet.name)}!{cell}")


def years_width(budget: Budget) -> float:
    """The width of the columns of the years, which hold no more than the whole term does."""
    return max(map(euro_width, (budget.total, budget.income, budget.net)))


def _action_width(action: str) -> float:
    """Room for a code, for a code with a title, or for several of them."""
    if len(action) <= 12:  # about what a cell of 14 digits holds
        return 14
    return 36 if len(action) <= _LONG_ACTION else 60


_LONG_ACTION = 100
"""The most characters that a cell of 36 digits holds in three lines."""


def _row_height(action: str, key: str) -> float:
    """The first line shows the action in full; each other one repeats it, in at most three lines."""
    full = height((action, _action_width(action)))
    return full if key == _ROWS[0] else min(full, 3 * LINE)


def write_years(pages: Pages, sheet: Worksheet, inputs: Inputs, row: int, first: int) -> None:
    """The headings of the calendar years that a term may touch, from column `first`, and of the whole term."""
    for index in range(CALENDAR_YEARS):
        live = f"=YEAR(startdatum)+{index}"
        sheet.write_formula(row, first + index, live, pages.formats["head_right"], inputs.startdatum.year + index)
    sheet.write_string(row, first + CALENDAR_YEARS, "Looptijd", pages.formats["head_right"])


def _fold_years(pages: Pages, sheet: Worksheet, budget: Budget) -> None:
    """Fold the years after the term, so that the page stays readable; say so when they hold money all the same."""
    inputs, width = budget.inputs, years_width(budget)
    last = date.fromordinal(inputs.end.toordinal() - 1).year
    shown = max(last - inputs.startdatum.year + 1, 4)
    if shown >= CALENDAR_YEARS:
        return
    first, end = FIRST + shown, _WHOLE - 1
    sheet.set_column(first, end, width, None, {"level": 1, "hidden": True})
    sheet.set_column(_WHOLE, _WHOLE, width, None, {"collapsed": True})
    folded = f"SUM({xl_range(ROW[TOTAL], first, ROW[TOTAL], end)})"
    text = "Er vallen ook bedragen in latere jaren: maak de verborgen kolommen zichtbaar."
    sheet.write_formula(2, 0, f'=IF({folded}=0,"","{text}")', pages.formats["bold"], "")


_LIMITED = "ISNUMBER(activeringsdrempel)"
_OWN_CLASS = {
    "deelname": "TEXT(deelname_klasse,0)",
    START_UP: f'IF(AND({_LIMITED},eenmalig>activeringsdrempel),"{INVESTMENT_CLASS}","{own_class(START_UP)}")',
}
"""The class of own staff that follows other cells, by line."""


def _write_codes(pages: Pages, sheet: Worksheet, inputs: Inputs, key: str, action: str) -> None:
    row, sums = ROW[key], key in (TOTAL, NET_ROW)
    sheet.set_row(row, _row_height(action, key))
    pages.value(sheet, row, 0, None if sums or not action else action, "in_text")
    pages.value(sheet, row, 1, None, "in_text")
    if key in LINES:
        own = _OWN_CLASS.get(key, f'"{own_class(key)}"')
        chosen = f'=IF(uitvoering="extern","61",IF(uitvoering="subsidie","649",{own}))'
        sheet.write_formula(row, 2, chosen, pages.formats["text"], class_of(inputs, key))
    else:
        sheet.write_string(row, 2, INCOME_CODE if key == SUBSIDY else "", pages.formats["text"])
    sheet.write_string(row, 3, _NAMES[key], pages.formats["label" if sums else "text"])
    sides = {SUBSIDY: RECEIPT, NET_ROW: ""}
    pages.texts(sheet, row, {4: sides.get(key, EXPENSE)})
    if key != START_UP:
        pages.texts(sheet, row, {5: "" if sums else OPERATING_BUDGET})
    else:
        live = f'=IF(C{row + 1}="{INVESTMENT_CLASS}","{INVESTMENT_BUDGET}","{OPERATING_BUDGET}")'
        sheet.write_formula(row, 5, live, pages.formats["text"], kind_of(inputs, key))


def _write_amounts(pages: Pages, sheet: Worksheet, budget: Budget, key: str) -> None:
    row, first, room = ROW[key], budget.inputs.startdatum.year, formulas.room(budget.inputs)
    look = pages.formats["total" if key in (TOTAL, NET_ROW) else "euro"]
    amounts = [amount(budget, key, first + index) for index in range(CALENDAR_YEARS)]
    for index, yearly in enumerate(amounts):
        sheet.write_formula(row, FIRST + index, _formula(room, key, index), look, float(yearly))
    years = xl_range(row, FIRST, row, _WHOLE - 1)
    sheet.write_formula(row, _WHOLE, f"=SUM({years})", look, float(sum(amounts, Decimal(0))))


def _formula(room: Room, key: str, index: int) -> str:
    """The formula of a row for the nth calendar year, from 0."""

    def cell(name: str) -> str:
        return str(xl_rowcol_to_cell(ROW[name], FIRST + index))

    if key == TOTAL:
        names = list(LINES)
        return f"=SUM({cell(names[0])}:{cell(names[-1])})"
    if key == NET_ROW:
        return f"={cell(TOTAL)}-{cell(SUBSIDY)}"
    year = f"{column(FIRST + index)}${_HEAD + 1}"
    if key == SUBSIDY:
        name = f"subsidie_jaar_{index + 1}" if index else "subsidie"
        touched = f"DATE({year},1,1)<{MONTHS}!${column(FIRST_BLOCK)}$4"
        return f"=IF({touched},ROUND({name},2),0)"
    return room.per_year(key, year)


def amount(budget: Budget, key: str, year: int) -> Decimal:
    """What a row of the sheet holds for a calendar year, in euro."""
    ledger = budget.ledger
    costs, income = ledger.total(calendar_year=year), ledger.received(year)
    sums = {TOTAL: costs, SUBSIDY: income, NET_ROW: costs - income}
    return sums[key] if key in sums else ledger.total(key, calendar_year=year)
