"""A pasted salary scale: what is read, and what is said of a table that cannot be used."""

import re
from decimal import Decimal

import pytest
from hypothesis import given

from calculators.core import scale
from calculators.core.scale import Scale
from calculators.core.typed import Misread
from tests.unit.budgets import scales

B1 = Scale(((0, (Decimal(17300),)), (1, (Decimal(17500),)), (3, (Decimal(18000),))))


@pytest.mark.parametrize(
    "text",
    [
        "0\t17300\n1\t17500\n3\t18000",
        "Trap\tB1\n0\t17.300\n1\t17.500\n3\t18.000\n",
        "0;17.300,00;\r\n1;17.500,00;\r\n3;18.000,00;\r\n",
        "0 17.300|1 17.500|3 18.000",
        "trap 0\t€ 17.300\ntrap 1\t€ 17.500\ntrap 3\t€ 18.000",
        "0 17 300,00\n1 17\u00a0500,00\n3 18\u202f000,00",
        "trap 0 17 300\ntrap 1 17 500\ntrap 3 18 000",
        "0: 17.300\n1: 17.500\n3: 18.000",
        "0) € 17.300\n1) € 17.500\n3) € 18.000",
        "0 - 17.300 euro\n1 - 17.500 euro\n3 - 18.000 euro",
        "Schaal B1 aan 100 %\nTrap\tJaarsalaris\n0\t17.300\n1\t17.500\n3\t18.000",
        "| 0 | 17.300 |\n| 1 | 17.500 |\n| 3 | 18.000 |",
        "| Trap | B1 |\n|---|---:|\n| 0 | 17 300 |\n| 1 | 17 500 |\n| 3 | 18 000 |",
        "| Trap | B1 |||---|---:||| 0 | 17.300 ||| 1 | 17.500 ||| 3 | 18.000 |",
        "Weddeschaal B1 2026\n0\t17300\n1\t17500\n3\t18000",
        "Trap\t2026\n0\t17300\n1\t17500\n3\t18000",
        "Jaar 2026\n0\t17300\n1\t17500\n3\t18000\nBron: VVSG, oktober 2026\nBedragen aan 100 %",
        "0,17300\n1,17500\n3,18000",
        "Trap,Jaarsalaris 2026\n0,17300.00\n1,17500.00\n3,18000.00",
        "0 jaar\t17.300\n1 jaar\t17.500\n3 jaar\t18.000",
        "0 jaar 17 300\n1 jaar 17 500\n3 jaar 18 000",
        "(0)\t17.300\n(1)\t17.500\n(3)\t18.000",
        "Trap (0): 17.300\nTrap (1): 17.500\nTrap (3): 18.000",
        "0\t€\t17.300\n1\t€\t17.500\n3\t€\t18.000",
        "trap 0;17.300;EUR\ntrap 1;17.500;EUR\ntrap 3;18.000;EUR",
    ],
)
def test_as_spreadsheets_and_people_write_it(text: str) -> None:
    assert scale.read(text) == B1
    assert scale.read(in_a_link(text)) == B1


def in_a_link(text: str) -> str:
    """The text as a link carries it: see `onOneLine` in docs/assets/js/link.js."""
    rows = [row for row in re.split(r"[\r\n]+", text) if row.strip()]
    cells = [["".join(cell.split()) for cell in re.split("[\t;]", row)] for row in rows]
    return "|".join(" ".join(own).strip() if len(own) > 1 else row for row, own in zip(rows, cells, strict=True))


def test_a_column_of_something_else_may_stand_beside_yearly_salaries() -> None:
    text = "Trap\tMaand\tJaar\tNota\n0\t941,67\t11.300\tn.v.t.\n1\t950,00\t11.400\tvanaf mei"
    found = scale.read(text)
    assert [found.fault(column)[:18] for column in (1, 2, 3)] == ["Kolom 1, trap 0: 9", "", "Kolom 3, trap 0: d"]
    assert found.column(2) == ((0, Decimal(11300)), (1, Decimal(11400)))
    assert scale.read(found.text()) == scale.read(in_a_link(text)) == found


