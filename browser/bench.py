"""Measure the first edited answer against stock Pyodide in a worker, in one run: `make bench`. Prints a Markdown table.

A small beginning: cold and warm, medians of five, at full speed on this machine. Only the ratio counts.
"""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
STOCK_WORKER = """
import { loadPyodide } from "./pyodide.mjs";
const pyodide = await loadPyodide();
pyodide.unpackArchive(await (await fetch("calculators.zip")).arrayBuffer(), "zip");
const handle = pyodide.runPython("from calculators.service import handle; handle");
self.onmessage = ({ data }) => self.postMessage(handle(data));
self.postMessage("ready");
"""
REQUEST = json.dumps({"action": "evaluate", "calculator": "budget", "values": {"fte": "77"}})
STOCK_ASK = """(request) => new Promise((resolve) => {
  const worker = new Worker("stock.js", { type: "module" });
  worker.onmessage = ({ data }) => data === "ready" ? worker.postMessage(request) : resolve(data.length);
})"""
CHANGED = "document.querySelector('[data-result=totaal_jaar_1]').dataset.value === '56278'"  # 0,77 x 61.400 + 9.000


class Quiet(SimpleHTTPRequestHandler):
    """Files, without a line for each."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def prepare(folder: Path) -> None:
    """Build the site, and beside it a page with stock Pyodide and the same calculators as source."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    stock = folder / "stock"
    shutil.copytree(ROOT / "node_modules" / "pyodide", stock)
    (stock / "stock.js").write_text(STOCK_WORKER)
    (stock / "index.html").write_text("<!doctype html><title>stock</title>")
    shutil.make_archive(str(stock / "calculators"), "zip", ROOT, "calculators")


def ours(page: Page, site: str) -> float:
    """Milliseconds from opening the page to the answer to a first edit."""
    begun = time.perf_counter()
    page.goto(f"{site}rekenhulp/budget/", wait_until="domcontentloaded")
    page.fill("[name=fte]", "77")
    page.wait_for_function(CHANGED, timeout=120_000)
    return 1000 * (time.perf_counter() - begun)


def stock(page: Page, site: str) -> float:
    """The same for stock Pyodide in a worker."""
    begun = time.perf_counter()
    page.goto(f"{site}stock/index.html", wait_until="domcontentloaded")
    page.evaluate(STOCK_ASK, REQUEST)
    return 1000 * (time.perf_counter() - begun)


def visits(context: BrowserContext, site: str) -> list[tuple[float, float]]:
    """First and second visit of each, in one empty profile."""
    times = []
    for measure in (stock, ours):
        first = context.new_page()
        cold = measure(first, site)
        first.wait_for_timeout(1500)
        first.close()
        second = context.new_page()
        times.append((cold, measure(second, site)))
        second.close()
    return times


def main() -> None:
    """Measure and print."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=name)) as server, sync_playwright() as play:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            site = f"http://127.0.0.1:{server.server_port}/"
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            rounds = []
            for _ in range(ROUNDS):
                context = browser.new_context()
                rounds.append(visits(context, site))
                context.close()
            browser.close()
            server.shutdown()
    rows = [[median(one[who][visit] for one in rounds) for visit in (0, 1)] for who in (0, 1)]
    print("| ms to the first edited answer | stock Pyodide | this site | ratio |")
    print("|---|---|---|---|")
    for visit, label in enumerate(("first visit", "second visit")):
        print(f"| {label} | {rows[0][visit]:.0f} | {rows[1][visit]:.0f} | {rows[0][visit] / rows[1][visit]:.1f} |")


if __name__ == "__main__":
    main()
