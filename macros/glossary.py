"""The glossary: its page, and from every other page a link with the definition where a term is first used.

A link reaches everyone: by mouse its title shows the definition, by touch or keyboard it leads to it.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from calculators.core import content
from calculators.core.content import Term
from calculators.render.html import el
from macros.searchable_html import prose

ADDRESS = "data-woordenlijst"
"""The foot of a page carries the way to the glossary in this attribute: Markdown itself does not know the page."""

_PIECES = re.compile(r"""(<!--.*?-->|<(?:"[^"]*"|'[^']*'|[^'">])*>)""", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_VOID = {"br", "hr", "img", "input", "link", "meta", "source", "use", "wbr"}
# A link has no place in these; and what a calculation wrote must stay what the browser would write.
_WITHOUT_TAGS = {
    "a",
    "abbr",
    "button",
    "caption",
    "code",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "label",
    "legend",
    "nav",
    "noscript",
    "option",
    "pre",
    "script",
    "style",
    "summary",
    "svg",
    "template",
    "textarea",
}
_WITHOUT = re.compile(r'\s(?:hidden|data-output|data-overview|role="status"|class="[^"]*\bwoordenlijst\b)')


def woordenlijst() -> str:
    """Explain every term, in alphabetical order, each under a heading of its own that links and search can lead to."""
    parts = []
    for term in sorted(content.terms(), key=lambda term: term.term.casefold()):
        synonyms = el("small", f" Ook: {', '.join(term.synonyms)}.") if term.synonyms else None
        parts += [el("h2", term.term, id_=anchor(term)), el("p", term.short, synonyms)]
    return prose(el("div", parts, class_="woordenlijst"))


def anchor(term: Term) -> str:
    """The id of a term's heading: `term-pc-329-01`."""
    plain = unicodedata.normalize("NFKD", term.term).encode("ascii", "ignore").decode().lower()
    return f"term-{'-'.join(re.findall(r'[a-z0-9]+', plain))}"


def linked(html: str, address: str, terms: Iterable[Term]) -> str:
    """Link each term to its definition where it first comes in a section (an h2), and again in what is folded."""
    marker = _Marker(address, {form: term for term in terms if term.abbr for form in (term.term, *term.forms)})
    return "".join(map(marker.piece, _PIECES.split(html)))


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open: whether it stays without links, and the terms explained so far."""

    tag: str = ""
    without: bool = False
    seen: set[str] = field(default_factory=set)


class _Marker:
    """Goes through a page piece by piece, a tag or the text between two, and knows where it is."""

    def __init__(self, address: str, forms: Mapping[str, Term]) -> None:
        self._address, self._forms = address, forms
        longest_first = sorted(forms, key=len, reverse=True)
        self._words = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_either_case, longest_first))})(?!\w)")
        self._open = [_Open()]

    def piece(self, piece: str) -> str:
        if tag := _TAG.match(piece):
            self._follow(tag[2].lower(), piece, closes=bool(tag[1]))
        elif not piece.startswith("<") and not self._open[-1].without:
            return self._words.sub(self._link, piece)
        return piece

    def _follow(self, tag: str, piece: str, *, closes: bool) -> None:
        here = self._open[-1]
        if closes:
            # Down to the element that this closes; a stray end tag closes nothing.
            at = max((place for place, one in enumerate(self._open) if one.tag == tag), default=len(self._open))
            del self._open[at:]
        elif tag not in _VOID and not piece.endswith("/>"):
            if tag == "h2":
                here.seen.clear()
            seen = set(here.seen) if tag == "details" else here.seen
            self._open.append(_Open(tag, here.without or tag in _WITHOUT_TAGS or bool(_WITHOUT.search(piece)), seen))

    def _link(self, found: re.Match[str]) -> str:
        word = found[0]
        term = self._forms.get(word) or self._forms[word[0].lower() + word[1:]]
        if term.term in self._open[-1].seen:
            return word
        self._open[-1].seen.add(term.term)
        explained = f'<abbr title="{escape(term.short)}">{word}</abbr>'
        return f'<a class="begrip" href="{self._address}#{anchor(term)}">{explained}</a>'


def _either_case(form: str) -> str:
    """A pattern for a form of a term, also at the start of a sentence."""
    first = form[0] if form[0].isupper() else f"[{form[0]}{form[0].upper()}]"
    return first + re.escape(form[1:])


class _Linker(Postprocessor):  # type: ignore[misc]  # Markdown has no types
    """Works on the finished page, so that what macros wrote takes part."""

    def run(self, text: str) -> str:
        found = re.search(rf'{ADDRESS}="([^"]*)"', text)
        return linked(text, found[1], content.terms()) if found else text


class Glossary(Extension):  # type: ignore[misc]
    """The Markdown extension that links terms."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Come last, when all raw HTML is back in its place."""
        md.postprocessors.register(_Linker(md), "glossary", -10)
