"""The kinds of images that a header or footer may show."""

from calculators.documents.house_style import TemplateError
from calculators.documents.house_style.xml_reader import XmlError, every, parse

TYPES = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
}
"""The media type of each kind, by the ending of its name."""

_BEGINNINGS = {
    b"\x89PNG\r\n": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF8": "gif",
    b"BM": "bmp",
    b"II*\0": "tiff",
    b"MM\0*": "tiff",
    b"\xd7\xcd\xc6\x9a": "wmf",
    b"\x01\0\x09\0": "wmf",
}
_EMF_PLACE, _EMF_MARK = slice(40, 44), b" EMF"
"""Where an enhanced metafile has its mark: after a header whose first bytes differ."""
# Elements of SVG that run, move, fetch or lead elsewhere.
_ACTIVE = frozenset(("script", "foreignObject", "image", "use", "animate", "set", "iframe", "a"))

_UNKNOWN = "Een beeld in de koptekst of voettekst is van een soort die we niet kennen. Gebruik een png of een jpg."


def ending(content: bytes) -> str:
    """The ending that fits what an image is, whatever its name says. Raises `TemplateError` for another file."""
    for beginning, kind in _BEGINNINGS.items():
        if content.startswith(beginning):
            return kind
    if content[_EMF_PLACE] == _EMF_MARK:
        return "emf"
    if _is_still_drawing(content):
        return "svg"
    raise TemplateError(_UNKNOWN)


def _is_still_drawing(content: bytes) -> bool:
    """Whether it is an SVG that runs nothing and fetches nothing."""
    try:
        tree = parse(content)
    except XmlError:
        return False
    names = [element.name.rpartition(":")[2] for element in every(tree)]
    attributes = [(key, str(value)) for element in every(tree) for key, value in element.attributes.items()]
    links_out = any(key.rpartition(":")[2] == "href" and not value.startswith("#") for key, value in attributes)
    fetches = any("url(" in value and "url(#" not in value for _, value in attributes)
    runs = any(key.lower().startswith("on") for key, _ in attributes)
    return names[0] == "svg" and not (_ACTIVE & set(names) or "style" in names or links_out or fetches or runs)
