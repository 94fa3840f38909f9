"""The documents that the steps promise: each asks what its step asks, and says what the dossier says."""

from dataclasses import replace

import pytest

from calculators.core import content
from calculators.documents.steps import short_note
from calculators.dossier import EMPTY, Document, read, write
from tests.unit.documents.finished import word
from tests.unit.dossiers import FILLED

TEXTS = {
    "overtuigingen": "Spelen is een recht.",
    "knelpunten": "Tieners vinden geen plek.",
    "verwachtingen": "We bereiken andere groepen.",
    "eigen_inzet": "Twee uur per week van de jeugddienst.",
}
NOTED = replace(FILLED, texts={**FILLED.texts, **TEXTS})


def test_the_short_note_has_four_parts_from_four_fields() -> None:
    lines = word("korte-nota", NOTED).lines
    for name, title, _ in short_note.PARTS:
        at = lines.index(title)
        assert TEXTS[name] in lines[at : at + 3], name
    assert [title for _, title, _ in short_note.PARTS] == [
        "Waarom vrije tijd telt",
        "Wat er vandaag niet lukt",
        "Wat we van de ambassadeur verwachten",
        "Wat we zelf doen",
    ]


def test_a_question_that_is_answered_is_not_asked_again() -> None:
    answered, blank = word("korte-nota", NOTED).text, word("korte-nota", EMPTY).text
    for name, _, question in short_note.PARTS:
        assert question in blank
        assert question not in answered, name
    assert "Wat mag de ambassadeur zelf beslissen?" in word("overeenkomst", EMPTY).text
    mandate = replace(FILLED, texts={**FILLED.texts, "mandaat": "Contacten, tempo en werkvormen."})
    assert "Wat mag de ambassadeur zelf beslissen?" not in word("overeenkomst", mandate).text


def test_the_new_fields_stay_in_a_file() -> None:
    assert read(write(NOTED)).texts == NOTED.texts


def test_the_analysis_names_the_clubs_and_what_they_offer() -> None:
    rows = word("omgevingsanalyse", FILLED).rows("Aanbieder")
    assert [(row[0], row[-1]) for row in rows[1:3]] == [("Chiro De Linde", "6"), ("Jeugdhuis 't Spoor", "10")]
    assert {row[0].strip() for row in rows[3:]} == {""}
    assert len(word("omgevingsanalyse", EMPTY).rows("Aanbieder")) == 6


def test_every_partner_has_a_note_of_its_talk_and_all_questions_go_along() -> None:
    file = word("gespreksnotitie", FILLED)
    talks = [dict(one) for one in file.tables if one[0][0] == "Partner"]
    assert [one["Partner"] for one in talks] == [partner.naam for partner in FILLED.partners]
    assert talks[2]["Hoeveel kinderen of gezinnen voor te stellen?"] == "12"
    for document in (EMPTY, FILLED):
        text = word("gespreksnotitie", document).text
        assert all(question in text for kind in content.partner_kinds() for question in kind.questions)


ROUTES = {
    "eigen": ({"De aanstelling", "Het functieprofiel en de selectie"}, {"De subsidie op naam of het reglement"}),
    "extern": ({"Hoe de opdracht gegund wordt, en aan wie"}, {"De aanstelling"}),
    "subsidie": ({"De subsidie op naam of het reglement"}, {"De aanstelling"}),
}


@pytest.mark.parametrize("way", ROUTES)
def test_the_sheet_has_the_decisions_of_the_chosen_way(way: str) -> None:
    document = replace(FILLED, appointment={**FILLED.appointment, "uitvoering": way})
    found = {row[0] for row in word("beslissingen", document).rows("Beslissing")}
    wanted, unwanted = ROUTES[way]
    assert wanted <= found
    assert not unwanted & found
    assert {"Het visum", "Verlengen of overdragen"} <= found


OF_A_GOVERNMENT = ("college", "raad", "isum", "Decreet lokaal", "meerjarenplan", "anagementteam", "inancieel directeur")


@pytest.mark.parametrize("way", ["", *ROUTES])
def test_an_association_reads_its_statutes(way: str) -> None:
    """It has no council and no financial director; duties towards children are the same."""
    texts = {**FILLED.texts, "orgaan": "bestuursorgaan"}
    file = word("beslissingen", replace(FILLED, texts=texts, appointment={**FILLED.appointment, "uitvoering": way}))
    assert not [told for told in OF_A_GOVERNMENT if told in file.text]
    decided = {row[0]: row[1:3] for row in file.rows("Beslissing")[1:]}
    assert decided["De begroting"] == ["Wie de statuten noemen", "Statuten (kijk na)"]
    assert "Verlengen of overdragen" in decided
    assert ("De aanstelling" in decided) == (way in {"", "eigen"})
    assert any(row[0].startswith("Uittreksel") for row in file.rows("Wat moet"))


def test_the_sheet_takes_its_rows_from_the_rules() -> None:
    """The page of step 4 takes them there too: one text, in one place."""
    file = word("beslissingen", EMPTY)
    for kind, heading in (("beslissing", "Beslissing"), ("advies", "Wie"), ("plicht", "Wat moet")):
        rules = [rule for rule in content.rules() if rule.kind == kind]
        rows = file.rows(heading)[1:]
        assert [row[0] for row in rows] == [rule.subject for rule in rules]
        assert all(row[1].startswith(rule.text) for row, rule in zip(rows, rules, strict=True))
    read = [rule for rule in content.rules() if rule.kind in {"beslissing", "advies", "plicht"} and rule.url]
    assert read
    assert all(f"{rule.source}, nagekeken op " in file.text for rule in read)


def test_a_legal_ground_is_to_be_checked() -> None:
    """Grounds are ours to ask about: every article says so."""
    rows = word("beslissingen", EMPTY).rows("Beslissing")[1:]
    assert len(rows) == 8
    grounds = [row[2] for row in rows]
    assert all("kijk na" in ground.lower() for ground in grounds if "art." in ground or "Wet" in ground)
    assert {row[0] for row in word("beslissingen", EMPTY).rows("Wie")[1:]} >= {"Jeugdraad", "Managementteam"}


def test_a_partner_that_employs_stands_in_the_agreement_and_confirms_the_extract() -> None:
    texts = {**FILLED.texts, "partner_werkgever": "vzw De Brug"}
    document = replace(FILLED, texts=texts, appointment={**FILLED.appointment, "uitvoering": "extern"})
    file = word("overeenkomst", document)
    assert dict(file.rows("Het bestuur"))["De partner, werkgever"] == "vzw De Brug"
    for kind in ("opdracht", "overeenkomst"):
        assert "model 596.2" in word(kind, document).text


def test_an_association_is_no_government_in_its_agreement() -> None:
    texts = {**FILLED.texts, "orgaan": "bestuursorgaan", "organisatie": "vzw Kruispunt"}
    file = word("overeenkomst", replace(FILLED, texts=texts))
    assert file.rows("De vereniging")[0] == ["De vereniging", "vzw Kruispunt"]
    assert file.rows("Ondertekening")[0][1] == "Voor de vereniging"
    assert "het bestuur" not in file.text.lower()


@pytest.mark.parametrize("document", [EMPTY, FILLED], ids=["blank", "filled"])
def test_partners_do_not_read_the_estimate(document: Document) -> None:
    assert "€" not in word("opdracht", document).text
