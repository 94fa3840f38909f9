"""Rows of our Excel files are high enough: LibreOffice, left to fit them, needs no more room than we gave."""

from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from calculators import documents
from tests.office import convert
from tests.unit.dossiers import FILLED

DAY = date(2027, 1, 1)


def heights(path: Path) -> dict[tuple[str, int], float]:
    """The height in points of every row that has one, by sheet and row."""
    book = load_workbook(path)
    return {
        (sheet.title, number): row.height
        for sheet in book
        for number, row in sheet.row_dimensions.items()
        if row.height is not None
    }


def test_no_text_is_cut_off(tmp_path: Path) -> None:
    """Both workbooks, with everything in them that readers see, opened without our heights."""
    given, free = {}, []
    for kind in ("dossier", "registratie"):
        made = tmp_path / f"{kind}.xlsx"
        made.write_bytes(documents.make(kind, FILLED, DAY)[2])
        given[kind] = heights(made)
        book = load_workbook(made)
        for sheet in book:
            for row in sheet.row_dimensions.values():
                row.height = None
        free.append(tmp_path / f"vrij-{kind}.xlsx")
        book.save(free[-1])
    for kind, path in zip(given, convert(free, "xlsx", tmp_path / "out"), strict=True):
        needed = heights(path)
        assert len(needed) > 50
        tight = {row: (height, needed[row]) for row, height in given[kind].items() if height < needed.get(row, 0)}
        assert not tight
