"""Puts a house style on a Word file of ours: the text stays as it is, its looks are those of the template."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

from calculators.documents.docx import parts
from calculators.documents.docx.xml import Xml, pack, xml_element
from calculators.documents.house_style import keeping
from calculators.documents.house_style.colours import colours, recoloured
from calculators.documents.house_style.joining import joined_numbering, joined_styles, lists_beside, restyled
from calculators.documents.house_style.style import HouseStyle
from calculators.documents.house_style.xml_reader import (
    attribute,
    changed,
    child,
    children,
    every,
    parse,
    with_attributes,
    with_children,
)

_TEXT, _STYLES, _LISTS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
_FOOTER, _THEME, _SETTINGS = "word/footer1.xml", "word/theme/theme1.xml", "word/settings.xml"
_RELATIONS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
_WIDTHS = ("w:tblW", "w:gridCol", "w:tcW")
_FURTHEST = {"top": 5000, "bottom": 5000, "header": 2500, "footer": 2500}
"""The largest distances to the edge that are taken over, in twentieths of a point; five centimetres are 2835."""
_NARROWEST, _WIDEST = 0.8, 1.15
"""How much narrower and wider than in our own documents the text may become; else it keeps its width."""


def archive_in_house_style(archive: bytes, house: HouseStyle) -> bytes:
    """The same archive of Word files, each in the house style."""
    return pack({name: in_house_style(content, house) for name, content in _files(archive).items()})


def in_house_style(document: bytes, house: HouseStyle) -> bytes:
    """The bytes of the same Word file in the house style."""
    files = _files(document)
    changes = {path: parts.part(tree) for path, tree in _changed_parts(files, house).items()}
    dropped = _dropped(house)
    everything: dict[str, str | bytes] = {**files, **changes, **keeping.carried(house)}
    return pack({path: content for path, content in everything.items() if path not in dropped})


def _changed_parts(files: Mapping[str, bytes], house: HouseStyle) -> dict[str, Xml]:
    """The parts of our file that the house style changes, by path: its text, looks and what refers to them."""
    look, lists = colours(house.styles), lists_beside(house.numbering)

    def ours(path: str) -> Xml:
        return changed(parse(files[path]), lambda piece: recoloured(piece, look))

    styles, ids = joined_styles(ours(_STYLES), house.styles, lists)
    text = ours(_TEXT)
    sides = _sides(text, house)
    stretch = _stretch(text, sides)

    def fitted(piece: Xml) -> Xml:
        if piece.name == "w:sectPr":
            return _section(piece, house, sides)
        return _stretched(restyled(piece, ids), stretch)

    return {
        _TEXT: changed(text, fitted),
        _STYLES: styles,
        _LISTS: joined_numbering(ours(_LISTS), house.numbering, lists, ids),
        _FOOTER: changed(parse(files[_FOOTER]), fitted),
        _SETTINGS: _settings(parse(files[_SETTINGS]), house),
        _RELATIONS: _relations(parse(files[_RELATIONS]), house),
        _TYPES: _types(parse(files[_TYPES]), house),
    }


def _files(archive: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _dropped(house: HouseStyle) -> set[str]:
    """Our own files whose place the template's take."""
    return ({_FOOTER} if house.has("footer") else set()) | ({_THEME} if house.theme else set())


def _sides(text: Xml, house: HouseStyle) -> Mapping[str, int]:
    """The distances to the edges of the page, by side: the template's where they can be ours."""
    page, ours = _page(text)
    own = {side: value for side, value in house.margins.items() if value <= _FURTHEST.get(side, page)}
    wide = page - own.get("left", 0) - own.get("right", 0)
    if not {"left", "right"} <= own.keys() or not _NARROWEST <= wide / (page - ours["left"] - ours["right"]) <= _WIDEST:
        own = {side: value for side, value in own.items() if side in _FURTHEST}
    return ours | own


def _page(text: Xml) -> tuple[int, dict[str, int]]:
    """The width of a page, and our own distances to its edges."""
    section = every(text, "w:sectPr")[0]
    given = {side: attribute(child(section, "w:pgMar"), f"w:{side}") for side in (*_FURTHEST, "left", "right")}
    return int(attribute(child(section, "w:pgSz"), "w:w")), {side: int(value) for side, value in given.items()}


def _stretch(text: Xml, sides: Mapping[str, int]) -> float:
    """The width of the text in the house style, as a factor of its width in our own documents."""
    page, ours = _page(text)
    return (page - sides["left"] - sides["right"]) / (page - ours["left"] - ours["right"])


def _stretched(piece: Xml, stretch: float) -> Xml:
    if piece.name in _WIDTHS:
        return with_attributes(piece, {"w:w": round(int(attribute(piece, "w:w")) * stretch)})
    if piece.name == "w:tab" and attribute(piece, "w:val") == "right":
        return with_attributes(piece, {"w:pos": round(int(attribute(piece, "w:pos")) * stretch)})
    return piece


def _section(section: Xml, house: HouseStyle, sides: Mapping[str, int]) -> Xml:
    own = [] if house.has("footer") else _own_footers(section, house)
    margins = {f"w:{side}": sides[side] for side in sides}
    return with_children(
        section,
        *keeping.references(house),
        *own,
        *children(section, "w:pgSz"),
        *(with_attributes(given, margins) for given in children(section, "w:pgMar")),
        *children(section, "w:pgNumType"),
        *([xml_element("w:titlePg")] if house.first_differs else []),
    )


def _own_footers(section: Xml, house: HouseStyle) -> list[Xml]:
    """Our footer, on each kind of page that the template tells apart."""
    places = ["default", *(["first"] if house.first_differs else []), *(["even"] if house.even_differs else [])]
    ours = children(section, "w:footerReference")
    return [with_attributes(element, {"w:type": place}) for element in ours for place in places]


def _settings(settings: Xml, house: HouseStyle) -> Xml:
    inner = children(settings)
    if not house.even_differs:
        return with_children(settings, *inner)
    at = 1 + next(place for place, element in enumerate(inner) if element.name == "w:defaultTabStop")
    return with_children(settings, *inner[:at], xml_element("w:evenAndOddHeaders"), *inner[at:])


def _relations(relations: Xml, house: HouseStyle) -> Xml:
    dropped = {path.removeprefix("word/") for path in _dropped(house)}
    own = [element for element in children(relations) if attribute(element, "Target") not in dropped]
    return with_children(relations, *own, *keeping.related(keeping.carried_targets(house)))


def _types(types: Xml, house: HouseStyle) -> Xml:
    dropped = {f"/{path}" for path in _dropped(house)}
    own = [element for element in children(types) if attribute(element, "PartName") not in dropped]
    known = {attribute(element, "Extension") for element in own}
    endings = [element for element in keeping.endings(house) if element.attributes["Extension"] not in known]
    return with_children(types, *endings, *own, *keeping.carried_types(house))
