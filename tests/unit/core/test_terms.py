"""Terms: whole months, written in years or in months."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import employment
from calculators.calculator import CALCULATORS
from calculators.core.fields import InputErrors, format_value, parse, to_form_text
from calculators.core.terms import first_in_words, in_whole_months, in_words, months, share_text
from calculators.duration import Inputs

TERMS = [one.fields["looptijd_jaren"] for one in CALCULATORS.values() if "looptijd_jaren" in one.fields]
TERM = TERMS[0]

TYPED = {
    "3": 36,
    "2,5": 30,
    "1.75": 21,
    "1,75": 21,
    "10": 120,
    "0,5": 6,
    "0,25": 3,
    "1 maand": 1,
    "4 maanden": 4,
    "2 jaar": 24,
    "3,5 jaar": 42,
    "21 maanden": 21,
    "21 mnd": 21,
    "21 mnd.": 21,
    "20 Maanden": 20,
    "20maanden": 20,
    "1 jaar en 9 maanden": 21,
    "1 jaar, 8 mnd": 20,
    "1 jaar 1 maand": 13,
    "\u202d21\u00a0maanden\u202c\n": 21,
    "1,66666666666667": 20,
}
SAID_TWICE = {
    "3 jaar, 36 maanden": 36,
    "3 jaar (36 maanden)": 36,
    "36 maanden (3 jaar)": 36,
    "36 maanden (= 3 jaar)": 36,
    "3 jaar, dus 36 maanden": 36,
    "2,5 jaar = 30 maanden": 30,
    "30 mnd / 2,5 jr": 30,
    "0,5 jaar (6 maanden)": 6,
    "1,67 jaar (20 maanden)": 20,
    "1 jaar + 12 maanden": 24,
    "0 jaar en 18 maanden": 18,
}
"""A term with its own explanation; a plus adds all the same."""
REFUSED = {
    "2,3": "Een looptijd telt hele maanden. Bedoel je 28 maanden? Typ dan “28 maanden”.",
    "20,6 maanden": "Een looptijd telt hele maanden. Bedoel je 21 maanden? Typ dan “21 maanden”.",
    "36": "een looptijd in van 1 maand tot en met 10 jaar. Bedoel je 36 maanden? Typ dan “36 maanden”.",
    "200": "een looptijd in van 1 maand tot en met 10 jaar.",
    "121 maanden": "een looptijd in van 1 maand tot en met 10 jaar.",
    "0": "een looptijd in van 1 maand tot en met 10 jaar.",
    "0 maanden": "een looptijd in van 1 maand tot en met 10 jaar.",
    "0,04": "Een looptijd telt hele maanden. Bedoel je 1 maand? Typ dan “1 maand”.",
    "-1": "een looptijd in van 1 maand tot en met 10 jaar.",
    "1.750": "Bedoel je 1,75?",
    "2\t3": "Bedoel je 2 of 3?",
    "3 jaar, 24 maanden": "Deze looptijd is niet duidelijk. Bedoel je 3 jaar of 24 maanden?",
    "1 jaar of 18 maanden": "Deze looptijd is niet duidelijk. Bedoel je 1 jaar of 18 maanden?",
    "1 jaar (6 maanden)": "Deze looptijd is niet duidelijk. Bedoel je 1 jaar of 6 maanden?",
    "2 jaar en 18 maanden": "Bedoel je 2 jaar, 18 maanden of samen 3,5 jaar?",
    "2 jaar en 24 maanden": "Bedoel je 2 jaar of samen 4 jaar?",
    "9 jaar, 240 maanden": "Deze looptijd is niet duidelijk. Bedoel je 9 jaar?",
    "90 jaar, 240 maanden": "bijvoorbeeld 3, 1,75 of 21 maanden.",
    "drie jaar (36 m)": "Bedoel je 3?",
    "36m (3j)": "Bedoel je 3?",
    "3 jaar (12 kwartalen)": "Bedoel je 3?",
    "18 maanden (1 jaar en 6 maanden)": "Bedoel je 1,5?",
    "6 maanden en 1 jaar": "Bedoel je 1,5?",
    "3 jaar of 4 jaar": "Bedoel je 3 of 4?",
    "3j (2027-2029)": "Bedoel je 3?",
    "36 maanden (2027-2029)": "Bedoel je 3?",
    "3 jaar (1-1-2027 tot 31-12-2029)": "Bedoel je 3?",
    "lang": "een looptijd in, bijvoorbeeld 3, 1,75 of 21 maanden.",
    "onbepaald 3": "een looptijd in, bijvoorbeeld 3, 1,75 of 21 maanden. Bedoel je 3?",
    "3 %": "een looptijd in, bijvoorbeeld 3, 1,75 of 21 maanden. Bedoel je 3?",
    "": "een looptijd in, bijvoorbeeld 3, 1,75 of 21 maanden.",
}


@pytest.mark.parametrize(("text", "count"), (TYPED | SAID_TWICE).items())
def test_what_readers_type(text: str, count: int) -> None:
    assert parse(TERM, text) == Decimal(count) / 12


@pytest.mark.parametrize(("text", "message"), REFUSED.items())
def test_what_cannot_be_used_is_explained(text: str, message: str) -> None:
    with pytest.raises(ValueError, match="“Looptijd in jaren”") as error:
        parse(TERM, text)
    assert str(error.value).endswith(message)


@pytest.mark.parametrize(
    ("count", "form", "value", "sentence", "factor"),
    [
        (36, "3", "3 jaar", "3 jaar", "3"),
        (30, "2,5", "2,5 jaar", "2,5 jaar", "2,5"),
        (21, "1,75", "1,75 jaar", "21 maanden", "1,75"),
        (20, "20 maanden", "20 maanden", "20 maanden", "20/12"),
        (7, "7 maanden", "7 maanden", "7 maanden", "7/12"),
    ],
)
def test_how_a_term_is_shown(count: int, form: str, value: str, sentence: str, factor: str) -> None:
    years = Decimal(count) / 12
    shown = (to_form_text(TERM, years), format_value(TERM, years), in_words(years), share_text(count))
    assert shown == (form, value, sentence, factor)


@pytest.mark.parametrize("form", [name for name, one in CALCULATORS.items() if "looptijd_jaren" in one.fields])
@pytest.mark.parametrize("text", ["onbepaald", "Onbepaalde duur", " van onbepaalde duur. ", "onbepaalde\u00a0tijd"])
def test_who_types_that_there_is_no_end_hears_where_to_choose_that(form: str, text: str) -> None:
    with pytest.raises(
        ValueError, match=r"van onbepaalde duur kies je .* Vul hier .* ramen, bijvoorbeeld 3\."
    ) as error:
        parse(CALCULATORS[form].fields["looptijd_jaren"], text)
    asked = "contract" in CALCULATORS[form].fields
    assert ("bij “Soort contract”" if asked else "in de rekenhulp voor het budget of de looptijd") in str(error.value)


@given(st.integers(1, 120))
def test_every_number_of_months_is_kept_exactly(count: int) -> None:
    years = parse(TERM, f"{count} maanden")
    assert months(years) == count
    assert parse(TERM, to_form_text(TERM, years)) == years
    assert in_whole_months(Decimal(repr(count / 12))) == years, "as a spreadsheet or a program gives it"


def test_every_calculator_asks_the_same_term() -> None:
    assert len(TERMS) == 3
    asked = {(field.label, field.kind, field.default, field.minimum, field.maximum) for field in TERMS}
    assert len(asked) == 1
    assert all("21 maanden" in field.help for field in TERMS)
    assert employment.term(endless="", group="x").metadata["field"].group == "x"


@pytest.mark.parametrize("given_", ["0.77", "NaN", "1e999999", "veel", -3])
def test_a_program_cannot_pass_a_part_of_a_month_either(given_: str | int) -> None:
    with pytest.raises(InputErrors) as error:
        Inputs(looptijd_jaren=given_)  # type: ignore[arg-type]
    assert error.value.messages.keys() == {"looptijd_jaren"}


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "de eerste maand"), (7, "de eerste 7 maanden"), (12, "het eerste jaar"), (30, "de eerste 2,5 jaar")],
)
def test_the_begin_of_what_has_no_end(count: int, words: str) -> None:
    assert first_in_words(Decimal(count) / 12) == words
