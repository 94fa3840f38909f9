"""The rows of a pasted table, whatever stands between its rows and cells."""

import re

from calculators.core.typed import visible

_ENDS = re.compile(r"[\r\n|]+")
"""Between rows: a line end, or the `|` that a link writes instead."""
_TABLE_ENDS = re.compile(r"[\r\n]+|(?<=\|)\|(?=\|)")
"""Between rows with a `|` around each cell, as in Markdown; in a link they are joined by one `|` more."""
_RULE = re.compile(r"[\s|:=+-]+")
"""The line under the headings of such a table: `|---|---|`."""


def rows(text: str) -> list[str]:
    """The rows that are not empty, with tabs between cells where each cell stood between two `|`."""
    if not visible(text).startswith("|"):
        return [line for line in _ENDS.split(text) if visible(line)]
    lines = [line.strip().strip("|") for line in _TABLE_ENDS.split(visible(text))]
    return [line.replace("|", "\t") for line in lines if not _RULE.fullmatch(f"{line} ")]
