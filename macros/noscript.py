"""The notices on a page for readers whose browser does not run its scripts."""

from calculators.render.html import Html, el
from macros.site import Site

_LOST = "Wat je hier invult, wordt niet berekend of bewaard."
_FAILED = {
    "place": f"Deze pagina is geopend als bestand of in een kader zonder adres. {_LOST} Open ze op haar webadres.",
    "load": f"Een deel van de pagina kon niet geladen worden. {_LOST} Kijk je verbinding na en laad ze opnieuw.",
    "old": f"Deze pagina kwam niet volledig aan, of je browser is er te oud voor. {_LOST} "
    "Laad ze opnieuw, of werk je browser bij.",
}
"""The notice for each cause that the script in `theme/partials/guard.html` distinguishes."""


def noscript(site: Site, text: str) -> Html:
    """All these notices: one for browsers without scripts, with `text` and a link to documents that need none.

    The others are hidden until the script in the page's head finds the cause.
    """
    message = f"Je browser voert hier geen scripts uit. {text} "
    link = el("a", "Dossier en documenten", href=site.untouched_url("dossier/#je-documenten"))
    way = ("Kijk bij ", link, ".") if site.has("dossier/") else ()
    without_scripts = el("noscript", el("p", message, *way), data_search_exclude=True)
    hidden = [_hidden_notice(cause, words) for cause, words in _FAILED.items()]
    return Html("".join([without_scripts, *hidden]))


def _hidden_notice(cause: str, words: str) -> Html:
    return el(
        "p",
        words,
        data_no_script=cause,
        data_search_exclude=True,
        hidden=True,
        role="alert",
        class_="rh-melding rh-melding--waarschuwing",
    )
