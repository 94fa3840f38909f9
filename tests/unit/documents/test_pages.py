"""Pages of our Word files as LibreOffice lays them out: none is empty, and no signature stands alone."""

import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from calculators import documents
from calculators.dossier import EMPTY, Document, Partner
from tests.office import convert
from tests.unit.dossiers import FILLED

DAY = date(2027, 1, 1)
WORD = "Wie hier opgroeit moet vlot een plek vinden om te spelen en mee te doen. "
LENGTHS = (0, 40, 160, 200, 320, 400, 700, 1400)
PARTNERS = tuple(Partner(f"Vereniging {number}", "vereniging", "4") for number in range(1, 4))
THREE = ("groepswerker", "toeleider", "netwerkmakelaar")


def text(length: int) -> str:
    return (WORD * (length // len(WORD) + 1))[:length].strip()


def case(kind: str, length: int) -> Document:
    """A dossier with a text of this length where the document has room for it."""
    name = {"functieprofiel": "mandaat", "engagement-vereniging": "focus"}[kind]
    return replace(FILLED, texts={**FILLED.texts, name: text(length)}, partners=PARTNERS, profielen=THREE)


def pages(pdf: Path) -> list[str]:
    """The text of each page, without the footer."""
    found = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    assert found.endswith("\f")
    return [re.sub(r"[^\n]*Pagina \d+[^\n]*", "", page).strip() for page in found.split("\f")[:-1]]


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """By kind, the pages of each document of the grid; every kind blank and filled too."""
    folder = tmp_path_factory.mktemp("pages")
    files: dict[str, list[Path]] = {}
    for kind, one in documents.ALL.items():
        grid = [case(kind, length) for length in LENGTHS] if kind in ("functieprofiel", "engagement-vereniging") else []
        for number, document in enumerate([EMPTY, FILLED, *grid]):
            if one.filename.endswith(".docx"):
                path = folder / f"{kind}-{number}.docx"
                path.write_bytes(documents.make(kind, document, DAY)[2])
                files.setdefault(kind, []).append(path)
    every = [path for paths in files.values() for path in paths]
    made = dict(zip(every, convert(every, "pdf", folder), strict=True))
    return {kind: [pages(made[path]) for path in paths] for kind, paths in files.items()}


def test_no_page_is_empty(laid_out: dict[str, list[list[str]]]) -> None:
    found = [
        (kind, number, page)
        for kind, rendered in laid_out.items()
        for number, sheets in enumerate(rendered)
        for page, sheet in enumerate(sheets, start=1)
        if len(sheet) < 40
    ]
    assert found == []
    assert sum(len(sheets) for rendered in laid_out.values() for sheets in rendered) > 100


def test_signatures_stand_with_the_text_before_them(laid_out: dict[str, list[list[str]]]) -> None:
    signed = [sheet for sheets in laid_out["engagement-vereniging"] for sheet in sheets if "Handtekeningen" in sheet]
    assert len(signed) == 1 + 2 + len(LENGTHS) * len(PARTNERS)
    for sheet in signed:
        assert "Loopt iets mis of wil je stoppen" in sheet
        assert "bewaart een getekend exemplaar" in sheet


def test_the_agreement_is_not_signed_on_a_page_of_its_own(laid_out: dict[str, list[list[str]]]) -> None:
    for sheets in laid_out["overeenkomst"]:
        (signed,) = [sheet for sheet in sheets if "Handtekeningen" in sheet]
        assert "Vertrekt de ambassadeur" in signed
        assert "bewaart een getekend exemplaar" in signed


def test_a_statement_begins_on_a_page_of_its_own(laid_out: dict[str, list[list[str]]]) -> None:
    for sheets in laid_out["engagement-vereniging"]:
        for sheet in sheets:
            assert sheet.count("Engagementsverklaring voor een vereniging") <= 1
            if "Engagementsverklaring voor een vereniging" in sheet:
                assert sheet.startswith("Engagementsverklaring voor een vereniging")


def test_a_short_statement_fits_on_one_page(laid_out: dict[str, list[list[str]]]) -> None:
    for kind in ("engagement-toeleider", "engagement-vereniging", "engagement-bestuur"):
        assert len(laid_out[kind][0]) == 1, kind


def test_a_vacancy_without_a_profile_is_one_to_choose_in(laid_out: dict[str, list[list[str]]]) -> None:
    assert len(laid_out["functieprofiel"][0]) <= 2
