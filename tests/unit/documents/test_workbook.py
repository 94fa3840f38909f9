"""The Excel workbook: what LibreOffice recalculates from changed inputs equals the calculator, to the cent."""

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from calculators import documents, trajectories
from calculators.budget import Budget, calculate, from_values
from calculators.budget.inputs import LATER_YEARS
from calculators.budget.lines import LINES, class_of
from calculators.calculator import CALCULATORS
from calculators.core import content, index_steps, parameters, scale
from calculators.core.fields import to_form_text
from calculators.core.numbers import rounded
from calculators.core.parameters import NEWEST
from calculators.core.periods import end_after
from calculators.core.terms import months
from calculators.documents.xlsx import whole_months
from calculators.dossier import EMPTY, Document, ItemStatus, Partner
from tests.office import convert
from tests.unit.figures import added, changed_in

DAY = date(2027, 1, 1)

type Recalculated = list[tuple[dict[str, Any], dict[str, Any], Workbook]]
FIELDS = CALCULATORS["budget"].specs


@cache
def blank() -> bytes:
    return workbook()


def workbook(document: Document = EMPTY) -> bytes:
    return documents.make("dossier", document, DAY)[2]


GIVEN_INCOME = ("subsidie", *(f"subsidie_jaar_{year}" for year in LATER_YEARS))


