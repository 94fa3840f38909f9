"""Markup: only what we make is markup; whatever a reader typed stays text."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from calculators.render.html import Html, el, render


class Reader(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


def seen(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def test_elements_and_attributes() -> None:
    assert el("input", name="fte", required=True, hidden=None) == '<input name="fte" required="">'
    assert el("p", "a", [el("b", "c"), None], class_="x") == '<p class="x">a<b>c</b></p>'
    assert el("path", d="M0 0") == '<path d="M0 0"></path>'
    assert render(el("p", "a\nb"), el("hr")) == "<p>a b</p><hr>"


@given(st.text(st.characters(codec="utf-8", min_codepoint=32), max_size=60))
def test_text_stays_text(text: str) -> None:
    reader = seen(el("p", text, title=text))
    assert [tag for tag, _ in reader.tags] == ["p"]
    assert reader.text == text
    assert dict(reader.tags[0][1]) == {"title": text}


def test_joining_finished_markup_with_text_gives_text_again() -> None:
    assert not isinstance(Html("<b>") + "<i>", Html)
