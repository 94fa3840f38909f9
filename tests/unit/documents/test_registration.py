"""The registration file: what LibreOffice counts in a filled sheet equals a count by hand in Python."""

import re
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from calculators import documents
from calculators.core import content
from calculators.documents.registration.columns import ACTIVITIES, COLUMNS, FIRST, LIST_ROWS, PLACE
from calculators.documents.xlsx import as_text
from calculators.dossier import EMPTY, Document, Partner
from tests.office import convert, pages
from tests.unit.dossiers import FILLED

ODD = '=1+1*?"'
"""A partner whose name would be a formula or a pattern, were it not compared as text."""


def registration(document: Document = EMPTY) -> Workbook:
    return load_workbook(BytesIO(documents.make("registratie", document, date(2027, 1, 4))[2]))


def test_no_row_is_higher_than_excel_allows() -> None:
    book = registration(replace(FILLED, texts={"indicatoren": "doel " * 1000}))
    assert 400 < max(row.height or 0 for sheet in book for row in sheet.row_dimensions.values()) <= 409


def day(text: str) -> datetime:
    return datetime.fromisoformat(text)


TRAJECTORIES: list[dict[str, Any]] = [
    {"code": "2027-001", "via": ODD, "aanbod": "Jeugdhuis", "aangemeld": day("2027-02-01")},
    {"code": "2027-002", "via": "OCMW", "aangemeld": day("2027-02-01"), "gesprek": day("2027-02-09")},
    {
        "code": "2027-003",
        "via": "OCMW",
        "aanbod": "Sportclub",
        "aangemeld": day("2027-03-01"),
        "proef": day("2027-03-20"),
        "ingeschreven": day("2027-09-15"),
    },
    {
        "code": "2027-004",
        "via": ODD,
        "aanbod": "Sportclub",
        "aangemeld": day("2027-03-01"),
        "ingeschreven": day("2027-04-30"),
        "weken": day("2027-05-14"),
        "weken_hoe": "goed",
        "maanden": day("2027-06-30"),
        "maanden_hoe": "ja met steun",
    },
    {
        "code": "2026-009",
        "aangemeld": day("2026-10-01"),
        "ingeschreven": day("2026-11-30"),
        "later": day("2027-06-01"),
        "later_hoe": "ja zonder steun",
    },
    {
        "code": "2027-020",
        "aangemeld": day("2027-08-05"),
        "ingeschreven": day("2027-08-31"),
        "later": day("2028-04-01"),
        "later_hoe": "ja zonder steun",
    },
    {
        "code": "2026-001",
        "aangemeld": day("2026-01-05"),
        "ingeschreven": day("2026-02-01"),
        "opnieuw": day("2027-09-05"),
        "opnieuw_hoe": "ja",
    },
    {
        "code": "2026-010",
        "aangemeld": day("2026-10-01"),
        "ingeschreven": day("2026-11-30"),
        "later": day("2027-06-01"),
        "later_hoe": "nee",
        "gestopt": day("2027-06-01"),
        "drempel": "Vervoer",
    },
]
NEXT = {
    "2027-001": ("Gesprek", None),
    "2027-002": ("Zoeken", None),
    "2027-003": ("Na 2 weken", day("2027-09-29")),
    "2027-004": ("Na 6 tot 8 maanden", day("2027-10-30")),
    "2027-020": ("Volgend werkjaar", day("2028-09-01")),
    "2026-009": ("Volgend werkjaar", day("2027-09-01")),
    "2026-001": ("Afgerond", None),
    "2026-010": ("Afgerond", None),
}


def fill(book: Workbook, year: int | None, moment: str) -> None:
    """Put in what an ambassador would."""
    for row, values in enumerate(TRAJECTORIES, start=FIRST + 1):
        for key, value in values.items():
            cell = book["Registratie"].cell(row, PLACE[key] + 1)
            cell.value = value
            cell.data_type = "s" if isinstance(value, str) else cell.data_type
    kinds = [one.name for one in content.criteria()]
    met = [(day("2027-04-02"), kinds[0], 12), (day("2026-12-01"), kinds[1], 5)]
    for row, (when, kind, people) in enumerate(met, start=FIRST + 1):
        for key, value in (("datum", when), ("soort", kind), ("aantal", people)):
            number = next(n for n, column in enumerate(ACTIVITIES, start=1) if column.key == key)
            book["Activiteiten"].cell(row, number).value = value
    book["Overzicht"]["B5"].value = year
    book["Overzicht"]["B6"].value = moment


