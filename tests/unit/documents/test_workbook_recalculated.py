"""What LibreOffice recalculates from changed inputs of the Excel workbook equals the calculator, to the cent."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from calculators import trajectories
from calculators.budget import calculate, from_values
from calculators.budget.inputs import MOST_POSTS
from calculators.budget.lines import LINES, class_of
from calculators.core import content, index_steps, scale
from calculators.core.fields import to_form_text
from calculators.dossier import Document
from tests.office import convert
from tests.unit.documents.workbooks import FIELDS, KEYS, amount, blank, budget_rows, entries, scenario, workbook

type Recalculated = list[tuple[dict[str, Any], dict[str, Any], Workbook]]


def targets(random: Random) -> dict[str, Any]:
    """Inputs of the trajectories calculator, some of them left empty."""
    values: dict[str, Any] = {"fte": Decimal(random.randint(10, 6000)), "maanden": Decimal(random.randint(1, 12))}
    values |= {
        "looptijd_jaren": Decimal(random.randint(1, 120)) / 12,
        "opstart_maanden": Decimal(random.randint(0, 12)),
    }
    values |= {"uren_per_week": Decimal(random.randint(20, 48)), "weken_per_jaar": Decimal(random.randint(30, 52))}
    values |= {"uren_per_traject": Decimal(random.randint(5, 60)) / 2}
    values |= {"aandeel_toeleiding": Decimal(random.randint(0, 100))}
    values |= {"vrije_plaatsen": random.choice((None, random.randint(0, 120)))}
    values |= {name: random.choice((None, Decimal(random.randint(0, 100)))) for name in SHARES}
    return values | {"afsluitmoment": random.choice([cutoff.id.replace("-", "_") for cutoff in content.cutoffs()])}


SHARES = ("eigen_aandeel", "eigen_slaagaandeel")


def filled_in(book: Workbook, values: dict[str, Any]) -> None:
    """Change the inputs of the sheet of targets."""
    names = dict(trajectories.FIELDS["afsluitmoment"].choices)
    for name, value in values.items():
        place = book.defined_names[f"traject_{name}"].attr_text.split("!")[1].replace("$", "")
        cell = book["Trajecten"][place]
        share = "%" in cell.number_format and value is not None
        cell.value = names[value] if name == "afsluitmoment" else value / 100 if share else value


def changed(values: dict[str, Any], guidance: dict[str, Any], target: Path) -> None:
    """Change the inputs inside the blank workbook, as a colleague would."""
    book = load_workbook(BytesIO(blank()))
    for cell, new in entries(book, values):
        cell.value = new
    filled_in(book, guidance)
    book.save(target)


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> Recalculated:
    """Random inputs of both sheets, put into the blank workbook and recalculated by LibreOffice in one run."""
    random, folder = Random(4), tmp_path_factory.mktemp("excel")
    scenarios = [(scenario(random), targets(random)) for _ in range(20)]
    (folder / "out").mkdir()
    files = [folder / f"{index}.xlsx" for index in range(len(scenarios))]
    for (values, guidance), path in zip(scenarios, files, strict=True):
        changed(values, guidance, path)
    made = convert(files, "xlsx", folder / "out")
    return [(*inputs, load_workbook(path, data_only=True)) for inputs, path in zip(scenarios, made, strict=True)]


def test_recalculated_by_libreoffice_it_equals_the_calculator(recalculated: Recalculated) -> None:
    for values, _, book in recalculated:
        budget = calculate(from_values(values))
        first = values["startdatum"].year
        for label, (account, *amounts) in budget_rows(book).items():
            key = KEYS[label]
            right = [amount(budget, key, first + column) for column in range(11)]
            assert amounts == [*right, sum(right)], (values, label)
            if key in LINES:
                assert str(account) == class_of(budget.inputs, key), (values, label)


def grown(random: Random) -> dict[str, Any]:
    """A budget with all that makes a wage grow, and with holiday pay that counts when it is paid."""
    values = scenario(random, MOST_POSTS) | {"groei_wijze": random.choice(("index", "index", "verjaardag"))}
    values |= {"index_prognose": random.choice(("ja", "nee")), "loon_prijs": date(2026, random.randint(1, 12), 5)}
    for post in range(1, values["posts"] + 1):
        end = "" if post == 1 else f"_{post}"
        salaries = "".join(f"{step}\t{30_000 + 500 * step}\n" for step in range(0, 9, random.randint(1, 3)))
        values |= {f"ancienniteit{end}": random.choice(("percent", "schaal")), f"schaal{end}": scale.read(salaries)}
        values |= {f"loonbasis{end}": "opbouw", f"schaal_trap{end}": random.randrange(9)}
        values |= {f"vakantiegeld_telt{end}": random.choice(("verdiend", "betaald"))}
    values |= {"risicomarge": Decimal("7.5"), "kinderen_per_jaar": 120, "beschikbaar": Decimal(200_000)}
    values |= {"subsidies_aantal": 3, "subsidie_naam_1": "Oproep", "subsidie_bedrag_1": Decimal(10_000)}
    for number, kind in ((2, "werking"), (3, random.choice(("alles", "personeel")))):
        values |= {f"subsidie_soort_{number}": "deel", f"subsidie_kosten_{number}": kind}
        values |= {
            f"subsidie_deel_{number}": Decimal("12.5"),
            f"subsidie_van_{number}": values["startdatum"] + timedelta(40),
        }
    values |= {"subsidie_maximum_3": Decimal(random.choice((2_000, 20_000)))}
    return values | {"index_stappen": index_steps.read("15-7-2029 2,4\n1-2-2031 2,38")}


def test_each_way_a_wage_grows_is_in_the_formulas(tmp_path: Path) -> None:
    """A reader's own scale and own steps stand in the sheets; LibreOffice makes the same amounts of them."""
    random, files, books = Random(11), [], []
    for index in range(8):
        values = grown(random)
        typed = {name: to_form_text(FIELDS[name], value) for name, value in values.items()}
        files.append(tmp_path / f"{index}.xlsx")
        load_workbook(BytesIO(workbook(Document(calculators={"budget": typed})))).save(files[-1])
        books.append(calculate(from_values(values)))
    (tmp_path / "out").mkdir()
    for budget, path in zip(books, convert(files, "xlsx", tmp_path / "out"), strict=True):
        rows, first = budget_rows(load_workbook(path, data_only=True)), budget.inputs.startdatum.year
        for label, line in (("Personeel", "personeel"), ("Subsidies", "subsidie")):
            assert rows[label][1:12] == [amount(budget, line, first + column) for column in range(11)]


