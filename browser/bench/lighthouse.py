"""Lighthouse's marks, as on a mid-range phone, for one page of each kind."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from browser.bench.line import Line, Server
from browser.bench.report import Cell, markdown

FOLDER = Path(__file__).resolve().parent
PROGRAM = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
KINDS = ("", "stap-3-keuze/", "rekenhulp/budget/", "checklist/", "dossier/", "bronnen/", "over/privacy/")
BARS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
FIGURES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")

type Marks = dict[str, dict[str, float]]


def _report(address: str, folder: Path, chromium: str) -> dict[str, Any]:
    """Run Lighthouse once with its standard phone and network."""
    target = folder / "report.json"
    flags = ["--quiet", "--output=json", f"--output-path={target}", f"--only-categories={','.join(BARS)}"]
    command = ["node", str(PROGRAM), address, *flags, "--chrome-flags=--headless=new --no-sandbox"]
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": chromium}, capture_output=True)
    found: dict[str, Any] = json.loads(target.read_text("utf-8"))
    return found


def measure(site: Path, runs: int, chromium: str) -> Marks:
    """For each page, the median mark of each category and the medians of the figures behind the performance mark."""
    result: Marks = {}
    with TemporaryDirectory() as folder, Server(site, Line()) as server:
        for page in KINDS:
            reports = [_report(server.address + page, Path(folder), chromium) for _ in range(runs)]
            marks = {
                name: round(100 * median(report["categories"][name]["score"] for report in reports)) for name in BARS
            }
            times = {name: median(report["audits"][name]["numericValue"] for report in reports) for name in FIGURES}
            result[page or "/"] = {**marks, **{name: round(value, 3) for name, value in times.items()}}
    return result


def table(marks: Marks) -> str:
    """One row per page."""
    rows: list[list[Cell]] = [[page, *values.values()] for page, values in marks.items()]
    return markdown(["page", *(name.capitalize() for name in (*BARS, *FIGURES))], rows)


def bars(marks: Mapping[str, Mapping[str, float]]) -> Iterator[tuple[str, float, str, bool]]:
    """The lowest mark of each category, and whether that is enough."""
    for name, bar in BARS.items():
        lowest = min(values[name] for values in marks.values())
        yield f"Lighthouse, {name}, lowest of {len(marks)} pages", lowest, f"≥ {bar}", lowest >= bar
