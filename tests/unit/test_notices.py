"""Notices: the weightiest first, whatever the calculator and the inputs."""

from collections.abc import Mapping
from itertools import permutations

import pytest
from hypothesis import given, settings

from calculators.budget import evaluate
from calculators.budget.inputs import from_values
from calculators.calculator import CALCULATORS
from calculators.core.fields import applies, to_form_text
from calculators.core.results import Notice, Severity, by_severity
from tests.unit.budgets import Values, budgets

INFO, ADVICE, WARNING = (Notice(level, level, "") for level in (Severity.INFO, Severity.ADVICE, Severity.WARNING))

# Inputs that give notices of every level, the lighter ones from a rule that comes earlier.
MIXED = {
    "budget": {"fte": "60", "looptijd_jaren": "2", "posts": "1", "subsidie": "1000"},
    "looptijd": {"contract": "bepaald", "looptijd_jaren": "2", "beslissing_maanden": "24"},
    "trajecten": {"fte": "60", "factor_percentage": "nee", "doel_trajecten": "90"},
    "keuzehulp": {"fte": "20", "focus": "buurt"},
}


@pytest.mark.parametrize("order", list(permutations((INFO, ADVICE, WARNING))))
def test_any_order_becomes_the_one_by_weight(order: tuple[Notice, ...]) -> None:
    assert by_severity(order) == (WARNING, ADVICE, INFO)


def test_of_the_same_weight_the_first_stays_first() -> None:
    other = Notice("other", Severity.ADVICE, "")
    assert by_severity((ADVICE, other)) == (ADVICE, other)
    assert by_severity((other, ADVICE)) == (other, ADVICE)


@pytest.mark.parametrize("name", CALCULATORS)
def test_every_calculator_orders_its_notices(name: str) -> None:
    calculator = CALCULATORS[name]
    notices = calculator.evaluate(calculator.read(MIXED[name])).notices
    assert len({notice.level for notice in notices}) > 1
    assert tuple(notices) == by_severity(notices)


def said(**typed: str) -> Mapping[str, str]:
    """The notices of a budget by key, without hard spaces."""
    budget = CALCULATORS["budget"]
    return {one.key: one.text.replace("\xa0", " ") for one in budget.evaluate(budget.read(typed)).notices}


ONE_PERIOD = {"subsidies_aantal": "1", "subsidie_bedrag_1": "9.000"}
SHORT = {"vacant_vanaf": "1-6-2027", "vacant_maanden": "1"}


@pytest.mark.parametrize(
    ("typed", "key", "words"),
    [
        (
            ONE_PERIOD | {"subsidie_tot_1": "31-12-2028"},
            "subsidie_1_jaren",
            "geeft niets van 1 januari tot en met 31 december 2029. Wat",
        ),
        (
            ONE_PERIOD | {"subsidie_tot_1": "31-12-2027"},
            "subsidie_1_jaren",
            "geeft niets van 1 januari 2028 tot en met 31 december 2029. Wat",
        ),
        (SHORT, "vacant_post_1", "Die maand is er geen loonkost"),
        (SHORT | {"vacant_maanden": "2"}, "vacant_post_1", "Die maanden is er geen loonkost"),
    ],
)
def test_a_notice_is_a_good_sentence_for_one_and_for_several(typed: dict[str, str], key: str, words: str) -> None:
    assert words in said(**typed)[key]


APART = {"posts": "2", "uit_dienst": "30-06-2028"}


@pytest.mark.parametrize(
    ("typed", "begin"),
    [
        (APART | {"in_dienst_2": "01-10-2028"}, "Van 1 juli tot en met 30 september 2028 is er niemand in dienst."),
        (APART | {"in_dienst_2": "01-02-2029"}, "Van 1 juli 2028 tot en met 31 januari 2029 is er niemand in dienst."),
        (APART | {"in_dienst_2": "02-07-2028"}, "Op 1 juli 2028 is er niemand in dienst."),
        (
            APART
            | {"posts": "3", "in_dienst_2": "01-10-2028", "uit_dienst_2": "31-12-2028", "in_dienst_3": "16-01-2029"},
            "Van 1 juli tot en met 30 september 2028 en van 1 tot en met 15 januari 2029 is er niemand in dienst.",
        ),
    ],
)
def test_days_between_posts_have_nobody_and_not_too_little_employment(typed: dict[str, str], begin: str) -> None:
    found = said(**typed)
    assert found["niemand_in_dienst"].startswith(begin)
    assert not found.keys() & {"fte_minimum", "fte_voorkeur"}


