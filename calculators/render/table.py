"""The box around every table of a page."""

from collections.abc import Iterable

from calculators.render.html import Html, el, spoken


def boxed(
    caption: str,
    heads: Iterable[Html],
    rows: Iterable[Html],
    class_: str = "",
    *,
    row_sums: bool = False,
    id_: str | None = None,
) -> Html:
    """A table in a box that scrolls when it is too wide and can be reached by keyboard; on a phone its rows stack.

    `row_sums` tells programs that the last column has the sum of the other amounts in its row. With an `id_` the
    caption is a heading too, which readers of screens can jump to and others can link to.
    """
    title = el("h3", caption, id_=id_) if id_ else caption
    parts = (el("caption", title), el("thead", el("tr", heads)), el("tbody", rows))
    inner = el("table", parts, class_="rh-rijen", data_row_sums=row_sums)
    return el("div", inner, class_=f"rh-tabel {class_}".rstrip(), tabindex="0", role="region", aria_label=caption)


def copy_button(caption: str) -> Html:
    """A button that copies the table before it as numbers, for a spreadsheet."""
    words = ("Kopieer als cijfers", spoken(f": {caption}"))
    return el("button", words, type_="button", class_="rh-knop rh-kopieer", data_copy_table=True)
