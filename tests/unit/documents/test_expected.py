"""What the documents expect of trajectories: the same in each, no successful referrals without a ground."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from calculators import documents
from calculators.dossier import options
from tests.unit.documents.made import DAY, table, text_of, word
from tests.unit.dossiers import FILLED

OUTCOMES = {
    "not agreed": ("", "na_6_8_maanden", "50", "We spraken nog niet af wanneer een toeleiding geslaagd is.", 0),
    "at enrolment": ("inschrijving", "inschrijving", "", "Geslaagd telt hier bij de inschrijving.", 2),
    "without a figure": ("na_6_8_maanden", "inschrijving", "", "na zes tot acht maanden, geeft geen enkele bron", 0),
    "of another moment": ("na_6_8_maanden", "volgend_werkjaar", "50", "maanden, geeft geen enkele bron", 0),
    "with a figure": ("volgend_werkjaar", "volgend_werkjaar", "50", "werkjaar, met ons eigen cijfer: 50\u00a0% van", 2),
}


@pytest.mark.parametrize(("agreed", "form", "share", "words", "rows"), OUTCOMES.values(), ids=OUTCOMES)
def test_success_has_a_number_only_for_the_moment_that_was_agreed(
    agreed: str, form: str, share: str, words: str, rows: int
) -> None:
    """In the note and in the workbook, whatever the form of the calculator holds."""
    raw = {"vrije_plaatsen": "31", "afsluitmoment": form, "eigen_slaagaandeel": share}
    document = replace(FILLED, calculators={"trajecten": raw}, appointment={"afsluitmoment": agreed})
    assert words in text_of(word("nota", document))
    found = [outcome for name, outcome in table("nota", "Verwachting", document) if "geslaagd" in name]
    assert len(found) == rows
    book = load_workbook(BytesIO(documents.make("dossier", document, DAY)[2]), data_only=True)
    lines = list(book["Trajecten"].iter_rows(values_only=True))
    moment = next(row[1] for row in lines if row[0] == "Wanneer noem je een toeleiding geslaagd?")
    assert moment == dict(options("afsluitmoment")).get(agreed)
    cells = [cell for row in lines if str(row[0]).startswith("Geslaagde") for cell in row[1:3]]
    shown = [cell for cell in cells if cell != "kinderen en jongeren"]
    assert len(shown) == 6, "two limits in two years, and two over the term"
    if rows:
        assert all(isinstance(cell, int | float) for cell in shown)
    else:
        assert set(shown) == {"eigen cijfer nodig" if agreed else "kies eerst een moment"}


def test_places_of_the_partners_limit_what_note_and_workbook_expect() -> None:
    document = replace(FILLED, calculators={"trajecten": {"fte": "80"}})
    outcomes = dict(table("nota", "Verwachting", document))
    assert outcomes["Voorlopig te starten per jaar"] == "hoogstens 16"
