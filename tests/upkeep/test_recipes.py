"""CONTRIBUTING.md, followed to the letter on a copy of the project: each recipe does what it says."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.reading import Page, read_site
from tests.upkeep.patching import patched

TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
STEP = re.compile(r"(?:(Add|Change|Create)\b[^`]{0,30}`([^`\s]+)`:\n\n)?```(\w+)\n(.*?)```", re.DOTALL)
PARTS = ("calculators", "docs", "macros", "tools", "mkdocs.yml", "pyproject.toml", "tests/unit", "tests/__init__.py")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "runtime", "downloads")
RECIPES = (
    "Add a figure",
    "Change a figure",
    "Add a source",
    "Add a rule of law",
    "Add a checklist item",
    "Add a calculator",
)


def run(folder: Path, *command: str) -> str:
    """Run Python in the copy and give what it printed."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "NO_MKDOCS_2_WARNING": "1"}
    call = [sys.executable, *command]
    done = subprocess.run(call, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def do(folder: Path, what: str, path: Path, kind: str, block: str) -> None:
    """Carry out one step of a recipe."""
    match what, kind:
        case "Add", _:
            path.write_text(path.read_text("utf-8") + "\n" + block, "utf-8")
        case "Create", _:
            assert not path.exists()
            path.write_text(block, "utf-8")
        case _, "diff":
            path.write_text(patched(path.read_text("utf-8"), block), "utf-8")
        case _, "sh":
            command, said = block.strip().split("\n# ")
            assert run(folder, *shlex.split(command)[1:]) == said
        case _:
            pytest.fail(f"nobody knows what to do with this:\n{block}")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which every recipe was followed, in order, with the result that it promises."""
    folder = tmp_path_factory.mktemp("recipes")
    for part in PARTS:
        target = folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, target, ignore=LEFT_OUT)
        else:
            shutil.copy(ROOT / part, target)
    path = folder
    for what, name, kind, block in STEP.findall(TEXT):
        path = folder / name if name else path  # a second diff is of the same file
        do(folder, what, path, kind, block)
    return folder


@pytest.fixture(scope="module")
def built(copy: Path) -> dict[str, Page]:
    """The pages of that copy."""
    run(copy, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(copy / "site"))
    return read_site(copy / "site")


def test_every_recipe_changes_something_and_shows_it() -> None:
    sections = dict(part.split("\n", 1) for part in re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:])
    assert tuple(sections) == (*RECIPES, "Make a release")
    for title in RECIPES:
        steps = STEP.findall(sections[title])
        assert steps[0][0], title
        assert steps[-1][2] == "sh", title


def test_what_was_added_keeps_the_rules_of_content(copy: Path) -> None:
    run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(copy), "tests/unit/core/test_content.py")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("over/methode/", "Voorbeeld: uren overleg per maand"),
        ("over/onderhoud/", "Voorbeeld: uren overleg per maand"),
        ("bronnen/", "Overleg dat werkt"),
        ("stap-4-aanwerven/", "Sluit ze af voor de eerste werkdag."),
        ("over/onderhoud/", "Sluit ze af voor de eerste werkdag."),
        ("stap-6-opvolging/", "Overleg dat werkt"),
        ("stap-6-opvolging/", "Spreek af wanneer je deze checklist opnieuw bekijkt."),
        ("checklist/", "Spreek af wanneer je deze checklist opnieuw bekijkt."),
        ("rekenhulp/overleg/", "Uren overleg per jaar"),
    ],
)
def test_readers_see_it(built: dict[str, Page], address: str, words: str) -> None:
    assert words in built[address].all("main")[0].text


def test_the_new_calculator_has_a_form_and_a_result(built: dict[str, Page]) -> None:
    page = built["rekenhulp/overleg/"]
    assert page.all("form", having="data-calculator")[0].get("data-calculator") == "overleg"
    assert [one.get("data-value") for one in page.all(having="data-result")] == ["40"]
    assert "rekenhulp/overleg/" in [link.get("href") for link in built[""].all("a") if "nav" in link.parents]
