"""How deep lists and objects stand inside each other in JSON, told before it is read.

Python reads each level in a call of its own, and the stack of a browser's worker is small: reading what is nested too
deep would end Python there, which no program can catch.
"""

import re

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)


def is_deeper(json_text: str, levels: int) -> bool:
    """Whether lists and objects are nested deeper than so many levels; brackets inside texts do not count."""
    depth = 0
    for token in _TOKEN.finditer(json_text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if depth > levels:
            return True
    return False
