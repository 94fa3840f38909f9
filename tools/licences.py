"""Write the licences of all that is shipped: `python -m tools.licences`, before the site is built.

The texts come from the packages themselves. What can't be found stops the build with its name.
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
_NOTICE = re.compile(r"/\*!(.*?)\*/", re.DOTALL)


class LicenceError(LookupError):
    """A licence of something that is shipped, which can't be found."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that is shipped: whose it is, under what, and which files of the site it is in."""

    key: str
    name: str
    licence: str
    copyright: str
    source: str
    text: str
    files: Sequence[str]


@cache
def parts() -> tuple[Part, ...]:
    """All parts: those of the list, and whatever npm packages stand in our own script."""
    listed = tomllib.loads((HERE / "licences.toml").read_text("utf-8"))
    return tuple(Part(key, **values) for key, values in listed.items()) + tuple(map(_from_npm, bundled(BUNDLE)))


def bundled(folder: Path) -> list[str]:
    """Names of the npm packages in our own bundle, as its maps tell."""
    sources = [source for path in folder.glob("*.map") for source in json.loads(path.read_text("utf-8"))["sources"]]
    found = (re.search(r"node_modules/((?:@[^/]+/)?[^/]+)/", source) for source in sources)
    return sorted({match[1] for match in found if match})


def _from_npm(name: str) -> Part:
    about = json.loads((MODULES / name / "package.json").read_text("utf-8"))
    source = about["homepage"]
    key = name.strip("@").replace("/", "-")
    return Part(key, f"{name}, in ons script", about["license"], "", source, f"npm:{name}:LICENSE", ["assets/bundle/*"])


def text_of(part: Part) -> str:
    """The text of a licence, with a head that says of what. Raises `LicenceError`."""
    path, _, piece = part.text.partition("#")
    file = _file(path)
    if file is None or not file.is_file():
        raise LicenceError(f"{part.key}: no licence found at {part.text}")
    text = file.read_text("utf-8")
    if piece == "notice":
        text = "\n".join(re.sub(r"^ \* ?", "", one, flags=re.MULTILINE).strip() for one in _NOTICE.findall(text))
    if len(text.strip()) < 100:
        raise LicenceError(f"{part.key}: {part.text} is empty")
    head = [part.name, f"Licence: {part.licence}", f"Source: {part.source}", part.copyright]
    return "\n".join([*filter(None, head), "", text.strip(), ""])


def _file(where: str) -> Path | None:
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
    found = sorted((one for one in files if path in str(one)), key=lambda one: len(str(one)))
    return Path(str(found[0].locate())) if found else None


def write(target: Path = TARGET) -> None:
    """Write every text, and nothing else, into a folder."""
    texts: Mapping[str, str] = {part.key: text_of(part) for part in parts()}
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for key, text in texts.items():
        (target / f"{key}.txt").write_text(text, "utf-8")


if __name__ == "__main__":
    write()
