"""The sheet of sources: each figure that this workbook uses, with its value, its first day and where it comes from."""

from collections.abc import Iterable
from contextlib import suppress

from calculators import budget
from calculators.budget import Inputs
from calculators.core import parameters
from calculators.core.fields import InputErrors
from calculators.core.numbers import format_number
from calculators.core.parameters import Dated, Parameter
from calculators.core.results import Result
from calculators.documents.expected import expected
from calculators.documents.figures import ORIGIN
from calculators.documents.workbook.formulas import CELLS, CHANGES, MONTHS
from calculators.documents.xlsx import Pages, height
from calculators.dossier import Document

_WIDTHS = (56, 26, 14, 66, 14)
_HIDDEN = (
    f"Narekenen? De hulpbladen {CHANGES}, {CELLS} en {MONTHS} zijn verborgen, zodat ze niet mee afgedrukt worden. "
    "Je kunt ze zichtbaar maken met een rechtse klik op een bladnaam."
)
"""Where the sheets are that a reader who prints does not need."""


def write(pages: Pages, document: Document, inputs: Inputs) -> None:
    """Write the sheet; sources with an address are links."""
    sheet = pages.sheet("Bronnen", _WIDTHS, landscape=True)
    sheet.write_string(1, 0, ORIGIN)
    sheet.write_string(2, 0, _HIDDEN)
    pages.heads(sheet, 3, ("Cijfer", "Waarde", "Geldt vanaf", "Bron", "Nagekeken"))
    for row, (figure, dated) in enumerate(_used(document, inputs), start=4):
        value = f"{format_number(dated.value)} {figure.unit}"
        source = dated.source or figure.source
        sheet.set_row(row, height((figure.label, _WIDTHS[0]), (value, _WIDTHS[1]), (source, _WIDTHS[3])))
        pages.texts(sheet, row, {0: figure.label, 1: value, 3: source})
        if url := dated.url or figure.url:
            sheet.write_url(row, 3, url, pages.formats["link"], source)
        if not dated.undated:
            sheet.write_datetime(row, 2, dated.valid_from, pages.formats["date"])
        sheet.write_datetime(row, 4, figure.checked_on, pages.formats["date"])


def _used(document: Document, inputs: Inputs) -> list[tuple[Parameter, Dated]]:
    """The figures behind the budget and the targets of this workbook, in the order of our data."""
    used = set(_dated(budget.evaluate(inputs)))
    with suppress(InputErrors):
        used |= set(_dated(expected(document).result))
    return [(figure, dated) for figure in parameters.all_() for dated in figure.values if dated in used]


def _dated(result: Result) -> Iterable[Dated]:
    yield from (dated for line in (*result.lines, *result.trace) for dated in line.parameters)
    yield from (dated for notice in result.told for dated in notice.parameters)
