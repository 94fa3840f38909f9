"""The registration file: an Excel file with dated stages of each trajectory, without names, counted by formulas.

The stages combine the three cut-off moments of the instrument (S6A.15) with the follow-up of Navigate You(th), which is
intensive in the first two weeks and evaluated after two months. The columns and lists are our proposal; readers may
change them.
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
    LIST_ROWS,
    PLACE,
    PRINTED,
    ROW_HEIGHT,
    ROWS,
    SHEET,
    Choices,
    SheetColumn,
    following,
    lists,
)
from calculators.documents.registration.guide import guide
from calculators.documents.xlsx import Pages, between, build, choice, days, height
from calculators.dossier import Document

_MOST_PEOPLE = 100_000
_SCALE = 62
"""The print scale in percent at which half of the columns fits on a page, with wider letters than Excel's too."""
_TITLE = "Registratie van trajecten"
_NEW = {
    "error_title": "Nieuw in de lijst?",
    "error_message": "Dit staat niet in het blad Lijsten. Kies OK om het toch te bewaren, of zet het daar bij.",
}


def make(document: Document, _today: date) -> bytes:
    """The registration file; partners, moment of success and agreed goals come from the dossier."""
    return build(_TITLE, lambda pages: _write(pages, document))


def _write(pages: Pages, document: Document) -> None:
    guide(pages, document)
    _trajectories(pages)
    _activities(pages)
    registration_totals.write(pages, document)
    _lists(pages, document)
    pages.protect()


def _trajectories(pages: Pages) -> None:
    """Write a row for each trajectory and a column for each stage; it prints on two pages side by side."""
    sheet = pages.sheet(SHEET, [column.width for column in COLUMNS], landscape=True, title=" ")
    # The first column is repeated on the second page, so the title is in the second one.
    sheet.write_string(0, 1, _TITLE, pages.formats["title"])
    sheet.write_string(
        1, 1, "Eén rij per traject. Schrijf een code en nooit een naam. De laatste twee kolommen rekent Excel uit."
    )
    _rows(pages, sheet, COLUMNS)
    for row in range(FIRST, FIRST + ROWS):
        for column, (formula, look) in following(row).items():
            sheet.write_formula(row, column, formula, pages.formats[look], "")
    _doubts(pages, sheet)
    sheet.set_print_scale(_SCALE)
    sheet.print_across()
    sheet.repeat_columns(0)
    sheet.set_v_pagebreaks([next(n for n, column in enumerate(COLUMNS) if column.new_page)])


def _doubts(pages: Pages, sheet: Worksheet) -> None:
    """Colour a date before that of the first stage, and the empty date of an answer, which does not count."""
    look = pages.workbook.add_format({"bg_color": "#FBD9D3"})

    def colour(number: int, condition: str) -> None:
        rule = {"type": "formula", "criteria": condition, "format": look}
        sheet.conditional_format(FIRST, number, FIRST + ROWS - 1, number, rule)

    first_stage = xl_rowcol_to_cell(FIRST, PLACE["aangemeld"], col_abs=True)
    for number, column in enumerate(COLUMNS):
        cell = xl_rowcol_to_cell(FIRST, number, col_abs=True)
        if column.kind == "date":
            colour(number, f"=AND(ISNUMBER({cell}),{cell}<{first_stage})")
        if number + 1 < len(COLUMNS) and COLUMNS[number + 1].answers:
            answer = xl_rowcol_to_cell(FIRST, number + 1, col_abs=True)
            colour(number, f'=AND({answer}<>"",{cell}="")')


def _activities(pages: Pages) -> None:
    """Write the sheet for work beside trajectories: exchanges and meetings, by kind (instrument S6B.3)."""
    sheet = pages.sheet("Activiteiten", [column.width for column in ACTIVITIES], landscape=True)
    sheet.write_string(
        1, 0, "Ontmoetingen, uitwisseling, overleg en vorming met groepen en organisaties. Geen namen van kinderen."
    )
    _rows(pages, sheet, ACTIVITIES)


def _rows(pages: Pages, sheet: Worksheet, columns: Sequence[SheetColumn]) -> None:
    """Write headings and empty rows to fill in, with a data validation for each column."""
    pages.heads(sheet, FIRST - 1, [column.heading for column in columns], look="head_small")
    last = FIRST + ROWS - 1
    sheet.print_area(0, 0, FIRST + PRINTED - 1, len(columns) - 1)
    sheet.autofilter(FIRST - 1, 0, last, len(columns) - 1)
    for row in range(FIRST, last + 1):
        sheet.set_row(row, ROW_HEIGHT)
        for number, column in enumerate(columns):
            sheet.write_blank(row, number, None, pages.formats[_look(column)])
    for number, column in enumerate(columns):
        if rule := _validation(column):
            sheet.data_validation(FIRST, number, last, number, rule)


def _look(column: SheetColumn) -> str:
    """How an empty cell looks: what is filled in stays open when the sheet is protected."""
    looks = {"date": "open_date", "made": "made"}
    return looks.get(column.kind, "open")


def _validation(column: SheetColumn) -> dict[str, Any] | None:
    if column.kind == "date":
        return days(date(registration_totals.FIRST_YEAR, 1, 1), date(registration_totals.LAST_YEAR, 12, 31))
    if column.kind == "number":
        return between(0, _MOST_PEOPLE, whole=True)
    if column.kind == "list":
        # It warns and does not refuse, so that a new partner or threshold can be typed.
        return {"validate": "list", "source": f"={column.source}", "error_type": "information", **_NEW}
    return choice(list(column.answers)) if column.answers else None


def _lists(pages: Pages, document: Document) -> None:
    """Write the lists to choose from, which the reader may change and extend, each with its counts beside it."""
    choices = lists(document)
    sheet = pages.sheet("Lijsten", [30, 8] * len(choices), landscape=True, title="Lijsten, met tellingen")
    explanation = (
        "Pas deze lijsten gerust aan; de keuzes in de andere bladen volgen. Het jaar kies je in het blad Overzicht."
    )
    sheet.write_string(1, 0, explanation)
    pages.heads(
        sheet,
        FIRST - 1,
        [text for list_ in choices.values() for text in (list_.heading, "Aantal")],
        right=range(1, 2 * len(choices), 2),
    )
    for place, (name, list_) in enumerate(choices.items()):
        _list(pages, sheet, 2 * place, list_)
        cells = xl_range_abs(FIRST, 2 * place, FIRST + LIST_ROWS - 1, 2 * place)
        pages.workbook.define_name(name, f"=Lijsten!{cells}")
    for row in range(LIST_ROWS):
        texts = [list_.values[row] for list_ in choices.values() if row < len(list_.values)]
        sheet.set_row(FIRST + row, height(*((text, 30) for text in texts), ("", 30)))


def _list(pages: Pages, sheet: Worksheet, column: int, list_: Choices) -> None:
    """Write a list in a column, with in the next one how often each choice was made."""
    for row in range(LIST_ROWS):
        text = list_.values[row] if row < len(list_.values) else None
        pages.value(sheet, FIRST + row, column, text, "in_text")
        cell = xl_rowcol_to_cell(FIRST + row, column)
        formula = registration_totals.entries(cell, list_.column, list_.when)
        sheet.write_formula(FIRST + row, column + 1, formula, pages.formats["count"], 0 if text else "")
