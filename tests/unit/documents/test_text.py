"""What the Word files say: in the words of who decides, in whole numbers, on days that exist."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from calculators import documents
from calculators.budget import evaluate, from_values
from calculators.core import content
from calculators.core.numbers import format_euro
from calculators.documents import docx
from calculators.documents.docx.xml import markup
from calculators.documents.vacancy import SENTENCES, TASKS
from calculators.dossier import EMPTY, Partner
from tests.unit.documents.made import DAY, employed, table, text_of, with_, word
from tests.unit.dossiers import FILLED


def test_the_table_of_the_note_adds_up_and_tells_income_from_expense() -> None:
    rows = {row[0]: row[1:] for row in table("nota", "Klasse")}
    sides = {name: row[0] for name, row in rows.items() if name != "Klasse"}
    assert sides.pop("740 Ontvangen subsidies") == "O"
    assert sides.pop("Nettokost") == "–"
    assert set(sides.values()) == {"U"}
    assert list(rows)[-3:] == ["Totale uitgaven", "740 Ontvangen subsidies", "Nettokost"]
    figures = {"fte": Decimal(80), "jaarloonkost": Decimal("64250.50"), "subsidie": Decimal(20000)}
    totals = evaluate(from_values({**figures, "startdatum": date(2027, 3, 1)})).totals
    for name, key in (("Totale uitgaven", "totaal"), ("Nettokost", "netto_totaal")):
        amount = totals[key]
        assert isinstance(amount, Decimal)
        assert rows[name][-1] == format_euro(amount, 0)


@pytest.mark.parametrize("delivery", ["eigen", "extern", "subsidie"])
def test_the_classes_of_the_calculator_add_up_in_each_year(delivery: str) -> None:
    result = evaluate(from_values({"uitvoering": delivery, "subsidie": Decimal(20000)}))
    (classes,) = (table for table in result.tables if table.key == "klasse")
    rows = {row.heading: [cell.value for cell in row.cells] for row in classes.rows}
    expenses, income, net = (rows.pop(name) for name in ("Totale uitgaven", "740 Ontvangen subsidies", "Nettokost"))
    for column, (whole, less, rest) in enumerate(zip(expenses, income, net, strict=True)):
        parts = [row[column] for row in rows.values()]
        assert abs(sum(map(Decimal, map(str, parts))) - Decimal(str(whole))) < Decimal("1e-9")
        assert Decimal(str(whole)) - Decimal(str(less)) == Decimal(str(rest))
    keys = [cell.key for table in result.tables for row in table.rows for cell in row.cells if cell.key]
    assert len(keys) == len(set(keys))
    assert result.totals["klasse_uitgaven_totaal"] == result.totals["totaal"]
    assert result.totals["klasse_netto_totaal"] == result.totals["netto_totaal"]


def test_the_blank_table_has_the_same_lines() -> None:
    assert [row[0] for row in table("nota", "Klasse", EMPTY)][-3:] == [
        "Totale uitgaven",
        "740 Ontvangen subsidies",
        "Nettokost",
    ]


BODIES = {
    "": "nota-voor-het-college.docx",
    "college": "nota-voor-het-college.docx",
    "raad": "nota-voor-de-gemeenteraad.docx",
    "vast-bureau": "nota-voor-het-vast-bureau.docx",
    "bestuursorgaan": "nota-voor-het-bestuursorgaan.docx",
}


@pytest.mark.parametrize(("body", "name"), BODIES.items())
def test_the_note_is_named_after_the_body_that_decides(body: str, name: str) -> None:
    stem = name.removesuffix(".docx")
    assert documents.make("nota", with_(orgaan=body), DAY)[0] == f"2027-01-04-{stem}-gemeente-voorbeeldegem.docx"


def test_the_note_says_what_is_decided() -> None:
    for delivery, subject in {"eigen": "Aanstelling", "extern": "Opdracht", "subsidie": "Subsidie"}.items():
        (line,) = (p.text for p in word("nota", employed(delivery)).paragraphs if p.style.name == "Heading 1")  # type: ignore[union-attr]
        assert line.startswith(subject)


def test_the_note_says_whether_the_invoice_has_vat() -> None:
    for answer, words in {"standaard": "met btw", "vrij": "vrijgesteld van btw"}.items():
        document = replace(employed("extern"), calculators={"budget": {"btw": answer}})
        assert f"van de personeelskost, {words}" in text_of(word("nota", document))


def test_one_strategy_and_one_profile_are_spoken_of_as_one() -> None:
    text = text_of(word("nota"))
    assert "steunt op deze strategie: individuele toeleiding. Het gekozen profiel is “toeleider die" in text
    more = replace(FILLED, strategieen=("bottom-up-werken", "individuele-toeleiding"), profielen=())
    assert "steunt op deze strategieën: bottom-up werken en individuele toeleiding." in text_of(word("nota", more))


def test_the_note_promises_no_part_of_a_child() -> None:
    rows = table("nota", "Verwachting")[1:]
    assert ["Voorlopig geslaagd, onderkant", "ongeveer 23"] in rows
    assert all(re.fullmatch(r"(hoogstens|ongeveer) \d+", outcome) for _, outcome in rows)
    assert "De vrije plaatsen bij de partners bepalen" in text_of(word("nota"))


def test_what_cannot_be_read_stands_in_the_note_as_typed() -> None:
    partners = (*FILLED.partners, Partner("Scouts", "vereniging", "een stuk of zes"))
    odd = replace(with_(visum_drempel="dertigduizend", datum="in mei"), partners=partners)
    text = text_of(word("nota", odd))
    for typed in ("dertigduizend", "in mei", "een stuk of zes"):
        assert f"{typed} (na te kijken)" in text
    assert table("nota", "Partner", odd)[-1] == ["Plaatsen samen, zonder wat na te kijken is", "–", "16", "–"]
    assert "Kijk na wat je invulde bij “Plaatsen” van Scouts." in text
    assert "een stuk of zes (na te kijken)" in text_of(word("engagement-vereniging", odd))
    assert "na te kijken" not in text_of(word("engagement-vereniging"))


def test_what_each_kind_of_partner_promises_has_its_own_unit() -> None:
    council = Partner("Schepen van Jeugd", "bestuur", "1", "nee", overlegmomenten="1")
    document = replace(FILLED, partners=(*FILLED.partners, council))
    assert [row[2] for row in table("nota", "Partner", document)[1:]] == [
        *("6 plaatsen", "10 plaatsen", "12 kinderen of gezinnen voor te stellen", "1 overlegmoment per jaar"),
        "16",
    ]
    expected = {
        "toeleider": "dat we verwachten voor te stellen: 12.",
        "vereniging": "Aantal plaatsen dat we vrijmaken: 10.",
        "bestuur": "waarop we de opvolging bespreken: 1.",
    }
    for kind, words in expected.items():
        assert words in text_of(word(f"engagement-{kind}", document))


def test_the_day_of_the_note_is_called_so() -> None:
    found = dict(table("nota", "Bestuur of organisatie"))
    assert found["Datum van de nota"] == "18 januari 2027"
    assert "zitting" not in text_of(word("nota"))


@pytest.mark.parametrize(
    ("typed", "words"),
    [("3", "(3 jaar)"), ("2,5", "(2,5 jaar)"), ("1,75", "(21 maanden)"), ("20 maanden", "(20 maanden)")],
)
def test_the_note_tells_the_term_in_words(typed: str, words: str) -> None:
    budget = {**FILLED.calculators["budget"], "looptijd_jaren": typed}
    assert words in text_of(word("nota", replace(FILLED, calculators={"budget": budget})))


def test_the_term_of_a_statement_includes_its_last_day() -> None:
    assert "Van 1 maart 2027 tot en met 28 februari 2030." in text_of(word("engagement-vereniging"))


def test_every_quality_is_a_sentence_to_the_candidate() -> None:
    qualities = {quality for profile in content.profiles() for quality in profile.qualities}
    assert qualities == SENTENCES.keys()
    for sentence in SENTENCES.values():
        assert re.search(r"\b[Jj]e\b", sentence)
        assert sentence.endswith(".")
        assert not re.search("kant\\b|voeling|laagdrempelig", sentence, re.IGNORECASE)


def test_a_vacancy_names_the_strategy_of_its_profile_first() -> None:
    chosen = replace(FILLED, strategieen=("bottom-up-werken", "individuele-toeleiding"))
    assert "deze strategieën: individuele toeleiding en bottom-up werken." in text_of(word("functieprofiel", chosen))


def test_the_remark_has_one_name() -> None:
    for kind in ("checklist", "evaluatie"):
        assert "Notitie" in text_of(word(kind))
        assert "Nota" not in text_of(word(kind))


def test_a_vacancy_speaks_to_the_candidate() -> None:
    assert {profile.id: len(profile.tasks) for profile in content.profiles()} == {
        profile: len(tasks) for profile, tasks in TASKS.items()
    }
    assert all(task.startswith("Je ") for tasks in TASKS.values() for task in tasks)
    for document in (EMPTY, FILLED):
        text = text_of(word("functieprofiel", document))
        for part in ("(m/v/x)", "Niveau", "model 596.2", "Wervingsreserve"):
            assert part in text, part
    assert text_of(word("functieprofiel", EMPTY)).count("☐") == len(TASKS)


@pytest.mark.parametrize("kind", ["toeleider", "vereniging", "bestuur"])
def test_a_statement_asks_no_consent_as_its_legal_ground(kind: str) -> None:
    text = text_of(word(f"engagement-{kind}"))
    assert "De rechtsgrond en de bewaartermijn staan in onze AVG-afspraken." in text
    assert "toestemming" not in text
    assert "Meedoen is vrij. Wie meedoet, daar rekenen we op." in text


@pytest.mark.parametrize(("lines", "moves"), [(1, True), (20, True), (21, False), (300, False)])
def test_a_high_row_breaks_over_pages_and_a_low_one_moves_as_a_whole(lines: int, moves: bool) -> None:
    """Moving a high row would leave a page nearly empty; so would keeping other rows with it."""
    text = "\n".join(["Een regel."] * lines)
    columns = (docx.Column("Wat", 50), docx.Column("Wie", 50))
    facts = docx.facts("Feiten", (("Datum", ""), ("Wat", text)))
    acties = docx.table("Acties", columns, [("Kort", ""), ("Lang", text)])
    for rows, heads in ((facts, 0), (acties, 1)):
        written = markup(rows)
        assert written.count("<w:cantSplit/>") == heads + 1 + moves
        assert ("<w:keepNext/>" in written) == moves


def test_a_text_without_line_ends_is_high_too() -> None:
    assert "<w:keepNext/>" not in markup(docx.facts("Feiten", (("Datum", ""), ("Wat", "woord " * 800))))
