"""A busy reader gets through a step before the checklist in six minutes, and sees on top what it is about."""

from html.parser import HTMLParser

import pytest

from tests.site.reading import VOID

WORDS_A_MINUTE = 200
MINUTES = 6
LAST = "Checklist van deze stap"
LONG_STEPS = ("stap-2-situatie/", "stap-3-keuze/", "stap-6-opvolging/")
UNREAD = {"svg", "script", "style", "template", "nav", "option"}


class Shown(HTMLParser):
    """The words of an article that show without unfolding anything, up to the checklist."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.words = 0
        self.done = False
        self.open: list[tuple[str, bool]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            names = dict(attrs)
            folded = bool(self.open) and self.open[-1][0] == "details:closed" and tag != "summary"
            hidden = "hidden" in names or tag in UNREAD or folded
            name = "details:closed" if tag == "details" and "open" not in names else tag
            self.open.append((name, hidden))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0].partition(":")[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.open]
        if "h2" in tags and data.startswith(LAST):
            self.done = True
        if "article" in tags and not self.done and not any(hidden for _, hidden in self.open):
            self.words += sum(any(letter.isalnum() for letter in word) for word in data.split())


@pytest.mark.parametrize("url", LONG_STEPS)
def test_a_step_reads_in_six_minutes(built_site_pages: dict[str, str], url: str) -> None:
    shown = Shown(built_site_pages[url])
    assert shown.done
    assert 400 < shown.words <= MINUTES * WORDS_A_MINUTE


def test_what_is_folded_is_not_counted_and_the_rest_is() -> None:
    html = f"<article><p>een twee</p><details><summary>drie</summary><p>niet</p></details><h2>{LAST}</h2>vier</article>"
    assert Shown(html).words == 3
    assert Shown(html.replace("<details>", "<details open>")).words == 4