ENROLMENT, MONTHS, AGAIN = (one.name for one in content.cutoffs())
CHOICES = ((None, ENROLMENT), (2027, MONTHS), (2027, AGAIN))


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[int | None, str], Workbook]:
    """The filled file, recalculated for each choice of year and moment in one run."""
    folder = tmp_path_factory.mktemp("register")
    (folder / "out").mkdir()
    paths = [folder / f"{index}.xlsx" for index in range(len(CHOICES))]
    for (year, moment), path in zip(CHOICES, paths, strict=True):
        book = registration(Document(partners=(Partner(ODD, "toeleider"),)))
        fill(book, year, moment)
        book.save(path)
    made = convert(paths, "xlsx", folder / "out")
    return {choice: load_workbook(path, data_only=True) for choice, path in zip(CHOICES, made, strict=True)}


def totals(book: Workbook) -> dict[str, Any]:
    return {str(row[0].value): row[1].value for row in book["Overzicht"].iter_rows(min_row=7) if row[0].value}


def in_year(year: int | None, key: str) -> list[dict[str, Any]]:
    return [one for one in TRAJECTORIES if key in one and year in (None, one[key].year)]


@pytest.mark.parametrize(("year", "moment"), CHOICES[:2])
def test_stages_count_in_the_year_of_their_own_date(
    counted: dict[Any, Workbook], year: int | None, moment: str
) -> None:
    found = totals(counted[year, moment])
    labels = {"Aangemeld": "aangemeld", "Gesprek gehad": "gesprek", "Op proef geweest": "proef"}
    labels |= {"Ingeschreven": "ingeschreven", "Bekeken na 6 tot 8 maanden": "later", "Afgesloten": "gestopt"}
    assert {label: found[label] for label in labels} == {
        label: len(in_year(year, key)) for label, key in labels.items()
    }
    assert found["Na 2 maanden: ja met steun"] == 1
    assert found["Na 6 tot 8 maanden: nee"] == 1
    assert (found["Activiteiten"], found["Mensen op die activiteiten"]) == ((2, 17) if year is None else (1, 12))


@pytest.mark.parametrize(("choice", "succeeded"), list(zip(CHOICES, (6, 1, 1), strict=True)))
def test_successful_is_what_was_agreed(counted: dict[Any, Workbook], choice: tuple[Any, str], succeeded: int) -> None:
    assert totals(counted[choice])["Geslaagde toeleidingen"] == succeeded


def test_each_row_says_what_is_next_and_by_when(counted: dict[Any, Workbook]) -> None:
    sheet = counted[None, ENROLMENT]["Registratie"]
    for row in sheet.iter_rows(min_row=FIRST + 1, max_row=FIRST + len(TRAJECTORIES)):
        following, by = row[PLACE["volgende"]].value, row[PLACE["tegen"]].value or None
        assert (following, by) == NEXT[str(row[0].value)], row[0].value
    assert not sheet.cell(FIRST + len(TRAJECTORIES) + 1, PLACE["volgende"] + 1).value


def test_lists_count_names_as_text(counted: dict[Any, Workbook]) -> None:
    sheet = counted[2027, MONTHS]["Lijsten"]
    found = {row[n].value: row[n + 1].value for row in sheet.iter_rows(min_row=FIRST + 1) for n in range(0, 10, 2)}
    expected = {ODD: 2, "OCMW": 2, "Sportclub": 2, "Jeugdhuis": 1, "Bibliotheek": 0, "Vervoer": 0}
    assert {name: found[name] for name in expected} == expected


def test_no_column_asks_for_a_name_and_the_first_sheet_says_why() -> None:
    headings = " ".join(column.heading.lower() for column in (*COLUMNS, *ACTIVITIES))
    for personal in ("naam", "voornaam", "geboorte", "adres", "telefoon", "mail", "nota", "opmerking"):
        assert personal not in headings.split()
    book = registration()
    assert book.active is book["Lees eerst"]
    guide = "\n".join(str(cell.value) for row in book["Lees eerst"].iter_rows() for cell in row if cell.value)
    for word in ("code", "AVG", "72 uur", "VTC", "GBA", "Bewaartermijn", "Rechtsgrond", "geen norm"):
        assert word in guide
    assert all(one.description in guide for one in content.cutoffs())