def test_posts_that_follow_one_another_leave_no_day_open() -> None:
    assert "niemand_in_dienst" not in said(**APART, in_dienst_2="01-07-2028")
    assert "fte_minimum" in said(**APART, in_dienst_2="01-10-2028", fte_2="40"), "what is too little is still told"


def test_a_day_from_which_a_post_is_vacant_asks_for_how_long() -> None:
    found = said(posts="2", vacant_vanaf_2="1-6-2027")
    assert found["vacant_leeg_2"].startswith("Vul bij post 2 ook “Maanden zonder medewerker” in.")
    assert not [key for key in said(vacant_vanaf="1-6-2027", vacant_maanden="2") if key.startswith("vacant_leeg")]


@settings(max_examples=40, deadline=None)
@given(budgets())
def test_the_input_that_a_notice_is_about_is_asked(values: Values) -> None:
    """Whoever goes to it finds it: it is in the form, and the other answers leave it there."""
    budget = CALCULATORS["budget"]
    raw = {name: to_form_text(field, field.default) for name, field in budget.fields.items()}
    raw |= {name: to_form_text(budget.fields[name], value) for name, value in values.items()}
    hidden = [
        f"{notice.key}: {notice.about}"
        for notice in evaluate(from_values(values)).notices
        if notice.about and not applies(budget.fields[notice.about], raw, budget.fields)
    ]
    assert hidden == []


@pytest.mark.parametrize("name", MIXED)
def test_other_notices_are_about_inputs_of_their_form(name: str) -> None:
    calculator = CALCULATORS[name]
    about = [notice.about for notice in calculator.evaluate(calculator.read(MIXED[name])).notices if notice.about]
    assert about
    assert set(about) <= set(calculator.fields)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"posts": "1"}, ""),
        ({"posts": "2", "fte_2": "50"}, ""),
        ({"posts": "2"}, "Post 2 telt mee met ons voorbeeld: 80 %, aan € 61.400,00 per voltijds jaar."),
        ({"posts": "4", "fte_3": "50"}, "Post 2 en 4 tellen mee met ons voorbeeld"),
        ({"posts": "2", "cijfers_van": "2026-11-23"}, "Post 2 telt mee met ons voorbeeld"),
    ],
)
def test_a_post_that_came_with_our_example_is_told(typed: dict[str, str], words: str) -> None:
    budget = CALCULATORS["budget"]
    told = [one.text for one in budget.evaluate(budget.read(typed)).notices if one.key == "post_voorbeeld"]
    assert [text.replace("\N{NO-BREAK SPACE}", " ").startswith(words) for text in told] == [True] * bool(words)


CONTRACT = {"uitvoering": "extern", "startdatum": "2027-09-01", "looptijd_jaren": "1", "fte": "100", "overhead": "12"}


def test_a_contract_without_an_end_is_not_valued_by_its_first_year() -> None:
    """Directive 2014/24/EU, article 5, paragraph 14: without an end or a total price, 48 times the value of a month."""
    told = said(**CONTRACT, contract="onbepaald")["aanbesteding"]
    assert told.startswith("De raming over het eerste jaar is € 78.804,91 zonder btw. Dat is niet het bedrag om met")
    assert "telt voor 48 keer de waarde van een maand. Laat dit nakijken (richtlijn 2014/24/EU, artikel 5, lid" in told
    assert told.endswith("Vraag je aankoopdienst welke procedure past.")


def test_a_contract_with_an_end_is_compared_with_limits_for_all_of_it() -> None:
    told = said(**CONTRACT, contract="bepaald")["aanbesteding"]
    assert told.startswith("De raming over de hele looptijd is € 78.804,91 zonder btw: te veel voor een opdracht van")
    assert "48" not in told
