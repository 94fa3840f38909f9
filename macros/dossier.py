"""The dossier's page: its form, the note so far beside it, and the overview of what is still missing."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby

from calculators.calculator import CALCULATORS
from calculators.core.fields import FIRST_DAY, LAST_DAY, Field, Kind
from calculators.documents.nota import outline
from calculators.dossier import EMPTY, FIELDS, SECTIONS, Section, options
from calculators.dossier.choices import ENGAGEMENTS, PARTNER_ROLES
from calculators.dossier.declared import ASKED, LONGEST, MULTILINE, NUMBERS
from calculators.dossier.limits import MOST_PARTNERS, SHORT
from calculators.render import overview, tasks
from calculators.render.form import radios
from calculators.render.html import Html, button, el, render
from macros.noscript import noscript
from macros.site import Site

_LISTS = {
    "strategieen": "Gekozen strategieën",
    "profielen": "Gekozen profielen",
    "criteria": "Criteria naast de cijfers",
}
_HINTS = {"profielen": "Gaf je een post in je budget een profiel? Dan noemen de documenten dat ook."}
_NOTE = "nota-tot-nu-toe"
"""The id of the heading above the note so far."""


def dossier(site: Site) -> str:
    """Write the form of the dossier and the overview of what it still lacks."""
    form = el(
        "form",
        [_section(site, number, section) for number, section in enumerate(SECTIONS, start=1)],
        id_="alles",
        data_dossier=True,
        class_="rh-formulier dossier",
        autocomplete="off",
        novalidate=True,
    )
    return render(
        noscript(site, "Wat je hier invult, wordt dan niet bewaard. Gebruik de blanco documenten."),
        el("nav", tasks.fragment(EMPTY), data_tasks=True, aria_label="Delen van je dossier", class_="dossier-delen"),
        el("div", form, _note(site), class_="dossier-werk"),
        el(
            "section",
            overview.fragment(EMPTY, site.url("")),
            data_overview=True,
            tabindex="-1",
            aria_label="Stand van je dossier",
            class_="dossier-stand",
        ),
    )


def _section(site: Site, number: int, section: Section) -> Html:
    """A part of the dossier: its fields by group, what it asks beside them, and the way on."""
    more = [_BESIDE[name]() for name in section.also if name in _BESIDE]
    ways = [
        el("p", el("a", f"Open de rekenhulp {name}", href=site.url(f"rekenhulp/{name}/")))
        for name in section.also
        if name in CALCULATORS
    ]
    return el(
        "section",
        el("h2", f"{number}. {section.title}", id_=f"deel-{section.id}", tabindex="-1"),
        el("p", el("a", "Lees je nota tot nu toe", href=f"#{_NOTE}"), " ", _to_the_note(), class_="dossier-kort"),
        _groups(section),
        more,
        ways,
        _onwards(SECTIONS[number : number + 1]),
        data_part_of_dossier=section.id,
        aria_labelledby=f"deel-{section.id}",
        class_="dossier-deel",
    )


def _groups(section: Section) -> list[Html]:
    """The fields of a part; a group with the title of the part needs no legend that anybody sees."""
    return [
        el(
            "fieldset",
            None if legend == section.title else el("legend", legend),
            [_text(name, field) for name, field in members],
            aria_label=legend if legend == section.title else None,
            class_="rh-groep",
        )
        for legend, members in groupby(FIELDS.items(), key=lambda pair: pair[1].group)
        if legend in section.groups
    ]


def _onwards(following: Sequence[Section]) -> Html:
    """The links that follow a part: to the next one, unless it is the last; to the note; and back to all parts."""
    forward = [
        el("a", f"Volgende deel: {section.title}", href=f"#deel-{section.id}", class_="md-button")
        for section in following
    ]
    back = el("a", "Alle delen op één pagina", href="#alles")
    return el("p", forward, " ", _to_the_note(), " ", back, class_="dossier-verder")


def _to_the_note() -> Html:
    return el("a", "Naar je nota in Word", href="#document-nota")


def _note(site: Site) -> Html:
    """The note so far, beside the form. It scrolls by itself, so it can have the focus."""
    return el(
        "section",
        el("h2", "Je nota tot nu toe", id_=_NOTE),
        el("p", _to_the_note()),
        el("div", outline.fragment(EMPTY, site.url("")), data_note=True),
        data_search_exclude=True,
        aria_labelledby=_NOTE,
        tabindex="0",
        class_="dossier-nota",
    )


def _text(name: str, field: Field) -> Html:
    common = {
        "id_": f"dossier-{name}",
        "name": name,
        "data_longest": str(LONGEST[name]),
        "aria_describedby": f"dossier-{name}-hulp" if field.help else None,
    }
    if field.kind is Kind.CHOICE:
        return _choice(name, field)
    if name in MULTILINE:
        control = el("textarea", "", rows="4", **common)
    elif field.kind is Kind.DATE:
        control = el("input", type_="date", min=FIRST_DAY, max=LAST_DAY, **common)
    else:
        control = el("input", type_="text", **common)
    hint = el("p", field.help, id_=f"dossier-{name}-hulp", class_="rh-hulp") if field.help else None
    return el("div", el("label", field.label, for_=f"dossier-{name}"), hint, control, class_="rh-veld")


def _choice(name: str, field: Field) -> Html:
    """A choice of which nothing is chosen yet, with the radio buttons of the calculators."""
    choices = radios(name, field, f"dossier-{name}")
    return el("fieldset", el("legend", field.label), choices, role="radiogroup", class_="rh-veld")


def _list(name: str, legend: str) -> Html:
    ticks = [
        el("label", el("input", type_="checkbox", name=name, value=key), f" {label}", class_="dossier-keuze")
        for key, label in options(name)
    ]
    hint = el("p", _HINTS[name], class_="rh-hulp") if name in _HINTS else None
    return el("fieldset", el("legend", legend), hint, ticks, id_=f"dossier-{name}", tabindex="-1", class_="rh-groep")


def _cutoff() -> Html:
    question, name = "Wanneer noemen jullie een toeleiding geslaagd?", "afsluitmoment"
    choice = _choice(name, Field(question, Kind.CHOICE, None, choices=tuple(options(name))))
    return el("fieldset", el("legend", "Meetmoment"), choice, class_="rh-groep")


def _partners() -> Html:
    fields = [
        el("label", "Naam", el("input", type_="text", data_part="naam", data_longest=str(SHORT))),
        el("label", "Soort", el("select", _kinds(), data_part="soort")),
        *(_number(name, field) for name, field in NUMBERS.items()),
        el("label", "Engagement", el("select", _engagements(), data_part="engagement")),
        button("Verwijder", data_remove=True),
    ]
    row = el("template", el("div", fields, class_="partner", role="group"))
    add = button("Voeg een partner toe", data_add=True)
    put_back = button("Zet terug", data_put_back=True, hidden=True)
    box = el("div", row, el("div", data_rows=True, data_most=str(MOST_PARTNERS)), add, put_back, data_partners=True)
    legend = el("legend", "Partners en hun engagement")
    return el("fieldset", legend, box, id_="dossier-partners", tabindex="-1", class_="rh-groep")


def _kinds() -> list[Html]:
    """The kinds of partners; each option names the number that a row asks for once it is chosen."""
    kinds = {"": "Nog te kiezen", **PARTNER_ROLES}
    return [el("option", label, value=key, data_asks=ASKED[key]) for key, label in kinds.items()]


def _number(name: str, field: Field) -> Html:
    control = el("input", type_="text", inputmode="numeric", data_part=name, data_number=True)
    return el("label", field.label, control, hidden=name != ASKED[""])


def _engagements() -> list[Html]:
    return [el("option", label, value=key) for key, label in ENGAGEMENTS.items()]


_BESIDE: Mapping[str, Callable[[], Html]] = {
    "partners": _partners,
    "afsluitmoment": _cutoff,
    **{name: partial(_list, name, legend) for name, legend in _LISTS.items()},
}
"""What the sections ask beside the fields, by the name that they give it."""
