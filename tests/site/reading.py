"""A built page as tests look at it: its elements in document order, with their own text."""

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass(slots=True)
class Element:
    tag: str
    attributes: dict[str, str]
    parents: tuple[str, ...]
    text: str = ""

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")


class Page(HTMLParser):
    """A page by its address relative to the site; `elements` are all of them, with the text inside each."""

    def __init__(self, url: str, source: str) -> None:
        super().__init__()
        self.url = url
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, attributes, tuple(parent.tag for parent in self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def all(self, *tags: str, having: str = "") -> list[Element]:
        """The elements with one of these tags (any, when none is given) that have an attribute."""
        return [
            element
            for element in self.elements
            if (not tags or element.tag in tags) and (not having or having in element.attributes)
        ]

    def meta(self, name: str) -> str:
        found = [one.get("content") for one in self.all("meta") if name in (one.get("name"), one.get("property"))]
        assert len(found) == 1, f"{self.url}: {len(found)} times {name}"
        return found[0]

    @property
    def ids(self) -> list[str]:
        return [element.get("id") for element in self.all(having="id")]

    @property
    def facts(self) -> set[str]:
        """Facts that the text of the page itself says it carries."""
        return {fact for mark in self.all("span", having="data-feit") for fact in mark.get("data-feit").split()}


def read_site(folder: Path) -> dict[str, Page]:
    """Every page of a built site by its address: `""`, `stap-1-overtuigingen/`, `404.html`."""
    paths = {path: path.relative_to(folder).as_posix().removesuffix("index.html") for path in folder.rglob("*.html")}
    return {url: Page(url, path.read_text(encoding="utf-8")) for path, url in sorted(paths.items())}


GUIDE = (
    *("", "stap-1-overtuigingen/", "stap-2-situatie/", "stap-3-keuze/", "stap-4-aanwerven/", "stap-5-omkadering/"),
    *("stap-6-opvolging/", "rekenhulp/budget/", "rekenhulp/looptijd/", "rekenhulp/trajecten/", "checklist/"),
    *(
        "dossier/",
        "bronnen/",
        "over/methode/",
        "over/onderhoud/",
        "over/privacy/",
        "over/toegankelijkheid/",
        "over/licenties/",
        "over/insluiten/",
        "over/snelheid/",
    ),
)
HELP = ("woordenlijst/", "afdrukken/")
UNKNOWN = "404.html"
