"""Every document, blank and filled: valid to a schema validator, and read by an independent reader."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.document import Document as WordFile
from openpyxl import Workbook, load_workbook
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from calculators import documents
from calculators.budget import calculate, from_values
from calculators.core.numbers import format_euro
from calculators.dossier import EMPTY, Document, read
from calculators.dossier.document import STATUSES
from tests.unit.documents import finished
from tests.unit.dossiers import CONTROL, FILLED, HOSTILE, hostile

DAY = date(2027, 1, 4)
WORD = [kind.id for kind in documents.ALL.values() if kind.filename.endswith(".docx")]
EXCEL = [kind.id for kind in documents.ALL.values() if kind.filename.endswith(".xlsx")]
FIGURES = {"fte": Decimal(80), "jaarloonkost": Decimal("64250.50"), "subsidie": Decimal(20000)}
"""The budget of the filled dossier, as numbers."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOSSIERS = {"blank": EMPTY, "filled": FILLED}


@cache
def content(kind: str, name: str) -> bytes:
    """A document of one of the dossiers, made once."""
    return documents.make(kind, DOSSIERS[name], DAY)[2]


def word(kind: str, document: Document = FILLED) -> WordFile:
    return docx.Document(io.BytesIO(documents.make(kind, document, DAY)[2]))


def excel(kind: str, document: Document = FILLED) -> Workbook:
    return load_workbook(io.BytesIO(documents.make(kind, document, DAY)[2]))


def text_of(file: WordFile) -> str:
    """All text, also that within content controls, which python-docx passes over."""
    lines = []
    for paragraph in file.element.body.iter(f"{W}p"):
        pieces = ("\n" if node.tag == f"{W}br" else node.text or "" for node in paragraph.iter(f"{W}t", f"{W}br"))
        lines.append("".join(pieces))
    return "\n".join(lines)


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
        ("../<x>/Çağla’s é", "2027-01-04-checklist-verbindingsambassadeur-x-ca-las-e.docx"),
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


def test_no_blank_version_says_nothing() -> None:
    assert [kind.id for kind in documents.ALL.values() if not kind.has_blank] == ["engagementen", "gegevens"]


def test_the_checklist_has_one_status_to_choose_and_a_date_and_notes() -> None:
    row = next(row for table in word("checklist").tables[1:] for row in table.rows[1:])._tr
    kinds = {child.tag.rsplit("}", 1)[-1] for control in row.iter(f"{W}sdtPr") for child in control}
    assert {"dropDownList", "date", "text"} <= kinds
    assert "checkbox" not in kinds, "a tick could contradict the status"
    shown = "".join(node.text or "" for node in row.iter(f"{W}t"))
    assert all(part in shown for part in ("Klaar", "Noor", "10 januari 2027", "Besproken."))


def test_the_note_has_the_parts_of_a_decision_and_the_figures_of_the_calculator() -> None:
    file = word("nota")
    headings = [p.text for p in file.paragraphs if p.style and p.style.name == "Heading 2"]
    parts = [
        "Bevoegdheid",
        "Juridische context",
        "Feitelijke context en argumentatie",
        "Financiële gevolgen",
        "Adviezen",
    ]
    assert [heading for heading in headings if heading in [*parts, "Beslissing", "Bijlagen"]] == [
        *parts,
        "Beslissing",
        "Bijlagen",
    ]
    text = text_of(file)
    assert "visum" in text
    total = calculate(from_values({**FIGURES, "startdatum": date(2027, 3, 1)})).total
    assert format_euro(total, 0) in text
    assert all(partner.naam in text for partner in FILLED.partners)
    captions = [p.text for p in file.paragraphs if p.style and p.style.name == "Caption"]
    assert captions == [
        "Posten",
        "Verwachte trajecten, een indicatie",
        "Raming per kalenderjaar, 2027 tot en met 2030",
        "Wat als het anders loopt?",
    ]


def test_the_note_tells_how_the_wage_was_built_what_starting_costs_and_that_a_visum_is_needed() -> None:
    budget = {**FILLED.calculators["budget"], "loonbasis": "opbouw", "eenmalig": "2.500"}
    text = text_of(word("nota", replace(FILLED, calculators={"budget": budget})))
    assert "opgebouwd uit het salaris, zie het Excelbestand" in text
    assert f"Eenmalige startkosten\n{format_euro(Decimal(2500), 0)}" in text
    assert f"ligt boven de drempel van {format_euro(Decimal(25000), 0)}: vraag het visum" in text
    high = replace(FILLED, texts={**FILLED.texts, "visum_drempel": "1.000.000"})
    assert f"ligt niet boven de drempel van {format_euro(Decimal(1_000_000), 0)}" in text_of(word("nota", high))


def test_the_note_says_why_a_change_cannot_be_worked_out() -> None:
    budget = {**FILLED.calculators["budget"], "jaarloonkost": "300.000"}
    text = text_of(word("nota", replace(FILLED, calculators={"budget": budget})))
    assert "Loonkost 10\u00a0% hoger. Niet berekend. “Jaarloonkost voor een voltijdse” gaat van" in text


def bbc(document: Document) -> list[str]:
    return documents.make("bbc", document, DAY)[2].decode("utf-8").split("\r\n")


