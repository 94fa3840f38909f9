"""The box around every table of a page."""

from collections.abc import Iterable

from calculators.render.html import Html, el


def boxed(caption: str, heads: Iterable[Html], rows: Iterable[Html], class_: str = "") -> Html:
    """A table in a box that scrolls when it is too wide and can be reached by keyboard; on a phone its rows stack."""
    parts = (el("caption", caption), el("thead", el("tr", heads)), el("tbody", rows))
    inner = el("table", parts, class_="rh-rijen")
    return el("div", inner, class_=f"rh-tabel {class_}".rstrip(), tabindex="0", role="region", aria_label=caption)
