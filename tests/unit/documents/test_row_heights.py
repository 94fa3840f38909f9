"""Rows of our Excel files are high enough: LibreOffice, left to fit them, needs no more room than we gave."""

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

from openpyxl import load_workbook

from calculators import documents
from calculators.core import content
from calculators.dossier import EMPTY, ItemStatus
from tests.office import convert
from tests.unit.dossiers import FILLED

DAY = date(2027, 1, 1)
ITEMS = list(enumerate(content.items()))


def heights(path: Path) -> dict[tuple[str, int], float]:
    """The height in points of every row that has one, by sheet and row."""
    book = load_workbook(path)
    return {
        (sheet.title, number): row.height
        for sheet in book
        for number, row in sheet.row_dimensions.items()
        if row.height is not None
    }


NOTES = {item.id: ItemStatus(note="Wie belt, noteert hier ook waarom. " * (number % 9)) for number, item in ITEMS}
DOSSIERS = {"blanco": EMPTY, "ingevuld": FILLED, "lang": replace(FILLED, checklist=NOTES)}


def test_no_text_is_cut_off(tmp_path: Path) -> None:
    """Both workbooks, with everything in them that readers see, opened without our heights."""
    given, free = {}, []
    for kind, (name, document) in product(("dossier", "registratie"), DOSSIERS.items()):
        made = tmp_path / f"{kind}-{name}.xlsx"
        made.write_bytes(documents.make(kind, document, DAY)[2])
        given[made.stem] = heights(made)
        book = load_workbook(made)
        for sheet in book:
            for row in sheet.row_dimensions.values():
                row.height = None
        free.append(tmp_path / f"vrij-{made.stem}.xlsx")
        book.save(free[-1])
    for stem, path in zip(given, convert(free, "xlsx", tmp_path / "out"), strict=True):
        needed = heights(path)
        assert len(needed) > 50
        tight = {row: (height, needed[row]) for row, height in given[stem].items() if height < needed.get(row, 0)}
        assert not tight, stem
