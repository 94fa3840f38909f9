"""What the organisation that publishes the site makes its own, all in one file: `site.toml`, which may be absent.

The reader is strict: it refuses what it does not know, and a colour on which white text could not be read.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markdown import markdown

from calculators.core.contrast import LEAST, contrast_with_white

_TEXTS = ("title", "name", "mail", "colour", "logo")
_DARKER = 0.7


class OwnError(ValueError):
    """A `site.toml` that cannot be used; the message names the key and says what is wrong."""


@dataclass(frozen=True, slots=True)
class Own:
    """Title of the site, name and mail address of its publisher, colour (`#rrggbb`), logo and notes.

    `logo` is a file in `docs/`. `notes` has Markdown by the address of a page, such as `rekenhulp/budget/`; that of the
    home page is `.`. What is empty stays as it is for everybody.
    """

    title: str = ""
    name: str = ""
    mail: str = ""
    colour: str = ""
    logo: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def style(self) -> str:
        """The stylesheet that gives the site its colour on a light ground; on a dark one the colours stay ours."""
        if not self.colour:
            return ""
        dark = "#" + "".join(f"{round(value * _DARKER):02x}" for value in _parts(self.colour))
        return (
            f":root{{--vb-teal:{self.colour};--vb-teal-dark:{dark};--vb-part-0:{self.colour}}}"
            f"[data-md-color-scheme=default]{{--md-typeset-a-color:{self.colour};"
            f"--md-primary-fg-color--light:{self.colour}}}"
        )


def load(path: Path, docs: Path) -> Own:
    """Read the file, if there is one. Raises `OwnError`."""
    return read(path.read_text("utf-8"), docs) if path.exists() else Own()


def read(text: str, docs: Path) -> Own:
    """Read the text of the file; `docs` has the pages and the logo. Raises `OwnError`."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OwnError(f"site.toml: {error}") from error
    known = (*_TEXTS, "notes")
    if unknown := [key for key in given if key not in known]:
        raise OwnError(f"site.toml: {', '.join(unknown)}: unknown; known are {', '.join(known)}")
    texts = {key: _line(key, given.get(key, "")) for key in _TEXTS}
    _check_colour(texts["colour"])
    if texts["logo"] and not (docs / texts["logo"]).is_file():
        raise OwnError(f"site.toml: logo: there is no file docs/{texts['logo']}")
    return Own(**texts, notes=_notes(given.get("notes", {}), docs))


def _line(key: str, value: Any) -> str:
    """A text of one line, which the theme and `security.txt` hold as it is."""
    text = _text(key, value)
    if len(text.splitlines()) > 1 or "<" in text or ">" in text:
        raise OwnError(f"site.toml: {key}: write it on one line, without < and >")
    return text


def _text(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise OwnError(f"site.toml: {key}: a text is needed")
    return value.strip()


def _notes(given: Any, docs: Path) -> dict[str, str]:
    """Each note as HTML, by the address of its page; the home page has an empty one."""
    if not isinstance(given, dict):
        raise OwnError("site.toml: notes: a table is needed")
    for address in given:
        page = docs / ("index.md" if address == "." else f"{address.rstrip('/')}.md")
        if not page.is_file():
            raise OwnError(f"site.toml: notes: {address}: there is no such page")
    return {
        "" if address == "." else f"{address.rstrip('/')}/": markdown(_text(f"notes: {address}", text))
        for address, text in given.items()
    }


def _check_colour(colour: str) -> None:
    if not colour:
        return
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise OwnError(f"site.toml: colour: {colour}: write it as #17565e")
    contrast = contrast_with_white(*_parts(colour))
    if contrast < LEAST:
        raise OwnError(
            f"site.toml: colour: {colour}: white text on it has contrast {contrast:.1f}; {LEAST} is the least"
        )


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
