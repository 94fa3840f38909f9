"""How deep JSON is nested, found without parsing it.

Python's parser calls itself for each level, and the stack of a browser's worker is small: parsing JSON that is nested
too deep would stop Python there, with an error that no program can catch.
"""

import re

# A whole string (or the rest of the text, if its closing quote is missing), an opening or a closing bracket. The
# possessive `*+` never backtracks, so that hostile text takes no longer than other text.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}


def is_deeper(json_text: str, levels: int) -> bool:
    """Whether lists and objects are nested more than `levels` deep; brackets within strings do not count."""
    if json_text.count("[") + json_text.count("{") <= levels:  # as in nearly every request, and quicker to see
        return False
    depth = 0
    for token in _TOKEN.finditer(json_text):
        depth += _STEPS.get(token[0], 0)
        if depth > levels:
            return True
    return False
