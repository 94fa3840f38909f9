"""The checklist: all items on its own page, and those of one step on the page of that step."""

from calculators import documents
from calculators.core import content
from calculators.core.content import Item
from calculators.core.fields import FIRST_DAY, LAST_DAY
from calculators.dossier.choices import STATUSES
from calculators.dossier.limits import LONGEST_NOTE, MOST_ACTIONS, SHORT
from calculators.render.html import Html, button, el, render, spoken
from macros.document_buttons import blank_link, make_button, print_button
from macros.noscript import noscript
from macros.site import Site
from macros.status import status_bar

_NO_SCRIPT = "Wat je aanvinkt, wordt dan niet bewaard. Gebruik de blanco checklist."
_OWN = Item("eigen", "", "", "", ())
"""What a row for an action of the reader's own starts as: the script puts its id and its words in."""


def checklist(site: Site, step: str = "") -> str:
    """Write the items of one step, or of all steps with a heading each."""
    if step:
        parts = [_list(step), _elsewhere(site, step), _template(_item(_OWN))]
        form = _form(parts, step, data_search_exclude=True)  # the page of the checklist has all steps
        return render(noscript(site, _NO_SCRIPT), form)
    all_: list[Html] = [_bar(site), _steps(), _filters()]
    for section in content.steps():
        heading = el("h2", f"{section.number}. {section.title}", id_=f"checklist-{section.id}")
        all_ += [heading, el("div", _to_the_bar(), _list(section.id), _adding(section.id), data_step=section.id)]
    return render(noscript(site, _NO_SCRIPT), _form([*all_, _template(_own())], "alles"))


def _form(parts: list[Html], name: str, **more: bool) -> Html:
    most = str(MOST_ACTIONS)
    return el("form", parts, data_checklist=name, data_most=most, class_="checklist", autocomplete="off", **more)


def _bar(site: Site) -> Html:
    """The bar that stays at the top: the progress, the buttons for paper and documents, and the status line."""
    count = el("p", f"0 van {len(content.items())} klaar", data_progress="alles", class_="checklist-stand")
    return el(
        "div",
        count,
        el("div", _buttons(site), class_="checklist-knoppen"),
        status_bar(),
        id_="checklist-balk",
        data_bar=True,
        data_search_exclude=True,
        class_="checklist-balk",
    )


def _buttons(site: Site) -> tuple[Html, ...]:
    kind = documents.ALL["checklist"]
    return (
        make_button(kind, "Word", spoken(": je ingevulde checklist"), main=True),
        print_button(),
        blank_link(site, kind, "Blanco", spoken(" (Word)")),
    )


def _to_the_bar() -> Html:
    """A link back to the bar after each step, for windows too low for a bar that stays in sight."""
    link = el("a", "Naar Word en Afdrukken", href="#checklist-balk")
    return el("p", link, data_search_exclude=True, class_="checklist-terug")


def _steps() -> Html:
    """Links to the steps, with how far each is."""
    links = [
        el(
            "a",
            el("span", f"Stap {step.number}", el("span", f": {step.title}")),
            " ",
            el("strong", data_short=step.id),
            href=f"#checklist-{step.id}",
        )
        for step in content.steps()
    ]
    return el("nav", links, aria_label="Stappen", data_search_exclude=True, class_="checklist-stappen")


def _filters() -> Html:
    """Selections of items, by status and by who does them; the script adds the names."""
    choices = [("alles", "Alles"), ("open", "Nog niet klaar"), ("over-tijd", "Over tijd"), *STATUSES.items()]
    options = [el("option", label, value=value) for value, label in choices]
    everyone = [el("option", "Iedereen", value="alles"), el("option", "Nog niemand", value="niemand")]
    return el(
        "div",
        el("label", "Toon ", el("select", options, data_filter="status")),
        el("label", "Van wie ", el("select", everyone, data_filter="who")),
        class_="checklist-kop",
    )


def _list(step: str) -> Html:
    """The items of a step and how many are done; on the checklist's own page, the step's box is around it."""
    items = [_item(item) for item in content.items() if item.step == step]
    progress = el("p", f"0 van {len(items)} klaar", data_progress=step, class_="checklist-stand")
    return el("div", progress, el("ul", items, data_items=step))


def _elsewhere(site: Site, step: str) -> Html:
    """The way from a step to its part of the checklist, where readers add actions of their own and take it along."""
    link = el("a", "Open deze stap in je checklist", href=site.url(f"checklist/#checklist-{step}"))
    return el("p", link, ": voeg eigen acties toe, filter, druk af of bewaar als Word.", class_="checklist-verder")


def _adding(step: str) -> Html:
    return el(
        "div",
        el("label", "Eigen actie bij deze stap", for_=f"nieuw-{step}"),
        el("input", type_="text", id_=f"nieuw-{step}", data_new=step, data_longest=str(SHORT)),
        button("Voeg toe", spoken(f": eigen actie bij {step.replace('-', ' ')}"), data_add_action=step),
        class_="checklist-nieuw",
    )


def _template(row: Html) -> Html:
    return el("template", row, data_own=True)


def _own() -> Html:
    """A row for an action of the reader's own, which can be changed and removed."""
    text = el("input", type_="text", name=f"{_OWN.id}.text", data_longest=str(SHORT))
    return _item(_OWN, el("label", "Actie", text), button("Verwijder deze actie", data_remove_action=True))


def _item(item: Item, *more: Html) -> Html:
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
        _details(item, more),
        data_item=item.id,
        data_feit=" ".join(item.facts),
    )


def _day(name: str) -> Html:
    return el("input", type_="date", name=name, min=FIRST_DAY, max=LAST_DAY)


def _details(item: Item, more: tuple[Html, ...]) -> Html:
    options = [el("option", label, value=value) for value, label in STATUSES.items()]
    return el(
        "details",
        el(
            "summary",
            el("span", el("span", "Zet op naam en datum", class_="checklist-noted"), data_told=True),
            spoken(f" bij: {item.text}"),
        ),
        el("label", "Status", el("select", options, name=f"{item.id}.status")),
        el("label", "Wie", el("input", type_="text", name=f"{item.id}.who", data_longest=str(SHORT))),
        el("div", el("label", "Tegen wanneer", _day(f"{item.id}.by"))),  # the script puts the date in words below it
        el("label", "Notitie", el("textarea", "", name=f"{item.id}.note", rows="2", data_longest=str(LONGEST_NOTE))),
        more,
        class_="checklist-meer",
        data_search_exclude=True,
        aria_labelledby=f"naam-{item.id}",
    )
