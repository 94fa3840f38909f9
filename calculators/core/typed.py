"""Text as typed or pasted: invisible characters are dropped, and characters that look alike become one."""

import re

_UNSEEN = re.compile(
    "[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0001\U000e0020-\U000e007f]"
)
"""Unicode's format characters (category Cf): marks of direction and of width that programs copy along."""

# Spreadsheets copy cells with tabs and line ends between them; all other white space is a space.
_CELL_ENDS = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_SPACE = re.compile("[^\\S\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_WIDE = {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}  # ASCII as wide as an ideogram
_ALIKE = str.maketrans(
    _WIDE | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-") | dict.fromkeys("‘’ʼ′´`", "'")
)


class Misread(ValueError):
    """Why a text cannot be read, or the question to ask about it, in Dutch sentences for the reader who typed it."""


def visible(text: str) -> str:
    """The text without format characters, and without white space around it."""
    return _UNSEEN.sub("", text).strip()


def plain(text: str) -> str:
    """The visible text in lower case, with one kind of space, dash and apostrophe; cell and line ends stay."""
    return _SPACE.sub(" ", visible(text)).translate(_ALIKE).lower()


def cells(text: str) -> list[str]:
    """The spreadsheet cells, or the lines, in a pasted text; empty ones are left out."""
    return [cell for cell in map(visible, _CELL_ENDS.split(text)) if cell]
