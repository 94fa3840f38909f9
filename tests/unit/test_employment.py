"""How much someone works: in percent of full-time; who types full-timers is asked."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.appointment import form_values
from calculators.calculator import CALCULATORS
from calculators.core.fields import Field, parse, to_form_text

OF_ONE, OF_ALL = (CALCULATORS[name].fields["fte"] for name in ("budget", "trajecten"))
ASKED = {(form, name) for form, one in CALCULATORS.items() for name, field in one.fields.items() if field.employment}


def test_every_form_reads_it_alike() -> None:
    posts = {("budget", "fte"), *(("budget", f"fte_{number}") for number in range(2, 9))}
    assert {*posts, ("trajecten", "fte"), ("keuzehulp", "fte")} == ASKED


@pytest.mark.parametrize(("text", "percent"), [("80", 80), ("170 %", 170), ("5", 5), ("1,7 %", "1.7")])
def test_what_readers_type(text: str, percent: int | str) -> None:
    assert parse(OF_ALL, text) == Decimal(percent)


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        (OF_ALL, "0,8", "Bedoel je 80\u00a0%?"),
        (OF_ONE, "0,8", "Bedoel je 80\u00a0%?"),
        (OF_ALL, "1,7", "Dit getal is niet duidelijk. Bedoel je 170\u00a0% of 1,7\u00a0%?"),
        (OF_ALL, "1", "Bedoel je 100\u00a0% of 1\u00a0%?"),
        (OF_ALL, "0,8 VTE", "Bedoel je 80\u00a0%?"),
        (OF_ALL, "1,7 VTE", "Bedoel je 170\u00a0%?"),
        (OF_ALL, "8 FTE", "Bedoel je 800\u00a0%?"),
        (OF_ALL, "43,5vte", "Bedoel je 4.350\u00a0%?"),
        (OF_ALL, "1,7 mensen", "Bedoel je 170\u00a0%?"),
        (OF_ALL, "2 voltijdsen", "Bedoel je 200\u00a0%?"),
        (OF_ALL, "twee VTE", "Bedoel je 200\u00a0%?"),
        (OF_ALL, "4/5 VTE", "Bedoel je 80\u00a0%?"),
        (OF_ONE, "1 voltijds en 1 halftijds", "Bedoel je 100\u00a0% of 50\u00a0%?"),
        (OF_ONE, "1,7", "Vul dan ook “Aantal gelijke posten” in, of neem meer posten."),
        (OF_ONE, "1,7 VTE", "Vul dan ook “Aantal gelijke posten” in, of neem meer posten."),
    ],
)
def test_what_is_not_clear_is_asked(field: Field, text: str, message: str) -> None:
    with pytest.raises(ValueError, match="“Tewerkstelling") as error:
        parse(field, text)
    assert str(error.value).endswith(message)


def test_other_percentages_are_not_in_full_timers() -> None:
    with pytest.raises(ValueError, match="een percentage in"):
        parse(CALCULATORS["budget"].fields["index_loon"], "2 VTE")


@given(st.decimals(1, 6000, places=3))
def test_every_percentage_can_be_typed_as_it_is_shown(percent: Decimal) -> None:
    assert parse(OF_ALL, to_form_text(OF_ALL, percent)) == percent


def test_a_low_percentage_that_was_worked_out_is_not_asked_about() -> None:
    """A post of 5 % for a year of three is 1,67 % over the term."""
    shown = form_values({"fte": "5"}, {"budget": {"uit_dienst": "2027-12-31"}}, "trajecten")
    assert CALCULATORS["trajecten"].read(shown).fte == Decimal("1.67")
