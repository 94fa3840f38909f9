"""Steps of the index as readers type them, and what is said of lines that cannot be used."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from calculators.core import index_steps
from calculators.core.index_steps import IndexSteps
from calculators.core.typed import Misread
from tests.unit.budgets import index_steps as steps

TWO = IndexSteps(((date(2026, 9, 1), Decimal("2.208")), (date(2027, 3, 1), Decimal("2.2522"))))


@pytest.mark.parametrize(
    "text",
    [
        "1-9-2026 2,2080\n1-3-2027 2,2522",
        "1 september 2026: 2,208\n\n1 maart 2027: 2,2522\n",
        "2026-09-01\t2.208\r\n2027-03-01\t2.2522",
        "01/09/2026;2,208|01/03/2027;2,2522",
        "Datum\tCoëfficiënt\n1-9-2026\t2,208\n1-3-2027\t2,2522",
        "Indexstappen\nDatum en coëfficiënt\n1-9-2026 2,208\n1-3-2027 2,2522",
        "| Datum | Coëfficiënt |\n|---|---|\n| 1-9-2026 | 2,208 |\n| 1-3-2027 | 2,2522 |",
    ],
)
def test_as_people_write_them(text: str) -> None:
    assert index_steps.read(text) == TWO


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Schrijf op elke regel een datum en een coëfficiënt"),
        ("1-9-2026", "Regel 1: “1-9-2026” kunnen we niet lezen."),
        ("Datum\tCoëfficiënt", "Regel 1: “Datum\tCoëfficiënt” kunnen we niet lezen."),
        ("Datum Index\n1-9-2027 2,3\n1-9-2026 2,2", "Regel 3: zet de datums van vroeg naar laat"),
        ("1-9-2026 2,2\n31-2-2027 2,3", "Regel 2: Deze datum bestaat niet. Bedoel je 28 februari 2027?"),
        ("1-1-9999 2,3", "Regel 1: een stap valt tussen 1990 en 2099."),
        ("31-12-1989 2,3", "Regel 1: een stap valt tussen 1990 en 2099."),
        ("straks 2,3", "Regel 1: “straks” is geen datum."),
        ("1-9-2026 220,8", "Regel 1: een coëfficiënt ligt tussen 1 en 10."),
        ("1-9-2026 2,2.2.2", "Regel 1: “2,2.2.2” is geen coëfficiënt."),
        ("1-9-2027 2,3\n1-9-2026 2,2", "Regel 2: zet de datums van vroeg naar laat"),
        ("1-9-2027 2,3\n1-9-2027 2,2", "Regel 2: zet de datums van vroeg naar laat"),
        ("\n".join(f"1-1-{2020 + year} 2,2" for year in range(31)), "Hier passen hoogstens 30 stappen."),
    ],
)
def test_what_cannot_be_used_is_explained(text: str, message: str) -> None:
    with pytest.raises(Misread) as error:
        index_steps.read(text)
    assert str(error.value).startswith(message)


def test_a_day_that_no_step_can_have_is_not_asked_about() -> None:
    with pytest.raises(Misread, match=r"^Regel 1: Deze datum bestaat niet\.$"):
        index_steps.read("31-2-2127 2,3")


@given(steps())
def test_what_is_written_is_read(found: IndexSteps) -> None:
    assert index_steps.read(found.text()) == found
