"""The dossier: its form, the documents made from it, and keeping, passing on or erasing what was filled in."""

from collections.abc import Iterable
from itertools import groupby

from calculators import documents
from calculators.core.fields import LAST_DAY, Field
from calculators.core.fields import Kind as FieldKind
from calculators.documents import Kind
from calculators.dossier import EMPTY, FIELDS, options
from calculators.dossier.declared import ASKED, LONGEST, MULTILINE, NUMBERS
from calculators.dossier.document import ENGAGEMENTS, PARTNER_KINDS
from calculators.dossier.limits import LONGEST_NUMBER, MOST_PARTNERS, SHORT
from calculators.render import overview
from calculators.render.html import Html, el, render
from macros.noscript import noscript
from macros.site import Site

_LISTS = {
    "strategieen": "Gekozen strategieën",
    "profielen": "Gekozen profielen",
    "criteria": "Criteria naast de cijfers",
}
_FORMATS = {".docx": "Word", ".xlsx": "Excel", ".json": "JSON"}


def dossier(site: Site) -> str:
    """Write the form of the dossier, what it still lacks and the buttons to keep it."""
    groups = [
        el("fieldset", el("legend", legend), [_text(name, spec) for name, spec in members], class_="rh-groep")
        for legend, members in groupby(FIELDS.items(), key=lambda pair: pair[1].group)
    ]
    lists = [_list(name, legend) for name, legend in _LISTS.items()]
    return render(
        noscript(site, "Wat je hier invult, wordt dan niet bewaard. Gebruik de blanco documenten."),
        el(
            "form",
            groups,
            lists,
            _cutoff(),
            _partners(),
            data_dossier=True,
            class_="rh-formulier dossier",
            autocomplete="off",
            novalidate=True,
        ),
        el(
            "section",
            overview.fragment(EMPTY),
            data_overview=True,
            aria_label="Stand van je dossier",
            class_="dossier-stand",
        ),
    )


def downloads(site: Site) -> str:
    """List the documents: filled in, made in the reader's browser, and blank as ordinary files."""
    rows = [
        el(
            "li",
            el("strong", kind.title),
            el("span", _buttons(site, kind), class_="document-knoppen"),
        )
        for kind in documents.ALL.values()
    ]
    keep = el(
        "div",
        el("label", "Ga verder met een bewaard bestand (.json)", for_="invoerbestand"),
        el("input", type_="file", accept=".json,application/json", id_="invoerbestand", data_import=True),
        el("div", data_import_preview=True, tabindex="-1", hidden=True, class_="invoer-voorbeeld"),
        el("button", "Wis alles", type_="button", class_="md-button", data_clear=True),
        el("button", "Maak dit ongedaan", type_="button", class_="md-button", data_undo=True, hidden=True),
        class_="dossier-bewaren",
    )
    status = el("p", role="status", class_="rh-status", data_status=True, tabindex="-1")
    return render(el("div", el("ul", rows, class_="documenten"), keep, status, data_downloads=True))


def _buttons(site: Site, kind: Kind) -> list[Html]:
    format_ = _FORMATS[kind.filename[kind.filename.rindex(".") :]]
    spoken = el("span", f": {kind.title}", class_="rh-verborgen")
    make = el(
        "button",
        f"Maak ingevuld ({format_})",
        spoken,
        type_="button",
        class_="md-button md-button--primary",
        data_document=kind.id,
        data_needs=" ".join(kind.needs),
    )
    link = el(
        "a",
        f"Blanco ({format_})",
        el("span", f": {kind.title}", class_="rh-verborgen"),
        href=site.url(f"assets/downloads/{kind.filename}"),
        download=True,
        class_="md-button",
    )
    return [make, link]


def _text(name: str, spec: Field) -> Html:
    common = {
        "id_": f"dossier-{name}",
        "name": name,
        "maxlength": str(LONGEST[name]),
        "aria_describedby": f"dossier-{name}-hulp" if spec.help else None,
    }
    if spec.kind is FieldKind.CHOICE:
        control = _select(name, f"dossier-{name}", spec.choices)
    elif name in MULTILINE:
        control = el("textarea", "", rows="4", **common)
    elif spec.kind is FieldKind.DATE:
        control = el("input", type_="date", max=LAST_DAY, **common)
    else:
        control = el("input", type_="text", **common)
    hint = el("p", spec.help, id_=f"dossier-{name}-hulp", class_="rh-hulp") if spec.help else None
    return el("div", el("label", spec.label, for_=f"dossier-{name}"), control, hint, class_="rh-veld")


def _select(name: str, id_: str | None, choices: Iterable[tuple[str, str]], **more: str) -> Html:
    empty = el("option", "Nog te kiezen", value="")
    return el("select", empty, [el("option", label, value=key) for key, label in choices], id_=id_, name=name, **more)


def _list(name: str, legend: str) -> Html:
    ticks = [
        el("label", el("input", type_="checkbox", name=name, value=key), f" {label}", class_="dossier-keuze")
        for key, label in options(name)
    ]
    return el("fieldset", el("legend", legend), ticks, class_="rh-groep")


def _cutoff() -> Html:
    label = el("label", "Wanneer noemen jullie een toeleiding geslaagd?", for_="dossier-afsluitmoment")
    choice = el(
        "div", label, _select("afsluitmoment", "dossier-afsluitmoment", options("afsluitmoment")), class_="rh-veld"
    )
    return el("fieldset", el("legend", "Meetmoment"), choice, class_="rh-groep")


def _partners() -> Html:
    fields = [
        el("label", "Naam", el("input", type_="text", data_part="naam", maxlength=str(SHORT))),
        el("label", "Soort", el("select", _kinds(), data_part="soort")),
        *(_number(name, spec) for name, spec in NUMBERS.items()),
        el("label", "Engagement", el("select", _engagements(), data_part="engagement")),
        el("button", "Verwijder", type_="button", data_remove=True, class_="md-button"),
    ]
    row = el("template", el("div", fields, class_="partner", role="group"))
    add = el("button", "Voeg een partner toe", type_="button", data_add=True, class_="md-button")
    put_back = el("button", "Zet terug", type_="button", data_put_back=True, hidden=True, class_="md-button")
    box = el("div", row, el("div", data_rows=True, data_most=str(MOST_PARTNERS)), add, put_back, data_partners=True)
    return el("fieldset", el("legend", "Partners en hun engagement"), box, class_="rh-groep")


def _kinds() -> list[Html]:
    """The kinds of partners; each names the number it asks for, which is the one that a row shows."""
    kinds = {"": "Nog te kiezen", **PARTNER_KINDS}
    return [el("option", label, value=key, data_asks=ASKED[key]) for key, label in kinds.items()]


def _number(name: str, spec: Field) -> Html:
    most = str(LONGEST_NUMBER)
    control = el("input", type_="text", inputmode="numeric", data_part=name, data_number=True, maxlength=most)
    return el("label", spec.label, control, hidden=name != ASKED[""])


def _engagements() -> list[Html]:
    return [el("option", label, value=key) for key, label in ENGAGEMENTS.items()]
