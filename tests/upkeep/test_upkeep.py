"""The yearly check on a copy of the project: asks what is due, opens sources, writes answers, tells what moves."""

import re
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar, override
from urllib.request import urlopen

import pytest

from calculators.core import parameters
from tests.conftest import ROOT
from tools import figure_file, upkeep

TODAY = date(2027, 6, 1)
LATE = "checked_on = 2026-05-01"


class Source(BaseHTTPRequestHandler):
    """A source that answers everything, and notes what it was asked."""

    asked: ClassVar[list[str]] = []

    @override
    def log_message(self, *_: object) -> None:
        """Keep the output of the tests clean."""

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()


@pytest.fixture
def source() -> Iterator[str]:
    """The address of a source on this machine."""
    Source.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Source) as service:
        threading.Thread(target=service.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{service.server_port}/"
        service.shutdown()


@pytest.fixture
def copy(tmp_path: Path, source: str) -> Path:
    """A copy of the project in which two figures, both of that source, were checked too long ago."""
    for name in ("calculators", "tools"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    plan = tmp_path / upkeep.FIGURES / "plan.toml"
    text = plan.read_text("utf-8")
    for name in ("min_fte", "preferred_fte"):
        section = re.search(rf"\[{name}\]\n.*?\n\n", text, re.DOTALL)
        assert section
        old = re.sub(r"checked_on = \S+", LATE, re.sub(r'url = "\S+"', f'url = "{source}bron"', section[0]))
        text = text.replace(section[0], old)
    plan.write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(("name", "text"), [("plan_start", "2026 jaartal"), ("preferred_fte", "80 procent")])
def test_a_year_is_written_as_a_year(name: str, text: str) -> None:
    assert upkeep.shown(parameters.get(name)) == text


class Person:
    """Somebody at the keyboard, with the answers ready."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.told: list[str] = []
        self.talk = upkeep.Talk(self.answer, self.told.append, lambda url: urlopen(url).close())

    def answer(self, question: str) -> str:
        self.told.append(question)
        return self.answers.pop(0)

    @property
    def heard(self) -> str:
        return "\n".join(self.told).replace("\u00a0", " ")


def test_one_round(copy: Path) -> None:
    plan = copy / upkeep.FIGURES / "plan.toml"
    before = plan.read_text("utf-8").splitlines()
    person = Person("", "veel", "75", "1 januari 2027")
    ran: list[Path] = []

    def cases(root: Path) -> int:
        ran.append(root)
        return 3

    assert upkeep.upkeep(copy, TODAY, person.talk, cases) == 3
    assert Source.asked == ["/bron"], "one source is opened once for all its figures"
    assert ran == [copy]
    assert "2 cijfers." in person.heard
    assert "[2/2] Tewerkstelling, bij voorkeur minstens: 80 procent, geldig vanaf 1 december 2023" in person.heard
    assert "Schrijf een getal zoals 2,208" in person.heard
    assert re.search(r"^budget: totaal was [\d.]+, wordt [\d.]+$", person.heard, re.MULTILINE)
    after = plan.read_text("utf-8").splitlines()
    gone, come = [line for line in before if line not in after], [line for line in after if line not in before]
    assert gone == [LATE, LATE, "values = [{ valid_from = 2023-12-01, value = 80 }]"]
    assert come[0] == "checked_on = 2027-06-01"
    assert "  { valid_from = 2027-01-01, known_on = 2027-06-01, value = 75 }," in come
    assert parameters.load(plan.parent)["preferred_fte"].on(date(2027, 3, 1), TODAY) == 75
    assert upkeep.to_check(plan.parent, TODAY) == []


def test_who_stops_or_looks_later_changes_nothing(copy: Path) -> None:
    plan = copy / upkeep.FIGURES / "plan.toml"
    before = plan.read_bytes()
    person = Person("l", "q")
    assert upkeep.upkeep(copy, TODAY, person.talk, lambda _: pytest.fail("nothing was written")) == 0
    assert plan.read_bytes() == before
    assert "0 cijfers nagekeken." in person.heard


def test_what_the_strict_reader_refuses_is_not_written(copy: Path) -> None:
    plan = copy / upkeep.FIGURES / "plan.toml"
    before = plan.read_bytes()
    person = Person("60", "1-1-2020", "q")  # before the value that is there
    assert upkeep.round_of_checks(copy, TODAY, person.talk) == 0
    assert "Niet bewaard: plan.toml: min_fte.values[1].valid_from: values must be sorted by date" in person.heard
    assert plan.read_bytes() == before


@pytest.mark.parametrize("path", sorted((ROOT / upkeep.FIGURES).glob("*.toml")), ids=lambda path: path.name)
def test_a_figure_takes_a_value_however_it_is_written_and_all_else_stays(path: Path) -> None:
    """One figure of each way in which values are written: on a line, on several, as tables, without a date."""
    text = path.read_text("utf-8")
    all_ = {one.id: one for one in parameters.read(path.name, text)}
    ways = {(one.values[0].undated, f"[[{one.id}.values]]" in text, len(one.values) > 1): one for one in all_.values()}
    day = date(2059, 1, 1)
    for figure in ways.values():
        written = figure_file.with_value(text, figure.id, "4.50", day, day)
        read = {one.id: one for one in parameters.read(path.name, figure_file.checked(written, figure.id, day))}
        assert [str(one.value) for one in read[figure.id].values] == [
            *(str(one.value) for one in figure.values),
            "4.50",
        ]
        assert {**read, figure.id: figure} == all_


def test_a_total_that_moves_is_named_with_both_values() -> None:
    before, after = {"budget": {"totaal": "1", "oud": "2"}}, {"budget": {"totaal": "3", "nieuw": "4"}}
    assert list(upkeep.moved(before, after)) == [
        "budget: totaal was 1, wordt 3",
        "budget: oud was 2, wordt –",
        "budget: nieuw was –, wordt 4",
    ]
    assert list(upkeep.moved(before, before)) == []


def test_a_case_that_fails_is_named_without_its_code(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name in upkeep.CASES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("def test_drie_posten():\n    kost = 2\n    assert kost == 3\n", "utf-8")
    assert upkeep.run_cases(tmp_path) == 1
    told = capfd.readouterr().out
    assert told.count("test_drie_posten") == len(upkeep.CASES)
    assert "kost = 2" not in told
