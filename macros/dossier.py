"""The dossier's page: its form, the documents made from it, and saving, importing or erasing everything."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import groupby
from pathlib import PurePosixPath

from calculators import documents
from calculators.calculator import CALCULATORS
from calculators.core.fields import FIRST_DAY, LAST_DAY, Field, Kind
from calculators.documents import DocumentKind
from calculators.documents.nota import outline
from calculators.dossier import EMPTY, FIELDS, SECTIONS, Section, options
from calculators.dossier.declared import ASKED, LONGEST, MULTILINE, NUMBERS
from calculators.dossier.document import ENGAGEMENTS, PARTNER_KINDS
from calculators.dossier.limits import MOST_PARTNERS, SHORT
from calculators.render import overview, tasks
from calculators.render.form import radios
from calculators.render.html import Html, el, render
from macros.noscript import noscript
from macros.site import Site
from macros.status import history, status_bar

_LISTS = {
    "strategieen": "Gekozen strategieën",
    "profielen": "Gekozen profielen",
    "criteria": "Criteria naast de cijfers",
}
_HINTS = {"profielen": "Gaf je een post in je budget een profiel? Dan noemen de documenten dat ook."}
_FORMATS = {".docx": "Word", ".xlsx": "Excel", ".csv": "CSV", ".json": "JSON", ".zip": "zip"}


def dossier(site: Site) -> str:
    """Write the form of the dossier and the overview of what it still lacks."""
    form = el(
        "form",
        [_section(site, number, section) for number, section in enumerate(SECTIONS)],
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
    groups = [
        el(
            "fieldset",
            None if legend == section.title else el("legend", legend),
            [_text(name, spec) for name, spec in members],
            aria_label=legend if legend == section.title else None,
            class_="rh-groep",
        )
        for legend, members in groupby(FIELDS.items(), key=lambda pair: pair[1].group)
        if legend in section.groups
    ]
    more = [_BESIDE[name]() for name in section.also if name in _BESIDE]
    ways = [
        el("p", el("a", f"Open de rekenhulp {name}", href=site.url(f"rekenhulp/{name}/")))
        for name in section.also
        if name in CALCULATORS
    ]
    following = SECTIONS[number + 1 : number + 2]
    onwards = [
        el("a", f"Volgende deel: {section.title}", href=f"#deel-{section.id}", class_="md-button")
        for section in following
    ]
    back = el("a", "Alle delen op één pagina", href="#alles")
    return el(
        "section",
        el("h2", f"{number + 1}. {section.title}", id_=f"deel-{section.id}", tabindex="-1"),
        el("p", _to_the_note(), class_="dossier-kort"),
        groups,
        more,
        ways,
        el("p", onwards, " ", _to_the_note(), " ", back, class_="dossier-verder"),
        data_part_of_dossier=section.id,
        aria_labelledby=f"deel-{section.id}",
        class_="dossier-deel",
    )


def _to_the_note() -> Html:
    return el("a", "Maak de nota in Word", href="#document-nota")


def _note(site: Site) -> Html:
    """The note so far, beside the form. It scrolls by itself, so it can have the focus."""
    return el(
        "section",
        el("h2", "Je nota tot nu toe", id_="nota-tot-nu-toe"),
        el("p", _to_the_note()),
        el("div", outline.fragment(EMPTY, site.url("")), data_note=True),
        data_search_exclude=True,
        aria_labelledby="nota-tot-nu-toe",
        tabindex="0",
        class_="dossier-nota",
    )


def downloads(site: Site, kind: str = "") -> str:
    """List the documents, filled in by the reader's browser or blank, with what saves, imports or erases everything.

    A page of one `kind` of document makes it elsewhere, and says there what happened: here are the way to the others
    and what is kept.
    """
    shown = [documents.ALL["gegevens"]] if kind else documents.ALL.values()
    groups = [
        (el("h3", title), el("ul", [_row(site, kind) for kind in _main_first(kinds)], class_="documenten"))
        for title, kinds in groupby(shown, key=lambda kind: kind.group)
    ]
    elsewhere = el("p", el("a", "Alle documenten", href=site.url("dossier/#je-documenten")))
    others = elsewhere if kind and site.has("dossier/") else None
    bar = None if kind else status_bar()
    calendar = (None if kind else el("h3", "Voor je agenda"), el("ul", _calendar(), class_="documenten"))
    house = None if kind else _house_style()
    parts = (house, groups, calendar, others, _keeping(), _clearing(), bar, history())
    return render(el("div", parts, data_downloads=True))


_MAIN = {"korte-nota", "nota", "engagementen", "functieprofiel", "gegevens"}
"""The document of each group that most readers come for: its button stands out, above the others."""


def _main_first(kinds: Iterable[DocumentKind]) -> list[DocumentKind]:
    return sorted(kinds, key=lambda kind: kind.id not in _MAIN)


def _row(site: Site, kind: DocumentKind) -> Html:
    buttons = el("span", _buttons(site, kind), class_="document-knoppen")
    return el("li", el("strong", kind.title), buttons, id_=f"document-{kind.id}")


def _calendar() -> Html:
    """What puts the moments of the appointment and of the checklist in the reader's calendar."""
    button = el(
        "button",
        "Maak voor je agenda (.ics)",
        el("span", f": {_MOMENTS}", class_="rh-verborgen"),
        type_="button",
        class_="md-button md-button--primary",
        data_calendar=True,
    )
    return el("li", el("strong", _MOMENTS), el("span", button, class_="document-knoppen"))


