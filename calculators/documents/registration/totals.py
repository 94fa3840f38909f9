"""The formulas that count in the registration file: per stage, answer and choice of a list, for one year or all."""

from collections.abc import Sequence
from datetime import date

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from calculators.core import content
from calculators.documents.registration.columns import (
    ACTIVE,
    ACTIVITIES,
    AGAIN,
    COLUMNS,
    FIRST,
    ROWS,
    SHEET,
    STILL,
    WELL,
)
from calculators.documents.xlsx import Pages, as_text, choice, height, serial
from calculators.dossier import Document

type Counted = tuple[str, str, str]
"""A label, the formula that counts, and an explanation."""

OVERVIEW = "Overzicht"
FIRST_YEAR, LAST_YEAR = 2015, 2099
"""The years that a date in the file may be of."""
_WIDTHS = (44, 24, 54)
_NOT_CHOSEN = "kies eerst"
_STAGES = {
    "aangemeld": "Aangemeld",
    "gesprek": "Gesprek gehad",
    "gezocht": "Aanbod gezocht",
    "proef": "Op proef geweest",
    "ingeschreven": "Ingeschreven",
    "weken": "Bekeken na 2 weken",
    "maanden": "Bekeken na 2 maanden",
    "later": "Bekeken na 6 tot 8 maanden",
    "opnieuw": "Bekeken in het volgende werkjaar",
    "gestopt": "Afgesloten",
}
_ANSWERS = {
    "weken": ("Na 2 weken", WELL),
    "maanden": ("Na 2 maanden", STILL),
    "later": ("Na 6 tot 8 maanden", STILL),
    "opnieuw": ("Volgend werkjaar, opnieuw ingeschreven", AGAIN),
}


def write(pages: Pages, document: Document) -> None:
    """Write the sheet “Overzicht”: the year and the moment of success to count by, and the counts."""
    sheet = pages.sheet(OVERVIEW, _WIDTHS)
    sheet.write_string(
        1, 0, "Alles telt vanzelf mee. Kleine aantallen maken iemand soms herkenbaar: deel ze niet zomaar."
    )
    pages.heads(sheet, 3, ("Keuze", "Waarde", "Uitleg"))
    _choices(pages, sheet, document)
    _counted_days(pages, sheet)
    row = _block(pages, sheet, 9, "Samengevat", _summary(), "" if document.afsluitmoment else _NOT_CHOSEN)
    row = _block(pages, sheet, row + 2, "Per stap van een traject", _stages())
    _block(pages, sheet, row + 2, "Hoe het verder loopt", _answers())


def column(key: str) -> str:
    """The cells of a column in the sheet with trajectories or activities, by its key. Raises `KeyError` for others."""
    for sheet, columns in ((SHEET, COLUMNS), ("Activiteiten", ACTIVITIES)):
        for number, candidate in enumerate(columns):
            if candidate.key == key:
                return f"{sheet}!{xl_range_abs(FIRST, number, FIRST + ROWS - 1, number)}"
    raise KeyError(key)


def entries(cell: str, what: str, when: str) -> str:
    """A formula that counts the text of `cell` in column `what`, in rows whose date in column `when` is of the year.

    It compares the cells, as `COUNTIF` would take a name with `*` or `=` in it for a pattern.
    """
    dates = column(when)
    return f'=IF({cell}="","",SUMPRODUCT(({column(what)}={cell})*({dates}>=overzicht_van)*({dates}<=overzicht_tot)))'


