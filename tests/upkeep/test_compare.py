"""The comparison of two builds sees a word, a heading's name, a link and a page that only one of them has."""

from pathlib import Path

import pytest

from tests.upkeep.compare import main

PAGE = """<html><body><nav>Menu</nav><article><a id="__skip"></a>
<h1 id="dag">Dag {}</h1><a href="weg/"></a></article></body></html>"""


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (PAGE.format("iedereen"), "1 pages say the same"),
        (PAGE.format("iedereen").replace("Menu", "Ander menu"), "1 pages say the same"),
        (PAGE.format("allemaal"), "/: “iedereen” is “allemaal”"),
        (PAGE.format("iedereen").replace('"dag"', '"nacht"'), "/: “#dag” is “#nacht”"),
        (
            PAGE.format("iedereen").replace('"weg/"', '"../weg/"'),
            "/: a link of the second alone leads to https://site.example/map/weg/",
        ),
        (PAGE.format("iedereen").replace('"weg/"', '"./weg/"'), "1 pages say the same"),
        (None, "/: only in the first"),
    ],
)
def test_differences_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], page: str | None, told: str) -> None:
    for name, text in (("first", PAGE.format("iedereen")), ("second", page)):
        (tmp_path / name).mkdir()
        if text is not None:
            (tmp_path / name / "index.html").write_text(text, "utf-8")
    status = main(str(tmp_path / "first"), str(tmp_path / "second"))
    assert told in capsys.readouterr().out
    assert status == ("same" not in told)
