"""A mark of direction that a reader pasted along turns their own text, and never our amounts and dates."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from docx import Document as WordFile
from openpyxl import load_workbook

from calculators import documents
from calculators.documents import calendar
from calculators.documents.figures import Figures
from calculators.dossier import Document, ItemStatus, OwnAction, Scenario
from tests.unit.documents.made import DAY, excel, text_of, word
from tests.unit.dossiers import FILLED, hostile

TYPED = "Chiro \u202e12"
"""An override that nothing closes: with it, “12” reads as “21”, and so does all that follows."""
TURNED = re.compile("\u202e[^\u202c\n]*\u202c?")
"""What the override of a text turns: up to its end, or to the end of the line."""


def everywhere(delivery: str) -> Document:
    """A dossier in which the reader typed that in every field, and in the names within the budget."""
    budget = {
        **FILLED.calculators["budget"],
        "subsidies_aantal": "1",
        "subsidie_naam_1": TYPED,
        "subsidie_bedrag_1": "5.000",
        "betalers_aantal": "1",
        "betaler_naam_1": TYPED,
        "betaler_aandeel_1": "100",
    }
    return replace(
        hostile(TYPED),
        appointment={**FILLED.appointment, "uitvoering": delivery},
        calculators={**FILLED.calculators, "budget": budget, "trajecten": {"fte": TYPED, "vrije_plaatsen": TYPED}},
        scenarios=(Scenario(TYPED, {"fte": "50"}),),
        checklist={**hostile(TYPED).checklist, "eigen-1": ItemStatus("bezig", TYPED, "2027-02-01", TYPED)},
        actions=(OwnAction("eigen-1", "stap-2", TYPED),),
    )


def lines(kind: str, document: Document) -> Iterator[str]:
    """The paragraphs or cells of a document, one for each that has its own direction."""
    name, _, made = documents.make(kind, document, DAY)
    if name.endswith("docx"):
        yield from text_of(word(kind, document)).split("\n")
    elif name.endswith("xlsx"):
        for sheet in load_workbook(io.BytesIO(made)):
            yield from (str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)
    elif name.endswith("zip"):
        archive = zipfile.ZipFile(io.BytesIO(made))
        for inner in archive.namelist():
            yield from text_of(WordFile(io.BytesIO(archive.read(inner)))).split("\n")
    elif name.endswith("csv"):
        for row in csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";"):
            yield from row


SHOWN = [kind.id for kind in documents.ALL.values() if kind.id != "gegevens"]


@pytest.mark.parametrize("delivery", ["eigen", "extern"])
@pytest.mark.parametrize("kind", SHOWN)
def test_only_what_was_typed_is_turned(kind: str, delivery: str) -> None:
    turned = [found for line in lines(kind, everywhere(delivery)) for found in TURNED.findall(line)]
    assert turned
    assert set(turned) == {"\u202e12\u202c"}


def test_a_partner_that_ends_in_a_number_signs_for_that_number() -> None:
    assert "Chiro \u202e12\u202c" in text_of(word("engagement-vereniging", hostile(TYPED)))


def test_a_subsidy_and_a_payer_keep_their_direction_to_themselves() -> None:
    book = excel("dossier", everywhere("eigen"))
    names = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if TYPED in str(cell.value)]
    assert f"{TYPED}\u202c" in names
    inputs = Figures(everywhere("eigen")).inputs
    assert inputs is not None
    assert inputs.subsidy_names == inputs.payer_names == (f"{TYPED}\u202c",)


def test_an_entry_in_the_calendar_closes_its_direction() -> None:
    made = calendar.make(
        everywhere("eigen"), Figures(everywhere("eigen")).appointment, datetime(2027, 1, 4, tzinfo=UTC)
    )
    unfolded = made.replace("\r\n ", "")
    assert set(re.findall("\u202e12.?", unfolded)) == {"\u202e12\u202c"}


def test_what_is_kept_and_passed_on_is_what_was_typed() -> None:
    made = json.loads(documents.make("gegevens", everywhere("eigen"), DAY)[2])
    assert made["dossier"]["organisatie"] == TYPED
    assert made["calculators"]["budget"]["subsidie_naam_1"] == TYPED