@pytest.mark.parametrize("row", ["0\t\t17.300\t18.000", "1\t950,00\t17.300", "0\t17.300\ta;b"])
def test_cells_that_would_run_together_in_a_link_are_refused(row: str) -> None:
    with pytest.raises(Misread, match=r"Het is niet duidelijk waar elke cel begint\. Laat kopregels"):
        scale.read(row)


def test_without_steps_the_first_row_is_step_0() -> None:
    assert scale.read("17.300\n17.500") == Scale(((0, (Decimal(17300),)), (1, (Decimal(17500),))))


def test_a_step_that_is_not_there_has_the_salary_of_the_one_before() -> None:
    assert [B1.salary(step) for step in (0, 1, 2, 3, 40)] == [17300, 17500, 17500, 18000, 18000]


def test_any_number_of_columns() -> None:
    found = scale.read("\tB1\tB2\tB3\n4\t17.300\t18.000\t19.000")
    assert found.columns == 3
    assert [found.salary(4, 3), found.salary(0, 2)] == [19000, 18000]


def test_columns_whose_thousands_are_apart() -> None:
    assert scale.read("0 17 300 18 200\n1 17 500 18 400") == scale.read("17 300\t18 200\n17 500\t18 400")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Plak een tabel met op elke regel een trap en een jaarsalaris, bijvoorbeeld: 0 17.300."),
        ("0 17.300\n1 zestien", "Regel 2: “zestien” is geen getal."),
        ("O\t17.300\n1\t17.500", "Regel 1: “O” is geen getal."),
        ("Schaal B1\nTrap B1\n0 17.300\n0 17.500", "Regel 4: de trappen moeten hele getallen zijn"),
        ("0\t17.300\n1", "Regel 2 heeft 1 cel, en regel 1 heeft er 2. Zet op elke regel evenveel getallen."),
        ("Trap B1\n1 17.300\n1 17.500", "Regel 3: de trappen moeten hele getallen zijn, van laag naar hoog."),
        (
            "0 144,16",
            "Regel 1: 144,16 kan geen jaarsalaris zijn. Geef bedragen aan 100\u00a0%, van 1.000 tot 300.000 euro",
        ),
        ("Totaal 34.800\n0 17.300", "Regel 1: “Totaal” is geen getal. Laat kopregels en andere kolommen weg."),
        ("0 17.300\nGemiddeld 17.300", "Regel 2: “Gemiddeld” is geen getal. Laat kopregels"),
        ("0,17300,50", "Regel 1: “0,17300,50” is geen getal. Zet tabs of puntkomma’s tussen de cellen, geen komma’s."),
        ("0,173", "Regel 1: de trappen moeten hele getallen zijn, van laag naar hoog. Zet tabs of puntkomma’s"),
        ("0\t941,67\tn.v.t.", "Regel 1: 941,67 kan geen jaarsalaris zijn."),
        ("950\t11.400\n960\t11.520", "Regel 1: 950 kan geen trap zijn. Laat kopregels en andere kolommen weg."),
        ("0\n1", "Regel 1: na de trap ontbreekt het jaarsalaris."),
        ("\n".join(f"{step} 17.300" for step in range(61)), "Een schaal heeft hier hoogstens 60 trappen."),
        ("\t".join(["0", *["17.300"] * 21]), "Een schaal heeft hier hoogstens 20 kolommen."),
    ],
)
def test_what_cannot_be_used_is_explained(text: str, message: str) -> None:
    with pytest.raises(Misread) as error:
        scale.read(text)
    assert str(error.value).startswith(message)


@given(scales())
def test_what_is_written_is_read(found: Scale) -> None:
    assert scale.read(found.text()) == found
