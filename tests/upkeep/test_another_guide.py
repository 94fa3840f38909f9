"""docs-dev/another-guide.md, to the letter: another instrument, built, used in Chromium, its document read back."""

import io
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from tests.conftest import ROOT, Handler
from tests.site.reading import read_site
from tests.upkeep.patching import patched

TEXT = (ROOT / "docs-dev/another-guide.md").read_text("utf-8")
STEP = re.compile(
    r"(?:(Change|Create|Replace)\b[^`]{0,30}`([^`\s]+)`(, from `nav:`)?:\n\n)?```\w+\n(.*?)```", re.DOTALL
)
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.md", "runtime", "downloads", "node_modules", ".venv")
PARTS = (
    "calculators",
    "docs",
    "macros",
    "tools",
    "browser",
    "mkdocs.yml",
    "pyproject.toml",
    "LICENSE",
    "LICENSE-CONTENT",
)


def follow(folder: Path) -> int:
    """Do every step in a copy; gives how many lines were written."""
    path, lines = folder, 0
    for what, name, part, block in STEP.findall(TEXT):
        path = folder / name if name else path  # a second diff is of the same file
        path.parent.mkdir(parents=True, exist_ok=True)
        if what == "Create":
            assert not path.exists(), path
        if what in {"Create", "Replace"}:
            kept = path.read_text("utf-8").partition("nav:\n")[0] if part else ""
            path.write_text(kept + block, "utf-8")
        else:
            path.write_text(patched(path.read_text("utf-8"), block), "utf-8")
        added = block.splitlines() if what in {"Create", "Replace"} else re.findall(r"^\+.*", block, re.MULTILINE)
        lines += len(added)
    return lines


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project that has become the other guide."""
    folder = tmp_path_factory.mktemp("other")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=LEFT_OUT)
        else:
            shutil.copy(ROOT / part, folder / part)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    assert follow(folder) < 200
    return folder


@pytest.fixture(scope="module")
def address(copy: Path) -> Iterator[str]:
    """The other guide, served. It is built as `make build` does, with the stock engine, which takes no time."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "RUNTIME": "stock", "PYTHONPATH": str(copy)}
    runtime = ["-m", "browser.build", "--project", str(copy), "--target", str(copy / "docs/assets/runtime")]
    subprocess.run([sys.executable, *runtime], cwd=ROOT, env={**environment, "PYTHONPATH": str(ROOT)}, check=True)
    subprocess.run(["node", "browser/bundle.mjs"], cwd=copy, check=True)
    for call in ("tools.blanks", "tools.open_data", "tools.licences", "tools.paper", "mkdocs build --quiet --strict"):
        subprocess.run([sys.executable, "-m", *call.split()], cwd=copy, env=environment, check=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=copy / "site")) as service:
        threading.Thread(target=service.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{service.server_port}/"
        service.shutdown()


@pytest.mark.usefixtures("address")
def test_no_link_leads_to_a_page_of_the_first_guide(copy: Path) -> None:
    site = copy / "site"
    for url, page in read_site(site).items():
        for link in page.all("a", having="href"):
            found = urlsplit(urljoin(f"http://site.example/{url}", link.get("href")))
            target = site / found.path.strip("/")
            inside = found.netloc == "site.example"
            assert not inside or target.is_file() or (target / "index.html").is_file(), (url, found.path)


@pytest.mark.newcomer
def test_the_other_guide_calculates_keeps_and_writes(address: str, page: Page) -> None:
    page.goto(address)
    expect(page.locator("h1")).to_have_text(re.compile("Een speelpleinwerking starten"))
    page.click("article a >> text=het aantal begeleiders")
    total = page.locator("[data-result=begeleiders]").first
    expect(total).to_have_attribute("data-value", "5")
    page.fill("[name=kinderen]", "85")
    expect(total).to_have_attribute("data-value", "8", timeout=120_000)
    page.fill("[name=per_begeleider]", "0")
    expect(page.locator("#per_begeleider-fout")).to_contain_text("van 1 tot en met 50")
    page.fill("[name=per_begeleider]", "10")
    expect(total).to_have_attribute("data-value", "9")
    with page.expect_download() as waiting:
        page.click("[data-document=werkplan]")
    cells = [
        cell.text
        for row in Document(io.BytesIO(waiting.value.path().read_bytes())).tables[0].rows
        for cell in row.cells
    ]
    assert "9" in cells
    assert "85 kinderen : 10, naar boven afgerond" in cells
    page.goto(f"{address}checklist/")
    page.check("[name='plan-1']")
    page.reload()
    expect(page.locator("[name='plan-1']")).to_be_checked()
    expect(page.locator("[data-progress=alles]")).to_contain_text("1 van 2")
