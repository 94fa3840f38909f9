"""Pages of our Word files as LibreOffice lays them out: none is empty, and no signature stands alone."""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from pathlib import Path

import docx
import pytest

from calculators import documents
from calculators.core import content
from calculators.dossier import EMPTY, Document, Partner
from calculators.dossier.choices import PARTNER_ROLES
from calculators.dossier.declared import MULTILINE
from tests.office import convert, pages
from tests.unit.dossiers import FILLED

DAY = date(2027, 1, 1)
WORD = "Wie hier opgroeit moet vlot een plek vinden om te spelen en mee te doen. "
LENGTHS = (0, 40, 90, 160, 200, 320, 400, 700, 1000, 1400)
PARTNERS = tuple(Partner(f"Vereniging {number}", "vereniging", "4") for number in range(1, 4))
THREE = ("groepswerker", "toeleider", "netwerkmakelaar")


def text(length: int) -> str:
    return (WORD * (length // len(WORD) + 1))[:length].strip()


def case(kind: str, length: int) -> Document:
    """A dossier with a text of this length where the document has room for it."""
    name = {"functieprofiel": "mandaat", "engagement-vereniging": "focus"}[kind]
    return replace(FILLED, texts={**FILLED.texts, name: text(length)}, partners=PARTNERS, profielen=THREE)


ROWS = (1, 12)
"""How many partners, posts and lines of text a dossier of the grid has."""
WORDS = [kind for kind, one in documents.ALL.items() if one.filename.endswith(".docx")]


def full(length: int, rows: int) -> Document:
    """A dossier in which each free text has this length, with this many partners, and up to four posts."""
    free = {name: text(length) for name in MULTILINE}
    many = tuple(
        Partner(f"Vereniging {number} met een naam", kind, "4") for number in range(rows) for kind in PARTNER_ROLES
    )
    budget = {**FILLED.calculators["budget"], "posts": str(min(rows, 4)), "looptijd_jaren": str(min(rows, 9))}
    return replace(
        FILLED,
        texts={**FILLED.texts, **free},
        partners=many,
        calculators={**FILLED.calculators, "budget": budget},
        strategieen=tuple(one.id for one in content.strategies())[:rows],
    )


@dataclass(frozen=True)
class Laid:
    """A document of the grid: its kind and sizes, its headings, and the text of each page."""

    name: str
    headings: frozenset[str]
    pages: list[str]


@pytest.fixture(scope="module")
def grid(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> list[Laid]:
    """Every Word document for each length of text and number of rows; `--pages 10` tries all lengths."""
    folder, files = tmp_path_factory.mktemp("grid"), []
    lengths = LENGTHS[::-1][: request.config.option.pages]
    for kind, length, rows in product(WORDS, lengths, ROWS):
        files.append(folder / f"{kind}-{length}-{rows}.docx")
        files[-1].write_bytes(documents.make(kind, full(length, rows), DAY)[2])
    parts = [files[start : start + 60] for start in range(0, len(files), 60)]
    made = [pdf for part in parts for pdf in convert(part, "pdf", folder)]
    return [Laid(path.stem, headings(path), pages(pdf)) for path, pdf in zip(files, made, strict=True)]


def headings(path: Path) -> frozenset[str]:
    """The headings and captions of a Word file, without spaces."""
    styles = ("Heading", "Caption")
    found = (one for one in docx.Document(str(path)).paragraphs if one.style and one.style.name)
    return frozenset(squeezed(one.text) for one in found if one.style.name.startswith(styles))  # type: ignore[union-attr]


def squeezed(line: str) -> str:
    return re.sub(r"\s", "", line)


def test_no_page_of_the_grid_is_empty(grid: list[Laid]) -> None:
    assert [(one.name, number) for one in grid for number, page in enumerate(one.pages, 1) if len(page) < 40] == []
    assert len(grid) >= len(ROWS) * len(WORDS)
    assert sum(len(one.pages) for one in grid) > 3 * len(grid)


def test_no_heading_stands_alone_at_the_end_of_a_page(grid: list[Laid]) -> None:
    assert [(one.name, line) for one in grid for line in alone(one)] == []
    assert all(one.headings & {squeezed(line) for page in one.pages for line in page.splitlines()} for one in grid)


def alone(one: Laid) -> list[str]:
    """The headings that are the last line of a page, so that their text is on another page."""
    last = [page.splitlines()[-1] for page in one.pages]
    return [line for line in last if squeezed(line) in one.headings]


def test_a_heading_that_stands_alone_is_seen() -> None:
    pages = ["Nota\n  Tekst.\n   Korte   omschrijving", "Tekst."]
    assert alone(Laid("nota", frozenset({"Korteomschrijving", "Nota"}), pages)) == ["   Korte   omschrijving"]


def test_no_signature_of_the_grid_stands_alone(grid: list[Laid]) -> None:
    signed = [(one.name, page) for one in grid for page in one.pages if "Handtekeningen" in page]
    assert len(signed) > 30
    assert [name for name, page in signed if len(page.partition("Handtekeningen")[0]) < 80] == []


def test_every_word_of_a_long_text_is_on_a_page(grid: list[Laid]) -> None:
    """Nothing is cut off in a cell or at the edge of a page."""
    notes = [one for one in grid if one.name.startswith("nota-")]
    assert notes
    for one in notes:
        _, length, _ = one.name.rsplit("-", 2)
        assert squeezed("".join(one.pages)).count(squeezed(text(int(length))[-60:])) > 5, one.name


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
    title = "Engagementsverklaring voor een vereniging"
    for sheets in laid_out["engagement-vereniging"]:
        first = [sheet for sheet in sheets if title in sheet]
        assert first
        assert all(sheet.startswith(title) and sheet.count(title) == 1 for sheet in first)


def test_a_short_statement_fits_on_one_page(laid_out: dict[str, list[list[str]]]) -> None:
    for kind in ("engagement-toeleider", "engagement-vereniging", "engagement-bestuur"):
        assert len(laid_out[kind][0]) == 1, kind


def test_a_vacancy_without_a_profile_is_one_to_choose_in(laid_out: dict[str, list[list[str]]]) -> None:
    assert len(laid_out["functieprofiel"][0]) <= 2
