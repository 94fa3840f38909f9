"""The whole guide as one document: headings a level lower, and links between chapters as links within it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from calculators.core import content
from calculators.render.html import el
from macros.ascii_text import without_accents
from macros.searchable_html import prose
from macros.site import Site

_START = "start"
# Sections and macros that make sense only on their own page on screen.
_ON_SCREEN = (
    r"^## (Probeer het uit|Goed om te weten)\n.*?(?=^## |\Z)",
    r"\{\{ (paginavoet|trefwoorden|startkaarten|neem_mee)\(.*?\) \}\}",
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its Markdown, whose headings have an id, and its `sections` as (id, title)."""

    id: str
    title: str
    text: str
    sections: tuple[tuple[str, str], ...]


def hele_gids(site: Site) -> str:
    """Repeat the start, the six steps and the glossary in one document, with a table of contents."""
    pages = {_START: ("index.md", "Over deze gids")}
    pages |= {step.id: (f"{step.slug}.md", f"{step.number}. {step.title}") for step in content.steps()}
    pages |= {"woordenlijst": ("woordenlijst.md", "Woordenlijst")}
    files = {file: id_ for id_, (file, _) in pages.items()}
    chapters = [_chapter(site, id_, file, title, files) for id_, (file, title) in pages.items()]
    return "\n\n".join([_contents(chapters), *(_lowered(site.render(chapter.text)) for chapter in chapters)])


def afvinklijst(step: str) -> str:
    """Write the checklist of a step for paper: a box, the action and its help."""
    items = [
        el("li", item.text, el("small", f" {item.help}"), data_feit=" ".join(item.facts))
        for item in content.items()
        if item.step == step
    ]
    return prose(el("ul", items, class_="afvinklijst"))


def _chapter(site: Site, id_: str, file: str, title: str, files: dict[str, str]) -> Chapter:
    text = (site.docs / file).read_text(encoding="utf-8")
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)  # front matter
    for pattern in _ON_SCREEN:
        text = re.sub(pattern, "", text, flags=re.DOTALL | re.MULTILINE)
    text = text.replace("{{ checklist(", "{{ afvinklijst(")
    text = re.sub(r"^\?\?\? ", "???+ ", text, flags=re.MULTILINE)  # unfolds what is folded on screen
    text = re.sub(
        r"^# .*$", lambda _: f"# {escape(title, quote=False)} {{ #{id_} }}", text, count=1, flags=re.MULTILINE
    )
    sections = tuple((_anchor(id_, name), name) for name in re.findall(r"^## (.+)$", text, re.MULTILINE))
    text = re.sub(r"^(##+) (.+)$", lambda m: f"{m[1]} {m[2]} {{ #{_anchor(id_, m[2])} }}", text, flags=re.MULTILINE)
    return Chapter(id_, title, _relinked(text, id_, files), sections)


def _anchor(chapter: str, heading: str) -> str:
    """The id of a heading: that of the chapter, and the id that Markdown gives it on its own page."""
    plain = without_accents(heading)
    words = re.sub(r"[^\w\s-]", "", plain).strip().lower()
    return f"{chapter}-{re.sub(r'[-\s]+', '-', words)}"


def _relinked(text: str, id_: str, files: dict[str, str]) -> str:
    """Turn links to chapters, and to headings in them, into links within the document."""

    def link(match: re.Match[str]) -> str:
        file, anchor = match[1], match[2]
        chapter = files.get(file, "") if file else id_
        if not chapter:
            return match[0]
        return f"](#{chapter}-{anchor})" if anchor else f"](#{chapter})"

    return re.sub(r"\]\(([\w/-]+\.md)?(?:#([\w-]+))?\)", link, text)


def _lowered(html: str) -> str:
    """The text with every heading, in Markdown or HTML, a level lower, and not for the search, as it repeats."""
    html = re.sub(r"^(#+ .*?)(?: \{ (.*) \})?$", r"#\1 { \2 data-search-exclude }", html, flags=re.MULTILINE)
    html = re.sub(r"(</?h)([2-5])\b", lambda match: f"{match[1]}{int(match[2]) + 1}", html)
    return re.sub(r"<h[3-6]\b", r"\g<0> data-search-exclude", html)


def _contents(chapters: Iterable[Chapter]) -> str:
    items = [
        el(
            "li",
            el("a", chapter.title, href=f"#{chapter.id}"),
            el("ul", [el("li", el("a", name, href=f"#{anchor}")) for anchor, name in chapter.sections]),
        )
        for chapter in chapters
    ]
    return prose(
        el("nav", el("h2", "Inhoud", data_search_exclude=True), el("ul", items), aria_label="Inhoud", class_="inhoud")
    )