def test_the_finance_department_gets_what_its_software_reads() -> None:
    """With a mark of its order, semicolons, decimal commas and the action of the dossier; codes stay open."""
    document = replace(FILLED, texts={**FILLED.texts, "actie": "2.1; jeugd"})
    head, personnel, *rest = bbc(document)
    assert head == "\ufeffActie;Beleidsitem;Algemene rekening;Omschrijving;U/O;E/I;2027;2028;2029;2030"
    assert personnel == '"2.1; jeugd";;62;Personeel;U;E;42833,67;52428,41;53476,98;9091,09'
    assert rest[-2:] == ['"2.1; jeugd";;740;Subsidies;O;E;20000,00;0,00;0,00;0,00', ""]


def test_a_blank_file_has_the_lines_and_no_amounts() -> None:
    head, personnel, *_ = bbc(EMPTY)
    assert head.endswith("E/I;Jaar 1;Jaar 2;Jaar 3")
    assert personnel == ";;62;Personeel;U;E;;;"


@pytest.mark.parametrize("text", [*HOSTILE, CONTROL, "\t=1", '"'], ids=lambda text: ascii(text)[:20])
def test_no_text_in_the_file_is_a_formula(text: str) -> None:
    made = documents.make("bbc", replace(FILLED, texts={"actie": text}), DAY)[2].decode("utf-8-sig")
    cells = {row[0] for row in csv.reader(io.StringIO(made, newline=""), delimiter=";")} - {"Actie"}
    (action,) = cells
    assert not action.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert action.removeprefix("'") == re.sub("[\x00\x01\x0b\x1f\ud800\ufffe]", "", text).strip()


def test_each_partner_gets_a_statement_of_its_own() -> None:
    text = text_of(word("engagement-vereniging"))
    assert text.count("9. Handtekeningen") == 2
    assert "Chiro De Linde" in text
    assert "OCMW" not in text
    assert "OCMW Voorbeeldegem" in text_of(word("engagement-toeleider"))


def test_pages_count_from_one_in_each_statement() -> None:
    file = word("engagement-vereniging")
    starts = [one._sectPr.find(f"{W}pgNumType").get(f"{W}start") for one in file.sections]
    assert starts == ["1", "1"]


def test_every_partner_has_a_file_of_its_own_in_the_archive(tmp_path: Path) -> None:
    """With nothing of another partner in it, and each valid to the schema validator."""
    archive = zipfile.ZipFile(io.BytesIO(content("engagementen", "filled")))
    texts = {name: text_of(docx.Document(io.BytesIO(archive.read(name)))) for name in archive.namelist()}
    assert len(texts) == len(FILLED.partners)
    for (name, text), partner in zip(texts.items(), FILLED.partners, strict=True):
        assert [one.naam for one in FILLED.partners if one.naam in text] == [partner.naam], name
        path = Path(archive.extract(name, tmp_path))
        assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    assert list(texts) == [
        "01-chiro-de-linde.docx",
        *list(texts)[1:],
    ]
    blank = zipfile.ZipFile(io.BytesIO(content("engagementen", "blank"))).namelist()
    assert blank == ["01-toeleider.docx", "02-vereniging.docx", "03-bestuur.docx"]


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
        found = [cell for cell in cells(book) if cell.value == text]
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
    for name in archive.namelist():
        if name.startswith("xl/worksheets/sheet"):
            sheet = archive.read(name).decode()
            assert len(re.findall("<f>", sheet)) == len(re.findall("</f><v>", sheet)), name


def test_the_checklist_in_excel_has_a_list_for_status_and_real_dates() -> None:
    sheet = excel("dossier")["Checklist"]
    rule, days = sheet.data_validations.dataValidation
    assert (days.type, str(days.sqref).split(":")[0]) == ("date", "E5")
    assert rule.formula1.strip('"').split(",") == list(STATUSES.values())
    assert sheet["E5"].value.date() == date(2027, 1, 10)


def test_the_data_go_on_elsewhere_unchanged() -> None:
    assert read(content("gegevens", "filled").decode()) == FILLED


def test_the_note_tells_what_the_wages_assume() -> None:
    given = {"loonbasis": "opbouw", "vakantiegeld_telt": "betaald", "groei_wijze": "index", "loon_prijs": "2026-09-01"}
    given |= {"ancienniteit": "schaal", "schaal": "0\t17.300\n1\t17.500", "schaal_trap": "1"}
    basis = dict(finished.word("nota", Document(calculators={"budget": given})).rows("Tewerkstelling"))
    assert basis["Groei"].startswith("lonen volgens het indexpad en daarna 2")
    assert basis["Lonen"].startswith(
        "lonen van 1 september 2026; index: 2,2080 vanaf 1 september 2026 (bekend), 2,2522"
    )
    assert basis["Lonen"].endswith("vanaf trap 1; vakantiegeld in het jaar waarin het betaald is")
    plain = dict(finished.word("nota", Document(calculators={"budget": {"fte": "80"}})).rows("Tewerkstelling"))
    assert plain["Lonen"] == "lonen van het jaar van de start, 2027; anciënniteit: niet meegerekend"