def test_a_share_of_the_costs_follows_them_in_the_sheet(tmp_path: Path) -> None:
    raw = {
        "subsidies_aantal": "1",
        "subsidie_soort_1": "deel",
        "subsidie_deel_1": "50",
        "subsidie_maximum_1": "100.000",
    }
    book = load_workbook(BytesIO(workbook(Document(calculators={"budget": raw}))))
    book["Subsidies"]["B6"] = 0.8
    book.save(tmp_path / "share.xlsx")
    (tmp_path / "out").mkdir()
    (path,) = convert([tmp_path / "share.xlsx"], "xlsx", tmp_path / "out")
    rows = budget_rows(load_workbook(path, data_only=True))
    assert rows["Totale uitgaven"][1:4] == [Decimal(58120), Decimal("59282.40"), Decimal("60468.05")]
    assert rows["Subsidies"][1:4] == [Decimal(46496), Decimal("47425.92"), Decimal("6078.08")]


def test_a_step_of_the_index_can_be_changed_in_the_sheet(tmp_path: Path) -> None:
    document = Document(calculators={"budget": {"groei_wijze": "index", "loon_prijs": "2026-09-01"}})
    book = load_workbook(BytesIO(workbook(document)))
    rows: list[Any] = list(book["Index"].iter_rows(min_row=8))
    row = next(row for row in rows if row[2].value == "prognose")
    assert (row[0].value.date(), row[1].value) == (date(2027, 3, 1), 2.2522)
    row[1].value = 2.208
    book.save(tmp_path / "step.xlsx")
    (tmp_path / "out").mkdir()
    (made,) = convert([tmp_path / "step.xlsx"], "xlsx", tmp_path / "out")
    assert budget_rows(load_workbook(made, data_only=True))["Personeel"][1] == Decimal("49120.00")