_MOMENTS = "Je momenten en de datums uit je checklist"


def _house_style() -> Html:
    """The file with a template of the reader's own, which Word documents follow from then on."""
    remove = el("button", "Haal de huisstijl weg", type_="button", class_="md-button", data_house_remove=True)
    return el(
        "details",
        el("summary", "Gebruik de huisstijl van je bestuur"),
        el("p", _HOUSE_HELP, id_="sjabloon-hulp", class_="rh-hulp"),
        el("label", "Kies een Wordsjabloon (.dotx of .docx)", for_="sjabloon"),
        el(
            "input",
            type_="file",
            id_="sjabloon",
            accept=".dotx,.docx",
            data_house_file=True,
            aria_describedby="sjabloon-hulp",
        ),
        el("p", el("span"), remove, data_house_kept=True, hidden=True),
        data_house=True,
        class_="dossier-huisstijl",
    )


_HOUSE_HELP = (
    "Heeft je bestuur een eigen sjabloon in Word? Je documenten krijgen dan de stijlen, de koptekst en de voettekst "
    "ervan. De tekst blijft dezelfde. Het sjabloon blijft in deze browser, tot je het weghaalt of alles wist. Blanco "
    "documenten blijven neutraal. Een sjabloon met macro’s of met koppelingen naar buiten nemen we niet over."
)


def _keeping() -> Html:
    """When everything was saved last, the import of a file, and the button that erases everything."""
    return el(
        "div",
        el("p", data_last_saved=True, hidden=True, class_="rh-melding"),
        el("label", "Ga verder met een bewaard bestand (.json)", for_="invoerbestand"),
        el("input", type_="file", id_="invoerbestand", data_import=True),
        el("div", data_import_preview=True, tabindex="-1", hidden=True, class_="invoer-voorbeeld"),
        el(
            "section",
            data_file_view=True,
            tabindex="-1",
            hidden=True,
            aria_label="Het bestand van een collega",
            class_="invoer-voorbeeld",
        ),
        el("button", "Wis alles", type_="button", class_="md-button", data_clear=True, aria_haspopup="dialog"),
        class_="dossier-bewaren",
    )


def _clearing() -> Html:
    """The dialog that asks before everything is erased."""
    buttons = (
        el("button", "Bewaar eerst als bestand", type_="button", class_="md-button", data_save_first=True),
        el("button", "Wis alles", type_="button", class_="md-button rh-gevaar", data_clear_all=True),
        el("button", "Annuleer", type_="button", class_="md-button", data_cancel=True),
    )
    return el(
        "dialog",
        el("h3", "Alles wissen in deze browser?", id_="wissen"),
        el(
            "p",
            "Je antwoorden, je vinkjes, je scenario’s en je dossier verdwijnen, op elke pagina van deze gids. "
            "Je kunt het ongedaan maken tot je ook de geschiedenis vergeet. Je huisstijl kies je dan wel opnieuw.",
            id_="wissen-uitleg",
        ),
        el("p", data_saved=True, tabindex="-1", hidden=True),
        el("div", buttons, class_="rh-acties"),
        data_clearing=True,
        data_search_exclude=True,
        aria_labelledby="wissen",
        aria_describedby="wissen-uitleg",
        class_="rh-dialoog",
    )


