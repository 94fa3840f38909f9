"""The Excel workbook: what LibreOffice recalculates from changed inputs equals the calculator, to the cent."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from openpyxl import load_workbook

from calculators import documents
from calculators.budget import evaluate, from_values
from calculators.calculator import CALCULATORS
from calculators.dossier import EMPTY, Document, Mark
from calculators.numbers import rounded
from tests.office import convert

DAY = date(2027, 1, 1)
SPECS = CALCULATORS["budget"].specs


def workbook(document: Document = EMPTY) -> bytes:
    return documents.make("dossier", document, DAY)[2]


def scenario(random: Random) -> dict[str, Any]:
    """Inputs that the sheet has a cell for."""
    start = date(2026, 1, 1) + timedelta(days=random.randrange(1500))
    values: dict[str, Any] = {"startdatum": start, "looptijd_jaren": Decimal(random.randint(1, 20)) / 2}
    values |= {"posts": random.randint(1, 4), "uitvoering": random.choice(("eigen", "extern", "subsidie"))}
    for post in range(1, values["posts"] + 1):
        end = "" if post == 1 else f"_{post}"
        values |= {
            f"fte{end}": Decimal(random.randint(5, 100)),
            f"jaarloonkost{end}": Decimal(random.randint(1000, 90000)),
        }
    values |= {name: Decimal(random.randint(0, 9000)) for name in SPECS if name.startswith("werkingskosten_")}
    values |= {name: Decimal(random.randint(0, 40000)) for name in SPECS if name.startswith("subsidie")}
    values |= {"eenmalig": Decimal(random.randint(0, 5000)), "overhead": Decimal(random.randint(0, 15))}
    return values | {name: Decimal(random.randint(-10, 50)) / 10 for name in ("index_loon", "index_werking")}


def changed(values: dict[str, Any], target: Path) -> None:
    """Change the inputs inside the blank workbook, as a colleague would."""
    book = load_workbook(BytesIO(workbook()))
    for name, defined in book.defined_names.items():
        if defined.attr_text.startswith("Invoer!"):
            cell = book["Invoer"][defined.attr_text.split("!")[1].replace("$", "")]
            missing = {"fte": 0, "jaarloonkost": 0, "in_dienst": values["startdatum"], "uit_dienst": date(2099, 12, 31)}
            new = values.get(name, missing.get(name.rstrip("_234"), cell.value))
            cell.value = float(new) if isinstance(new, Decimal) else new
    book.save(target)


def test_recalculated_by_libreoffice_it_equals_the_calculator(tmp_path: Path) -> None:
    random = Random(4)
    scenarios = [scenario(random) for _ in range(24)]
    (tmp_path / "out").mkdir()
    for index, values in enumerate(scenarios):
        changed(values, tmp_path / f"{index}.xlsx")
    files = convert([tmp_path / f"{index}.xlsx" for index in range(len(scenarios))], "xlsx", tmp_path / "out")
    for values, path in zip(scenarios, files, strict=True):
        expected = evaluate(from_values(values)).totals
        sheet = load_workbook(path, data_only=True)["Begroting per jaar"]
        rows = {row[3].value: [cell.value for cell in row[5:17]] for row in sheet.iter_rows(min_row=4, max_row=13)}
        for label, key in (("Totale kost", "totaal"), ("Nettokost", "netto")):
            found = [rounded(Decimal(repr(amount))) for amount in rows[label]]
            first = values["startdatum"].year
            by_year = [expected.get(f"{key}_{first + column}", Decimal(0)) for column in range(11)]
            whole = expected["totaal" if key == "totaal" else "netto_totaal"]
            for cell, right in zip(found, [*by_year, whole], strict=True):
                assert isinstance(right, Decimal)
                assert abs(cell - right) < Decimal("0.0051"), (values, label)


def test_blank_workbook_shows_the_worked_example_without_recalculation() -> None:
    book = load_workbook(BytesIO(workbook()), data_only=True)
    assert book.sheetnames == ["Invoer", "Begroting per jaar", "Dagen", "Trajecten", "Checklist", "Bronnen"]
    assert "voorbeeld" in book["Invoer"]["A2"].value
    assert book["Begroting per jaar"]["Q11"].value == pytest.approx(177870.448)
    assert workbook() == workbook()


def test_text_of_the_reader_never_becomes_a_formula() -> None:
    hostile = '=HYPERLINK("http://x","klik")'
    marks = {"s1-01": Mark("bezig", hostile, "", "+1\n-2")}
    book = load_workbook(BytesIO(workbook(Document(checklist=marks))))
    row = book["Checklist"][5]
    assert (row[3].value, row[3].data_type) == (hostile, "s")
    assert (row[5].value, row[5].data_type) == ("+1\n-2", "s")
    assert row[2].value == "Bezig"
