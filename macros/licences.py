"""The table with the licence of everything in the site."""

from calculators.render.html import el
from macros.searchable_html import prose
from macros.site import Site
from tools.licences import parts


def licenties(site: Site) -> str:
    """Write a table of everything that is shipped with the site, each with a link to its licence."""
    rows = [
        el(
            "tr",
            el("th", part.name, scope="row"),
            el("td", el("a", part.licence, href=site.url(f"assets/licenses/{part.key}.txt"))),
        )
        for part in parts()
    ]
    head = el("thead", el("tr", el("th", "Wat", scope="col"), el("th", "Licentie", scope="col")))
    return prose(el("table", head, el("tbody", rows), data_search_exclude=True))  # the words of the page find it
