"""Links to the PDF files, on machines that could make them."""

from calculators.render.html import el
from macros.searchable_html import prose
from macros.site import Site


def pdf(site: Site, name: str, words: str) -> str:
    """Link to a PDF file among the downloads; nothing where the build made none."""
    file = f"assets/downloads/{name}"
    if not (site.docs / file).exists():
        return ""
    link = el("a", words, href=site.url(file), download=True, type_="application/pdf")
    return prose(el("p", link, class_="rh-op-scherm"))
