"""Marks of writing direction in a reader's text, such as those around a Hebrew or Arabic name in a pasted list.

A mark that nothing closes turns what follows it on the line too: our amounts, dates and page numbers.
"""

import re

_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EMBEDDING, _ISOLATE = "\u202c", "\u2069"
"""What closes an embedding or override (U+202A, U+202B, U+202D, U+202E), and an isolate (U+2066 to U+2068)."""


def closed(text: str) -> str:
    """The text, in which each line closes every direction that it opens; nothing in it is dropped.

    By the rules BD9 to BD11 of Unicode's bidirectional algorithm (UAX 9): the end of an isolate closes the embeddings
    in it, and the end of an embedding does not reach outside an isolate. A mark that closes nothing does no harm.
    """
    return "\n".join(map(_closed, text.split("\n"))) if _MARKS.search(text) else text


def _closed(line: str) -> str:
    waiting: list[str] = []  # the marks that close what is open, the innermost last
    for mark in _MARKS.findall(line):
        if mark == _ISOLATE:
            if _ISOLATE in waiting:
                while waiting.pop() != _ISOLATE:
                    pass
        elif mark == _EMBEDDING:
            if waiting and waiting[-1] == _EMBEDDING:
                waiting.pop()
        else:
            waiting.append(_ISOLATE if mark >= "\u2066" else _EMBEDDING)
    return line + "".join(reversed(waiting))
