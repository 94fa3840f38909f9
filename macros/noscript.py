"""What a page tells a reader for whom its scripts do not run."""

from calculators.render.html import Html, el
from macros.site import Site

_LOST = "Wat je hier invult, wordt niet berekend of bewaard."
_FAILED = {
    "place": f"Deze pagina is geopend als bestand of in een kader zonder adres. {_LOST} Open ze op haar webadres.",
    "load": f"Een deel van de pagina kon niet geladen worden. {_LOST} Kijk je verbinding na en laad ze opnieuw.",
    "old": f"Je browser is te oud voor deze pagina. {_LOST} Werk hem bij of gebruik een andere.",
}
"""By the causes that the script in `theme/partials/guard.html` tells apart."""


def noscript(site: Site, text: str) -> Html:
    """Lines for such readers; the first leads to the documents that need no scripts."""
    told = f"Je browser voert hier geen scripts uit. {text} "
    link = el("a", "Dossier en documenten", href=site.url("dossier/#je-documenten"))
    first = el("noscript", el("p", told, "Kijk bij ", link, "."), data_search_exclude=True)
    return Html("".join([first, *(_notice(why, words) for why, words in _FAILED.items())]))


def _notice(why: str, words: str) -> Html:
    return el(
        "p",
        words,
        data_no_script=why,
        data_search_exclude=True,
        hidden=True,
        role="alert",
        class_="rh-melding rh-melding--waarschuwing",
    )
