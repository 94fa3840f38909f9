"""What the note says of money: nothing that its own tables do not show, and every doubt about who gives it."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from calculators.budget.income_notices import income_notices
from calculators.calculator import CALCULATORS
from calculators.core.results import Severity
from calculators.documents.figures import Figures
from calculators.dossier import Document
from tests.unit.documents import finished
from tests.unit.documents.made import excel
from tests.unit.dossiers import FILLED

SHARED = {
    "betalers_aantal": "3",
    "betalers_wijze": "inwoners",
    "betaler_naam_1": "Aalter",
    "betaler_aandeel_1": "29.000",
    "betaler_aandeel_2": "37.000",
    "betaler_aandeel_3": "20.000",
}
ENDLESS = {"contract": "onbepaald", "uitvoering": "extern"}


def dossier(appointment: dict[str, str] | None = None, /, body: str = "college", **budget: str) -> Document:
    shared = {"startdatum": "2027-10-01", "fte": "80", "uitvoering": "eigen", **(appointment or {})}
    texts = {**FILLED.texts, "orgaan": body}
    return replace(
        FILLED, appointment=shared, calculators={"budget": {"jaarloonkost": "61.400", **budget}}, texts=texts
    )


def note(document: Document) -> list[str]:
    return lines_of(finished.word("nota", document))


def lines_of(word: finished.Word) -> list[str]:
    return [line.replace("\u00a0", " ") for line in word.lines]


def summary(lines: list[str]) -> str:
    return lines[lines.index("Korte omschrijving") + 1]


def articles(lines: list[str]) -> str:
    start = next(index for index, line in enumerate(lines) if line.endswith(" beslist:"))
    return "\n".join(lines[start + 1 : lines.index("Bijlagen")])


def to_look_at(document: Document) -> list[str]:
    """What the last page asks to look at, before the note is handed in."""
    lines = note(document)
    return lines[lines.index("Nakijken voor je indient") + 1 :]


def test_subsidies_within_the_cost_cover_a_part_of_it() -> None:
    lines = note(dossier(subsidie="20.000"))
    assert summary(lines).endswith("is € 180.539, waarvan € 20.000 met subsidies gedekt wordt.")
    assert "geraamd op € 180.539 over de looptijd (netto € 160.539)" in articles(lines)


def test_subsidies_above_the_cost_are_told_as_such() -> None:
    lines = note(dossier(subsidie="300.000"))
    assert summary(lines).endswith(
        "is € 180.539. De subsidies zijn samen € 300.000, € 119.461 meer dan de kost (na te kijken)."
    )
    assert "geraamd op € 180.539 over de looptijd (de subsidies zijn € 119.461 hoger)" in articles(lines)


PROJECT = {"subsidies_aantal": "1", "subsidie_bedrag_1": "160.000"}


@pytest.mark.parametrize(
    ("answers", "key"),
    [
        ({"subsidie": "300.000"}, "subsidie_te_hoog"),
        ({"subsidie": "60.000"}, "subsidie_te_hoog_jaar"),
        (PROJECT | {"subsidie_eigen_1": "20"}, "subsidie_1_eigen"),
        ({"subsidie_jaar_6": "1.000"}, "subsidie_na_looptijd"),
        ({"subsidies_aantal": "1"}, "subsidie_1_leeg"),
        (SHARED | {"betaler_aandeel_3": ""}, "betalers_leeg"),
    ],
)
def test_a_warning_on_money_granted_is_to_be_looked_at_before_the_note_goes_in(
    answers: dict[str, str], key: str
) -> None:
    document = dossier(**answers)
    result = Figures(document).result
    assert result is not None
    (text,) = (notice.text.replace("\u00a0", " ") for notice in result.notices if notice.key == key)
    assert text in to_look_at(document)
    assert text not in to_look_at(dossier())


def test_what_is_only_told_is_no_doubt() -> None:
    document = dossier(**PROJECT, subsidie_tot_1="31-12-2028")
    budget = Figures(document).budget
    assert budget is not None
    told = {notice.key: notice for notice in income_notices(budget.inputs, budget.ledger)}
    assert told["subsidie_1_jaren"].level == Severity.INFO
    assert told["subsidie_1_jaren"].text not in to_look_at(document)


@pytest.mark.parametrize(
    ("count", "said"), [("0", "(netto € "), ("1", "(netto € "), ("3", "(netto voor alle betalers samen: € ")]
)
def test_an_article_says_whose_net_cost_it_is(count: str, said: str) -> None:
    assert said in articles(note(dossier(**SHARED | {"betalers_aantal": count})))


OTHERS = "Wat andere betalers bijdragen, staat niet bij de ontvangsten: de rekening daarvoor is te kiezen met"


def test_contributions_of_other_payers_are_no_receipts_yet() -> None:
    """On the page, in the note and in the workbook; a CSV file holds only rows."""
    document = dossier(**SHARED)
    table = Figures(document).table("bbc")
    assert table is not None
    assert table.note.endswith(f"{OTHERS} de financiële dienst.")
    assert f"{OTHERS} de financiële dienst." in "\n".join(note(document))
    assert f"{OTHERS} wie de boekhouding doet." in "\n".join(note(dossier(body="bestuursorgaan", **SHARED)))
    assert any(OTHERS in cell for cell in sheet(document))


def test_who_pays_all_has_no_contributions() -> None:
    document = dossier()
    table = Figures(document).table("bbc")
    assert table is not None
    assert not any("andere betalers" in text for text in (table.note, *note(document), *sheet(document)))


def sheet(document: Document) -> list[str]:
    """Every text in the workbook's sheet for the finance department."""
    rows = excel("dossier", document)["Begroting per jaar"].iter_rows()
    return [cell.value for row in rows for cell in row if isinstance(cell.value, str)]


