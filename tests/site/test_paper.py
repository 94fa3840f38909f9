"""The guide and the blank checklist as PDF: accessible by the rules that a program can check, complete, and offered."""

import contextlib
import io
import re
import subprocess
from pathlib import Path

import page
import pytest

from calculators.core import content
from tests.office import program
from tests.site.reading import Page
from tools import paper

FILES = (paper.GUIDE, paper.CHECKLIST)
RULES = 104
"""How many rules of PDF/UA-1 the validator checks."""


@pytest.fixture
def pango() -> None:
    """Skip where no PDF is made, for want of Pango."""
    with contextlib.redirect_stdout(io.StringIO()):  # where WeasyPrint prints a page on it
        try:
            import weasyprint  # noqa: F401, PLC0415
        except OSError:
            pytest.skip("Pango is not on this machine: see tests/install.sh")


@pytest.fixture(params=FILES)
def file(request: pytest.FixtureRequest, built_site: Path, pango: None) -> Path:  # noqa: ARG001
    return built_site / "assets/downloads" / str(request.param)


def text_of(path: Path) -> str:
    """What a reader copies from a PDF, on one line."""
    text = subprocess.run([program("pdftotext"), path, "-"], check=True, capture_output=True, text=True).stdout
    return " ".join(text.split())


def test_a_validator_finds_nothing(file: Path) -> None:
    report = page.validate_pdf(file, profile="ua1")
    assert [(one.rule_id, one.message) for one in report.failures] == []
    assert report.rules.total == RULES


@pytest.mark.usefixtures("pango")
def test_the_validator_sees_what_is_wrong() -> None:
    """A file without tags, as most PDF files are, fails: so the test above can."""
    from weasyprint import HTML  # noqa: PLC0415

    untagged = HTML(string="<h1>Titel</h1><p>Tekst</p>").write_pdf()
    assert not page.validate_pdf_bytes(untagged, profile="ua1").is_compliant


def test_drawings_have_the_light_colours_of_the_site() -> None:
    style = paper.drawing_style()
    assert "svg .t-beide { stroke: #8c7a5b; }" in style, "the third part of a chart has it too"
    assert "var(" not in style


def test_no_font_is_left_to_the_reader(file: Path) -> None:
    rows = subprocess.run([program("pdffonts"), file], check=True, capture_output=True, text=True).stdout.splitlines()[
        2:
    ]
    embedded = [re.split(r"\s+", row)[-5] for row in rows]
    assert len(rows) >= 2
    assert set(embedded) == {"yes"}


@pytest.mark.usefixtures("pango")
def test_the_guide_has_every_step_and_its_bookmarks(built_site: Path) -> None:
    path = built_site / "assets/downloads" / paper.GUIDE
    text = text_of(path)
    for step in content.steps():
        assert f"{step.number}. {step.title}" in text
    assert [item.text for item in content.items() if " ".join(item.text.split()) not in text] == []
    assert "¶" not in text


@pytest.mark.usefixtures("pango")
def test_the_checklist_has_every_action_in_order(built_site: Path) -> None:
    text = text_of(built_site / "assets/downloads" / paper.CHECKLIST)
    places = [text.find(" ".join(item.text.split())) for item in content.items()]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.usefixtures("pango")
@pytest.mark.parametrize(("address", "name"), [("afdrukken/", paper.GUIDE), ("checklist/", paper.CHECKLIST)])
def test_its_page_offers_it(pages: dict[str, Page], address: str, name: str) -> None:
    links = [link.get("href") for link in pages[address].all("a", having="download")]
    assert f"../assets/downloads/{name}" in links


def test_without_pango_the_site_is_built_without_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def broken(_: str) -> bytes:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(paper, "to_pdf", broken)
    monkeypatch.setattr(paper, "_WORK", tmp_path)
    monkeypatch.setattr(paper, "FOLDER", tmp_path)
    paper.write()
    assert "Pango is missing" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