def _choices(pages: Pages, sheet: Worksheet, document: Document) -> None:
    """Write the cells that choose what counts: a year, and the cut-off moment of success (instrument S6A.15)."""
    chosen = document.cutoff.name if document.cutoff else None
    rows = (
        (
            "overzicht_jaar",
            "Kalenderjaar",
            None,
            "Leeg telt alle jaren. Elke stap telt in het jaar van haar eigen datum.",
        ),
        ("geslaagd_moment", "Geslaagd is bij ons", chosen, "Spreek dit samen af: kies een van de drie meetmomenten."),
    )
    for row, (name, label, value, hint) in enumerate(rows, start=4):
        sheet.set_row(row, height((hint, _WIDTHS[2])))
        pages.texts(sheet, row, {0: label, 2: hint})
        pages.value(sheet, row, 1, value, "in_text")
        pages.workbook.define_name(name, f"={OVERVIEW}!$B${row + 1}")
    years = {"validate": "integer", "criteria": "between", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
    asked = {"error_title": "Klopt dit jaar?", "error_message": "Vul een jaar in, zoals 2027, of laat leeg."}
    sheet.data_validation(4, 1, 4, 1, {**years, **asked})
    sheet.data_validation(5, 1, 5, 1, choice([cutoff.name for cutoff in content.cutoffs()]))


def _counted_days(pages: Pages, sheet: Worksheet) -> None:
    """Write the first and the last day that count, which follow from the chosen year."""
    days = {
        "Telt vanaf": ("overzicht_van", FIRST_YEAR, (1, 1)),
        "Telt tot en met": ("overzicht_tot", LAST_YEAR, (12, 31)),
    }
    for row, (label, (name, year, (month, day))) in enumerate(days.items(), start=6):
        pages.texts(sheet, row, {0: label})
        live = f'=DATE(IF(overzicht_jaar="",{year},overzicht_jaar),{month},{day})'
        sheet.write_formula(row, 1, live, pages.formats["date"], serial(date(year, month, day)))
        pages.workbook.define_name(name, f"={OVERVIEW}!$B${row + 1}")


def _block(pages: Pages, sheet: Worksheet, row: int, heading: str, rows: Sequence[Counted], first: str = "") -> int:
    """Write a heading with counts under it; gives the last row. `first` is the stored value of the first count."""
    pages.heads(sheet, row, (heading, "Aantal", "Uitleg"), freeze=False, right=(1,))
    sheet.set_row(row, 20)
    for label, formula, hint in rows:
        row += 1
        sheet.set_row(row, height((hint, _WIDTHS[2])))
        pages.texts(sheet, row, {0: label, 2: hint})
        sheet.write_formula(row, 1, f"={formula}", pages.formats["whole"], first or 0)
        first = ""
    return row


def _summary() -> list[Counted]:
    counts = (_dated("ingeschreven"), _still(), _answered("opnieuw", "ja"))
    succeeded = as_text(_NOT_CHOSEN)
    for cutoff, count in zip(content.cutoffs(), counts, strict=True):
        succeeded = f"IF(geslaagd_moment={as_text(cutoff.name)},{count},{succeeded})"
    people = f"SUMIFS({column('aantal')},{_within('datum')})"
    return [
        ("Geslaagde toeleidingen", succeeded, "Op het moment dat jullie hierboven kozen."),
        (
            "Opvolging die nu aan de beurt is",
            f'COUNTIF({column("tegen")},"<="&TODAY())',
            "Met een richtdatum tot vandaag, van alle jaren.",
        ),
        ("Activiteiten", _dated("datum"), "Uit het blad Activiteiten."),
        ("Mensen op die activiteiten", people, "Wie twee keer kwam, telt twee keer."),
    ]


def _stages() -> list[Counted]:
    hints = {"ingeschreven": "Eerste meetmoment.", "later": "Tweede meetmoment.", "opnieuw": "Derde meetmoment."}
    return [(label, _dated(key), hints.get(key, "")) for key, label in _STAGES.items()]


def _answers() -> list[Counted]:
    return [
        (f"{when}: {answer}", _answered(key, answer), "")
        for key, (when, answers) in _ANSWERS.items()
        for answer in answers
    ]


def _within(key: str) -> str:
    """The condition that the date in a column is of the chosen year."""
    return f'{column(key)},">="&overzicht_van,{column(key)},"<="&overzicht_tot'


def _dated(key: str) -> str:
    return f"COUNTIFS({_within(key)})"


def _answered(key: str, answer: str) -> str:
    return f"COUNTIFS({_within(key)},{column(f'{key}_hoe')},{as_text(answer)})"


def _still() -> str:
    """The number still active after six to eight months, with or without support."""
    return "+".join(_answered("later", answer) for answer in ACTIVE)