def test_an_estimate_without_an_end_is_not_compared_with_limits() -> None:
    lines = note(dossier({**ENDLESS, "startdatum": "2027-09-01", "looptijd_jaren": "1"}, overhead="12"))
    (told,) = (line for line in lines if line.startswith("De raming over"))
    assert told.startswith("De raming over het eerste jaar is € ")
    assert "Dat is niet het bedrag om met de drempels te vergelijken." in told
    assert "48 keer de waarde van een maand" in told
    assert "zonder btw over het eerste jaar." in articles(lines)


def amounts(text: str) -> list[int]:
    """Every amount in whole euros; a minus is not read."""
    return [int(found.replace(".", "")) for found in re.findall(r"€ ([\d.]+)", text.replace("\u00a0", " "))]


def rows(word: finished.Word) -> dict[str, list[int]]:
    """Whole euros by row of the note's table per calendar year: each year and, last, the term."""
    found: dict[str, list[int]] = {}
    for table in word.tables:
        for name, *cells in table[1:] if table[0][0] == "Klasse" else []:
            found.setdefault(name, []).extend(amounts(" ".join(cells)))
    return found


PLANS = st.builds(
    lambda start, months, way, contract, numbers: (
        {
            "startdatum": start.isoformat(),
            "looptijd_jaren": f"{months} maanden",
            "uitvoering": way,
            "contract": contract,
        },
        {name: f"{Decimal(cents) / 100}".replace(".", ",") for name, cents in numbers.items()},
    ),
    st.dates(date(2027, 1, 1), date(2031, 12, 31)),
    st.integers(1, 120),
    st.sampled_from(("eigen", "extern", "subsidie")),
    st.sampled_from(("bepaald", "onbepaald")),
    st.fixed_dictionaries(
        {"fte": st.integers(2000, 10_000), "jaarloonkost": st.integers(4_000_000, 9_000_000)},
        optional={"subsidie": st.integers(0, 9_000_000), "werkingskosten": st.integers(0, 2_000_000)},
    ),
)
"""Plans of which the half runs on after the plan of 2026 to 2031: the appointment, and the other answers."""


@settings(max_examples=40)
@given(plan=PLANS)
@example(plan=({"startdatum": "2029-05-01", "looptijd_jaren": "4", "fte": "50"}, {"jaarloonkost": "59.950"}))
def test_the_decision_names_only_amounts_of_the_tables(plan: tuple[dict[str, str], dict[str, str]]) -> None:
    """A cell, or the cells of the years after the plan together; and the estimate without VAT, as the note says it."""
    appointment, answers = plan
    word = finished.word("nota", dossier(appointment, **answers))
    shown, lines = rows(word), lines_of(word)
    spent, net = shown["Totale uitgaven"], shown["Nettokost"]
    inputs = CALCULATORS["budget"].read({**appointment, **answers})
    known = {*map(abs, (spent[-1], net[-1])), sum(spent[inputs.plan_einde - inputs.startdatum.year + 1 : -1])}
    known |= {amount for line in lines if " zonder btw" in line for amount in amounts(line)[:1]}
    assert set(amounts(articles(lines))) <= known
    income = next((row[-1] for name, row in shown.items() if name.startswith("740")), 0)
    assert set(amounts(summary(lines))) <= {*known, income}
