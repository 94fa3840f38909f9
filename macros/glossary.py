"""The glossary: its page, and on every other page a link to the definition where a term is first used.

With a mouse, the title of the link shows the definition; by touch or keyboard, the link leads to it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from calculators.core import content
from calculators.core.content import GlossaryEntry
from calculators.core.sentences import uncapitalised
from calculators.render.html import el
from macros.ascii_text import without_accents
from macros.searchable_html import prose
from macros.sources import cited

ADDRESS = "data-woordenlijst"
"""The attribute of a page's foot that holds the address of the glossary, which Markdown does not know."""

# A comment, or a tag whose quoted attributes may hold `>`; splitting by it gives tags and the texts between them.
_PIECES = re.compile(r"""(<!--.*?-->|<(?:"[^"]*"|'[^']*'|[^'">])*>)""", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_VOID = {"br", "hr", "img", "input", "link", "meta", "source", "use", "wbr"}
# Elements in which no term is linked: links cannot stand there, or would distract.
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
# Neither in hidden elements, nor in results, which must stay the same HTML as the browser writes.
_WITHOUT = re.compile(r'\s(?:hidden|data-output|data-overview|role="status"|class="[^"]*\bwoordenlijst\b)')


def woordenlijst() -> str:
    """List every term with its definition, in alphabetical order, each under a heading for links and search."""
    parts = []
    for term in sorted(content.glossary(), key=lambda term: term.term.casefold()):
        synonyms = el("small", f" Ook: {', '.join(term.synonyms)}.") if term.synonyms else None
        source = (" ", cited(term.source)) if term.source else None
        parts += [el("h2", term.term, id_=anchor(term)), el("p", term.short, synonyms, source)]
    return prose(el("div", parts, class_="woordenlijst"))


def anchor(term: GlossaryEntry) -> str:
    """The id of a term's heading: `term-pc-329-01`."""
    plain = without_accents(term.term).lower()
    return f"term-{'-'.join(re.findall(r'[a-z0-9]+', plain))}"


def linked(html: str, address: str, terms: Iterable[GlossaryEntry]) -> str:
    """Link each term to its definition where a section (an h2) first uses it, and again within folded `details`."""
    forms: dict[str, GlossaryEntry] = {}
    for term in terms:
        if term.abbr:
            forms |= dict.fromkeys((term.term, *term.forms), term)
    marker = _Marker(address, forms)
    return "".join(map(marker.piece, _PIECES.split(html)))


@dataclass(frozen=True, slots=True)
class _Open:
    """An open element: whether it stays without links, and the terms that its section linked so far."""

    tag: str = ""
    without: bool = False
    seen: set[str] = field(default_factory=set)


class _Marker:
    """Reads a page piece by piece, a tag or the text between two tags, and keeps track of the open elements."""

    def __init__(self, address: str, forms: Mapping[str, GlossaryEntry]) -> None:
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
            # Closes the innermost element of this name and all within it; a stray end tag closes nothing.
            places = [place for place, element in enumerate(self._open) if element.tag == tag]
            if places:
                del self._open[places[-1] :]
        elif tag not in _VOID and not piece.endswith("/>"):
            if tag == "h2":
                here.seen.clear()
            seen = set(here.seen) if tag == "details" else here.seen
            self._open.append(_Open(tag, here.without or tag in _WITHOUT_TAGS or bool(_WITHOUT.search(piece)), seen))

    def _link(self, match: re.Match[str]) -> str:
        word = match[0]
        term = self._forms.get(word) or self._forms[uncapitalised(word)]
        if term.term in self._open[-1].seen:
            return word
        self._open[-1].seen.add(term.term)
        explained = f'<abbr title="{escape(term.short)}">{word}</abbr>'
        return f'<a class="begrip" href="{self._address}#{anchor(term)}">{explained}</a>'


def _either_case(form: str) -> str:
    """A pattern for a form of a term that also matches it with a capital, at the start of a sentence."""
    first = form[0] if form[0].isupper() else f"[{form[0]}{form[0].upper()}]"
    return first + re.escape(form[1:])


class _Linker(Postprocessor):  # type: ignore[misc]  # Markdown has no types
    """Links the terms in the finished page, so also in what macros wrote."""

    def run(self, text: str) -> str:
        address = re.search(rf'{ADDRESS}="([^"]*)"', text)
        return linked(text, address[1], content.glossary()) if address else text


class Glossary(Extension):  # type: ignore[misc]
    """The Markdown extension that links terms."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the linker to run last, when raw HTML has been put back into the page."""
        md.postprocessors.register(_Linker(md), "glossary", -10)
