"""The page on speed shows the run of the benchmark that was kept, no figure typed by hand."""

import json
from pathlib import Path

from tests.site.reading import Page

KEPT = json.loads(Path("macros/speed.json").read_text("utf-8"))


PEERS = {"ours", "stock Pyodide", "MicroPython", "plain JavaScript"}


def test_each_measured_page_has_a_row_for_each_machine(pages: dict[str, Page]) -> None:
    page = pages["over/snelheid/"]
    measured = {(visit["page"], visit["machine"]) for visit in KEPT["visits"]}
    assert {name for name, _ in measured} >= PEERS
    assert len([one for one in page.all("th") if one.get("scope") == "row"]) == len(measured)
    assert any(KEPT["machine"] in one.text for one in page.all("p"))


def test_the_report_has_a_ratio_for_each_peer() -> None:
    rows = [row.split(" | ") for row in Path("browser/bench/RESULTS.md").read_text("utf-8").splitlines()]
    column = next(row.index("Times sooner") for row in rows if "Times sooner" in row)
    ratios = {row[2]: float(row[column]) for row in rows if row[:2] == ["| as is", "cold"]}
    assert ratios.keys() >= PEERS
    assert ratios["stock Pyodide"] == 1
    assert all(ratio > 1 for name, ratio in ratios.items() if name != "stock Pyodide")


def test_seconds_are_those_that_were_measured(pages: dict[str, Page]) -> None:
    cells = [one.text for one in pages["over/snelheid/"].all("td") if one.get("data-label") == "Eerste bezoek"]
    shown = [float(text.split()[0].replace(".", "").replace(",", ".")) for text in cells]
    told = [visit["answer_ms"] / 1000 for visit in KEPT["visits"] if not visit["warm"]]
    assert all(abs(one - other) <= other * 0.05 for one, other in zip(shown, told, strict=True))
