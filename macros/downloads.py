"""The documents made from the dossier, and saving, importing or erasing everything."""

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from pathlib import PurePosixPath

from calculators import documents
from calculators.documents import DocumentKind
from calculators.render.html import Html, button, el, render, spoken
from macros.document_buttons import blank_link, make_button
from macros.site import Site
from macros.status import history, status_bar

_FORMATS = {".docx": "Word", ".xlsx": "Excel", ".csv": "CSV", ".json": "JSON", ".zip": "zip"}


def downloads(site: Site, kind: str = "") -> str:
    """List the documents, filled in by the reader's browser or blank, with what saves, imports or erases everything.

    A page of one `kind` of document makes it elsewhere, and says there what happened: here are the way to the others
    and what is kept.
    """
    shown = [documents.ALL["gegevens"]] if kind else documents.ALL.values()
    groups = [
        (el("h3", title), el("ul", [_row(site, document) for document in _main_first(kinds)], class_="documenten"))
        for title, kinds in groupby(shown, key=attrgetter("group"))
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
    return el("li", el("strong", kind.title), _beside(_buttons(site, kind)), id_=f"document-{kind.id}")


def _beside(buttons: Html | list[Html]) -> Html:
    return el("span", buttons, class_="document-knoppen", data_search_exclude=True)


def _calendar() -> Html:
    """The button for a calendar file with the moments of the appointment and of the checklist."""
    make = button("Maak voor je agenda (.ics)", spoken(f": {_MOMENTS}"), main=True, data_calendar=True)
    return el("li", el("strong", _MOMENTS), _beside(make))


_MOMENTS = "Je momenten en de datums uit je checklist"


def _house_style() -> Html:
    """The choice of a Word template of the reader's own: documents made later take its house style."""
    remove = button("Haal de huisstijl weg", data_house_remove=True)
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
        button("Wis alles", data_clear=True, aria_haspopup="dialog"),
        class_="dossier-bewaren",
    )


def _clearing() -> Html:
    """The dialog that asks before everything is erased."""
    buttons = (
        button("Bewaar eerst als bestand", data_save_first=True),
        el("button", "Wis alles", type_="button", class_="md-button rh-gevaar", data_clear_all=True),
        button("Annuleer", data_cancel=True),
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
    title = spoken(f": {kind.title}")
    make = make_button(kind, f"Maak ingevuld ({format_})", title, main=kind.id in _MAIN)
    blank = [blank_link(site, kind, f"Blanco ({format_})", title)] if kind.has_blank else []
    return [make, *blank]
