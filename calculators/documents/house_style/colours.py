"""The colours of our tables, taken from a template: that of its main headings, if white text can be read on it."""

from collections.abc import Mapping

from calculators.documents.docx.parts import PRIMARY, TINT
from calculators.documents.docx.xml import Xml
from calculators.documents.house_style.xml_reader import attribute, child, children, with_attributes

_LEAST_CONTRAST = 4.5
"""Of white on the colour, as WCAG 2.2 counts it."""
_LIGHT = 0.91
"""How much white there is in a tint."""

type Colours = Mapping[str, str]


def colours(styles: Xml) -> Colours:
    """What replaces our colours; nothing if the template's headings have no colour that we can use."""
    named = next((one for one in children(styles, "w:style") if _is_main_heading(one)), None)
    found = attribute(child(child(named, "w:rPr"), "w:color"), "w:val")
    try:
        parts = list(bytes.fromhex(found))
    except ValueError:  # `auto`
        return {}
    if len(parts) != 3 or 1.05 / (_luminance(parts) + 0.05) < _LEAST_CONTRAST:  # three: red, green and blue
        return {}
    tint = bytes(round(255 * _LIGHT + part * (1 - _LIGHT)) for part in parts).hex().upper()
    return {PRIMARY: found, TINT: tint}


def recoloured(piece: Xml, given: Colours) -> Xml:
    """The same element with other colours."""
    values = {key: given[str(value)] for key, value in piece.attributes.items() if str(value) in given}
    return with_attributes(piece, **values) if values else piece


def _is_main_heading(style: Xml) -> bool:
    return attribute(child(style, "w:name"), "w:val").casefold() == "heading 1"


def _luminance(parts: list[int]) -> float:
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (part / 255 for part in parts)
    ]
    return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