def test_every_stage_takes_a_date_and_every_choice_has_a_list() -> None:
    rules = registration()["Registratie"].data_validations.dataValidation
    kinds = {str(rule.sqref).split(":")[0].rstrip("0123456789"): rule.type for rule in rules}
    assert len(kinds) == sum(bool(column.kind in ("date", "list") or column.answers) for column in COLUMNS)
    for number, column in enumerate(COLUMNS):
        if column.kind == "date":
            assert kinds[chr(ord("A") + number)] == "date", column.heading


def test_every_check_says_in_dutch_what_fits() -> None:
    rules = [(sheet.title, rule) for sheet in registration(FILLED) for rule in sheet.data_validations.dataValidation]
    assert {title for title, _ in rules} >= {"Registratie", "Activiteiten"}
    for title, rule in rules:
        assert rule.errorTitle, (title, rule.sqref)
        assert len(rule.error) > 20, (title, rule.sqref)


def test_what_is_filled_in_is_open_and_formulas_are_not() -> None:
    book = registration()
    for sheet in book:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert all(cell.protection.locked for cell in cells if str(cell.value).startswith("="))
    first = book["Registratie"][FIRST + 1]
    assert [cell.protection.locked for cell in first] == [column.kind == "made" for column in COLUMNS]
    assert not any(cell.protection.locked for cell in book["Activiteiten"][FIRST + 1])
    assert not book["Lijsten"].cell(FIRST + 1, 1).protection.locked


def test_a_text_within_a_formula_stays_one_text() -> None:
    assert as_text("Inschrijving") == '"Inschrijving"'
    assert as_text('nog "actief"') == '"nog ""actief"""'


def test_no_name_holds_a_formula() -> None:
    """Other programs take names of cells only."""
    names = registration().defined_names.values()
    assert names
    for one in names:
        assert re.fullmatch(r"'?[\w ]+'?!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?", one.attr_text), one.attr_text


def test_it_prints_on_few_pages_with_rows_to_write_in_by_hand(tmp_path: Path) -> None:
    """Cells of 9 mm, at the scale of the page; the sheet with activities is as wide as the page."""
    path = tmp_path / "registratie.xlsx"
    path.write_bytes(documents.make("registratie", EMPTY, date(2027, 1, 4))[2])
    found = pages(convert([path], "pdf", tmp_path)[0])
    assert len(found) <= 10
    assert sum("Hoe loopt het?" in page and "Richtdatum" in page for page in found) == 2
    assert sum("Wat het kind graag doet" in page and "Ingeschreven" in page for page in found) == 2
    sheet = registration()["Registratie"]
    points = sheet.row_dimensions[FIRST + 1].height * sheet.page_setup.scale / 100
    assert points / 72 * 25.4 >= 9


def test_a_list_of_answers_offers_each_answer_whole() -> None:
    """Excel parts such a list at its commas."""
    rules = registration()["Registratie"].data_validations.dataValidation
    offered = {tuple(rule.formula1.strip('"').split(",")) for rule in rules if rule.formula1.startswith('"')}
    assert offered == {column.answers for column in COLUMNS if column.answers}


def test_what_was_agreed_comes_along() -> None:
    book = registration(FILLED)
    assert book["Overzicht"]["B6"].value == "Bij de inschrijving"
    assert "OCMW Voorbeeldegem" in [book["Lijsten"].cell(row, 1).value for row in range(5, 8)]
    assert "Chiro De Linde" in [book["Lijsten"].cell(row, 3).value for row in range(5, 8)]
    assert "Veertig trajecten in het eerste volledige jaar." in [row[1].value for row in book["Lees eerst"].iter_rows()]


def test_more_partners_than_a_list_holds_still_give_a_file() -> None:
    many = tuple(Partner(f"Vereniging {n}", "vereniging") for n in range(40))
    sheet = registration(Document(partners=many))["Lijsten"]
    assert sheet.cell(FIRST + LIST_ROWS, 3).value == f"Vereniging {LIST_ROWS - 1}"
