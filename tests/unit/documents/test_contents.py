"""What each document says: the decision, the lines for the finance department, the statements of partners."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from calculators import documents
from calculators.budget import calculate, from_values
from calculators.core.direction import closed
from calculators.core.numbers import format_euro
from calculators.dossier import EMPTY, Document
from tests.unit.documents import finished
from tests.unit.documents.made import DAY, W, content, text_of, word
from tests.unit.dossiers import CONTROL, FILLED, HOSTILE

FIGURES = {"fte": Decimal(80), "jaarloonkost": Decimal("64250.50"), "subsidie": Decimal(20000)}
"""The budget of the filled dossier, as numbers."""


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


@pytest.mark.parametrize(
    "text", [*HOSTILE, CONTROL, "\t=1", '"', "\uff1d1", "\uff201"], ids=lambda text: ascii(text)[:20]
)
def test_no_text_in_the_file_is_a_formula(text: str) -> None:
    made = documents.make("bbc", replace(FILLED, texts={"actie": text}), DAY)[2].decode("utf-8-sig")
    cells = {row[0] for row in csv.reader(io.StringIO(made, newline=""), delimiter=";")} - {"Actie"}
    (action,) = cells
    assert not action.startswith(("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff20"))
    assert action.removeprefix("'") == closed(re.sub("[\x00\x01\x0b\x1f\ud800\ufffe]", "", text).strip())


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


def test_the_note_tells_what_the_wages_assume() -> None:
    given = {"loonbasis": "opbouw", "vakantiegeld_telt": "betaald", "groei_wijze": "index", "loon_prijs": "2026-09-01"}
    given |= {"ancienniteit": "schaal", "schaal": "0\t17.300\n1\t17.500", "schaal_trap": "1"}
    basis = dict(finished.word("nota", Document(calculators={"budget": given})).rows("Tewerkstelling"))
    assert basis["Groei"].startswith("lonen volgens het indexpad en daarna 2\u00a0% per jaar, telkens op 1 januari; ")
    assert basis["Lonen"].startswith(
        "lonen van 1 september 2026; index: 2,2080 vanaf 1 september 2026 (bekend), 2,2522"
    )
    assert basis["Lonen"].endswith("vanaf trap 1; vakantiegeld in het jaar waarin het betaald is")
    short = Document(calculators={"budget": given | {"looptijd_jaren": "1"}})
    growth = dict(finished.word("nota", short).rows("Tewerkstelling"))["Groei"]
    assert growth == "lonen volgens het indexpad; werkingskosten 2\u00a0% per jaar, op 1 januari"
    plain = dict(finished.word("nota", Document(calculators={"budget": {"fte": "80"}})).rows("Tewerkstelling"))
    assert plain["Lonen"] == "lonen van het jaar van de start, 2027; anciënniteit: niet meegerekend"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"maandloon": "6000"}, "; met centenindex op de eerste €\u00a04.000 bruto per maand; anciënniteit"),
        ({}, "; zonder centenindex: het brutomaandloon is niet ingevuld; anciënniteit"),
        ({"posts": "2", "maandloon": "6000"}, "per maand, behalve bij post 2 (brutomaandloon niet ingevuld); anc"),
        ({"centenindex": "nee"}, "; zonder centenindex; anciënniteit"),
        ({"startdatum": "2019-01-01"}, "; de centenindex geldt voor geen van deze stappen; anciënniteit"),
    ],
    ids=str,
)
def test_the_note_tells_whether_the_cap_counts(given: dict[str, str], told: str) -> None:
    document = Document(calculators={"budget": {"groei_wijze": "index"} | given})
    assert told in dict(finished.word("nota", document).rows("Tewerkstelling"))["Lonen"]
