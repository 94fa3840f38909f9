"""The note as a secretary reads it: what is decided, by whom, on which ground, and with which money."""

import re
from dataclasses import replace

import pytest

from calculators import documents
from calculators.documents.nota import ANNEXES
from calculators.dossier import EMPTY, Document, missing_texts
from tests.unit.documents import finished
from tests.unit.dossiers import FILLED

DELIVERIES = ("eigen", "extern", "subsidie")


def dossier(delivery: str = "eigen", body: str = "college", **texts: str) -> Document:
    shared = {**FILLED.appointment, "uitvoering": delivery}
    return replace(FILLED, appointment=shared, texts={**FILLED.texts, "orgaan": body, **texts})


def note(document: Document) -> finished.Word:
    return finished.word("nota", document)


def articles(document: Document) -> list[str]:
    lines = note(document).lines
    start = next(index for index, line in enumerate(lines) if line.endswith(" beslist:"))
    return lines[start + 1 : lines.index("Bijlagen")]


def authority(document: Document) -> str:
    lines = note(document).lines
    return lines[lines.index("Bevoegdheid") + 1]


GROUNDS = {"eigen": "art. 56, § 3, 2°", "extern": "Wet op de overheidsopdrachten", "subsidie": "art. 41, 23°"}


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_the_authority_is_filled_in_with_a_ground_to_check(delivery: str) -> None:
    told = authority(dossier(delivery, "raad" if delivery == "subsidie" else "college"))
    assert GROUNDS[delivery] in told
    assert told.endswith("(kijk na).")


def test_the_ground_that_the_reader_noted_stands_alone() -> None:
    assert GROUNDS["eigen"] not in note(dossier(bevoegdheid="Delegatie van 3 mei.")).text.partition("Adviezen")[0]


@pytest.mark.parametrize(
    ("delivery", "body", "warned"),
    [
        ("subsidie", "college", True),
        ("subsidie", "raad", False),
        ("eigen", "raad", True),
        ("eigen", "college", False),
        ("eigen", "bestuursorgaan", False),
        ("eigen", "vast-bureau", True),
        ("extern", "college", False),
        ("extern", "raad", True),
        ("extern", "vast-bureau", True),
        ("subsidie", "vast-bureau", True),
    ],
)
def test_a_body_that_does_not_fit_is_warned_of_in_the_note_and_on_the_page(
    delivery: str, body: str, *, warned: bool
) -> None:
    document = dossier(delivery, body)
    told = [text for text in missing_texts(document) if "De nota is nu voor" in text]
    assert len(told) == warned
    assert note(document).lines.count(told[0] if told else "–") == 2 * warned


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_a_rule_on_another_body_is_no_ground_for_this_one(delivery: str) -> None:
    document = dossier(delivery, "vast-bureau")
    assert authority(document) == "Na te kijken: op welke grond is het vast bureau bevoegd?"
    (told,) = (text for text in missing_texts(document) if GROUNDS[delivery] in text)
    assert told.endswith("(kijk na). De nota is nu voor het vast bureau.")


def test_an_article_decides_and_promises_nothing() -> None:
    own = articles(dossier(actie="A-3.1"))
    assert [line.split(" ")[2] for line in own[:3]] == ["gaat", "keurt", "geeft"]
    assert "aangerekend op het meerjarenplan, per jaar zoals in de tabel. Actie: A-3.1." in own[3]
    assert own[4].startswith("Wat nog niet in het meerjarenplan staat, vraagt het college op te nemen")
    assert not any("indicatie" in line or "steungroep" in line for line in own)
    assert "Een steungroep volgt de opdracht op" in note(dossier()).text.partition("Beslissing")[0]


def test_what_falls_after_the_plan_is_for_the_next_one() -> None:
    assert "volgende meerjarenplan" not in " ".join(articles(dossier()))
    later = replace(dossier(), appointment={**FILLED.appointment, "startdatum": "2030-03-01"})
    assert "na 2031 komt in het volgende meerjarenplan." in articles(later)[4]


WITH_VAT = {"looptijd_jaren": "1", "fte": "50", "jaarloonkost": "60.000", "overhead": "30", "werkingskosten": "0"}


def test_the_limit_of_the_visum_and_the_estimate_are_both_without_vat() -> None:
    """At 39,000 euros, which are 47,190 with VAT, against a limit of 45,000."""
    document = replace(
        dossier("extern", visum_drempel="45.000"),
        appointment={"startdatum": "2027-01-01", "uitvoering": "extern", "fte": "50", "looptijd_jaren": "1"},
        calculators={"budget": WITH_VAT},
    )
    text = note(document).text
    assert "(€\u00a039.000 zonder btw) ligt niet boven de drempel van €\u00a045.000 zonder btw" in text
    assert "De raming is €\u00a039.000 zonder btw over de looptijd." in articles(document)[2]
    assert "geraamd op €\u00a047.190 over de looptijd" in articles(document)[3]


