"""What a reader takes along from a page: documents made on the spot, paper, and the step that comes next."""

from collections.abc import Iterable

from calculators import documents
from calculators.render.html import Html, el, render
from macros.document_buttons import blank_link, make_button, print_button
from macros.site import Site

_DOCUMENTS = {
    "budget": (("dossier", "Excel met je budget"), ("nota", "Nota voor het college of de raad (Word)")),
    "looptijd": (("evaluatie", "Agenda met je momenten (Word)"), ("dossier", "Excel met je looptijd")),
    "trajecten": (("registratie", "Registratieblad (Excel)"), ("dossier", "Excel met je streefcijfers")),
}
"""The documents that each calculator offers, with the words on their buttons."""

_STEPS = {
    "stap-1": (("korte-nota", "Korte nota (Word)"),),
    "stap-2": (("omgevingsanalyse", "Omgevingsanalyse (Word)"), ("gespreksnotitie", "Gespreksnotitie (Word)")),
    "stap-4": (
        ("beslissingen", "Wie beslist wat? (Word)"),
        ("functieprofiel", "Functieprofiel (Word)"),
        ("opdracht", "Opdrachtomschrijving (Word)"),
        ("overeenkomst", "Samenwerkingsovereenkomst (Word)"),
    ),
}
"""The documents that each step promises, with the words on their buttons."""

_NEXT = {
    "budget": ("rekenhulp/looptijd/", "Bepaal de looptijd", "Je startdatum en je looptijd staan er al in."),
    "looptijd": ("rekenhulp/trajecten/", "Kies realistische streefcijfers", "Je looptijd staat er al in."),
    "trajecten": ("dossier/", "Zet alles in je dossier", "Je cijfers staan er al in. Maak daar je nota."),
}
"""Where each calculator leads: address, words of the link, and what is filled in there already."""


def take_bar(calculator: str) -> Html | None:
    """The bar "Neem dit mee" of a calculator, which needs scripts; nothing for one that makes no document."""
    if calculator not in _DOCUMENTS:
        return None
    made = _buttons(_DOCUMENTS[calculator])
    if calculator == "budget":
        made.append(print_button("Afdrukken met de hele berekening", "alles"))
    return _bar("h3", el("div", made, class_="rh-acties"))  # the page has a status line


def neem_mee(site: Site, step: str) -> str:
    """Write the bar "Neem dit mee" of a step: its documents with what the dossier says of them, or blank."""
    blanks = [blank_link(site, documents.ALL[kind], f"Blanco: {words}", class_=None) for kind, words in _STEPS[step]]
    links = el("ul", [el("li", link) for link in blanks])
    made = el("div", _buttons(_STEPS[step]), class_="rh-acties")
    status = el("p", role="status", data_said=True, tabindex="-1")
    return render(_bar("h2", el("p", "Ingevuld met wat in je dossier staat:"), made, links, status))


def _bar(level: str, *parts: Html) -> Html:
    return el(
        "section",
        el(level, "Neem dit mee", id_="meenemen"),
        parts,
        data_take=True,
        data_search_exclude=True,
        aria_labelledby="meenemen",
        class_="rh-meenemen",
    )


def _buttons(kinds: Iterable[tuple[str, str]]) -> list[Html]:
    """A button for each kind of document, with its words; the first stands out. The last one prints the page."""
    made = [make_button(documents.ALL[kind], words, main=place == 0) for place, (kind, words) in enumerate(kinds)]
    return [*made, print_button()]


def next_step(site: Site, calculator: str) -> Html | None:
    """Where the reader goes after a calculator, and what is filled in there already."""
    if calculator not in _NEXT:
        return None
    address, words, why = _NEXT[calculator]
    link = el("a", words, href=site.url(address))
    return el("p", el("strong", "Volgende stap: "), link, f". {why}", class_="rh-volgende")
