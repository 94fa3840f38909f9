"""The files in a Word template, unpacked within bounds, and refused in Dutch where they could do harm."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from posixpath import basename, dirname, normpath
from posixpath import join as joined_path
from zipfile import BadZipFile, ZipFile, ZipInfo

from calculators.documents.docx.xml import Xml
from calculators.documents.house_style import DAMAGED, MOST_BYTES, TemplateError
from calculators.documents.house_style.xml_reader import XmlError, attribute, children, parse

_MOST_UNPACKED = 30_000_000
_MOST_FILES = 500
_LARGEST_XML = 3_000_000

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""The namespace of Word's own elements, whose prefix must be `w`."""
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OLD_WORD = b"\xd0\xcf\x11\xe0"

_MACRO_TYPES = ("macroenabled", "vba", "activex")

_UNREADABLE = (
    BadZipFile,
    zlib.error,
    NotImplementedError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    KeyError,
    OverflowError,  # in a browser: a size that does not fit in 32 bits
)


_TOO_LARGE = (
    "Dit sjabloon is te groot. Haal er voorbeeldtekst en grote beelden uit. Het bestand mag "
    f"{MOST_BYTES // 1_000_000} MB groot zijn."
)
_OLD = "Dit is een Wordbestand van het oude soort, of het heeft een wachtwoord. Bewaar het in Word als .docx of .dotx."
_NO_WORD = "Dit is geen Wordbestand. Kies een bestand op .docx of .dotx."
_MACROS = "In dit sjabloon zitten macro’s. Bewaar het in Word als .dotx of .docx, zonder macro’s, en kies het dan."
_STRICT_WORD = "Dit sjabloon is bewaard als Strict Open XML. Bewaar het in Word als gewoon .docx of .dotx."
_OUTSIDE = "Dit sjabloon verwijst naar iets buiten het bestand: {target}. {advice} Bewaar het, en kies het dan opnieuw."
_ADVICE = {
    "hyperlink": "Maak er in Word gewone tekst van: rechtermuisknop, Hyperlink verwijderen.",
    "attachedTemplate": "Kies in Word bij Ontwikkelaars, Documentsjabloon het sjabloon Normal.",
    "image": "Voeg het beeld in Word opnieuw in, zonder Koppelen aan bestand.",
}
_OTHER_ADVICE = "Haal dat in Word weg."


@dataclass(frozen=True, slots=True)
class Relation:
    """What a file in the package refers to: the last word of its type, and the path of the other file."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Package:
    """The files of a template by their path."""

    files: Mapping[str, bytes]

    def tree(self, path: str, root: str = "") -> Xml:
        """The XML of a file, with `root` as outermost element. Raises `TemplateError`."""
        data = self.files.get(path)
        if data is None:
            raise TemplateError(DAMAGED)
        if len(data) > _LARGEST_XML:
            raise TemplateError(_TOO_LARGE)
        try:
            found = parse(data)
        except XmlError as error:
            raise TemplateError(DAMAGED) from error
        if root and (found.name != root or attribute(found, "xmlns:w") != W):
            raise TemplateError(_STRICT_WORD if attribute(found, "xmlns:w") == _STRICT else DAMAGED)
        return found

    def relations(self, path: str) -> dict[str, Relation]:
        """What a file refers to, by the id it uses."""
        rels = f"{dirname(path)}/_rels/{basename(path)}.rels".lstrip("/")
        if rels not in self.files:
            return {}
        return {
            attribute(element, "Id"): Relation(
                attribute(element, "Type").rpartition("/")[2], _resolved(dirname(path), attribute(element, "Target"))
            )
            for element in children(self.tree(rels))
        }

    def main(self) -> str:
        """The path of the text. Raises `TemplateError` for a file of another program."""
        found = next(
            (relation.target for relation in self.relations("").values() if relation.kind == "officeDocument"), ""
        )
        if not found:
            raise TemplateError(_NO_WORD)
        if "wordprocessingml" not in self.types().get(f"/{found}", ""):
            raise TemplateError(_NO_WORD)
        return found

    def types(self) -> dict[str, str]:
        """The media type of each file that has one of its own, by its path after a slash, and by ending."""
        listed = children(self.tree("[Content_Types].xml"))
        return {
            attribute(element, "PartName") or attribute(element, "Extension"): attribute(element, "ContentType")
            for element in listed
        }


def opened(data: bytes) -> Package:
    """The files in a template. Raises `TemplateError` when it is no Word file, too large, or could do harm."""
    if data.startswith(_OLD_WORD):
        raise TemplateError(_OLD)
    if len(data) > MOST_BYTES:
        raise TemplateError(_TOO_LARGE)
    package = Package(_unpacked(data))
    if _has_macros(package):
        raise TemplateError(_MACROS)
    for kind, target in _outside(package):
        advice = _ADVICE.get(kind, _OTHER_ADVICE)
        raise TemplateError(_OUTSIDE.format(target=target[:80], advice=advice))
    return package


def _unpacked(data: bytes) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_size(entries)
            files = {entry.filename: _read(archive, entry) for entry in entries}
    except TemplateError:
        raise
    except _UNREADABLE as error:
        raise TemplateError(DAMAGED) from error
    if len(files) != len(entries):  # two files of one name: which one counts differs by program
        raise TemplateError(DAMAGED)
    return files


def _check_size(entries: Sequence[ZipInfo]) -> None:
    if len(entries) > _MOST_FILES or sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
        raise TemplateError(_TOO_LARGE)


def _read(archive: ZipFile, entry: ZipInfo) -> bytes:
    """The contents of a file. A file that is larger than it says is not unpacked any further, and is an error."""
    with archive.open(entry) as stream:
        return stream.read(entry.file_size)


def _has_macros(package: Package) -> bool:
    types = " ".join(package.types().values()).lower()
    return any(word in types for word in _MACRO_TYPES) or any("vbaproject" in path.lower() for path in package.files)


def _outside(package: Package) -> Iterator[tuple[str, str]]:
    """The type and the address of each relation that leaves the package."""
    for path in package.files:
        if path.endswith(".rels"):
            for element in children(package.tree(path)):
                target = attribute(element, "Target")
                if attribute(element, "TargetMode").lower() == "external" or ":" in target or target.startswith("//"):
                    yield attribute(element, "Type").rpartition("/")[2], target


def _resolved(folder: str, target: str) -> str:
    return target[1:] if target.startswith("/") else normpath(joined_path(folder, target))
