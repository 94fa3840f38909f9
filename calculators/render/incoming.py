"""A file that comes in: what taking it over would change, with the choice, and the remarks that came with it."""

from collections.abc import Iterable, Sequence
from datetime import date

from calculators.core.periods import format_date
from calculators.dossier import PARTS, Change, Document
from calculators.render.html import Child, Html, el, render

_EACH = {"calculators": "Wat er verandert", "checklist": "Kies per actie", "dossier": "Kies per onderdeel"}


def preview(headlines: Iterable[str], changes: Sequence[Change], incoming: Document) -> Html:
    """The remarks, what would change in short, the choice of what to take over, and what we leave out."""
    title = "Dit verandert er als je het bestand overneemt" if changes else "Dit bestand verandert niets"
    parts = [*remarks(incoming), el("h3", title)]
    if changes:
        parts += [el("ul", [el("li", line) for line in headlines]), _choice(changes)]
    parts += [
        el("button", "Neem het bestand over", type_="button", class_="md-button md-button--primary", data_accept=True),
        el("button", "Bekijk alleen", type_="button", class_="md-button", data_view=True),
        el("button", "Laat alles zoals het is", type_="button", class_="md-button", data_refuse=True),
    ]
    return render(*parts, *left_out(incoming))


def remarks(incoming: Document) -> list[Html]:
    """What others wrote about the file, with the part that it is about; nothing where nobody did."""
    rows = [
        el("li", el("strong", PARTS[one.part], _on(one.at), ": "), lines(one.text.strip())) for one in incoming.remarks
    ]
    return [el("h3", "Opmerkingen bij dit bestand"), el("ul", rows)] if rows else []


def _on(iso: str) -> str:
    return f", {format_date(date.fromisoformat(iso))}" if iso else ""


def left_out(incoming: Document) -> list[Html]:
    """What the file holds that this guide does not know."""
    rows = [el("li", text) for text in incoming.ignored]
    return [el("p", "Dit nemen we niet over:"), el("ul", rows)] if rows else []


def lines(text: str) -> list[Child]:
    """Text as it was written, line by line."""
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
    """A part with a tick and what changes in it; what can be taken over by itself has a tick of its own."""
    rows = [
        el("li", _tick("regel", f"{part}.{one.item}", one.text) if one.item else one.text, class_="dossier-regel")
        for one in changes
    ]
    summary = el("summary", f"{_EACH[part]} ({len(changes)})", el("span", f": {label}", class_="rh-verborgen"))
    return el(
        "div",
        _tick("deel", part, label),
        el("details", summary, el("ul", rows), class_="rh-meer"),
        data_group=part,
    )


def _tick(name: str, value: str, label: str) -> Html:
    box = el("input", type_="checkbox", name=name, value=value, checked=True)
    return el("label", box, el("span", label), class_="dossier-keuze")
