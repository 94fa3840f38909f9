"""How high a row of a table is, about: a high one may break over pages, as it would leave a page nearly empty."""

from collections.abc import Sequence

from calculators.documents.docx.xml import Xml

_MOST_LINES = 20
"""The most lines of a row that moves to the next page as a whole: not half a page."""
_TWIPS_A_CHARACTER = 100
"""The width of a character of a table's text, on average."""


def is_high(cells: Sequence[Xml | str], widths: Sequence[int]) -> bool:
    """Whether a row has too many lines to move as a whole; `widths` are those of its cells, in twips."""
    return any(_lines(_text_of(cell), width) > _MOST_LINES for cell, width in zip(cells, widths, strict=True))


def _lines(text: str, width: int) -> int:
    in_one = max(1, width // _TWIPS_A_CHARACTER)
    return sum(1 + len(line) // in_one for line in text.split("\n"))


def _text_of(piece: Xml | str) -> str:
    if isinstance(piece, str):
        return piece
    return "\n" if piece.name == "w:br" else "".join(map(_text_of, piece.children))
