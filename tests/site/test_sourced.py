"""A text with money, a percentage or the law in it has its source beside it, with the day of the last check.

Read in built pages, block by block: a paragraph, a list item, a row of a table, a definition. In a block with such a
word stands what a record with `checked_on` made: a source (`data-bron`), a figure (`data-cijfer`), a rule
(`data-regel`) or a fact of the instrument (`data-feit`). What is our own idea has no source, and says that it is ours.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

import pytest

from calculators.core import content, parameters
from tests.site.reading import VOID, Page

WORDS = re.compile(
    r"€|\d\s(?:\w+\s)?euro\b|\d\sprocent\b|\d\s?%|\bart\.|\bartikel \d|decreet\b|\bbesluit van\b|\bwet\b", re.IGNORECASE
)
OURS = re.compile(
    r"\baannames?\b|onze (lezing|omschrijving|eigen grens)|ons (voorstel|advies)|eigen berekening|rekenvoorbeeld"
    r"|van ons\b",
    re.IGNORECASE,
)
BLOCKS = {"p", "li", "tr", "dd", "dt", "summary", "figcaption"}
REFERENCES = {"data-bron", "data-cijfer", "data-regel", "data-feit"}
INSIDE_LEFT_OUT = {"form", "svg", "nav", "script", "style", "template"}
"""Controls cite their figures themselves, in their help."""
EXAMPLES = "rekenvoorbeelden"
"""The class of the table of examples, which says above it that they come from nowhere."""

PAGES_LEFT_OUT = {
    "404.html": "no page of the guide",
    "bronnen/": "names the sources themselves",
    "over/licenties/": "names licences",
}


@dataclass(slots=True)
class Block:
    """A piece of text read as one, and whether a record stands in it."""

    text: str = ""
    sourced: bool = False


class Blocks(HTMLParser):
    """The blocks of a page's article; a block in a block (a paragraph in a list item) is part of both."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[Block] = []
        self.open: list[tuple[str, Block | None, bool]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        examples = EXAMPLES in (dict(attrs).get("class") or "").split()
        inside = any(out for _, _, out in self.open)
        left_out = tag in INSIDE_LEFT_OUT or "data-output" in names or examples or inside
        if names & REFERENCES:
            for _, block, _ in self.open:
                if block:
                    block.sourced = True
        if tag in VOID:
            return
        block = (
            Block(sourced=bool(names & REFERENCES)) if tag in BLOCKS and not left_out and self._may_begin() else None
        )
        self.open.append((tag, block, left_out or ("hidden" in names and tag != "span")))
        if block:
            self.found.append(block)

    def _may_begin(self) -> bool:
        """Whether a block may begin here: in an article, and not in the row of a table, which is read as a whole."""
        tags = [tag for tag, _, _ in self.open]
        return "article" in tags and "tr" not in tags

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(out for _, _, out in self.open):
            return
        for _, block, _ in self.open:
            if block:
                block.text += data


def unsourced(source: str) -> list[str]:
    """The blocks that name money, a percentage or the law without a record beside it."""
    blocks = Blocks(source).found
    return [
        " ".join(block.text.split())
        for block in blocks
        if WORDS.search(block.text) and not block.sourced and not OURS.search(block.text)
    ]


def test_every_such_text_has_its_source(built_site_pages: dict[str, str]) -> None:
    missing = {url: unsourced(html) for url, html in built_site_pages.items() if url not in PAGES_LEFT_OUT}
    assert {url: texts for url, texts in missing.items() if texts} == {}


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("<p>Dat kost 80 euro.</p>", 1),
        ("<p>Dat kost 80 euro <a data-bron='x'>bron</a>.</p>", 0),
        ("<p>Dat kost 80 euro (onze aanname).</p>", 0),
        ("<p>Volgens het decreet moet het.</p><p><a data-bron='x'>bron</a></p>", 1),
        ("<table><tr><td>50 %</td><td><a data-regel='x'>bron</a></td></tr><tr><td>60 %</td></tr></table>", 1),
        ("<form><p>Dat kost 80 euro.</p></form>", 0),
        ("<p>Een wetenschapper besluit te komen.</p>", 0),
    ],
)
def test_the_check_itself_can_fail(html: str, count: int) -> None:
    assert len(unsourced(f"<article>{html}</article>")) == count


def test_every_reference_is_a_record_with_a_day(pages: dict[str, Page]) -> None:
    sources, rules = {one.id for one in content.sources()}, {one.id for one in content.rules()}
    figures = {one.id for one in parameters.all_()}
    for mark in ("data-bron", "data-regel", "data-cijfer"):
        assert any(page.all(having=mark) for page in pages.values()), mark
    for url, page in pages.items():
        assert {one.get("data-bron") for one in page.all(having="data-bron")} <= sources, url
        assert {one.get("data-regel") for one in page.all(having="data-regel")} <= rules, url
        assert {one.get("data-cijfer") for one in page.all(having="data-cijfer")} <= figures, url


@pytest.mark.parametrize(
    ("url", "kinds"),
    [("stap-4-aanwerven/", ("beslissing", "advies", "plicht", "drempel")), ("stap-3-keuze/", ("medefinanciering",))],
)
def test_a_page_takes_its_rows_from_the_rules(pages: dict[str, Page], url: str, kinds: tuple[str, ...]) -> None:
    rows = [" ".join(row.text.split()) for row in pages[url].all("tr")]
    rules = [rule for rule in content.rules() if rule.kind in kinds]
    assert {rule.kind for rule in rules} == set(kinds)
    for rule in rules:
        row = next(row for row in rows if " ".join(rule.text.split()) in row)
        assert rule.subject in row
        assert ("Kijk na." in row) == rule.to_check, rule.id
        assert "Nagekeken op" in row
