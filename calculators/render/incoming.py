"""The preview of an imported file: its remarks, the changes that it would make, and the choice what to take over."""

from collections.abc import Iterable, Sequence
from datetime import date

from calculators.core.periods import format_date
from calculators.dossier import PARTS, Change, Document
from calculators.render.html import Child, Html, button, el, render, spoken

_EACH = {"calculators": "Wat er verandert", "checklist": "Kies per actie", "dossier": "Kies per onderdeel"}


def preview(headlines: Iterable[str], changes: Sequence[Change], incoming: Document) -> Html:
    """The remarks, a summary of the changes, the choice what to take over, and what this guide does not know."""
    title = "Dit verandert er als je het bestand overneemt" if changes else "Dit bestand verandert niets"
    parts = [*remarks(incoming), el("h3", title)]
    if changes:
        parts += [el("ul", [el("li", line) for line in headlines]), _choice(changes)]
    parts += [
        button("Neem het bestand over", main=True, data_accept=True),
        button("Bekijk alleen", data_view=True),
        button("Laat alles zoals het is", data_refuse=True),
    ]
    return render(*parts, *left_out(incoming))


def remarks(incoming: Document) -> list[Html]:
    """The remarks in the file, each with its part and day; empty without remarks."""
    rows = [
        el("li", el("strong", PARTS[remark.part], _on(remark.at), ": "), lines(remark.text.strip()))
        for remark in incoming.remarks
    ]
    return [el("h3", "Opmerkingen bij dit bestand"), el("ul", rows)] if rows else []


def _on(iso: str) -> str:
    return f", {format_date(date.fromisoformat(iso))}" if iso else ""


def left_out(incoming: Document) -> list[Html]:
    """The contents of the file that this guide does not know; empty if it knows all."""
    rows = [el("li", text) for text in incoming.ignored]
    return [el("p", "Dit nemen we niet over:"), el("ul", rows)] if rows else []


def lines(text: str) -> list[Child]:
    """Text with its line breaks."""
    first, *rest = text.split("\n")
    return [first, *([el("br"), line] for line in rest)]


def _choice(changes: Sequence[Change]) -> Html:
    groups = [
        _group(part, label, own)
        for part, label in PARTS.items()
        if (own := [change for change in changes if change.part == part])
    ]
    return el("fieldset", el("legend", "Wat wil je overnemen?"), groups, class_="rh-groep")


def _group(part: str, label: str, changes: Sequence[Change]) -> Html:
    """A part with a checkbox and its changes; changes that can be taken over by themselves have their own checkbox."""
    rows = [el("li", _change(part, change), class_="dossier-regel") for change in changes]
    summary = el("summary", f"{_EACH[part]} ({len(changes)})", spoken(f": {label}"))
    return el(
        "div",
        _tick("deel", part, label),
        el("details", summary, el("ul", rows), class_="rh-meer"),
        data_group=part,
    )


def _change(part: str, change: Change) -> Child:
    return _tick("regel", f"{part}.{change.item}", change.text) if change.item else change.text


def _tick(name: str, value: str, label: str) -> Html:
    box = el("input", type_="checkbox", name=name, value=value, checked=True)
    return el("label", box, el("span", label), class_="dossier-keuze")
