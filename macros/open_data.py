"""The figures as open data: links to the files, and what their columns mean."""

from calculators.render.html import el
from macros.searchable_html import prose
from macros.site import Site
from macros.tables import table
from tools import open_data as made

_FILES = (
    ("cijfers.csv", "CSV", "Eén rij per waarde, met komma’s tussen de kolommen en een punt voor de decimalen."),
    ("cijfers.csv-metadata.json", "Beschrijving van de CSV", "Wat elke kolom betekent (CSV on the Web)."),
    ("cijfers.json", "JSON", "Dezelfde rijen. Elke waarde is een tekst, zodat ze haar cijfers houdt."),
    ("cijfers.schema.json", "Schema van de JSON", "Welke velden er zijn en wat erin mag (JSON Schema)."),
)


def open_data(site: Site) -> str:
    """Link to each file with the figures, and say what the columns are."""
    items = [
        el("li", el("a", name, href=site.url(f"open-data/{file}"), download=True), f". {about}")
        for file, name, about in _FILES
    ]
    rows = [(column.name, column.meaning) for column in made.COLUMNS]
    columns = table("De kolommen", ("Kolom", "Wat erin staat"), rows, "kolommen")
    folded = el("details", el("summary", "Wat staat er in elke kolom?"), columns, data_search_exclude=True)
    return prose(el("ul", items), folded)
