"""Measure our page against stock Pyodide and plain JavaScript, in one run.

Cold is a first visit with an empty profile; warm the next one, after the browser was closed. The slow laptop has its
processor slowed four times, workers included, and a line of 10 Mbit/s with 40 ms before each answer. Stock is Pyodide
as its manual has it, in a worker, from the same server and compressed by it.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import sync_playwright

from browser.bench import lighthouse, peers, rates, report
from browser.bench.visits import MACHINES, QUICK, SLOW, Reader

ROOT = Path(__file__).resolve().parents[2]
PYODIDE = ROOT / "node_modules" / "pyodide"
RESULTS = Path(__file__).with_name("RESULTS.md")
KEPT = ROOT / "macros" / "speed.json"
"""What the page `over/snelheid/` shows of the last kept run."""


def build_site(target: Path) -> float:
    """Build the site and tell how many seconds that takes."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(target)]
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return round(time.perf_counter() - start, 1)


def machine() -> str:
    """The processor and the system of this machine."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.split(": ")[1] for line in lines if "model name" in line]
    return f"{os.cpu_count()} × {names[0] if names else platform.processor()}, {platform.system()} {platform.machine()}"


def measure(runs: int, marks: int) -> tuple[dict[str, Any], report.Measured]:
    """Measure everything in one run: the figures as JSON data, and the visits."""
    with TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        seconds = build_site(folder / "site")
        chromium = which("chromium") or playwright.chromium.executable_path
        pages = lighthouse.measure(folder / "site", marks, chromium) if marks else {}
        peers.write(folder / "site", ROOT, PYODIDE)
        reader = Reader(playwright, folder)
        program = f"{Path(rates.__file__).read_text('utf-8')}\njson.dumps(measure())"
        found = {"CPython": rates.measure(), "Pyodide": json.loads(reader.run(folder / "site", program))}
        calibration = {name: reader.calibrate(name) for name in MACHINES}
        visits = report.Measured(reader.visits(folder / "site", runs))
        browser = subprocess.run([chromium, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return {
        "date": datetime.now(UTC).isoformat(timespec="minutes"),
        "machine": machine(),
        "browser": browser,
        "python": platform.python_version(),
        "runs": runs,
        "site_build_seconds": seconds,
        "slowed_by": reader.processor.switch.name,
        "calibration_ms": calibration,
        "rates_a_second": found,
        "lighthouse": pages,
        "visits": [asdict(visit) for visit in visits.visits],
    }, visits


def trustworthy(calibration: dict[str, dict[str, float]]) -> str:
    """How much a page and a worker are slowed, in words, with a warning if that is not as much as it should be."""
    ratios = {where: calibration[SLOW][where] / calibration[QUICK][where] for where in ("page", "worker")}
    words = " and ".join(f"{ratio:.1f} times as long in a {where}" for where, ratio in ratios.items())
    wanted = MACHINES[SLOW].times
    right = all(0.75 * wanted < ratio < 1.5 * wanted for ratio in ratios.values())
    return words if right else f"{words}: NOT the {wanted:g} times meant, so don't trust the slow laptop's figures"


def written(found: dict[str, Any], visits: report.Measured) -> str:
    """The report as Markdown: when and on what machine, tables, and a verdict for each bar."""
    marks = found["lighthouse"]
    bars = [*visits.bars(), *(lighthouse.bars(marks) if marks else ())]
    verdicts = [[name, value, limit, "met" if met else "NOT met"] for name, value, limit, met in bars]
    parts = [
        "# Measured by `make bench`",
        f"On {found['date']}: {found['machine']}, {found['browser']}, Python {found['python']}.",
        f"Medians of {found['runs']} runs. The site builds in {found['site_build_seconds']} s.",
        f"Slowed by {found['slowed_by']}, one loop took {trustworthy(found['calibration_ms'])}.",
        visits.table(),
        "Where the time goes, in our page:",
        visits.steps(),
        "The limits:",
        visits.limits(),
        report.rates(found["rates_a_second"]),
        *([lighthouse.table(marks)] if marks else []),
        report.markdown(["bar", "Measured", "limit", "verdict"], verdicts),
    ]
    return "\n\n".join(parts) + "\n"


def kept(found: dict[str, Any], visits: report.Measured) -> dict[str, Any]:
    """The figures that the site shows, with the day and the machine they are of."""
    told = {name: found[name] for name in ("machine", "browser", "runs")}
    return {"date": found["date"].partition("T")[0], **told, "visits": visits.kept()}


def main() -> None:
    """Measure, print the report, and write it to a file, and all figures as JSON to another."""
    parser = argparse.ArgumentParser(prog="python -m browser.bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="visits of each kind; medians count")
    parser.add_argument("--marks", type=int, default=3, help="runs of Lighthouse for each page; 0 for none")
    parser.add_argument("--json", type=Path, default=ROOT / "build" / "bench.json", help="where the figures go")
    parser.add_argument("--kept", type=Path, default=KEPT, help="where the figures go that the site shows")
    parser.add_argument("--report", type=Path, default=RESULTS, help="where the tables go")
    chosen = parser.parse_args()
    found, visits = measure(chosen.runs, chosen.marks)
    chosen.json.parent.mkdir(exist_ok=True, parents=True)
    chosen.json.write_text(json.dumps(found, indent=1), "utf-8")
    chosen.report.write_text(written(found, visits), "utf-8")
    chosen.kept.write_text(json.dumps(kept(found, visits), indent=1) + "\n", "utf-8")
    print(written(found, visits))


if __name__ == "__main__":
    main()
