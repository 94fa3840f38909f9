"""A small writer of Word files that needs only the standard library.

Styles and settings are XML files in `templates/`. The text is written by functions instead of filled into a template:
the length of the checklist, of the tables per year and of the statements per partner depends on the reader's data, a
few functions serve every document, and the bytes depend on the data alone.

python-docx would be the obvious choice, but it needs lxml. Pyodide has its own build of lxml, outside PyPI and npm,
which would be more than half of what a reader downloads. See docs-dev/adr/0003-own-docx-writer.md.

Each function returns markup and has no effects; `document` numbers the content controls in it and packs it. Text is
always escaped, and characters that XML forbids are dropped.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from calculators.documents.docx import height, parts, prompts
from calculators.documents.docx.parts import NAMESPACES, PRIMARY, TINT
from calculators.documents.docx.xml import Child, Xml, join, numbered, pack, xml_element

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

PORTRAIT, LANDSCAPE = (11906, 16838), (16838, 11906)
"""Width and height of A4 in twentieths of a point."""

BY_HAND = 9
"""The least height in millimetres of a row to write in by hand."""

_MARGIN = 1134  # twentieths of a point: two centimetres
_MOST_ROWS_TOGETHER = 10
"""The most rows of a table that is kept on one page."""

type Inline = str | Xml
"""What stands in a paragraph or in a cell of a table: text, or runs and controls."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its width relative to the others, and whether it is aligned on the right."""

    heading: str
    width: int
    right: bool = False


def text_width(*, landscape: bool = False) -> int:
    """The width between the margins, in twentieths of a point."""
    return (LANDSCAPE if landscape else PORTRAIT)[0] - 2 * _MARGIN


def document(title: str, *blocks: Child, created: date, landscape: bool = False, several: bool = False) -> bytes:
    """The bytes of a Word file. `created` is the only thing in it that depends on the day.

    `several` if it has more than one piece, each with pages of its own: all but the last one end with `last_para`.
    """
    body = numbered(xml_element("w:body", *blocks, _section(landscape, restart=several)), "w:id", count(1))
    names: dict[str, str] = {}
    body = prompts.named(body, names)
    made = {
        "word/document.xml": xml_element("w:document", body, **NAMESPACES),
        "word/glossary/document.xml": xml_element("w:glossaryDocument", prompts.glossary(names), **NAMESPACES),
        "word/footer1.xml": parts.footer(title, text_width(landscape=landscape), total=not several),
        "docProps/core.xml": parts.core(title, created.isoformat()),
    }
    return pack({**parts.FIXED, **{name: parts.part(root) for name, root in made.items()}})


def run(text: str, style: str = "") -> Xml:
    """Text within a paragraph, in a character style; a line end becomes a line break."""
    look = xml_element("w:rPr", xml_element("w:rStyle", w_val=style)) if style else None
    first, *others = text.split("\n")
    broken = [xml_element("w:r", look, xml_element("w:br"), _text(line)) for line in others]
    return join(xml_element("w:r", look, _text(first)), broken)


def bold(text: str) -> Xml:
    """Text in bold."""
    return run(text, "Strong")


def join_runs(*content: Inline) -> Xml:
    """Texts and controls one after the other, as a single piece for a cell or a paragraph."""
    return join([_inline(piece) for piece in content])


def para(*content: Inline, style: str = "", right: bool = False, keep: bool = False) -> Xml:
    """A paragraph of text and controls; `keep` keeps it on the same page as the next one."""
    look = [
        xml_element("w:pStyle", w_val=style) if style else None,
        xml_element("w:keepNext") if keep else None,
        xml_element("w:jc", w_val="right") if right else None,
    ]
    return xml_element("w:p", xml_element("w:pPr", look) if any(look) else None, map(_inline, content))


def last_para(*content: Inline) -> Xml:
    """The last paragraph of a piece: what follows begins on a new page, and its pages count from 1 again."""
    look = xml_element("w:pPr", _BELOW_TABLE, _section(landscape=False, restart=True))
    return xml_element("w:p", look, map(_inline, content))


