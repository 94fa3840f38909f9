"""The papers that come with the code: licences, changelog, and the description for catalogues of public code."""

import re
import subprocess
import tomllib
from pathlib import PurePosixPath

import pytest
import yaml

from tests.conftest import ROOT

PUBLIC = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NEEDED = {
    *("publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus", "softwareType"),
    *("description", "legal", "maintenance", "localisation"),
}
STATUSES = {"concept", "development", "beta", "stable", "obsolete"}


def test_publiccode_has_what_the_standard_asks() -> None:
    assert PUBLIC.keys() >= NEEDED
    assert PUBLIC["developmentStatus"] in STATUSES
    assert PUBLIC["localisation"].keys() == {"localisationReady", "availableLanguages"}
    assert PUBLIC["maintenance"]["type"] == "none" or PUBLIC["maintenance"]["contacts"]
    for path in (PUBLIC["logo"], *PUBLIC["description"]["nl"]["screenshots"]):
        assert (ROOT / path).is_file(), path


@pytest.mark.parametrize("language", ["nl", "en"])
def test_publiccode_describes_within_the_lengths(language: str) -> None:
    words = PUBLIC["description"][language]
    assert len(words["shortDescription"]) <= 150
    assert 150 <= len(words["longDescription"]) <= 10_000
    assert len(words["features"]) >= 5


def test_everything_names_the_same_version_and_licence() -> None:
    assert PUBLIC["softwareVersion"] == PROJECT["version"]
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"## [{PROJECT['version']}] - {PUBLIC['releaseDate']}\n" in changes
    code, text = PUBLIC["legal"]["license"].split(" AND ")
    assert PROJECT["license"] == code == "EUPL-1.2"
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert text == "CC-BY-4.0"
    assert (ROOT / "LICENSE-CONTENT").read_text("utf-8").startswith("Creative Commons Attribution 4.0 International")
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "EUPL-1.2 (`LICENSE`)" in readme
    assert "(`LICENSE-CONTENT`)" in readme


def test_the_extra_is_the_package_that_the_site_is_built_with() -> None:
    (excel,) = PROJECT["optional-dependencies"]["excel"]
    assert excel in (ROOT / "requirements.in").read_text("utf-8").splitlines()


def test_the_changelog_keeps_its_form() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    versions = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert versions[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", version) for version in versions[1:])
    kinds = set(re.findall(r"^### (.+)$", text, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_readme_starts_with_the_two_commands() -> None:
    head = (ROOT / "README.md").read_text("utf-8").split("```sh\n")
    assert len(head[0].splitlines()) <= 4, "a picture and a title come before"
    commands = head[1].partition("```")[0].splitlines()
    assert [line.split("#")[0].strip() for line in commands] == ["make serve", "make test"]


def test_the_readme_names_the_folders_that_are_there() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    made = {"site", "build", "mutants", "node_modules", "test-results"}
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    assert set(re.findall(r"^\| `([\w-]+)/` \|", text, re.MULTILINE)) == folders - made
    assert len(text.splitlines()) <= 50, "one screen"


def test_the_map_of_the_code_names_what_is_there() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    folders = (
        *("", "calculators", "calculators/documents", "docs/assets/js", "browser/search"),
        *("browser/worker", "tests"),
    )
    named = {name for name in re.findall(r"`([\w./-]+)`", text) if "/" in name or re.search(r"\.(py|js|md)$", name)}
    assert len(named) > 30
    assert not [name for name in named if not any((ROOT / folder / name).exists() for folder in folders)]


def test_the_map_of_the_code_names_each_folder_that_holds_code() -> None:
    """Two folders deep, and under `docs/assets` deeper: the others belong to the folder that they are in."""
    files = subprocess.run(
        ["git", "ls-files", "*.py", "*.js", "*.mjs", "*.ts", "*.css"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    parents = {PurePosixPath(name).parent for name in files}
    holding = {folder for folder in parents if len(folder.parts) <= 2 or folder.is_relative_to("docs/assets")}
    tree = (ROOT / "ARCHITECTURE.md").read_text("utf-8").split("## The tree on disk")[1].split("```")[1]
    named = {PurePosixPath(".")}
    for top, words in re.findall(r"^([\w-]+)/ +(.+(?:\n +.+)*)", tree, re.MULTILINE):
        named |= {PurePosixPath(top), *(PurePosixPath(top, word) for word in re.findall(r"[\w./-]+", words))}
    assert len(holding) > 30
    assert not holding - named


def test_what_shows_the_release_is_there() -> None:
    named = set(
        re.findall(r"`((?:tests|docs-dev|browser|deploy)/[\w./-]+)`", (ROOT / "docs-dev/release.md").read_text("utf-8"))
    )
    assert len(named) > 15
    assert not [name for name in named if not (ROOT / name).exists()]
