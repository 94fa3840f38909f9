"""The colours of our tables, taken from a template: that of its main headings, if white text can be read on it."""

from collections.abc import Mapping

from calculators.core.contrast import LEAST, contrast_with_white
from calculators.documents.docx.parts import PRIMARY, TINT
from calculators.documents.docx.xml import Xml
from calculators.documents.house_style.xml_reader import attribute, child, children, with_attributes

_LIGHT = 0.91
"""How much white there is in a tint."""

type Colours = Mapping[str, str]


def colours(styles: Xml) -> Colours:
    """What replaces our colours; nothing if the template's headings have no colour that we can use."""
    named = next((style for style in children(styles, "w:style") if _is_main_heading(style)), None)
    found = attribute(child(child(named, "w:rPr"), "w:color"), "w:val")
    try:
        parts = list(bytes.fromhex(found))
    except ValueError:  # `auto`
        return {}
    if len(parts) != 3 or contrast_with_white(*parts) < LEAST:  # three: red, green and blue
        return {}
    tint = bytes(round(255 * _LIGHT + part * (1 - _LIGHT)) for part in parts).hex().upper()
    return {PRIMARY: found, TINT: tint}


def recoloured(piece: Xml, given: Colours) -> Xml:
    """The same element with other colours."""
    values = {key: given[str(value)] for key, value in piece.attributes.items() if str(value) in given}
    return with_attributes(piece, values) if values else piece


def _is_main_heading(style: Xml) -> bool:
    return attribute(child(style, "w:name"), "w:val").casefold() == "heading 1"
