"""The prompts of content controls, as Word keeps them: each a building block with a name.

Word shows the block again when a colleague empties a control; without it, Word shows a prompt of its own. The blocks
are in the glossary of the file, which has its own copy of the styles.
"""

from collections.abc import Mapping
from dataclasses import replace

from calculators.documents.docx.xml import Xml, xml_element

STYLE = "PlaceholderText"
"""The style of a prompt."""


def named(piece: Xml, names: dict[str, str]) -> Xml:
    """The same piece, in which a control refers to its prompt by name instead of by text.

    Adds the name of each prompt to `names`, by text.
    """
    attributes = piece.attributes
    if piece.name == "w:docPart":
        text = str(attributes["w:val"])
        attributes = {**attributes, "w:val": names.setdefault(text, f"Tip {len(names) + 1}")}
    children = tuple(child if isinstance(child, str) else named(child, names) for child in piece.children)
    return replace(piece, attributes=attributes, children=children)


def glossary(names: Mapping[str, str]) -> Xml:
    """The building blocks, given the name of each by its text."""
    return xml_element("w:docParts", [_block(text, name) for text, name in names.items()])


def _block(text: str, name: str) -> Xml:
    run = xml_element(
        "w:r",
        xml_element("w:rPr", xml_element("w:rStyle", w_val=STYLE)),
        xml_element("w:t", text, xml_space="preserve"),
    )
    category = (
        xml_element("w:name", w_val="Algemeen"),
        xml_element("w:gallery", w_val="placeholder"),
    )
    properties = (
        xml_element("w:name", w_val=name),
        xml_element("w:category", category),
        xml_element("w:behaviors", xml_element("w:behavior", w_val="content")),
    )
    return xml_element(
        "w:docPart",
        xml_element("w:docPartPr", properties),
        xml_element("w:docPartBody", xml_element("w:p", run)),
    )
