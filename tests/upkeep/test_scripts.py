"""Every script of ours is linted, formatted and type-checked."""

import json
import re
import subprocess

import pytest

from tests.conftest import ROOT

INCLUDES: dict[str, list[str]] = {
    "biome.json": json.loads((ROOT / "biome.json").read_text("utf-8"))["files"]["includes"],
    "tsconfig.json": json.loads((ROOT / "tsconfig.json").read_text("utf-8"))["include"],
}


def pattern(include: str) -> str:
    """An include as a regular expression: `**/` stands for any folders, and `*` stays within one."""
    return re.escape(include).replace(r"\*\*/", "(?:.+/)?").replace(r"\*", "[^/]*")


@pytest.mark.parametrize("settings", INCLUDES)
def test_every_script_is_checked(settings: str) -> None:
    names = ["git", "ls-files", "*.js", "*.mjs"]
    scripts = subprocess.run(names, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    patterns = [pattern(include) for include in INCLUDES[settings]]
    assert len(scripts) > 80
    assert [name for name in scripts if not any(re.fullmatch(one, name) for one in patterns)] == []


@pytest.mark.parametrize(
    ("include", "name", "matches"),
    [
        ("tests/**/*.mjs", "tests/unit/pages/stored/tab-changes.test.mjs", True),
        ("tests/**/*.mjs", "tests/one.mjs", True),
        ("tests/unit/pages/*.mjs", "tests/unit/pages/stored/tab-changes.test.mjs", False),
    ],
)
def test_a_star_does_not_cross_folders(include: str, name: str, matches: bool) -> None:
    assert bool(re.fullmatch(pattern(include), name)) == matches
