"""The registration file: dated stages of each trajectory, counted live, without names.

Stages: the three cut-off moments of the instrument (S6A.15) merged with the follow-up of Navigate You(th), intensive in
the first two weeks and evaluated after two months. The columns and lists are our proposal, which the reader may change.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from calculators.documents.registration import totals as registration_totals
from calculators.documents.registration.columns import (
    ACTIVITIES,
    COLUMNS,
    FIRST,
    LISTS,
    PLACE,
    ROWS,
    SHEET,
    Column,
    following,
    lists,
)
from calculators.documents.registration.guide import guide
from calculators.documents.xlsx import Pages, build, height
from calculators.dossier import Document

_TITLE = "Registratie van trajecten"
_DATES = {
    "validate": "date",
    "criteria": "between",
    "minimum": date(2015, 1, 1),
    "maximum": date(2099, 12, 31),
    "error_title": "Klopt deze datum?",
    "error_message": "Vul een datum in, bijvoorbeeld 15/3/2027.",
}


def make(document: Document, today: date) -> bytes:  # noqa: ARG001
    """The registration file; partners, moment of success and agreed goals come from the dossier."""
    return build(_TITLE, lambda pages: _write(pages, document))


def _write(pages: Pages, document: Document) -> None:
    guide(pages, document)
    _trajectories(pages)
    _activities(pages)
    registration_totals.write(pages, document)
    _lists(pages, document)


def _trajectories(pages: Pages) -> None:
    """One row for each trajectory, one column for each stage; prints on two pages side by side."""
    sheet = pages.sheet(SHEET, [column.width for column in COLUMNS], landscape=True, title=" ")
    # Not in the first column, which returns on the second page.
    sheet.write_string(0, 1, _TITLE, pages.formats["title"])
    sheet.write_string(
        1, 1, "Eén rij per traject. Schrijf een code en nooit een naam. De laatste twee kolommen rekent Excel uit."
    )
    _rows(pages, sheet, COLUMNS)
    for row in range(FIRST, FIRST + ROWS):
        for column, (live, look) in following(row).items():
            sheet.write_formula(row, column, live, pages.formats[look], "")
    _doubts(pages, sheet)
    sheet.set_print_scale(78)
    sheet.print_across()
    sheet.repeat_columns(0)
    sheet.set_v_pagebreaks([next(n for n, column in enumerate(COLUMNS) if column.new_page)])


def _doubts(pages: Pages, sheet: Worksheet) -> None:
    """Colour what cannot be right: an answer without a date does not count, and no stage comes before the first."""
    first, last = FIRST, FIRST + ROWS - 1
    look = pages.book.add_format({"bg_color": "#FBD9D3"})
    start = xl_rowcol_to_cell(first, PLACE["aangemeld"], col_abs=True)
    for number, column in enumerate(COLUMNS):
        here = xl_rowcol_to_cell(first, number, col_abs=True)
        if column.kind == "date":
            rule = f"=AND(ISNUMBER({here}),{here}<{start})"
            sheet.conditional_format(first, number, last, number, {"type": "formula", "criteria": rule, "format": look})
        if number + 1 < len(COLUMNS) and COLUMNS[number + 1].answers:
            after = xl_rowcol_to_cell(first, number + 1, col_abs=True)
            rule = f'=AND({after}<>"",{here}="")'
            sheet.conditional_format(first, number, last, number, {"type": "formula", "criteria": rule, "format": look})


def _activities(pages: Pages) -> None:
    """What is done beside trajectories (instrument S6B.3): exchanges and meetings, by kind."""
    sheet = pages.sheet("Activiteiten", [column.width for column in ACTIVITIES], landscape=True)
    sheet.write_string(
        1, 0, "Ontmoetingen, uitwisseling, overleg en vorming met groepen en organisaties. Geen namen van kinderen."
    )
    _rows(pages, sheet, ACTIVITIES)


def _rows(pages: Pages, sheet: Worksheet, columns: Sequence[Column]) -> None:
    """Headings, empty rows to fill in, and for each column what may be put in it."""
    pages.heads(sheet, FIRST - 1, [column.heading for column in columns], look="head_small")
    last = FIRST + ROWS - 1
    sheet.print_area(0, 0, last, len(columns) - 1)
    sheet.autofilter(FIRST - 1, 0, last, len(columns) - 1)
    for row in range(FIRST, last + 1):
        sheet.set_row(row, 18)
        for number, column in enumerate(columns):
            sheet.write_blank(row, number, None, pages.formats["grid_date" if column.kind == "date" else "grid"])
    for number, column in enumerate(columns):
        if rule := _rule(column):
            sheet.data_validation(FIRST, number, last, number, rule)


def _rule(column: Column) -> dict[str, Any] | None:
    if column.kind == "date":
        return _DATES
    if column.kind == "list":
        # A warning, not a refusal: a new partner or threshold must not stop anyone.
        return {"validate": "list", "source": f"={column.source}", "error_type": "information"}
    return {"validate": "list", "source": list(column.answers)} if column.answers else None


def _lists(pages: Pages, document: Document) -> None:
    """The lists to choose from, which the reader may change and make longer, each with its counts beside it."""
    found = lists(document)
    sheet = pages.sheet("Lijsten", [30, 8] * len(found), landscape=True, title="Lijsten, met tellingen")
    explanation = (
        "Pas deze lijsten gerust aan; de keuzes in de andere bladen volgen. Het jaar kies je in het blad Overzicht."
    )
    sheet.write_string(1, 0, explanation)
    pages.heads(
        sheet,
        FIRST - 1,
        [text for one in found.values() for text in (one.heading, "Aantal")],
        right=range(1, 2 * len(found), 2),
    )
    for place, (name, one) in enumerate(found.items()):
        for row in range(LISTS):
            text = one.values[row] if row < len(one.values) else None
            pages.value(sheet, FIRST + row, 2 * place, text, "in_text")
            cell = xl_rowcol_to_cell(FIRST + row, 2 * place)
            live = registration_totals.entries(cell, one.column, one.when)
            sheet.write_formula(FIRST + row, 2 * place + 1, live, pages.formats["count"], 0 if text else "")
        cells = xl_range_abs(FIRST, 2 * place, FIRST + LISTS - 1, 2 * place)
        pages.book.define_name(name, f"=Lijsten!{cells}")
    for row in range(LISTS):
        texts = [one.values[row] for one in found.values() if row < len(one.values)]
        sheet.set_row(FIRST + row, height(*((text, 30) for text in texts), ("", 30)))
