"""How easy our pages read: the Flesch-Douma score of their prose, from the built site: `python -m tools.readability`.

Douma (1960) fitted Flesch's formula to Dutch: 206.84 - 0.93 x words per sentence - 77 x syllables per word. From 60 up
a text is plain; below that, readers of level B1 get into trouble. A score says nothing of whether a text is right or in
a good order: that takes a reader, aloud.

Prose is what our pages say in whole sentences, in paragraphs, list items and cells. Left out are headings and labels,
titles of sources and other links that stand alone, small print (names and sources), fields, results, drawings, what is
hidden, and tables of figures.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

BOUND = 60
"""The least score of a page: plain Dutch, about level B1. Chosen before the pages were rewritten; never lowered."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_END = re.compile(r"(?<=[.!?:;])[\s”’)]+(?=[(‘“]*[A-ZÀ-Ý])|\n")
_WHOLE = re.compile(r"[.!?]")
# One sound each, longest first. What follows in another vowel starts a new syllable.
_SOUNDS = re.compile(
    r"aai|ooi|oei|eau|eeuw?|ieuw?|aa|ae|ai|au|ee|ei|eu|ey|ie|ij|oe|oi|oo|ou|ui|uu|[aeiouy]|[àáâäèéêëìíîïòóôöùúûü]"
)
_BLOCKS = {"p", "li", "td", "dd", "summary"}
_OPAQUE = {
    "form",
    "svg",
    "nav",
    "script",
    "style",
    "template",
    "code",
    "button",
    "sub",
    "h1",
    "h2",
    "h3",
    "h4",
    "th",
    "caption",
    "small",
    "figure",
}
_OPAQUE_CLASSES = {
    "bron",
    "bron-tussen",
    "bron-info",
    "cijfers",
    "bronnen",
    "headerlink",
    "paginavoet",
    "voortgang",
    "documenten",
}
_OPAQUE_ATTRIBUTES = {"hidden", "data-output", "data-overview", "data-take"}
_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "use"}


@dataclass(frozen=True, slots=True)
class Score:
    """What was counted in a text, and its score."""

    words: int
    sentences: int
    syllables: int

    @property
    def ease(self) -> float:
        """The score of Flesch-Douma; a text without words is as easy as can be."""
        if not self.words:
            return 206.84
        return 206.84 - 0.93 * self.words / self.sentences - 77 * self.syllables / self.words


def syllables(word: str) -> int:
    """The syllables of a Dutch word, at least one: a sound of vowels each."""
    return max(1, len(_SOUNDS.findall(word.lower())))


def sentences(text: str) -> list[str]:
    """The sentences in a text: up to a full stop, a question or exclamation mark, a colon before a capital, a line."""
    return [part.strip() for part in _END.split(text) if _WORD.search(part)]


def score(blocks: Iterable[str]) -> Score:
    """The score of texts, each of which ends its own last sentence."""
    parts = [sentence for block in blocks for sentence in sentences(block)]
    words = [word for sentence in parts for word in _WORD.findall(sentence)]
    return Score(len(words), len(parts), sum(map(syllables, words)))


class _Prose(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[list[str], list[str]]] = []  # their text, and what of it is no link
        self.open: list[tuple[str, bool, tuple[list[str], list[str]] | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        names = dict(attrs)
        classes = set((names.get("class") or "").split())
        opaque = bool(tag in _OPAQUE or classes & _OPAQUE_CLASSES or names.keys() & _OPAQUE_ATTRIBUTES)
        block: tuple[list[str], list[str]] | None = ([], []) if tag in _BLOCKS else None
        if block is not None:
            self.blocks.append(block)
        self.open.append((tag, opaque, block))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(opaque for _, opaque, _ in self.open) or not any(tag == "article" for tag, _, _ in self.open):
            return
        block = next((block for _, _, block in reversed(self.open) if block is not None), None)
        if block is not None:
            block[0].append(data)
            if all(tag != "a" for tag, _, _ in self.open):
                block[1].append(data)


def prose(html: str) -> list[str]:
    """The blocks of prose in a page, in order: those with a whole sentence, not labels or names in a list."""
    parser = _Prose()
    parser.feed(html)
    texts = (" ".join("".join(text).split()) for text, plain in parser.blocks if _WORD.search("".join(plain)))
    return [text for text in texts if _WHOLE.search(text)]


def hardest(blocks: Iterable[str], count: int) -> list[tuple[float, str]]:
    """The sentences that weigh most, with the points that each is below the bound times its words."""
    found = []
    for block in blocks:
        for sentence in sentences(block):
            scored = score([sentence])
            found.append(((BOUND - scored.ease) * scored.words, sentence))
    return sorted(found, reverse=True)[:count]


def pages(site: Path) -> Iterator[tuple[str, list[str]]]:
    """The address and the prose of every page of a built site, but the one that repeats all others."""
    for path in sorted(site.rglob("index.html")):
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        if url != "afdrukken/":
            yield url, prose(path.read_text("utf-8"))


def main(site: Path) -> None:
    """Print the score of every page, and the hardest sentences of those below the bound."""
    for url, blocks in pages(site):
        ease = score(blocks).ease
        sys.stdout.write(f"{ease:6.1f}  /{url}\n")
        if ease < BOUND:
            sys.stdout.writelines(f"          {sentence}\n" for _, sentence in hardest(blocks, 25))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
