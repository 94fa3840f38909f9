"""Inputs: what readers type, what programs pass, and what is said when it cannot be used."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.calculator import CALCULATORS
from calculators.core.fields import (
    FormInputs,
    InputErrors,
    choice_field,
    date_field,
    fields_of,
    money_field,
    parse,
    percent_field,
    read,
    to_form_text,
    whole_field,
)

ALL = [(form, name, field) for form, one in CALCULATORS.items() for name, field in one.fields.items()]


@dataclass(frozen=True, kw_only=True)
class Sample(FormInputs):
    """One input of each kind."""

    bedrag: Decimal = money_field("Bedrag", 100)
    aandeel: Decimal = percent_field("Aandeel", 50)
    aantal: int = whole_field("Aantal", 3, maximum=10)
    dag: date | None = date_field("Dag", None)
    keuze: str = choice_field("Keuze", "a", (("a", "Eerste"), ("b", "Tweede")))
    detail: Decimal | None = money_field("Detail", None, shown_if=("keuze", ("b",)))


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("bedrag", "€ 61 400", Decimal(61400)),
        ("bedrag", "61400.5", Decimal("61400.5")),
        ("aandeel", "12,5 %", Decimal("12.5")),
        ("aantal", "7", 7),
        ("dag", "1-3-2027", date(2027, 3, 1)),
        ("dag", "2027-03-01", date(2027, 3, 1)),
        ("dag", "1/3/2027", date(2027, 3, 1)),
        ("dag", "", None),
    ],
)
def test_what_readers_type(name: str, text: str, value: Any) -> None:
    assert parse(fields_of(Sample)[name], text) == value


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("bedrag", "", "Vul bij “Bedrag” een bedrag in, bijvoorbeeld 61.400,50."),
        ("bedrag", "veel", "Vul bij “Bedrag” een bedrag in, bijvoorbeeld 61.400,50."),
        (
            "bedrag",
            "123456789",
            "Vul bij “Bedrag” een bedrag in van € 0 tot en met € 10.000.000. Bedoel je 1.234.567,89?",
        ),
        ("bedrag", "12.345.678,90", "Vul bij “Bedrag” een bedrag in van € 0 tot en met € 10.000.000."),
        ("bedrag", "-1", "Vul bij “Bedrag” een bedrag in van € 0 tot en met € 10.000.000. Bedoel je 1?"),
        ("aandeel", "101", "Vul bij “Aandeel” een percentage in van 0 % tot en met 100 %."),
        ("aantal", "2,5", "Vul bij “Aantal” een geheel getal in, bijvoorbeeld 3. Bedoel je 2 of 3?"),
        ("dag", "31-2-2027", "Kijk “Dag” na. Deze datum bestaat niet. Bedoel je 28 februari 2027?"),
        ("dag", "1-1-1999", "Vul bij “Dag” een datum in van 1 januari 2010 tot en met 31 december 2060."),
        ("keuze", "c", "Kies bij “Keuze” een van de mogelijkheden: Eerste of Tweede."),
    ],
)
def test_what_cannot_be_used_is_explained(name: str, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=r"[.?]$") as error:
        parse(fields_of(Sample)[name], text)
    assert str(error.value).replace("\u00a0", " ") == message


def test_programs_may_pass_other_types_and_hear_of_every_error_at_once() -> None:
    sample = Sample(bedrag=5, dag="2027-03-01", aantal="4")  # type: ignore[arg-type]
    assert (sample.bedrag, sample.dag, sample.aantal) == (Decimal(5), date(2027, 3, 1), 4)
    with pytest.raises(InputErrors) as error:
        Sample(bedrag=-1, aandeel="x", aantal=None, keuze="c")  # type: ignore[arg-type]
    assert set(error.value.messages) == {"bedrag", "aandeel", "aantal", "keuze"}
    with pytest.raises(InputErrors, match="bedrag"):
        Sample(bedrag=Decimal("NaN"))


def test_an_input_that_is_not_shown_does_not_count() -> None:
    values, errors = read(fields_of(Sample), {"keuze": "a", "detail": "onzin"})
    assert not errors
    assert values["detail"] is None
    assert set(read(fields_of(Sample), {"keuze": "b", "detail": "onzin"})[1]) == {"detail"}


@pytest.mark.parametrize(("calculator", "name", "field"), ALL, ids=lambda part: part if isinstance(part, str) else "")
def test_every_default_can_be_typed_as_it_stands(calculator: str, name: str, field: Any) -> None:
    assert parse(field, to_form_text(field, field.default)) == field.default, (calculator, name)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    """What is read means the same when it stands in the form again; what is refused gets a sentence."""
    for field in fields_of(Sample).values():
        try:
            value = parse(field, text)
        except ValueError as error:
            assert str(error).strip().endswith((".", "?"))  # noqa: PT017  # each field answers in its own way
        else:
            assert value is None or parse(field, to_form_text(field, value)) == value
