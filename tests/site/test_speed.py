"""The page on speed shows the run of the benchmark that was kept, no figure typed by hand."""

import json
from pathlib import Path

from tests.site.reading import Page

KEPT = json.loads(Path("macros/speed.json").read_text("utf-8"))


def test_each_measured_page_has_a_row_for_each_machine(pages: dict[str, Page]) -> None:
    page = pages["over/snelheid/"]
    measured = {(visit["page"], visit["machine"]) for visit in KEPT["visits"]}
    assert len([one for one in page.all("th") if one.get("scope") == "row"]) == len(measured)
    assert any(KEPT["machine"] in one.text for one in page.all("p"))


def test_seconds_are_those_that_were_measured(pages: dict[str, Page]) -> None:
    cells = [one.text for one in pages["over/snelheid/"].all("td") if one.get("data-label") == "Eerste bezoek"]
    shown = [float(text.split()[0].replace(".", "").replace(",", ".")) for text in cells]
    told = [visit["answer_ms"] / 1000 for visit in KEPT["visits"] if not visit["warm"]]
    assert all(abs(one - other) <= other * 0.05 for one, other in zip(shown, told, strict=True))
