"""Of everything in the site that is not ours, the page on licences names the licence and has its text."""

import re
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.conftest import MKDOCS_ALONE
from tools import licences
from tools.licences import LicenceError, ShippedPart

SHIPPED = ("assets/**/*", "search/*", "sw.js")
APART = ("assets/licenses/*", "*.map", "*.gz", "*.br")


@MKDOCS_ALONE
def test_every_file_has_an_owner_and_every_owner_files(built_site: Path) -> None:
    files = [path for one in SHIPPED for path in built_site.glob(one) if path.is_file()]
    places = {path.relative_to(built_site).as_posix() for path in files}
    places = {place for place in places if not matches(place, APART)}
    known = {part.key: {place for place in places if matches(place, part.files)} for part in licences.parts()}
    assert not sorted(places.difference(*known.values()))
    no_files = [key for key, found in known.items() if not found]
    assert no_files == ([] if any(place.endswith(".pdf") for place in places) else ["source-sans"]), (
        "only PDF files use it"
    )


def matches(place: str, patterns: Sequence[str]) -> bool:
    """Whether a place in the site is meant by one of these."""
    return any(fnmatch(place, one) for one in patterns)


def test_every_text_is_there_and_linked(built_site: Path) -> None:
    page = (built_site / "over/licenties/index.html").read_text("utf-8")
    linked = re.findall(r'href="\.\./\.\./assets/licenses/([\w-]+)\.txt"', page)
    files = {path.stem: path.read_text("utf-8") for path in (built_site / "assets/licenses").iterdir()}
    assert sorted(linked) == sorted(files) == sorted(part.key for part in licences.parts())
    assert all(len(text) > 500 for text in files.values())
    telling = {
        "pyodide": "Mozilla Public License Version 2.0",
        "cpython": "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
        "xlsxwriter": "John McNamara",
        "material": "Martin Donath",
        "gids": "EUROPEAN UNION PUBLIC LICENCE v. 1.2",
        "gids-teksten": "Creative Commons Attribution 4.0",
        "lunr-languages": "Mihai Valentin",
        "rxjs": "Apache License",
        "xz-decompress": "Igalia",
    }
    for key, words in telling.items():
        assert words in files[key]


@pytest.mark.parametrize("text", ["bestaat-niet.txt", "npm:bestaat-niet:LICENSE", "python:bestaat-niet:LICENSE"])
def test_licence_that_is_not_found_stops_the_build_with_its_name(text: str) -> None:
    with pytest.raises(LicenceError, match="proef"):
        licences.text_of(ShippedPart("proef", "Proef", "MIT", "", "https://proef.example", text, ()))


def test_packages_in_our_own_script_are_found(tmp_path: Path) -> None:
    (tmp_path / "app.js.map").write_text(
        '{"sources": ["../../node_modules/@a/b/x.js", "../js/app.js", "../node_modules/c/y.js"]}'
    )
    assert licences.bundled(tmp_path) == ["@a/b", "c"]
