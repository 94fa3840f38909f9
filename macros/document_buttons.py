"""The buttons and links with which a reader takes a document along."""

from calculators.documents import DocumentKind
from calculators.render.html import Child, Html, button, el
from macros.site import Site


def make_button(kind: DocumentKind, *words: Child, main: bool) -> Html:
    """The button that makes a document of what is filled in; the `main` one of a group stands out."""
    return button(*words, main=main, data_document=kind.id, data_needs=" ".join(kind.needs))


def blank_link(site: Site, kind: DocumentKind, *words: Child, class_: str | None = "md-button") -> Html:
    """The link to the blank version, which is a plain file."""
    return el("a", words, href=site.url(f"assets/downloads/{kind.filename}"), download=True, class_=class_)


def print_button(words: str = "Afdrukken", what: str | bool = True) -> Html:
    """The button that prints the page; `what` is for the script that unfolds what is to be printed."""
    return button(words, data_print=what)
