"""Write the licences of everything that is shipped: `python -m tools.licences`, before the site is built.

The texts come from the packages themselves. A licence that is not found stops the build with the name of its part.
"""

import json
import re
import shutil
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "tools" / "notices"
MODULES = ROOT / "node_modules"
BUNDLE = ROOT / "docs/assets/bundle"
TARGET = ROOT / "docs/assets/licenses"
# A comment that begins with `/*!`, by which scripts mark a licence that must stay.
_NOTICE = re.compile(r"/\*!(.*?)\*/", re.DOTALL)


class LicenceError(LookupError):
    """The licence of a part that is shipped was not found."""


@dataclass(frozen=True, slots=True)
class ShippedPart:
    """Something that is shipped: its licence, its copyright, and the files of the site that contain it.

    `text` says where the text of the licence is: see `_file`.
    """

    key: str
    name: str
    licence: str
    copyright: str
    source: str
    text: str
    files: Sequence[str]


@cache
def parts() -> tuple[ShippedPart, ...]:
    """All parts: those listed in `licences.toml`, and the npm packages in our own script."""
    listed = tomllib.loads((HERE / "licences.toml").read_text("utf-8"))
    return (*(ShippedPart(key, **values) for key, values in listed.items()), *map(_from_npm, bundled(BUNDLE)))


def bundled(folder: Path) -> list[str]:
    """The names of the npm packages in our own bundle, from its source maps."""
    names = set()
    for path in folder.glob("*.map"):
        for source in json.loads(path.read_text("utf-8"))["sources"]:
            if match := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)/", source):
                names.add(match[1])
    return sorted(names)


def _from_npm(name: str) -> ShippedPart:
    about = json.loads((MODULES / name / "package.json").read_text("utf-8"))
    source = about["homepage"]
    key = name.strip("@").replace("/", "-")
    return ShippedPart(
        key, f"{name}, in ons script", about["license"], "", source, f"npm:{name}:LICENSE", ["assets/bundle/*"]
    )


def text_of(part: ShippedPart) -> str:
    """The text of a licence, under a head that names its part. Raises `LicenceError` if it is not found or empty."""
    path, _, piece = part.text.partition("#")
    file = _file(path)
    if file is None or not file.is_file():
        raise LicenceError(f"{part.key}: no licence found at {part.text}")
    text = file.read_text("utf-8")
    if piece == "notice":
        notices = [re.sub(r"^ \* ?", "", notice, flags=re.MULTILINE).strip() for notice in _NOTICE.findall(text)]
        text = "\n".join(notices)
    if len(text.strip()) < 100:
        raise LicenceError(f"{part.key}: {part.text} is empty")
    head = [part.name, f"Licence: {part.licence}", f"Source: {part.source}", part.copyright]
    return "\n".join([*filter(None, head), "", text.strip(), ""])


def _file(where: str) -> Path | None:
    """The file that `where` names, if there is one.

    `NAME` is in `tools/notices/`, `project:PATH` in this project, `npm:PACKAGE:PATH` in an npm package, and
    `python:PACKAGE:PATH` in a Python one; the last two may be only the beginning or a part of the path.
    """
    kind, _, rest = where.partition(":")
    if not rest:
        return HERE / kind
    if kind == "project":
        return ROOT / rest
    name, _, path = rest.partition(":")
    if kind == "npm":
        return next(iter(sorted((MODULES / name).glob(f"{path}*"))), None)
    try:
        files = distribution(name).files or []
    except PackageNotFoundError:
        return None
    matching = [file for file in files if path in str(file)]
    shortest = min(matching, key=lambda file: len(str(file)), default=None)
    return Path(str(shortest.locate())) if shortest else None


def write(target: Path = TARGET) -> None:
    """Write the text of every licence into a folder, in place of what it held."""
    texts: Mapping[str, str] = {part.key: text_of(part) for part in parts()}
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for key, text in texts.items():
        (target / f"{key}.txt").write_text(text, "utf-8")


if __name__ == "__main__":
    write()