def below_table(*content: Inline) -> Xml:
    """A paragraph that stays with the table above it, with some room in between."""
    return xml_element("w:p", xml_element("w:pPr", _BELOW_TABLE), map(_inline, content))


_BELOW_TABLE = xml_element("w:spacing", w_before=120)


def heading(level: int, text: str, *, new_page: bool = False, compact: bool = False) -> Xml:
    """A heading of level 1, 2 or 3; `new_page` puts it at the top of a page, `compact` makes it smaller."""
    look = [
        xml_element("w:pStyle", w_val=f"Heading{level}"),
        xml_element("w:pageBreakBefore") if new_page else None,
        xml_element("w:spacing", w_before=90, w_after=20) if compact else None,
    ]
    size = xml_element("w:rPr", xml_element("w:sz", w_val=22), xml_element("w:szCs", w_val=22)) if compact else None
    return xml_element("w:p", xml_element("w:pPr", look), xml_element("w:r", size, _text(text)))


def bullets(texts: Iterable[Inline]) -> Xml:
    """A bulleted list."""
    return join([para(text, style="ListBullet") for text in texts])


def table(
    caption: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Inline]],
    *,
    sums: Collection[int] = (),
    wide: bool = False,
    whole: bool = True,
    joined: bool = False,
    room: int = 0,
) -> Xml:
    """A table whose heading row is repeated on every page; `sums` are the indexes, from 0, of rows with totals.

    A row never breaks over pages, unless it is too high for that (`height.is_high`). With `whole`, a table of at most
    ten rows does not either; any other table has at least two rows under its heading. With `joined`, it stays on the
    page of the paragraph that follows. Rows are at least `room` millimetres high.
    """
    widths = _widths([column.width for column in columns], text_width(landscape=wide))
    lines = list(rows)
    together = len(lines) - 1 if whole and len(lines) <= _MOST_ROWS_TOGETHER else 1
    breaks, kept = _breaks(lines, widths, len(lines) if joined else together)
    body = [
        _row(
            [(cell, column.right) for cell, column in zip(line, columns, strict=True)],
            widths,
            strong=number in sums,
            keep=number < kept,
            room=room,
            breaks=breaks[number],
        )
        for number, line in enumerate(lines)
    ]
    summed = int(len(lines) - 1 in sums)
    return _grid(caption, widths, [_head(columns, widths), *body], first_row=1, last_row=summed, gap=not joined)


def _head(columns: Sequence[Column], widths: list[int]) -> Xml:
    """The heading row, which every page of the table repeats."""
    look = xml_element("w:trPr", xml_element("w:cantSplit"), xml_element("w:tblHeader"))
    cells = [
        _cell(para(column.heading, style="TableHeading", right=column.right), width, PRIMARY)
        for column, width in zip(columns, widths, strict=True)
    ]
    return xml_element("w:tr", look, cells)


def _breaks(rows: Sequence[Sequence[Inline]], widths: list[int], together: int) -> tuple[list[bool], int]:
    """Which rows may break over pages, and how many stay with the next one: `together`, or none if one may break."""
    breaks = [height.is_high(row, widths) for row in rows]
    return breaks, 0 if any(breaks) else together


def facts(
    caption: str, pairs: Iterable[tuple[str, Inline]], *, share: int = 32, gap: bool = True, room: int = 0
) -> Xml:
    """A table of labels and values, kept on one page if it can be; the first column takes `share` percent of the width.

    Without `gap` nothing follows it: before a new page, white space could fall on a page of its own. Rows are at least
    `room` millimetres high.
    """
    widths = _widths([share, 100 - share], text_width())
    lines = list(pairs)
    breaks, kept = _breaks(lines, widths, len(lines) - 1)
    rows = [
        xml_element(
            "w:tr",
            _row_look(room, breaks=breaks[number]),
            _cell(para(bold(label), style="TableText", keep=number < kept), widths[0], TINT),
            _cell(para(value, style="TableText", keep=number < kept), widths[1]),
        )
        for number, (label, value) in enumerate(lines)
    ]
    return _grid(caption, widths, rows, first_column=1, gap=gap)


