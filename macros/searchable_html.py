"""HTML with a space after each block, as the search drops most tags and would join the words on both sides."""

import re

from calculators.render.html import Html, render

_BLOCKS = "caption|dd|details|div|dt|h2|h4|li|p|small|summary|td|th|tr|ul"
_TOUCHING = re.compile(rf"(</(?:{_BLOCKS})>)(?=\S)")


def prose(*elements: Html) -> str:
    """Elements as HTML on one line, with a space after each block that something else follows directly."""
    return _TOUCHING.sub(r"\1 ", render(*elements))
