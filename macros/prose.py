"""HTML whose blocks are kept apart by a space, so that the search, which drops most tags, never glues two words."""

from xml.etree import ElementTree as ET

from calculators.html import render

_BLOCKS = {"caption", "dd", "details", "div", "dt", "h2", "h4", "li", "p", "small", "summary", "td", "th", "tr", "ul"}


def prose(*elements: ET.Element) -> str:
    """Write elements as HTML on one line, with a space behind each block that text or a tag follows at once."""
    for element in elements:
        for part in element.iter():
            if part.tag in _BLOCKS and not part.tail:
                part.tail = " "
    return render(*elements)