def test_advice_is_asked_of_whom_the_rules_name() -> None:
    rows = note(dossier()).rows("Wie")
    assert [row[0] for row in rows[1:4]] == ["Jeugdraad", "Managementteam", "Financieel directeur"]


def test_an_association_reads_nothing_of_a_local_government() -> None:
    text = note(dossier(body="bestuursorgaan")).text
    for word in (
        "college",
        "gemeenteraad",
        "isum",
        "anagementteam",
        "Meerjarenplan:",
        "beleidsitem",
        "inanciële dienst",
    ):
        assert word not in text.partition("Werkblad")[0], word
    assert "in de begroting van de vereniging" in text
    assert "De vereniging zelf" in text
    assert "Het bestuur zelf" not in text
    assert not any("meerjarenplan" in one or "visum" in one for one in missing_texts(dossier(body="bestuursorgaan")))


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_annexes_are_documents_of_this_guide(delivery: str) -> None:
    assert set(ANNEXES) <= set(documents.ALL)
    lines = note(dossier(delivery)).lines
    found = lines[lines.index("Bijlagen") + 1 : lines.index("Werkblad: verwijder deze pagina voor je de nota indient")]
    assert [line.removeprefix("☐ ") for line in found] == [
        name for name, ways in ANNEXES.values() if not ways or delivery in ways
    ]


def test_a_free_text_stands_under_its_question() -> None:
    lines = note(dossier(mandaat="Beslist zelf.", vorming="Intervisie.", knelpunten="Geen plek.")).lines
    for title, text in {
        "Mandaat": "Beslist zelf.",
        "Vorming": "Intervisie.",
        "Wat vandaag niet lukt": "Geen plek.",
    }.items():
        assert lines[lines.index(text) - 1] == title


def test_no_amount_has_cents() -> None:
    text = note(dossier()).text
    assert "€" in text
    assert ",00" not in text


SCALE = {"ancienniteit": "schaal", "schaal": "0\t17.300\n1\t17.500"}


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"posts": "3"}, "anciënniteit: niet meegerekend"),
        (
            {"posts": "3", "ancienniteit_2": "percent", "ancienniteit_percent_2": "1"},
            "anciënniteit: niet meegerekend (posten 1 en 3), 1\u00a0% per jaar dienst (post 2)",
        ),
        (SCALE | {"schaal_trap": "1"}, "anciënniteit: eigen loonschaal vanaf trap 1"),
        (
            SCALE | {"schaal_trap": "14"},
            "anciënniteit: eigen loonschaal vanaf trap 14 (na te kijken: de schaal gaat van trap 0 tot 1)",
        ),
    ],
)
def test_the_years_of_service_say_of_which_posts(answers: dict[str, str], told: str) -> None:
    basis = dict(note(replace(dossier(), calculators={"budget": answers})).rows("Tewerkstelling"))
    assert told in basis["Lonen"].split("; ")


OWN_COSTS = {"jaarloonkost": "64.250", "werkingskosten": "8.000"}
MARGINS = {"onzeker_loon": "4", "onzeker_werking": "5", "onzeker_groei": "0,5"}


@pytest.mark.parametrize("answers", [{}, OWN_COSTS, MARGINS, {**OWN_COSTS, **MARGINS}])
@pytest.mark.parametrize("delivery", DELIVERIES)
def test_who_decides_did_not_fill_in_the_form(delivery: str, answers: dict[str, str]) -> None:
    document = replace(dossier(delivery), calculators={"budget": {"jaarloonkost": "61.400", **answers}})
    lines = note(document).lines
    money = " ".join(lines[lines.index("Financiële gevolgen") : lines.index("Adviezen")])
    words = set(re.findall(r"\w+", money.lower()))
    assert "Bandbreedte" in money
    assert not words & {"je", "jij", "jouw", "jullie", "ons", "onze"}
    assert ("rekenvoorbeeld" in money) == (not answers)


def test_a_contract_asks_which_procedure_fits() -> None:
    document = replace(dossier("extern"), calculators={"budget": {"jaarloonkost": "61.400"}})
    assert "Na te gaan met de aankoopdienst: welke procedure past?" in note(document).text


def test_a_blank_note_decides_nothing_yet() -> None:
    assert "Noteer op welke grond het college van burgemeester en schepenen bevoegd is." in note(EMPTY).text