def test_what_is_kept_in_the_cells_is_what_libreoffice_calculates(tmp_path: Path) -> None:
    """A program that does not recalculate, such as a preview in a mail, shows the same figures."""
    random = Random(7)
    made, emptied = [], []
    for index in range(3):
        made_up = grown(random) if index else scenario(random)
        values = {name: to_form_text(FIELDS[name], value) for name, value in made_up.items()}
        data = workbook(Document(calculators={"budget": values}))
        made.append(load_workbook(BytesIO(data), data_only=True))
        emptied.append(tmp_path / f"{index}.xlsx")
        load_workbook(BytesIO(data)).save(emptied[-1])  # openpyxl keeps formulas, and drops what they gave
    (tmp_path / "out").mkdir()
    for kept, path in zip(made, convert(emptied, "xlsx", tmp_path / "out"), strict=True):
        assert differences(kept, load_workbook(path, data_only=True)) == []


def differences(kept: Workbook, calculated: Workbook) -> list[str]:
    """The cells that differ by more than a rounding of the last digits."""
    found = []
    for sheet in kept:
        for row in sheet.iter_rows():
            for cell in row:
                other = calculated[sheet.title][cell.coordinate].value
                if isinstance(cell.value, int | float):
                    same = isinstance(other, int | float) and abs(cell.value - other) < 1e-6
                else:
                    same = (cell.value or None) == (other or None)
                if not same:
                    found.append(f"{sheet.title}!{cell.coordinate}: {cell.value!r} is not {other!r}")
    return found


ROWS = {
    "Uren": "capaciteit",
    "Hoogste aantal in het onderzoek": "plafond_gestart",
    "Realistisch hoogstens te starten": "realistisch_gestart",
    "Wat de grens bepaalt": "bindend",
    "Geslaagde toeleidingen, onderkant": "realistisch_geslaagd_min",
    "Geslaagde toeleidingen, bovenkant": "realistisch_geslaagd_max",
}
BINDING = {
    "Hoogste aantal in het onderzoek": "plafond",
    "Uren": "capaciteit",
    "Vrije plaatsen": "plaatsen",
    "Eigen aandeel": "eigen aandeel",
}


def test_recalculated_targets_equal_the_calculator(recalculated: Recalculated) -> None:
    binding = set()
    for _, guidance, book in recalculated:
        expected = trajectories.evaluate(trajectories.from_values(guidance)).totals
        rows: list[list[Any]] = [[cell.value for cell in row] for row in book["Trajecten"].iter_rows()]
        limits = {row[0]: row for row in rows[18:28]}
        for label, key in ROWS.items():
            if key == "bindend":
                binding.add(limits[label][2])
                assert BINDING[str(limits[label][2])] == expected[key], guidance
            else:
                assert_same(limits[label][2], expected[key])
            if f"{key}_jaar_1" in expected:
                assert_same(limits[label][1], expected[f"{key}_jaar_1"])
        for row, key in zip(
            rows[-3:], ("gestart_looptijd", "geslaagd_looptijd_min", "geslaagd_looptijd_max"), strict=True
        ):
            assert_same(row[1], expected[key])
    assert binding == set(BINDING), "every limit binds in some scenario"


def assert_same(cell: object, expected: object) -> None:
    if isinstance(expected, Decimal):
        assert cell == pytest.approx(float(expected), abs=1e-6)
    else:
        assert cell == "eigen cijfer nodig"
