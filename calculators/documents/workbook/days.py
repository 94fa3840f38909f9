"""The helper sheet of the workbook: which part of each year of the term falls in each calendar year.

Ten rows for the whole term, then ten for each post; the sheet of the budget multiplies by them.
"""

from collections.abc import Iterable
from datetime import date

from xlsxwriter.worksheet import Worksheet

from calculators.budget import Inputs
from calculators.budget.ledger import Ledger, term_days
from calculators.core.periods import Slice, add_months
from calculators.documents.workbook.formulas import CALENDAR_YEARS, DAYS, END, POSTS, TERM_YEARS
from calculators.documents.xlsx import Pages

_DAY_ZERO = date(1899, 12, 30)


def write(pages: Pages, inputs: Inputs, book: Ledger) -> None:
    """Write the sheet, with the present shares for programs that do not recalculate."""
    widths = (30, *[12] * (CALENDAR_YEARS + 3))
    sheet = pages.sheet("Dagen", widths, landscape=True, title="Aandeel van de dagen")
    sheet.fit_to_pages(1, 1)
    sheet.write_string(1, 0, "Hulpblad: welk deel van elk jaar van de looptijd in welk kalenderjaar valt.")
    heads = ("Wie", "Jaar", "Begin", "Einde", *(f"Kalenderjaar {n}" for n in range(1, CALENDAR_YEARS + 1)))
    pages.heads(sheet, 3, heads, right=range(1, len(heads)))
    whole = term_days(inputs)
    _block(pages, sheet, inputs, 0, "Hele looptijd", "startdatum", END, whole)
    for index, tail in enumerate(POSTS):
        days = book.staff[index].days if index < len(book.staff) else whole
        last = f"MIN({END},IF(ISNUMBER(uit_dienst{tail}),uit_dienst{tail}+1,{END}))"
        _block(pages, sheet, inputs, index + 1, f"Post {index + 1}", f"MAX(startdatum,in_dienst{tail})", last, days)


def _block(
    pages: Pages,
    sheet: Worksheet,
    inputs: Inputs,
    block: int,
    label: str,
    first: str,
    last: str,
    days: Iterable[Slice],
) -> None:
    """Ten years of the term; `first` and `last` are formulas of the first day and of the day after the last one."""
    shares = {(part.term_year, part.calendar_year): part.days / part.term_days for part in days}
    for year in range(TERM_YEARS):
        row = DAYS + block * TERM_YEARS + year
        opens = add_months(inputs.startdatum, 12 * year)
        closes = add_months(inputs.startdatum, 12 * year + 12)
        pages.texts(sheet, row, {0: label})
        sheet.write_number(row, 1, year + 1, pages.formats["whole"])
        sheet.write_formula(row, 2, f"=EDATE(startdatum,{12 * year})", pages.formats["date"], _serial(opens))
        sheet.write_formula(row, 3, f"=EDATE(startdatum,{12 * year + 12})", pages.formats["date"], _serial(closes))
        for column in range(CALENDAR_YEARS):
            share = shares.get((year, inputs.startdatum.year + column), 0)
            live = _share(row + 1, column, first, last)
            sheet.write_formula(row, 4 + column, live, pages.formats["share"], share)


def _share(line: int, column: int, first: str, last: str) -> str:
    begin, stop = f"DATE(YEAR(startdatum)+{column},1,1)", f"DATE(YEAR(startdatum)+{column + 1},1,1)"
    days = f"MAX(0,MIN($D{line},{last},{stop})-MAX($C{line},{first},{begin}))"
    return f"={days}/($D{line}-$C{line})"


def _serial(day: date) -> int:
    """A date as a spreadsheet counts it."""
    return (day - _DAY_ZERO).days
