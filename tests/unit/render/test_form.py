"""The controls of a form: which keys a phone shows, and which years a date control takes."""

import re

import pytest

from calculators.budget import QUESTIONS
from calculators.calculator import CALCULATORS
from calculators.core.fields import Field
from calculators.dossier import FIELDS
from calculators.render.form import form, form_field
from macros import checklist, dossier

BUDGET, TERM = CALCULATORS["budget"].fields, CALCULATORS["looptijd"].fields


@pytest.mark.parametrize(
    ("field", "keys"),
    [
        (BUDGET["posts"], "numeric"),
        (BUDGET["jaarloonkost"], "decimal"),
        (BUDGET["fte"], "decimal"),
        (BUDGET["index_loon"], None),  # growth may be negative, and the digits of a phone have no minus
        (TERM["looptijd_jaren"], None),  # "21 maanden"
        (BUDGET["startdatum"], None),
    ],
    ids=lambda part: getattr(part, "label", part),
)
def test_the_keys_that_a_phone_shows(field: Field, keys: str | None) -> None:
    found = re.search(r'inputmode="(\w+)"', form_field("budget", "x", field))
    assert (found and found[1]) == keys


@pytest.mark.parametrize("name", [name for name, field in BUDGET.items() if field.kind == "datum"])
def test_a_date_of_a_calculator_has_four_digits_in_its_year(name: str) -> None:
    assert ' min="2000-01-01" max="9999-12-31"' in form_field("budget", name, BUDGET[name])


def test_so_have_the_dates_of_dossier_and_checklist() -> None:
    for control in (dossier._text("datum", FIELDS["datum"]), checklist._day("s1-01.by")):
        assert ' min="2000-01-01" max="9999-12-31"' in control


def test_a_term_says_how_it_is_written_and_not_its_bounds() -> None:
    text = form_field("budget", "looptijd_jaren", TERM["looptijd_jaren"]).replace("\u00a0", " ")
    assert "of schrijf het woord erbij: 21 maanden." in text
    assert "10 jaar" not in text, "the bounds are told when they are crossed"


def test_what_is_wrong_stands_between_the_question_and_its_field() -> None:
    for name, field in BUDGET.items():
        text = form_field("budget", name, field)
        asked = "<legend" if "<fieldset" in text else "<label"
        order = [text.index(part) for part in (asked, f'id="{name}-hulp"', f'id="{name}-fout"', f'id="veld-{name}"')]
        assert order == sorted(order), name


def test_a_budget_asks_eight_questions_and_folds_the_rest() -> None:
    drawn = form("budget", "Budget", BUDGET, questions=CALCULATORS["budget"].questions)
    first, rest = drawn.split('<details class="rh-verfijn"><summary>')
    seen = re.findall(r'data-field="(\w+)"(?: data-shown-if="[^"]*")?(?! hidden)', first)
    assert seen == [*QUESTIONS]
    assert len(seen) <= 8
    assert re.findall(r' name="(\w+)"', first + rest).count("fte") == 1


def test_each_category_of_operating_costs_has_a_card_with_what_it_comes_to() -> None:
    drawn = form("budget", "Budget", BUDGET, subtotals={"werking_catering": "€ 800,00"})
    card = re.search(r'<fieldset class="rh-deelkaart"><legend>Catering .*?(?=<fieldset class="rh-deelkaart">)', drawn)
    assert card
    assert '<span data-copy="werking_catering">€ 800,00</span> per jaar' in card[0]
    assert list(dict.fromkeys(re.findall(r' name="(\w+)"', card[0]))) == [
        "catering_wijze",
        "werkingskosten_catering",
        "catering_momenten",
        "catering_deelnemers",
        "catering_prijs",
    ]


def test_up_to_four_choices_stand_beside_each_other_and_more_are_a_list() -> None:
    for name, field in (pair for calculator in CALCULATORS.values() for pair in calculator.fields.items()):
        if not field.choices:
            continue
        text = form_field("budget", name, field)
        radios = re.findall(r'type="radio"(?: id="[^"]+")? name="[^"]+" value="([^"]*)"( checked)?', text)
        listed = re.findall(r'<option value="([^"]*)"', text)
        assert (listed, len(radios)) == ([], len(field.choices)) if len(field.choices) <= 4 else len(listed) > 4, name
        assert [key for key, checked in radios if checked] in ([], [field.default]), name


def test_nobody_chooses_the_employer_for_the_reader() -> None:
    text = form_field("budget", "uitvoering", BUDGET["uitvoering"])
    assert " checked" not in text
    assert "Nog niet gekozen: het voorbeeld rekent met eigen personeel." in text