def _buttons(site: Site, kind: DocumentKind) -> list[Html]:
    format_ = _FORMATS[PurePosixPath(kind.filename).suffix]
    spoken = el("span", f": {kind.title}", class_="rh-verborgen")
    make = el(
        "button",
        f"Maak ingevuld ({format_})",
        spoken,
        type_="button",
        class_="md-button md-button--primary" if kind.id in _MAIN else "md-button",
        data_document=kind.id,
        data_needs=" ".join(kind.needs),
    )
    if not kind.has_blank:
        return [make]
    link = el(
        "a",
        f"Blanco ({format_})",
        spoken,
        href=site.url(f"assets/downloads/{kind.filename}"),
        download=True,
        class_="md-button",
    )
    return [make, link]


def _text(name: str, spec: Field) -> Html:
    common = {
        "id_": f"dossier-{name}",
        "name": name,
        "data_longest": str(LONGEST[name]),
        "aria_describedby": f"dossier-{name}-hulp" if spec.help else None,
    }
    if spec.kind is Kind.CHOICE:
        return _choice(name, spec)
    if name in MULTILINE:
        control = el("textarea", "", rows="4", **common)
    elif spec.kind is Kind.DATE:
        control = el("input", type_="date", min=FIRST_DAY, max=LAST_DAY, **common)
    else:
        control = el("input", type_="text", **common)
    hint = el("p", spec.help, id_=f"dossier-{name}-hulp", class_="rh-hulp") if spec.help else None
    return el("div", el("label", spec.label, for_=f"dossier-{name}"), hint, control, class_="rh-veld")


def _choice(name: str, spec: Field) -> Html:
    """A choice of which nothing is chosen yet, with the radio buttons of the calculators."""
    choices = radios(name, spec, f"dossier-{name}")
    return el("fieldset", el("legend", spec.label), choices, role="radiogroup", class_="rh-veld")


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
        *(_number(name, spec) for name, spec in NUMBERS.items()),
        el("label", "Engagement", el("select", _engagements(), data_part="engagement")),
        el("button", "Verwijder", type_="button", data_remove=True, class_="md-button"),
    ]
    row = el("template", el("div", fields, class_="partner", role="group"))
    add = el("button", "Voeg een partner toe", type_="button", data_add=True, class_="md-button")
    put_back = el("button", "Zet terug", type_="button", data_put_back=True, hidden=True, class_="md-button")
    box = el("div", row, el("div", data_rows=True, data_most=str(MOST_PARTNERS)), add, put_back, data_partners=True)
    legend = el("legend", "Partners en hun engagement")
    return el("fieldset", legend, box, id_="dossier-partners", tabindex="-1", class_="rh-groep")


def _kinds() -> list[Html]:
    """The kinds of partners; each option names the number that a row asks for once it is chosen."""
    kinds = {"": "Nog te kiezen", **PARTNER_KINDS}
    return [el("option", label, value=key, data_asks=ASKED[key]) for key, label in kinds.items()]


def _number(name: str, spec: Field) -> Html:
    control = el("input", type_="text", inputmode="numeric", data_part=name, data_number=True)
    return el("label", spec.label, control, hidden=name != ASKED[""])


def _engagements() -> list[Html]:
    return [el("option", label, value=key) for key, label in ENGAGEMENTS.items()]


_BESIDE: Mapping[str, Callable[[], Html]] = {
    "partners": _partners,
    "afsluitmoment": _cutoff,
    **{name: partial(_list, name, legend) for name, legend in _LISTS.items()},
}
"""What the sections ask beside the fields, by the name that they give it."""
