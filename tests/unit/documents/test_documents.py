"""Every document, blank and filled: valid to a schema validator, and read by an independent reader."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest
from openpyxl import Workbook
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from calculators import documents
from calculators.core.direction import closed
from calculators.documents import xlsx
from calculators.dossier import EMPTY, read
from calculators.dossier.choices import STATUSES
from tests.unit.documents.made import DAY, DOSSIERS, EXCEL, WORD, W, content, excel, text_of, word
from tests.unit.dossiers import CONTROL, FILLED, HOSTILE, hostile


@pytest.mark.parametrize("name", DOSSIERS)
@pytest.mark.parametrize("kind", [*WORD, *EXCEL])
def test_is_valid_to_a_schema_validator(kind: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / documents.ALL[kind].filename
    path.write_bytes(content(kind, name))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("name", DOSSIERS)
@pytest.mark.parametrize("kind", documents.ALL)
def test_same_dossier_and_day_give_the_same_bytes(kind: str, name: str) -> None:
    assert documents.make(kind, DOSSIERS[name], DAY)[2] == content(kind, name)


@pytest.mark.parametrize("kind", EXCEL)
def test_xlsxwriter_itself_would_write_the_same_formulas(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = {name: content(kind, name) for name in DOSSIERS}
    monkeypatch.delattr(xlsx._Sheet, "_prepare_formula")
    different = [name for name, document in DOSSIERS.items() if documents.make(kind, document, DAY)[2] != ours[name]]
    assert different == []


@pytest.mark.parametrize("kind", documents.ALL)
def test_a_file_name_has_the_day_and_the_organisation_and_nothing_of_a_person(kind: str) -> None:
    blank, filled = documents.make(kind, EMPTY, DAY)[0], documents.make(kind, FILLED, DAY)[0]
    assert blank == documents.ALL[kind].filename
    stem, _, ending = blank.rpartition(".")
    assert re.fullmatch(r"[a-z-]+", stem)
    assert filled == f"2027-01-04-{stem}-gemeente-voorbeeldegem.{ending}"


@pytest.mark.parametrize(
    ("organisation", "name"),
    [
        ("", "2027-01-04-checklist-verbindingsambassadeur.docx"),
        ("../<x>/Çağla’s é", "2027-01-04-checklist-verbindingsambassadeur-x-caglas-e.docx"),
        ("İstanbul’dan Işık", "2027-01-04-checklist-verbindingsambassadeur-istanbuldan-isik.docx"),
        ("漢", "2027-01-04-checklist-verbindingsambassadeur.docx"),
        ("a" * 200, f"2027-01-04-checklist-verbindingsambassadeur-{'a' * 40}.docx"),
    ],
)
def test_any_organisation_gives_a_file_name_that_any_system_takes(organisation: str, name: str) -> None:
    document = replace(FILLED, texts={"organisatie": organisation})
    assert documents.make("checklist", document, DAY)[0] == name


@pytest.mark.parametrize("name", DOSSIERS)
@pytest.mark.parametrize("kind", [*WORD, *EXCEL])
def test_blank_and_filled_name_no_author(kind: str, name: str) -> None:
    core = zipfile.ZipFile(io.BytesIO(content(kind, name))).read("docProps/core.xml").decode()
    assert not re.search(r"<(dc:creator|cp:lastModifiedBy)>[^<]", core)


@pytest.mark.parametrize("name", DOSSIERS)
@pytest.mark.parametrize("kind", WORD)
def test_headings_begin_at_one_and_skip_no_level(kind: str, name: str) -> None:
    file = docx.Document(io.BytesIO(content(kind, name)))
    levels = [int(p.style.name[-1]) for p in file.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", DOSSIERS)
@pytest.mark.parametrize("kind", WORD)
def test_tables_with_a_heading_repeat_it_and_have_a_name(kind: str, name: str) -> None:
    file = docx.Document(io.BytesIO(content(kind, name)))
    assert file.tables
    for table in file.tables:
        properties = table._tbl.tblPr
        assert properties.find(f"{W}tblCaption").get(f"{W}val")
        headed = properties.find(f"{W}tblLook").get(f"{W}firstRow") == "1"
        assert (table._tbl.tr_lst[0].find(f"{W}trPr/{W}tblHeader") is not None) == headed


@pytest.mark.parametrize("kind", WORD)
def test_language_is_belgian_dutch_on_a4_with_page_numbers(kind: str) -> None:
    file = docx.Document(io.BytesIO(content(kind, "filled")))
    assert file.styles.element.find(f".//{W}rPrDefault//{W}lang").get(f"{W}val") == "nl-BE"
    assert file.core_properties.language == "nl-BE"
    page = file.sections[0]
    assert {round(page.page_width.mm), round(page.page_height.mm)} == {210, 297}  # type: ignore[union-attr]
    fields = {node.get(f"{W}instr") for node in page.footer._element.iter(f"{W}fldSimple")}
    assert fields == ({" PAGE ", " NUMPAGES "} if len(file.sections) == 1 else {" PAGE "})


@pytest.mark.parametrize("kind", WORD)
def test_every_field_is_a_named_control_with_its_own_number(kind: str) -> None:
    controls = list(docx.Document(io.BytesIO(content(kind, "blank"))).element.body.iter(f"{W}sdt"))
    assert controls
    numbers = [control.find(f"{W}sdtPr/{W}id").get(f"{W}val") for control in controls]
    assert len(set(numbers)) == len(numbers)
    assert all(control.find(f"{W}sdtPr/{W}alias").get(f"{W}val") for control in controls)


@pytest.mark.parametrize("kind", WORD)
def test_an_emptied_control_shows_its_own_prompt(kind: str) -> None:
    """Each control that shows a prompt refers to a building block with that prompt, in the grey style."""
    archive = zipfile.ZipFile(io.BytesIO(content(kind, "blank")))
    glossary = ET.fromstring(archive.read("word/glossary/document.xml"))
    blocks = {
        block.find(f".//{W}name").get(f"{W}val"): "".join(node.text or "" for node in block.iter(f"{W}t"))  # type: ignore[union-attr]
        for block in glossary.iter(f"{W}docPart")
    }
    assert {node.get(f"{W}val") for node in glossary.iter(f"{W}rStyle")} == {"PlaceholderText"}
    shown = 0
    for control in ET.fromstring(archive.read("word/document.xml")).iter(f"{W}sdt"):
        if control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            name = control.find(f"{W}sdtPr/{W}placeholder/{W}docPart").get(f"{W}val")  # type: ignore[union-attr]
            assert blocks[name] == "".join(node.text or "" for node in control.iter(f"{W}t"))
            shown += 1
    assert shown


def test_lists_are_lists_to_other_programs() -> None:
    """Each level of a list names its paragraph style, and that style its list: so importers find the items."""
    archive = zipfile.ZipFile(io.BytesIO(content("nota", "filled")))
    numbering = ET.fromstring(archive.read("word/numbering.xml"))
    styles = ET.fromstring(archive.read("word/styles.xml"))
    linked = {
        one.get(f"{W}styleId"): number.get(f"{W}val")
        for one in styles.iter(f"{W}style")
        if (number := one.find(f"{W}pPr/{W}numPr/{W}numId")) is not None
    }
    lists = {one.get(f"{W}abstractNumId"): one for one in numbering.iter(f"{W}abstractNum")}
    assert linked == {"ListBullet": "1", "Artikel": "2"}
    for name, id_ in linked.items():
        instance = numbering.find(f"{W}num[@{W}numId='{id_}']/{W}abstractNumId")
        style = lists[instance.get(f"{W}val")].find(f"{W}lvl/{W}pStyle")  # type: ignore[union-attr]
        assert style.get(f"{W}val") == name  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", ["checklist", "evaluatie"])
def test_a_blank_version_has_room_to_write_and_no_words_where_one_writes(kind: str) -> None:
    file = docx.Document(io.BytesIO(content(kind, "blank")))
    rows = [row for table in file.tables for row in table.rows if list(row._tr.iter(f"{W}sdt"))]
    assert len(rows) > 20
    for row in rows:
        height = row._tr.find(f"{W}trPr/{W}trHeight")
        assert height is not None
        assert int(height.get(f"{W}val")) / 1440 * 25.4 >= 8.99
        for control in row._tr.iter(f"{W}sdt"):
            shown = "".join(node.text or "" for node in control.iter(f"{W}t"))
            assert shown.strip() in ("", "☐"), shown


@pytest.mark.parametrize("kind", WORD)
def test_every_empty_cell_of_a_blank_version_is_high_enough_to_write_in(kind: str) -> None:
    tables = docx.Document(io.BytesIO(content(kind, "blank"))).tables
    assert tables
    for table in tables:
        for row in table.rows:
            texts = ["".join(node.text or "" for node in cell._tc.iter(f"{W}t")).strip() for cell in row.cells]
            height = row._tr.find(f"{W}trPr/{W}trHeight")
            high = int(height.get(f"{W}val")) / 1440 * 25.4 if height is not None else 0
            assert all(texts) or high >= 8.99, texts


def test_no_blank_version_says_nothing() -> None:
    assert [kind.id for kind in documents.ALL.values() if not kind.has_blank] == ["engagementen", "gegevens"]


@pytest.mark.parametrize("text", [*HOSTILE, CONTROL], ids=lambda text: ascii(text)[:20])
def test_hostile_text_is_only_text_in_word(text: str) -> None:
    expected = re.sub("[\x00\x01\x0b\x1f\ud800\ufffe]", "", text)
    for kind in ("nota", "checklist", "engagement-vereniging"):
        assert expected in text_of(word(kind, hostile(text))), kind


@pytest.mark.parametrize("kind", EXCEL)
def test_hostile_text_is_only_text_in_excel(kind: str) -> None:
    formulas = {cell.coordinate for cell in cells(excel(kind, EMPTY)) if cell.data_type == "f"}
    book = excel(kind, hostile(*HOSTILE))
    assert {cell.coordinate for cell in cells(book) if cell.data_type == "f"} == formulas
    links = [cell for cell in cells(book) if cell.hyperlink]
    assert {cell.parent.title for cell in links} <= {"Bronnen"}
    assert not any(cell.hyperlink.target.startswith("http://kwaad") for cell in links)
    for text in HOSTILE[:10] if kind == "registratie" else HOSTILE:
        found = [cell for cell in cells(book) if cell.value == closed(text)]
        assert found, text
        assert {cell.data_type for cell in found} == {"s"}


@pytest.mark.parametrize("kind", [*WORD, *EXCEL])
def test_characters_that_files_cannot_hold_break_nothing(kind: str, tmp_path: Path) -> None:
    path = tmp_path / documents.ALL[kind].filename
    path.write_bytes(documents.make(kind, hostile(CONTROL), DAY)[2])
    assert OpenXmlValidator().validate(path).is_valid


def cells(book: Workbook) -> Iterator[Any]:
    return (cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)


@pytest.mark.parametrize("kind", EXCEL)
def test_sheets_print_on_a4_with_headings_that_stay(kind: str) -> None:
    for sheet in excel(kind):
        assert sheet.page_setup.paperSize == 9, sheet.title
        assert sheet.oddFooter is not None
        assert sheet.oddFooter.right.text == "Bladzijde &P van &N", sheet.title
        if sheet.title not in ("Lees eerst", "Trajecten"):
            assert sheet.freeze_panes, sheet.title
            assert sheet.print_title_rows, sheet.title


@pytest.mark.parametrize("kind", EXCEL)
def test_no_formula_comes_without_a_value(kind: str) -> None:
    """LibreOffice and previews show the stored value: one that is missing would look like an empty or zero cell."""
    archive = zipfile.ZipFile(io.BytesIO(content(kind, "filled")))
    sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    formulas = sum(len(re.findall(r"<f[ >]", sheet)) for sheet in sheets)
    assert formulas == sum(len(re.findall("</f><v>", sheet)) for sheet in sheets) > 100


def test_the_checklist_in_excel_has_a_list_for_status_and_real_dates() -> None:
    sheet = excel("dossier")["Checklist"]
    rule, days = sheet.data_validations.dataValidation
    assert (days.type, str(days.sqref).split(":")[0]) == ("date", "E5")
    assert rule.formula1.strip('"').split(",") == list(STATUSES.values())
    assert sheet["E5"].value.date() == date(2027, 1, 10)


def test_the_data_go_on_elsewhere_unchanged() -> None:
    assert read(content("gegevens", "filled").decode()) == FILLED
