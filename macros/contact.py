"""The contact details of the organisation that publishes the site, from mkdocs.yml."""

from calculators.render.html import el
from macros.searchable_html import prose
from macros.site import Site

_UNKNOWN = (
    "Wie deze site publiceert, moet hier nog een naam en een e-mailadres invullen (de instelling “contact”). Zoek tot "
    "dan het contactadres op de eigen website van die organisatie."
)


def contactgegevens(site: Site) -> str:
    """Write the publisher's name and mail address, or a notice that the publisher must still fill them in."""
    name, mail = site.contact
    if not name and not mail:
        return prose(el("p", el("strong", "Nog in te vullen. "), _UNKNOWN))
    address = el("a", mail, href=f"mailto:{mail}") if mail else None
    publisher = [el("strong", name) if name else None, ": " if name and mail else None, address]
    return prose(el("p", "Neem contact op met ", publisher, "."))
