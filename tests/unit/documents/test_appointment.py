"""What the documents say of one appointment: who employs, which posts, from when to when, and when it is evaluated."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import icalendar
import pytest

from calculators.budget.posts import PROFILES
from calculators.calculator import CALCULATORS
from calculators.core.numbers import format_euro
from calculators.core.periods import format_date
from calculators.documents import calendar
from calculators.documents.docx.content_controls import SPACE
from calculators.dossier import Document
from tests.unit.documents.made import employed, table, text_of, text_of_cell, with_, word
from tests.unit.dossiers import FILLED


def moments(**calculators: dict[str, str]) -> dict[str, str]:
    rows = table("evaluatie", "Moment", replace(FILLED, calculators=calculators))[1:]
    return {row[0]: row[1] for row in rows}


def test_the_last_evaluation_is_in_time_to_decide_on_extension() -> None:
    found = moments(budget=dict(FILLED.calculators["budget"]))
    assert found == {
        "Na 1 maand": "1 april 2027",
        "Na 3 maanden": "1 juni 2027",
        "Evaluatie 1, na 1 jaar": "1 maart 2028",
        "Evaluatie 2, na 2 jaar": "1 maart 2029",
        "Evaluatie 3, na 30 maanden": "31 augustus 2029",
        "Beslissen over verlenging": "31 augustus 2029",
    }


def test_a_contract_without_end_needs_no_decision_on_extension() -> None:
    found = moments(looptijd={"startdatum": "2027-03-01", "contract": "onbepaald", "plan_einde": "2031"})
    assert "Beslissen over verlenging" not in found
    assert list(found.items())[-1] == ("Evaluatie 4, na 4 jaar", "3 maart 2031")


def test_a_short_term_holds_only_meetings_within_it() -> None:
    found = moments(budget={"startdatum": "2027-03-01", "looptijd_jaren": "0,5"})
    assert list(found) == ["Na 1 maand", "Na 3 maanden"]


def test_an_evaluation_takes_the_place_of_a_first_meeting_on_the_same_day() -> None:
    found = moments(looptijd={"startdatum": "2027-03-01", "evaluatie_maanden": "3"})
    assert list(found)[:3] == ["Na 1 maand", "Evaluatie 1, na 3 maanden", "Evaluatie 2, na 6 maanden"]


def test_without_figures_the_agenda_has_moments_and_no_days() -> None:
    assert len(found := moments()) == 6
    assert set(found.values()) == {SPACE}


RHYTHMS = {"1": "elke maand", "6": "om de 6 maanden", "12": "elk jaar", "18": "om de 18 maanden", "24": "om de 2 jaar"}


@pytest.mark.parametrize("months", RHYTHMS)
def test_agenda_calendar_file_and_note_have_one_rhythm_of_evaluations(months: str) -> None:
    term = {"startdatum": "2027-03-01", "evaluatie_maanden": months}
    budget = {"startdatum": "2027-03-01"}
    document = replace(with_(rapportering="Halfjaarlijks"), calculators={"looptijd": term, "budget": budget})
    inputs = CALCULATORS["looptijd"].read(term)
    file = icalendar.Calendar.from_ical(calendar.make(document, inputs, datetime(2027, 1, 4, tzinfo=UTC)))
    events = {(str(one["SUMMARY"]), one.decoded("DTSTART")) for one in file.walk("VEVENT")}
    planned = {(name, day) for name, day in events if re.search("Evaluatie|Beslissen", name)}
    rows = moments(looptijd=term).items()
    found = {(name.partition(",")[0], day) for name, day in rows if not name.startswith("Na ")}
    assert found == {(name.removeprefix("Verbindingsambassadeur: "), format_date(day)) for name, day in planned}
    text = text_of(word("nota", document))
    assert f"evalueert ze {RHYTHMS[months]}, met" in text
    assert "Zo rapporteren en evalueren we\nHalfjaarlijks" in text


def test_a_statement_looks_back_at_the_first_evaluation_of_the_agenda() -> None:
    term = {"startdatum": "2027-03-01", "evaluatie_maanden": "6"}
    document = replace(FILLED, calculators={"looptijd": term})
    first = next(day for name, day in moments(looptijd=term).items() if "Evaluatie 1" in name)
    assert first == "1 september 2027"
    assert f"We kijken samen terug op {first}." in text_of(word("engagement-vereniging", document))


EMPLOYERS = {
    "eigen": ("Gemeente Voorbeeldegem", "wil een verbindingsambassadeur aanwerven", "akkoord met de aanwerving van"),
    "extern": ("vzw De Brug", "wil vzw De Brug de opdracht", "verbindingsambassadeur voor vzw De Brug"),
    "subsidie": ("vzw De Brug", "wil vzw De Brug een subsidie geven", "subsidie waarmee vzw De Brug"),
}


@pytest.mark.parametrize("delivery", EMPLOYERS)
def test_every_document_names_who_employs(delivery: str) -> None:
    name, wish, article = EMPLOYERS[delivery]
    document = with_(employed(delivery), partner_werkgever="vzw De Brug")
    statement = text_of(word("engagement-vereniging", document))
    assert f"Werkgever van de ambassadeur\n{name}\n" in statement
    assert ("Voor de werkgever, vzw De Brug" in statement) == (delivery != "eigen")
    note = text_of(word("nota", document))
    assert wish in note
    assert article in note
    assert ("Werkgever: vzw De Brug" in note) == (delivery != "eigen")
    assert ("aanwerving" in note) == (delivery == "eigen")
    page = [p.text for p in word("functieprofiel", document).paragraphs]
    assert name in page
    assert any(line.startswith(f"{name[0].upper()}{name[1:]} ") for line in page)


@pytest.mark.parametrize("delivery", ["extern", "subsidie"])
def test_a_partner_without_a_name_is_a_place_to_fill_in(delivery: str) -> None:
    document = employed(delivery)
    statement = text_of(word("engagement-vereniging", document))
    assert "Werkgever van de ambassadeur\nde externe partner\n" in statement
    assert "De externe partner neemt je in dienst" in text_of(word("functieprofiel", document))
    note = text_of(word("nota", document))
    assert "Noteer welke partner de ambassadeur in dienst neemt (stap 4)." in note
    assert "wil een" in note


def test_the_budget_follows_the_employer_of_the_dossier() -> None:
    document = replace(FILLED, calculators={"budget": {"uitvoering": "extern", "overhead": "10"}})
    assert "overhead" not in text_of(word("nota", document)).partition("Werkblad")[0]
    assert "62 " in {row[0][:3] for row in table("nota", "Klasse", document)}


POSTS = {
    "posts": "2",
    "startdatum": "2027-01-01",
    "fte": "50",
    "profiel": "groepswerker",
    "fte_2": "100",
    "profiel_2": "toeleider",
    "in_dienst_2": "2029-07-01",
    "jaarloonkost_2": "58.900",
}


def test_posts_that_begin_or_stop_within_the_term_are_not_added_up() -> None:
    document = replace(FILLED, calculators={"budget": POSTS})
    note = text_of(word("nota", document))
    size = "2 posten (zie de tabel met posten), gemiddeld 0,67 VTE over de looptijd"
    assert f"verbindingsambassadeurs: {size}, van 1 januari 2027 tot en met 31 december 2029 (3 jaar)." in note
    assert f"Het gaat om {size}, van 1 januari" in note
    assert f"Tewerkstelling\n{size}\n" in note
    assert "Jaarloonkost, voltijds\nzie de tabel met posten\n" in note
    assert "1,5 VTE" not in note
    first, second = table("nota", "Post", document)[1:]
    assert first[2:5] == ["50\u00a0%", "1 januari 2027", "31 december 2029"]
    assert second[2:] == ["100\u00a0%", "1 juli 2029", "31 december 2029", format_euro(Decimal(58900), 0)]
    assert "We zetten ambassadeurs in: 2 posten, gemiddeld 0,67 VTE" in text_of(word("engagement-toeleider", document))
    together = {name: text for name, text in POSTS.items() if name != "in_dienst_2"}
    assert "verbindingsambassadeurs: 2 posten, samen 1,5 VTE, van" in text_of(
        word("nota", replace(FILLED, calculators={"budget": together}))
    )


@pytest.mark.parametrize("kind", ["opdracht", "overeenkomst"])
def test_a_contract_tells_the_posts_one_by_one_without_their_wages(kind: str) -> None:
    document = replace(employed("extern"), calculators={"budget": POSTS})
    assert "2 posten (zie de tabel hieronder), gemiddeld 0,67 VTE" in text_of(word(kind, document))
    head, first, second = table(kind, "Post", document)
    assert head == ["Post", "Profiel", "Tewerkstelling", "Van", "Tot en met"]
    assert first == ["1", dict(PROFILES)["groepswerker"], "50\u00a0%", "1 januari 2027", "31 december 2029"]
    assert second == ["2", dict(PROFILES)["toeleider"], "100\u00a0%", "1 juli 2029", "31 december 2029"]
    assert "Profiel\nTewerkstelling" not in text_of(word(kind, employed("extern")))


def equal(count: str, delivery: str) -> Document:
    """A dossier with that many equal posts of 80 %."""
    budget = {**FILLED.calculators["budget"], "aantal": count}
    texts = {**FILLED.texts, "partner_werkgever": "vzw X"}
    appointment = {**FILLED.appointment, "uitvoering": delivery}
    return replace(FILLED, calculators={"budget": budget}, texts=texts, appointment=appointment)


@pytest.mark.parametrize(
    ("delivery", "title", "proposed", "decided"),
    [
        (
            "eigen",
            "Aanstelling van verbindingsambassadeurs",
            "Gemeente Voorbeeldegem wil verbindingsambassadeurs aanwerven: mensen die kinderen",
            "met de aanwerving van verbindingsambassadeurs",
        ),
        (
            "extern",
            "Opdracht aan vzw X om verbindingsambassadeurs in te zetten",
            "wil vzw X de opdracht geven om verbindingsambassadeurs in te zetten: mensen die kinderen",
            "met de opdracht aan vzw X om verbindingsambassadeurs in te zetten",
        ),
        (
            "subsidie",
            "Subsidie aan vzw X voor verbindingsambassadeurs",
            "wil vzw X een subsidie geven om verbindingsambassadeurs in dienst te nemen: mensen die kinderen",
            "met een subsidie waarmee vzw X verbindingsambassadeurs in dienst neemt",
        ),
    ],
)
def test_equal_posts_are_as_many_ambassadors(delivery: str, title: str, proposed: str, decided: str) -> None:
    document, size = equal("2", delivery), "2 × 80\u00a0%, samen 1,6 VTE"
    note = text_of(word("nota", document))
    assert f"{title}\n" in note
    assert proposed in note
    assert f"{decided}: {size}, van 1 maart 2027" in note
    assert f"Het gaat om {size}, van" in note
    assert "160" not in note
    assert f"We zetten ambassadeurs in: {size}." in text_of(word("engagement-toeleider", document))
    agreement = text_of(word("overeenkomst", document))
    assert "De partner neemt verbindingsambassadeurs in dienst" in agreement
    assert f"Tewerkstelling\n{size}\n" in agreement


def test_a_large_team_is_not_one_ambassador() -> None:
    note = text_of(word("nota", equal("20", "eigen")))
    assert "20 × 80\u00a0%, samen 16 VTE" in note
    assert "een verbindingsambassadeur:" not in note


def test_a_vacancy_says_how_many_people_are_sought() -> None:
    (page,) = vacancy_terms(equal("2", "eigen"))
    rows = [[text_of_cell(cell) for cell in row._tr.tc_lst] for row in page.rows]
    assert rows[:2] == [["Post", "2 gelijke posten"], ["Tewerkstelling", "80\u00a0%"]]
    budget = {**POSTS, "aantal_2": "3"}
    document = replace(FILLED, calculators={"budget": budget}, profielen=("groepswerker", "toeleider"))
    assert [text_of_cell(page.rows[0]._tr.tc_lst[1]) for page in vacancy_terms(document)] == [
        "Post 1 van 2 in het budget",
        "Post 2 van 2 in het budget: 3 gelijke posten",
    ]


def test_a_vacancy_says_which_post_it_is() -> None:
    names = ("groepswerker", "toeleider", "jeugdwerkondersteuner")
    document = replace(FILLED, calculators={"budget": POSTS, "looptijd": {"startdatum": "2027-01-01"}}, profielen=names)
    pages = [[[text_of_cell(cell) for cell in row._tr.tc_lst] for row in one.rows] for one in vacancy_terms(document)]
    until = ["Contract", "Bepaalde duur, tot en met 31 december 2029"]
    assert pages[0][:4] == [
        ["Post", "Post 1 van 2 in het budget"],
        ["Tewerkstelling", "50\u00a0%"],
        ["Start", "1 januari 2027"],
        until,
    ]
    assert [row[1] for row in pages[1][:3]] == ["Post 2 van 2 in het budget", "100\u00a0%", "1 juli 2029"]
    assert pages[2][0] == ["Post", "Welke post uit het budget is dit?"]
    assert "%" in pages[2][1][1]
    assert [row[1] for row in pages[2][1:4]] == [
        *(
            "Minstens 50\u00a0%, liefst 80 tot 100\u00a0%",
            "Kies een datum",
            "Liefst onbepaalde duur, anders minstens drie jaar",
        ),
    ]


def test_a_vacancy_leaves_open_which_post_it_is_when_several_profiles_could_have_it() -> None:
    """Only the second post has a profile: the first is for the other chosen profile, if there is just one."""
    budget = {"posts": "2", "fte": "66,67", "profiel_2": "groepswerker"}
    unknown, first, second = (
        "Welke post uit het budget is dit?",
        "Post 1 van 2 in het budget",
        "Post 2 van 2 in het budget",
    )
    for chosen, expected in (
        (("toeleider",), [second, first]),
        (("toeleider", "netwerkmakelaar", "beleidsmedewerker"), [second, unknown, unknown, unknown]),
    ):
        appointment = {**FILLED.appointment, "fte": "66,67"}
        document = replace(FILLED, calculators={"budget": budget}, profielen=chosen, appointment=appointment)
        pages = vacancy_terms(document)
        assert [text_of_cell(page.rows[0]._tr.tc_lst[1]) for page in pages] == expected
        sizes = [text_of_cell(page.rows[1]._tr.tc_lst[1]) for page in pages]
        assert sizes.count("66,67\u00a0%") == expected.count(first)
    both = replace(equal("2", "eigen"), profielen=("toeleider", "netwerkmakelaar"))
    cells = [[text_of_cell(row._tr.tc_lst[1]) for row in page.rows] for page in vacancy_terms(both)]
    assert [page[:2] for page in cells] == [[unknown, "80\u00a0%"]] * 2


def test_a_vacancy_without_a_profile_has_the_terms_of_the_only_post() -> None:
    (page,) = vacancy_terms(replace(FILLED, profielen=()))
    rows = [[text_of_cell(cell) for cell in row._tr.tc_lst] for row in page.rows]
    assert rows[:2] == [["Tewerkstelling", "80\u00a0%"], ["Start", "1 maart 2027"]]


def vacancy_terms(document: Document) -> list[Any]:
    return [one for one in word("functieprofiel", document).tables if "Tewerkstelling" in text_of_cell(one._tbl)]


def test_an_appointment_without_end_has_no_last_day() -> None:
    document = replace(FILLED, appointment={**FILLED.appointment, "contract": "onbepaald"})
    note = text_of(word("nota", document))
    term = "van onbepaalde duur vanaf 1 maart 2027, geraamd over 3 jaar"
    assert note.count(term) == 4
    assert "De raming over de eerste 3 jaar is" in note
    assert "2030 (3 jaar)" not in note
    assert table("nota", "Post", document)[1][4] == "onbepaalde duur"
    assert "Onbepaalde duur" in text_of(word("functieprofiel", document))
    statement = text_of(word("engagement-vereniging", document))
    assert "Vanaf 1 maart 2027, zonder einde: het contract van de ambassadeur is van onbepaalde duur." in statement


@pytest.mark.parametrize(
    ("dossier", "shown"),
    [
        (("netwerkmakelaar",), "Netwerkmakelaar"),
        ((), "Nog te kiezen"),
        (("netwerkmakelaar", "toeleider"), "Nog te kiezen"),
    ],
)
def test_a_post_without_a_profile_has_the_only_one_of_the_dossier(dossier: tuple[str, ...], shown: str) -> None:
    """What another post is says nothing of it."""
    budget = {"posts": "2", "profiel_2": "groepswerker"}
    document = replace(with_(), profielen=dossier, calculators={"budget": budget})
    assert [row[1] for row in table("nota", "Post", document)[1:]] == [shown, dict(PROFILES)["groepswerker"]]