def scenario(random: Random) -> dict[str, Any]:
    """Inputs that the sheet has a cell for."""
    start = date(2026, 1, 1) + timedelta(days=random.randrange(1500))
    values: dict[str, Any] = {"startdatum": start, "looptijd_jaren": Decimal(random.randint(1, 120)) / 12}
    values |= {"posts": random.randint(1, 4), "uitvoering": random.choice(("eigen", "extern", "subsidie"))}
    for post in range(1, values["posts"] + 1):
        end = "" if post == 1 else f"_{post}"
        values |= {
            f"fte{end}": Decimal(random.randint(5, 100)),
            f"jaarloonkost{end}": Decimal(random.randint(1000, 90000)),
        }
        values |= {f"maandloon{end}": random.choice((None, Decimal(5000), Decimal(3900)))}
        if random.random() < 0.5:
            share = Decimal(random.randint(1, 30)) / 10
            values |= {f"ancienniteit{end}": "percent", f"ancienniteit_percent{end}": share}
        length = (end_after(start, months(values["looptijd_jaren"])) - start).days
        first, last = sorted(random.randrange(length) for _ in range(2))
        if random.random() < 0.5:
            values |= {f"in_dienst{end}": start + timedelta(first), f"uit_dienst{end}": start + timedelta(last)}
    values |= {name: Decimal(random.randint(0, 9000)) for name in FIELDS if name.startswith("werkingskosten_")}
    values |= {name: Decimal(random.randint(0, 40000)) for name in GIVEN_INCOME}
    values |= {"eenmalig": Decimal(random.randint(0, 5000)), "overhead": Decimal(random.randint(0, 15))}
    values |= {
        name: random.choice([key for key, _ in FIELDS[name].choices])
        for name in ("groei_wijze", "deelname_klasse", "centenindex")
    }
    values |= {"loon_prijs": random.choice((None, date(2026, 3, 1), start, start + timedelta(days=length // 2)))}
    return values | {name: Decimal(random.randint(-10, 50)) / 10 for name in ("index_loon", "index_werking")}


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
    for name, defined in book.defined_names.items():
        if defined.attr_text.startswith("Invoer!"):
            cell = book["Invoer"][defined.attr_text.split("!")[1].replace("$", "")]
            absent = {"fte": 0, "jaarloonkost": 0, "maandloon": 0, "ancienniteit_percent": 0}
            new = values.get(name, absent.get(name.rstrip("_234"), cell.value))
            if "%" in cell.number_format and name in values:
                new = new / 100
            cell.value = float(new) if isinstance(new, Decimal) or name == "deelname_klasse" else new
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


def amount(budget: Budget, key: str, year: int) -> Decimal:
    book = budget.ledger
    if key == "subsidie":
        return book.received(year)
    spent = book.total(*([key] if key in LINES else []), calendar_year=year)
    return spent - book.received(year) if key == "netto" else spent


KEYS = {**{label: line for line, label in LINES.items()}, "Totale uitgaven": "totaal", "Subsidies": "subsidie"}
KEYS["Nettokost"] = "netto"


def budget_rows(book: Workbook) -> dict[str, list[Any]]:
    """The rows of the budget by label: the account, then the amounts of eleven years and of the term, to the cent."""
    rows: list[list[Any]] = [
        [cell.value for cell in row] for row in book["Begroting per jaar"].iter_rows(min_row=5, max_row=17)
    ]
    return {row[3]: [row[2], *(cent(amount) for amount in row[6:18])] for row in rows}


def cent(amount: float) -> Decimal:
    """An amount of a sheet, which may differ from it by the last digits only."""
    found = rounded(Decimal(repr(amount)))
    assert abs(found - Decimal(repr(amount))) < Decimal("1e-6")
    return found


def grown(random: Random) -> dict[str, Any]:
    """A budget with all that makes a wage grow, and with holiday pay that counts when it is paid."""
    values = scenario(random) | {"groei_wijze": random.choice(("index", "index", "verjaardag"))}
    values |= {"index_prognose": random.choice(("ja", "nee")), "loon_prijs": date(2026, random.randint(1, 12), 5)}
    for post in range(1, values["posts"] + 1):
        end = "" if post == 1 else f"_{post}"
        salaries = "".join(f"{step}\t{30_000 + 500 * step}\n" for step in range(0, 9, random.randint(1, 3)))
        values |= {f"ancienniteit{end}": random.choice(("percent", "schaal")), f"schaal{end}": scale.read(salaries)}
        values |= {f"loonbasis{end}": "opbouw", f"schaal_trap{end}": random.randrange(9)}
        values |= {f"vakantiegeld_telt{end}": random.choice(("verdiend", "betaald"))}
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
        _, *amounts = budget_rows(load_workbook(path, data_only=True))["Personeel"]
        first = budget.inputs.startdatum.year
        assert amounts[:11] == [amount(budget, "personeel", first + column) for column in range(11)]


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
    "Plafond": "plafond_gestart",
    "Realistisch hoogstens te starten": "realistisch_gestart",
    "Wat de grens bepaalt": "bindend",
    "Geslaagde toeleidingen, onderkant": "realistisch_geslaagd_min",
    "Geslaagde toeleidingen, bovenkant": "realistisch_geslaagd_max",
}
BINDING = {"Plafond": "plafond", "Uren": "capaciteit", "Vrije plaatsen": "plaatsen", "Eigen aandeel": "eigen aandeel"}


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


def test_targets_follow_the_budget_until_the_reader_answers() -> None:
    partners = (Partner("Chiro", "vereniging", "6"), Partner("Scouts", "vereniging", "7"))
    follows = load_workbook(BytesIO(workbook(Document(calculators={"budget": {"fte": "50"}}, partners=partners))))
    assert named(follows, "traject_fte") == "=fte*aantal+fte_2*aantal_2+fte_3*aantal_3+fte_4*aantal_4"
    assert named(follows, "traject_vrije_plaatsen") == 13
    many = tuple(Partner(name, "vereniging", "9000") for name in ("Chiro", "Scouts"))
    assert named(load_workbook(BytesIO(workbook(Document(partners=many)))), "traject_vrije_plaatsen") == 10_000
    own = {"fte": "60", "vrije_plaatsen": "9"}
    answered = load_workbook(BytesIO(workbook(Document(calculators={"trajecten": own}, partners=partners))))
    assert (named(answered, "traject_fte"), named(answered, "traject_vrije_plaatsen")) == (0.6, 9)


def test_targets_have_the_average_of_posts_that_do_not_work_together() -> None:
    """A sum of cells cannot tell that."""
    term = {"startdatum": "2027-01-01", "posts": "2", "fte": "50", "fte_2": "100", "in_dienst_2": "2029-07-01"}
    book = load_workbook(BytesIO(workbook(Document(calculators={"budget": term}))))
    assert named(book, "traject_fte") == 0.6667
    assert named(book, "traject_looptijd_jaren") == "=looptijd_jaren"


def test_the_workbook_has_the_employer_of_the_dossier() -> None:
    for budget in ({}, {"uitvoering": "eigen"}):
        document = Document({"uitvoering": "subsidie"}, {"budget": budget})
        book = load_workbook(BytesIO(workbook(document)))
        assert named(book, "uitvoering") == "subsidie"


@pytest.mark.parametrize("raw", [{"fte": "veel"}, {"fte": "80", "doel_trajecten": "9999"}])
def test_answers_that_cannot_be_used_leave_the_defaults(raw: dict[str, str]) -> None:
    book = load_workbook(BytesIO(workbook(Document(calculators={"trajecten": raw, "budget": raw}))))
    assert named(book, "traject_fte") == 0.8


def test_the_sheets_accept_the_terms_that_the_calculators_accept(tmp_path: Path) -> None:
    """Every number of whole months from one to ten years, and nothing else: LibreOffice answers the check."""
    book, check = Workbook(), whole_months("A1")["value"]
    right = [count / 12 for count in range(1, 121)]
    for row, years in enumerate((*right, 0, 121 / 12, 2.3, 1.6667, -1, "21 maanden", None), start=1):
        book.worksheets[0].append([years, f"=IFERROR({check[1:]},FALSE)".replace("A1", f"A{row}")])
    book.save(tmp_path / "term.xlsx")
    (tmp_path / "out").mkdir()
    (made,) = convert([tmp_path / "term.xlsx"], "xlsx", tmp_path / "out")
    answers = [row[1] for row in load_workbook(made, data_only=True).worksheets[0].iter_rows(values_only=True)]
    assert answers == [True] * len(right) + [False] * 7


def test_both_terms_in_the_workbook_are_checked_so() -> None:
    book = load_workbook(BytesIO(blank()))
    for name in ("looptijd_jaren", "traject_looptijd_jaren"):
        sheet, place = book.defined_names[name].attr_text.replace("$", "").split("!")
        checks = {str(one.sqref): one.formula1 for one in book[sheet].data_validations.dataValidation}
        assert checks[place] == whole_months(place)["value"].removeprefix("=")


def test_the_workbook_holds_the_term_in_months_that_the_reader_typed() -> None:
    document = Document(calculators={"budget": {"looptijd_jaren": "20 maanden"}})
    book = load_workbook(BytesIO(workbook(document)))
    assert named(book, "looptijd_jaren") == pytest.approx(20 / 12)


def named(book: Workbook, name: str) -> Any:
    sheet, place = book.defined_names[name].attr_text.split("!")
    return book[sheet][place.replace("$", "")].value


def test_vat_that_changes_inside_a_term_changes_in_the_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    """From 21 to 25 % on 1 January 2029: the reader still changes one cell, and sees from when its rate holds."""
    changed_in(monkeypatch, added("vat_standard", date(2029, 1, 1), NEWEST, Decimal(25)))
    plan = {"uitvoering": "extern", "startdatum": "2027-01-01"}
    book = load_workbook(BytesIO(workbook(Document(calculators={"budget": plan}))))
    heads, *rows = book["Cellen"].iter_rows(min_row=4, values_only=True)
    vat = [str(row[heads.index("Btw")]) for row in rows]
    first_years = {row[1]: "btw+(0.04)" in text for row, text in zip(rows, vat, strict=True)}
    assert list(first_years.values())[:4] == [False, False, True, True]
    cells = {row[0]: row for row in book["Invoer"].iter_rows(values_only=True)}
    assert cells["Btw"][1] == 0.21
    assert "geldt vanaf 1 januari 2022" in str(cells["Btw"][2])


def test_later_years_are_folded_and_announced() -> None:
    sheet = load_workbook(BytesIO(workbook()))["Begroting per jaar"]
    assert [sheet.column_dimensions[letter].hidden for letter in ("G", "J", "K", "R")] == [False, False, True, False]
    assert sheet["A3"].value.startswith("=IF(SUM(K15:Q15)=0")


def test_blank_workbook_shows_the_worked_example_without_recalculation() -> None:
    book = load_workbook(BytesIO(workbook()), data_only=True)
    assert book.sheetnames == [
        *("Invoer", "Begroting per jaar", "Trajecten", "Checklist", "Bronnen"),
        *("Index", "Trappen", "Groei", "Cellen", "Maanden"),
    ]
    assert "voorbeeld" in book["Invoer"]["A2"].value
    assert book["Begroting per jaar"]["R15"].value == pytest.approx(177870.45)
    assert workbook() == workbook()


def test_no_row_is_higher_than_excel_allows() -> None:
    book = load_workbook(BytesIO(workbook(Document(checklist={"s1-01": ItemStatus(note="woord " * 660)}))))
    heights = [row.height for sheet in book for row in sheet.row_dimensions.values() if row.height]
    assert 400 < max(heights) <= 409


def test_no_number_ends_in_a_bare_decimal_sign() -> None:
    """Excel shows 80 as `80,` where a format leaves all decimals open."""
    book = load_workbook(BytesIO(workbook()))
    formats = {cell.number_format for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "0.00%" in formats
    assert not [one for one in formats if re.search(r"[.,]#", one.removeprefix("[$€-413] #,##0"))]


def test_text_of_the_reader_never_becomes_a_formula() -> None:
    hostile = '=HYPERLINK("http://x","klik")'
    marks = {"s1-01": ItemStatus("bezig", hostile, "", "+1\n-2")}
    book = load_workbook(BytesIO(workbook(Document(checklist=marks))))
    row = book["Checklist"][5]
    assert (row[3].value, row[3].data_type) == (hostile, "s")
    assert (row[5].value, row[5].data_type) == ("+1\n-2", "s")
    assert row[2].value == "Bezig"


def checks(book: Workbook, sheet: str) -> dict[str, Any]:
    """The data validations of a sheet, by the name of the cell."""
    found = {str(one.sqref): one for one in book[sheet].data_validations.dataValidation}
    places = {name: one.attr_text.replace("$", "").split("!") for name, one in book.defined_names.items()}
    return {name: found.get(place) for name, (where, place) in places.items() if where == sheet}


def test_every_input_is_checked_with_a_message_in_our_words() -> None:
    book = load_workbook(BytesIO(blank()))
    for sheet in ("Invoer", "Trajecten"):
        for name, check in checks(book, sheet).items():
            assert check is not None, name
            assert check.errorTitle.startswith("Klopt d"), name
            assert re.match(r"(Vul een|Kies) ", check.error), name
            assert not re.search(r"\d\.\d\b(?!\d\d)", check.error), check.error


def test_inputs_have_the_bounds_of_the_calculator() -> None:
    found = checks(load_workbook(BytesIO(blank())), "Invoer")
    assert "0.05" in found["fte"].formula1 or "5/100" in found["fte"].formula1
    assert "5\u00a0% tot en met 100\u00a0%, of 0." in found["fte"].error
    assert (float(found["overhead"].formula1), float(found["overhead"].formula2)) == (0, 1)
    assert (float(found["index_loon"].formula1), float(found["index_loon"].formula2)) == (-0.1, 0.25)
    assert found["aantal"].type == "whole"
    assert (float(found["aantal"].formula1), float(found["aantal"].formula2)) == (1, 60)
    assert found["startdatum"].type == "date"
    assert "startdatum" in found["in_dienst_2"].formula1
    assert "in_dienst_2" in found["uit_dienst_2"].formula1


def test_a_percentage_is_one() -> None:
    book = load_workbook(BytesIO(workbook(Document(calculators={"budget": {"fte": "62,5", "index_loon": "-1"}}))))
    assert (named(book, "fte"), named(book, "index_loon")) == (0.625, -0.01)


def test_sheets_are_protected_without_a_password_and_only_inputs_are_open() -> None:
    book = load_workbook(BytesIO(blank()))
    for sheet in book:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.protection.locked == (cell.fill.start_color.rgb != "FFFFF6E0"), (sheet.title, cell)
                assert cell.protection.locked or not str(cell.value).startswith("=") or sheet.title == "Trajecten"
    for name, one in book.defined_names.items():
        sheet_name, place = one.attr_text.replace("$", "").replace("'", "").split("!")
        assert book[sheet_name][place].protection.locked == (name in ("totaal", "netto_totaal"))


def test_the_total_stands_beside_the_inputs_and_posts_have_their_name() -> None:
    profiles = {"posts": "2", "profiel": "groepswerker", "profiel_2": "toeleider"}
    book = load_workbook(BytesIO(workbook(Document(calculators={"budget": profiles}))), data_only=True)
    sheet = book["Invoer"]
    assert sheet["B3"].value == book["Begroting per jaar"]["R15"].value
    assert sheet["B4"].value == book["Begroting per jaar"]["R17"].value
    headings = [str(row[0]) for row in sheet.iter_rows(values_only=True) if str(row[0]).startswith("Post ")]
    assert headings[0].startswith("Post 1: groepswerker")
    assert headings[1].startswith("Post 2: toeleider")
    assert headings[2:] == ["Post 3", "Post 4"]


def test_each_coloured_number_on_the_sheets_of_growth_is_checked() -> None:
    book = load_workbook(BytesIO(blank()))
    for name in ("Index", "Trappen"):
        checked = {str(one.sqref) for one in book[name].data_validations.dataValidation}
        opened = {c.coordinate for row in book[name].iter_rows() for c in row if not c.protection.locked}
        assert opened
        assert opened == checked


def test_what_does_not_apply_is_not_counted_as_on_the_site() -> None:
    marks = {"s1-01": ItemStatus("klaar"), "s1-02": ItemStatus("nvt")}
    book = load_workbook(BytesIO(workbook(Document(checklist=marks))), data_only=True)
    assert book["Checklist"]["B2"].value == f"1 van {len(content.items()) - 1} klaar"


def test_sources_are_those_of_the_figures_used_with_their_value_and_a_link() -> None:
    own = load_workbook(BytesIO(workbook()))["Bronnen"]
    names = [row[0] for row in own.iter_rows(min_row=5, values_only=True)]
    assert 3 < len(names) < 40
    linked = {own.cell(row, 1).value for row in range(5, 5 + len(names)) if own.cell(row, 4).hyperlink}
    assert {one.label for one in parameters.all_() if one.url and one.label in names} <= linked
    assert all(value for row in own.iter_rows(min_row=5, max_col=2, values_only=True) for value in row)
    vat = next(one.label for one in parameters.all_() if one.id == "vat_standard")
    assert vat not in names
    external = load_workbook(BytesIO(workbook(Document({"uitvoering": "extern"}, {"budget": {"fte": "80"}}))))[
        "Bronnen"
    ]
    assert vat in [row[0] for row in external.iter_rows(min_row=5, values_only=True)]


def test_no_name_holds_a_formula() -> None:
    """Other programs take names of cells only."""
    for one in load_workbook(BytesIO(blank())).defined_names.values():
        assert re.fullmatch(r"('?[\w ]+'?)!\$[A-Z]+\$\d+", one.attr_text)


WRONG = {
    "jaarloonkost": "veel",
    "fte": "60",
    "werkingskosten_promotie": "450",
    "overhead": "x",
    "startdatum": "2028-01-01",
}


def test_a_wrong_input_leaves_the_others_and_is_named() -> None:
    book = load_workbook(BytesIO(workbook(Document(calculators={"budget": WRONG}))), data_only=True)
    told = str(book["Invoer"]["A2"].value)
    assert told.startswith("Let op: dit kon niet gelezen worden: Jaarloonkost voor een voltijdse.")
    assert (named(book, "fte"), named(book, "werkingskosten_promotie")) == (0.6, 450)
    assert named(book, "startdatum").year == 2028
    assert named(book, "jaarloonkost") == 0, "never our example"
    (hint,) = [
        row[2] for row in book["Invoer"].iter_rows(values_only=True) if str(row[2]).startswith("Ontbreekt: “veel")
    ]
    assert "veel" in str(hint)
    assert {*budget_rows(book)["Personeel"][1:]} == {0}


def test_no_answer_to_who_carries_out_counts_as_our_own(tmp_path: Path) -> None:
    """An emptied cell adds no overhead and no VAT."""
    book = load_workbook(BytesIO(workbook(Document(calculators={"budget": {"overhead": "10"}}))))
    kept = budget_rows(load_workbook(BytesIO(workbook()), data_only=True))["Personeel"]
    sheet, place = book.defined_names["uitvoering"].attr_text.replace("$", "").split("!")
    book[sheet][place].value = None
    book.save(tmp_path / "empty.xlsx")
    (tmp_path / "out").mkdir()
    (made,) = convert([tmp_path / "empty.xlsx"], "xlsx", tmp_path / "out")
    rows = budget_rows(load_workbook(made, data_only=True))
    assert rows["Personeel"][1:] == kept[1:]
    assert {*rows["Overhead van de partner"][1:]} == {0}
