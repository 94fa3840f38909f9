"""HTML whose blocks are kept apart by a space, so that the search, which drops most tags, never glues two words."""

import re

from calculators.render.html import Html, render

_BLOCKS = "caption|dd|details|div|dt|h2|h4|li|p|small|summary|td|th|tr|ul"
_TOUCHING = re.compile(rf"(</(?:{_BLOCKS})>)(?=\S)")


def prose(*elements: Html) -> str:
    """Write elements as HTML on one line, with a space behind each block that text or a tag follows at once."""
    return _TOUCHING.sub(r"\1 ", render(*elements))
