"""`python -m calculators`: what a person in a terminal asks, and what comes back."""

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from calculators import command, dossier
from calculators.calculator import CALCULATORS
from tests.conftest import ROOT
from tests.unit.dossiers import FILLED

TODAY = date(2027, 1, 4)


def refused(*words: str) -> str:
    """The message of a command that cannot be carried out."""
    answer = command.run(words, TODAY)
    assert (answer.status, answer.output) == (2, "")
    return answer.messages.replace("\u00a0", " ")


def words_of(path: Path) -> str:
    """The text of a Word file, with what stands in its content controls."""
    return "".join(Document(io.BytesIO(path.read_bytes())).element.body.itertext()).replace("\u00a0", " ")


@pytest.fixture
def stored(tmp_path: Path) -> str:
    """A file that a reader saved."""
    path = tmp_path / "dossier.json"
    path.write_text(dossier.write(FILLED), "utf-8")
    return str(path)


def test_the_command_of_the_readme_in_a_real_terminal() -> None:
    words = ["budget", "--fte", "80", "--startdatum", "2027-03-01", "--json"]
    call = [sys.executable, "-m", "calculators", *words]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout)["totals"]["totaal"] == "178463.34"
    assert done.stderr == ""


def test_without_json_it_says_what_a_page_shows_first() -> None:
    lines = command.run(["looptijd", "--startdatum=1 maart 2027", "--looptijd-jaren", "21 maanden"], TODAY).output
    assert "Laatste dag van het contract" in lines
    assert "30 november 2028" in lines


def test_a_result_asked_again_with_its_own_inputs_is_the_same(tmp_path: Path) -> None:
    first = command.run(["budget", "--fte", "62,5", "--subsidie", "€ 1.500", "--json"], TODAY).output
    again = tmp_path / "again.json"
    again.write_text(json.dumps(json.loads(first)["inputs"]), "utf-8")
    assert command.run(["budget", "--invoer", str(again), "--json"], TODAY).output == first


def test_numbers_in_a_file_mean_one_thing(tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    path.write_text('{"fte": 62.5, "jaarloonkost": 64000.125, "posts": 1, "startdatum": "2027-03-01"}', "utf-8")
    totals = json.loads(command.run(["budget", "--invoer", str(path), "--json"], TODAY).output)["totals"]
    typed = ["--fte", "62,5", "--jaarloonkost", "64.000,125", "--startdatum", "1-3-2027"]
    assert totals == json.loads(command.run(["budget", *typed, "--json"], TODAY).output)["totals"]


def test_documents_come_from_a_stored_file(stored: str, tmp_path: Path) -> None:
    note, sheet = tmp_path / "nota.docx", tmp_path / "blad.xlsx"
    answer = command.run(["budget", "--dossier", stored, "--docx", str(note), "--xlsx", str(sheet)], TODAY)
    assert (answer.status, answer.messages) == (0, "")
    told = words_of(note)
    assert "Gemeente Voorbeeldegem" in told
    assert "Begroting per jaar" in openpyxl.load_workbook(sheet).sheetnames


def test_what_is_given_goes_before_what_is_stored(stored: str, tmp_path: Path) -> None:
    note = tmp_path / "nota.docx"
    words = ["budget", "--dossier", stored, "--fte", "50", "--docx", str(note), "--json"]
    inputs = json.loads(command.run(words, TODAY).output)["inputs"]
    assert (inputs["fte"], inputs["jaarloonkost"]) == ("50", "64.250,50")
    told = words_of(note)
    assert "0,5 VTE" in told


@pytest.mark.parametrize(("more", "day"), [([], "4 januari 2027"), (["--vandaag", "2027-02-01"], "1 februari 2027")])
def test_another_kind_of_document_of_another_day(stored: str, tmp_path: Path, more: list[str], day: str) -> None:
    path = tmp_path / "checklist.docx"
    words = ["budget", "--dossier", stored, "--docx", str(path), "--soort", "checklist", *more]
    assert command.run(words, TODAY).status == 0
    assert f"stand op {day}" in words_of(path)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["budget", "--fte", "800"], "--fte: Vul bij “Tewerkstelling” een percentage in van 5 % tot en met 100 %."),
        (
            ["budget", "--fte", "x", "--startdatum", "y"],
            "--startdatum: Vul bij “Startdatum” een",
        ),
        (["budgt"], "budgt is geen rekenhulp. Bedoel je budget?\n"),
        (["budget", "--ftee", "80"], "--ftee is geen veld. Bedoel je --fte?\n"),
        (["budget", "80"], "“80” staat los: zet er een veld voor, zoals --fte 80.\n"),
        (["budget", "--fte"], "Achter --fte ontbreekt een waarde.\n"),
        (["budget", "--dossier", "/nergens.json"], "/nergens.json kan niet worden gelezen: bestaat het bestand?\n"),
        (["budget", "--docx", "x.docx", "--soort", "dossier"], "dossier is geen soort van --docx. "),
        (["budget", "--vandaag", "morgen"], "--vandaag morgen: schrijf een datum zoals 2027-01-04.\n"),
        (["velden"], "Welke rekenhulp? Kies uit: budget, looptijd, trajecten, keuzehulp.\n"),
    ],
)
def test_what_is_wrong_is_told_in_dutch(words: list[str], message: str) -> None:
    assert refused(*words).startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", " is geen geldige JSON."),
        ("[]", ': schrijf de velden als {"fte": 80}.'),
        ('{"fte": true}', "--fte: Schrijf de waarde als getal of als tekst."),
        ('{"cijfers_van": 2027}', "--cijfers_van: Schrijf een datum als tekst, zoals 2027-01-04."),
        ('{"ftee": 1}', "ftee is geen veld. Bedoel je fte?"),
        ('{"fte": 800}', "--fte: Vul bij “Tewerkstelling” een percentage in van 5"),
    ],
)
def test_a_file_that_is_wrong_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "in.json"
    path.write_text(text, "utf-8")
    assert message in refused("budget", "--invoer", str(path))


def test_a_dossier_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "foto.json"
    path.write_bytes(b"\x89PNG\xff")
    assert refused("budget", "--dossier", str(path)) == f"{path} is geen tekstbestand.\n"
    path.write_text("[]", "utf-8")
    assert refused("budget", "--dossier", str(path)) == "Dit bestand is geen dossier van deze gids.\n"


def test_a_document_that_cannot_be_written(tmp_path: Path) -> None:
    assert "kan niet worden geschreven" in refused("budget", "--docx", str(tmp_path / "map" / "nota.docx"))


def test_an_answer_that_does_not_count_is_told() -> None:
    answer = command.run(["looptijd", "--contract", "onbepaald", "--beslissing_maanden", "4"], TODAY)
    assert answer.status == 0
    assert answer.messages == "--beslissing_maanden telt niet mee: dat veld geldt alleen bij --contract bepaald.\n"


def test_help_names_every_calculator_and_choice() -> None:
    usage = command.run([], TODAY).output
    assert usage == command.run(["--help"], TODAY).output
    assert usage == command.run(["budget", "--fte", "80", "--help"], TODAY).output
    assert usage == command.run(["velden", "-h"], TODAY).output
    assert all(name in usage for name in (*CALCULATORS, *(f"--{one}" for one in command.arguments.CHOICES)))
    assert "--fte  Tewerkstelling" in command.run(["velden", "budget"], TODAY).output
