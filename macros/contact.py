"""Whom to turn to: the organisation that publishes the site, as mkdocs.yml names it."""

from calculators.render.html import el
from macros.searchable_html import prose
from macros.site import Site

_UNKNOWN = (
    "Wie deze site publiceert, moet hier nog een naam en een e-mailadres invullen (de instelling “contact”). Zoek tot "
    "dan het contactadres op de eigen website van die organisatie."
)


def contactgegevens(site: Site) -> str:
    """Name the publisher with a mail address, or say plainly that the publisher must still fill them in."""
    name, mail = site.contact
    if not name and not mail:
        return prose(el("p", el("strong", "Nog in te vullen. "), _UNKNOWN))
    address = el("a", mail, href=f"mailto:{mail}") if mail else None
    whom = [el("strong", name) if name else None, ": " if name and mail else None, address]
    return prose(el("p", "Neem contact op met ", whom, "."))
