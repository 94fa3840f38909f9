"""Writes a house style as a Word file without text."""

from collections.abc import Mapping

from calculators.documents.docx import parts
from calculators.documents.docx.xml import Xml, pack, xml_element
from calculators.documents.house_style.images import TYPES as IMAGE_TYPES
from calculators.documents.house_style.style import FOLDER, HouseStyle

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES = {
    "document": f"{_WORD}document.main+xml",
    "styles": f"{_WORD}styles+xml",
    "numbering": f"{_WORD}numbering+xml",
    "settings": f"{_WORD}settings+xml",
    "header": f"{_WORD}header+xml",
    "footer": f"{_WORD}footer+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}


def kept(house: HouseStyle) -> bytes:
    """The bytes of the file: the same for equal house styles."""
    own = {"styles": house.styles, "document": _text(house), "settings": _settings(house)}
    if house.numbering:
        own["numbering"] = house.numbering
    targets = {f"rIdS{name}": (name, f"word/{name}.xml") for name in own if name != "document"}
    types = [declared(f"word/{name}.xml", name) for name in own]
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": parts.part(
            xml_element("Types", endings(house), types, carried_types(house), xmlns=f"{_PACKAGE}content-types")
        ),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relations(targets | carried_targets(house)),
        **{f"word/{name}.xml": parts.part(tree) for name, tree in own.items()},
        **carried(house),
    }
    return pack(files)


def declared(path: str, kind: str) -> Xml:
    """The media type of a file in the package."""
    return xml_element("Override", PartName=f"/{path}", ContentType=_TYPES[kind])


def carried_types(house: HouseStyle) -> list[Xml]:
    """The media types of the files that documents carry."""
    return [declared(path, part.kind) for path, part in house.parts.items() if part.kind in _TYPES]


def endings(house: HouseStyle) -> list[Xml]:
    """The media types of images, by the ending of their name, and of XML."""
    used = {path.rpartition(".")[2] for path in house.parts} - {"xml"}
    types = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        **{ending: IMAGE_TYPES[ending] for ending in sorted(used)},
    }
    return [xml_element("Default", Extension=ending, ContentType=kind) for ending, kind in types.items()]


def carried_targets(house: HouseStyle) -> dict[str, tuple[str, str]]:
    """The headers, footers and theme that a document refers to: kind and path, by id."""
    theme = {"rIdTheme": ("theme", house.theme)} if house.theme else {}
    return theme | {
        f"rIdHuis{at}": (reference.kind, reference.path) for at, reference in enumerate(house.references, start=1)
    }


def references(house: HouseStyle) -> list[Xml]:
    """The headers and footers of a section, as `carried_targets` names them."""
    return [
        xml_element(f"w:{reference.kind}Reference", w_type=reference.place, r_id=f"rIdHuis{at}")
        for at, reference in enumerate(house.references, start=1)
    ]


def related(targets: Mapping[str, tuple[str, str]]) -> list[Xml]:
    """Relations: the kind and the path of each file that is referred to, by id."""
    return [
        xml_element("Relationship", Id=key, Type=_OFFICE + kind, Target=f"/{path}")
        for key, (kind, path) in targets.items()
    ]


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    return parts.part(xml_element("Relationships", related(targets), xmlns=f"{_PACKAGE}relationships"))


def carried(house: HouseStyle) -> dict[str, str | bytes]:
    """The files that documents carry, and what those refer to."""
    files: dict[str, str | bytes] = {}
    for path, part in house.parts.items():
        files[path] = part.content
        if part.refers:
            files[f"{FOLDER}/_rels/{path.rpartition('/')[2]}.rels"] = _images(part.refers)
    if house.pictures:
        files["word/_rels/numbering.xml.rels"] = _images(house.pictures)
    return files


def _images(paths: Mapping[str, str]) -> str:
    return _relations({key: ("image", path) for key, path in paths.items()})


def _text(house: HouseStyle) -> Xml:
    section = xml_element(
        "w:sectPr",
        references(house),
        xml_element("w:pgMar", **{f"w:{side}": value for side, value in house.margins.items()}),
        xml_element("w:titlePg") if house.first_differs else None,
    )
    return xml_element("w:document", xml_element("w:body", section), **parts.NAMESPACES)


def _settings(house: HouseStyle) -> Xml:
    switch = xml_element("w:evenAndOddHeaders") if house.even_differs else None
    return xml_element("w:settings", switch, **parts.NAMESPACES)
