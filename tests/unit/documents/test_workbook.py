"""The Excel workbook: its inputs, checks, sources and what it does with answers that cannot be used."""

import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from calculators.calculator import CALCULATORS
from calculators.core import content, parameters
from calculators.core.fields import FIRST_DAY, LAST_DAY
from calculators.core.parameters import NEWEST
from calculators.documents.workbook.growth import paths
from calculators.documents.xlsx import serial, whole_months
from calculators.dossier import Document, ItemStatus, Partner
from tests.office import convert
from tests.unit.documents.workbooks import blank, checks, named, workbook
from tests.unit.figures import added, changed_in


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


def test_what_stands_beside_the_total_is_that_of_the_page() -> None:
    typed = {"risicomarge": "5", "kinderen_per_jaar": "100", "resultaten_per_jaar": "25", "beschikbaar": "87.180"}
    totals = CALCULATORS["budget"].evaluate(CALCULATORS["budget"].read(typed)).totals
    book = load_workbook(BytesIO(workbook(Document(calculators={"budget": typed}))), data_only=True)
    rows = {row[0].value: row[1].value for row in book["Marge en eenheden"].iter_rows(min_row=5)}
    shown = {
        "Totale kost met risicomarge": "totaal_met_marge",
        "Kost per bereikt kind": "kost_per_kind",
        "Kost per resultaat": "kost_per_resultaat",
        "Totale kost, laagste raming": "totaal_laag",
        "Totale kost, hoogste raming": "totaal_hoog",
        "Aantal maanden voor het bedrag dat er is": "maanden_voor_beschikbaar",
    }
    assert {label: rows[label] for label in shown} == {
        label: pytest.approx(float(str(totals[key]))) for label, key in shown.items()
    }
    assert rows["Tewerkstelling voor het bedrag dat er is"] == pytest.approx(
        float(str(totals["fte_voor_beschikbaar"])) / 100
    )


def test_later_years_are_folded_and_announced() -> None:
    sheet = load_workbook(BytesIO(workbook()))["Begroting per jaar"]
    assert [sheet.column_dimensions[letter].hidden for letter in ("G", "J", "K", "R")] == [False, False, True, False]
    assert sheet["A3"].value.startswith("=IF(SUM(K15:Q15)=0")


def test_blank_workbook_shows_the_worked_example_without_recalculation() -> None:
    book = load_workbook(BytesIO(workbook()), data_only=True)
    assert book.sheetnames == [
        *("Invoer", "Begroting per jaar", "Marge en eenheden", "Trajecten", "Checklist", "Bronnen"),
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


def test_every_input_is_checked_with_a_message_in_our_words() -> None:
    book = load_workbook(BytesIO(blank()))
    for sheet in ("Invoer", "Trajecten"):
        found = checks(book, sheet)
        assert len(found) >= 12, sheet
        for name, check in found.items():
            assert check is not None, name
            assert check.errorTitle.startswith("Klopt d"), name
            assert re.match(r"(Vul een|Kies) ", check.error), name
            assert not re.search(r"\d\.\d\b(?!\d\d)", check.error), check.error


def test_inputs_have_the_bounds_of_the_calculator() -> None:
    found = checks(load_workbook(BytesIO(blank())), "Invoer")
    assert "B12>=5/100,B12<=100/100" in found["fte"].formula1
    assert "5\u00a0% tot en met 100\u00a0%, of 0." in found["fte"].error
    assert (float(found["overhead"].formula1), float(found["overhead"].formula2)) == (0, 1)
    assert (float(found["index_loon"].formula1), float(found["index_loon"].formula2)) == (-0.1, 0.25)
    assert found["aantal"].type == "whole"
    assert (float(found["aantal"].formula1), float(found["aantal"].formula2)) == (1, 60)
    assert found["startdatum"].type == "date"
    assert "startdatum" in found["in_dienst_2"].formula1
    assert "in_dienst_2" in found["uit_dienst_2"].formula1


def test_an_action_takes_every_day_that_the_page_takes() -> None:
    found = {
        str(one.sqref)[0]: one for one in load_workbook(BytesIO(blank()))["Checklist"].data_validations.dataValidation
    }
    first, last = (serial(date.fromisoformat(day)) for day in (FIRST_DAY, LAST_DAY))
    assert (found["E"].formula1, found["E"].formula2) == (str(first), str(last))


def test_a_percentage_is_one() -> None:
    book = load_workbook(BytesIO(workbook(Document(calculators={"budget": {"fte": "62,5", "index_loon": "-1"}}))))
    assert (named(book, "fte"), named(book, "index_loon")) == (0.625, -0.01)


def test_only_helper_sheets_are_hidden_so_that_they_do_not_print() -> None:
    book = load_workbook(BytesIO(blank()))
    told = {sheet.title for sheet in book if str(sheet["A2"].value).startswith("Hulpblad:")}
    assert {sheet.title for sheet in book if sheet.sheet_state == "hidden"} == told == {"Groei", "Cellen", "Maanden"}
    assert all(name in book["Bronnen"]["A3"].value for name in told)


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


@pytest.mark.parametrize(("way", "times"), [("kalenderjaar", 1), ("verjaardag", 2), ("index", 2)])
def test_how_often_wages_have_grown_at_the_start_is_the_same_everywhere(way: str, times: int) -> None:
    values = {"groei_wijze": way, "loon_prijs": "1-3-2026"}
    inputs = CALCULATORS["budget"].read({**values, "startdatum": "1-9-2027"})
    document = Document(appointment={"startdatum": "1-9-2027"}, calculators={"budget": values})
    book = load_workbook(BytesIO(workbook(document)), data_only=True)
    assert paths(inputs).before == book["Index"]["B5"].value == times


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
    names = load_workbook(BytesIO(blank())).defined_names.values()
    assert len(names) > 80
    for one in names:
        assert re.fullmatch(r"('?[\w ]+'?)!\$[A-Z]+\$\d+", one.attr_text)