def _grid(
    caption: str,
    widths: list[int],
    rows: list[Xml],
    *,
    first_row: int = 0,
    last_row: int = 0,
    first_column: int = 0,
    gap: bool = True,
) -> Xml:
    properties = xml_element(
        "w:tblPr",
        xml_element("w:tblStyle", w_val="Gids"),
        xml_element("w:tblW", w_w=sum(widths), w_type="dxa"),
        xml_element("w:tblLayout", w_type="fixed"),
        _table_look(first_row, last_row, first_column),
        xml_element("w:tblCaption", w_val=caption),
    )
    grid = xml_element("w:tblGrid", [xml_element("w:gridCol", w_w=width) for width in widths])
    return join(xml_element("w:tbl", properties, grid, rows), _gap() if gap else None)


def _table_look(first_row: int, last_row: int, first_column: int) -> Xml:
    """Which rows and columns the style of the table draws as headings or totals: 1 if it does, else 0."""
    return xml_element(
        "w:tblLook",
        w_val="0000",
        w_firstRow=first_row,
        w_lastRow=last_row,
        w_firstColumn=first_column,
        w_lastColumn=0,
        w_noHBand=1,
        w_noVBand=1,
    )


def _gap() -> Xml:
    """White space after a table."""
    spacing = xml_element("w:spacing", w_before=0, w_after=0, w_line=200, w_lineRule="exact")
    return xml_element("w:p", xml_element("w:pPr", spacing))


def _row_look(room: int, *, breaks: bool = False) -> Xml:
    least = round(room / 25.4 * 1440)
    high = xml_element("w:trHeight", w_val=least, w_hRule="atLeast") if room else None
    return xml_element("w:trPr", None if breaks else xml_element("w:cantSplit"), high)


def _row(
    cells: list[tuple[Inline, bool]], widths: list[int], *, strong: bool, keep: bool, room: int, breaks: bool
) -> Xml:
    def content(cell: Inline) -> Inline:
        if isinstance(cell, Xml):
            return cell
        return bold(cell or "–") if strong else cell or "–"

    fill = TINT if strong else None
    made = [
        _cell(para(content(cell), style="TableText", right=right, keep=keep), width, fill)
        for (cell, right), width in zip(cells, widths, strict=True)
    ]
    return xml_element("w:tr", _row_look(room, breaks=breaks), made)


def _cell(content: Xml, width: int, fill: str | None = None) -> Xml:
    shade = xml_element("w:shd", w_val="clear", w_color="auto", w_fill=fill) if fill else None
    return xml_element("w:tc", xml_element("w:tcPr", xml_element("w:tcW", w_w=width, w_type="dxa"), shade), content)


def _widths(shares: list[int], whole: int) -> list[int]:
    """Whole numbers in proportion to `shares` that add up to `whole`: the last one takes the remainder."""
    widths = [whole * share // sum(shares) for share in shares]
    return [*widths[:-1], whole - sum(widths[:-1])]


def _section(landscape: bool, *, restart: bool = False) -> Xml:
    width, height = LANDSCAPE if landscape else PORTRAIT
    sides = {f"w:{side}": _MARGIN for side in ("top", "right", "bottom", "left")}
    return xml_element(
        "w:sectPr",
        xml_element("w:footerReference", w_type="default", r_id="rId5"),
        xml_element("w:pgSz", w_w=width, w_h=height, w_orient="landscape" if landscape else None),
        xml_element("w:pgMar", **sides, w_header=567, w_footer=567, w_gutter=0),
        xml_element("w:pgNumType", w_start=1) if restart else None,
    )


def _inline(content: Inline) -> Xml:
    return content if isinstance(content, Xml) else run(content)


def _text(text: str) -> Xml:
    return xml_element("w:t", text, xml_space="preserve")
