"""What a page tells a reader whose browser runs no scripts."""

from calculators.html import Html, el
from macros.site import Site


def noscript(site: Site, text: str) -> Html:
    """A line for such readers, which leads to the documents that need no scripts."""
    told = f"Je browser voert hier geen scripts uit. {text} "
    link = el("a", "Dossier en documenten", href=site.url("dossier/#je-documenten"))
    return el("noscript", el("p", told, "Kijk bij ", link, "."))
