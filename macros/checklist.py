"""The checklist: all items on its own page, and those of one step on the page of that step."""

from calculators.core import content
from calculators.core.content import Item
from calculators.core.fields import FIRST_DAY, LAST_DAY
from calculators.dossier.document import STATUSES
from calculators.dossier.limits import LONGEST_NOTE, SHORT
from calculators.render.html import Html, el, render
from macros.noscript import noscript
from macros.site import Site

_NO_SCRIPT = "Wat je aanvinkt, wordt dan niet bewaard. Gebruik de blanco checklist."


def checklist(site: Site, step: str = "") -> str:
    """Write the items of one step, or of all steps with a heading each."""
    if step:
        return render(noscript(site, _NO_SCRIPT), _form([_list(step)], step))
    parts: list[Html] = [_overall()]
    for section in content.steps():
        heading = el("h2", f"{section.number}. {section.title}", id_=f"checklist-{section.id}")
        parts += [heading, _list(section.id)]
    return render(noscript(site, _NO_SCRIPT), _form(parts, "alles"))


def _form(parts: list[Html], name: str) -> Html:
    return el("form", parts, data_checklist=name, class_="checklist", autocomplete="off")


def _overall() -> Html:
    choices = [("alles", "Alles"), ("open", "Nog niet klaar"), *STATUSES.items()]
    options = [el("option", label, value=value) for value, label in choices]
    return el(
        "div",
        el("p", f"0 van {len(content.items())} klaar", data_progress="alles", class_="checklist-stand"),
        el("label", "Toon ", el("select", options, data_filter=True)),
        class_="checklist-kop",
    )


def _list(step: str) -> Html:
    items = [_item(item) for item in content.items() if item.step == step]
    progress = el("p", f"0 van {len(items)} klaar", data_progress=step, class_="checklist-stand")
    return el("div", progress, el("ul", items), data_step=step)


def _item(item: Item) -> Html:
    help_ = el("small", item.help, id_=f"{item.id}-hulp") if item.help else None
    tick = el(
        "input",
        type_="checkbox",
        name=item.id,
        id_=f"item-{item.id}",
        aria_describedby=f"{item.id}-hulp" if item.help else None,
    )
    return el(
        "li",
        el(
            "div",
            tick,
            el("label", item.text, for_=f"item-{item.id}", id_=f"naam-{item.id}"),
            help_,
            class_="checklist-regel",
        ),
        _details(item),
        data_item=item.id,
        data_feit=" ".join(item.facts),
    )


def _day(name: str) -> Html:
    return el("input", type_="date", name=name, min=FIRST_DAY, max=LAST_DAY)


def _details(item: Item) -> Html:
    options = [el("option", label, value=value) for value, label in STATUSES.items()]
    return el(
        "details",
        el("summary", "Status, wie, wanneer, notitie", el("span", f" bij: {item.text}", class_="rh-verborgen")),
        el("label", "Status", el("select", options, name=f"{item.id}.status")),
        el("label", "Wie", el("input", type_="text", name=f"{item.id}.who", data_longest=str(SHORT))),
        el("label", "Tegen wanneer", _day(f"{item.id}.by")),
        el("label", "Notitie", el("textarea", "", name=f"{item.id}.note", rows="2", data_longest=str(LONGEST_NOTE))),
        class_="checklist-meer",
        aria_labelledby=f"naam-{item.id}",
    )
