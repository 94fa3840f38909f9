"""Our texts are set as Dutch texts are: ’ and ‘…’, – in ranges, and spaces that do not break before % and in amounts.

Titles of sources stay as their publisher writes them; examples of what a reader may type stay as one types.
"""

import re
from html.parser import HTMLParser

import pytest

from calculators.core import content
from tests.site.reading import VOID

WRONG = {
    "a straight quote": re.compile(r"['\"]"),
    "a space that breaks, after a figure": re.compile(r"\d (?:euro|procent|miljoen|kilometer|%)"),
    "a space that breaks, after €": re.compile(r"€ "),
    "a hyphen between years": re.compile(r"\b20\d\d-20\d\d\b"),
    "a hyphen for a dash": re.compile(r"\w - \w"),
}
LEFT_OUT = {"script", "style", "template", "code", "svg", "textarea", "noscript"}
OF_OTHERS = {"bron", "bron-tussen", "bronnen"}
PAGES_LEFT_OUT = {"bronnen/": "titles of sources", "afdrukken/": "repeats the others"}


class Texts(HTMLParser):
    """The texts of an article that are ours."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            classes = set((dict(attrs).get("class") or "").split())
            self.open.append((tag, tag in LEFT_OUT or bool(classes & OF_OTHERS)))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(tag == "article" for tag, _ in self.open) and not any(left_out for _, left_out in self.open):
            self.found.append(data)


def faults(html: str) -> list[tuple[str, str]]:
    """What is set wrong, and where."""
    return [
        (fault, " ".join(text.split())[:80])
        for text in Texts(html).found
        for fault, pattern in WRONG.items()
        if pattern.search(text)
    ]


def test_our_texts_are_set_well(built_site_pages: dict[str, str]) -> None:
    found = {url: faults(html) for url, html in built_site_pages.items() if url not in PAGES_LEFT_OUT}
    assert {url: those for url, those in found.items() if those} == {}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        *(("foto's", 1), ("50 %", 1), ("€ 5", 1), ("2026-2031", 1), ("dit - dat", 1), ("3.000 euro", 1)),
        *(
            ("foto’s", 0),
            ("50\u00a0%", 0),
            ("€\u00a05", 0),
            ("2026–2031", 0),
            ("BOA-decreet", 0),
            ("3.000\u00a0euro", 0),
        ),
    ],
)
def test_the_check_itself_can_fail(text: str, count: int) -> None:
    assert len(faults(f"<article><p>{text}</p></article>")) == count


def test_what_documents_take_from_data_is_set_well_too() -> None:
    texts = [
        *(text for item in content.items() for text in (item.text, item.help)),
        *(text for rule in content.rules() for text in (rule.subject, rule.text)),
        *(question for kind in content.partner_kinds() for question in kind.questions),
        *(text for factor in content.factors() for text in (factor.question, factor.advice)),
    ]
    assert [text for text in texts if any(pattern.search(text) for pattern in WRONG.values())] == []
