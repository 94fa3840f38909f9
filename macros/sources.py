"""Links to sources, and lists of sources: where each is used, and another address in case its own is gone."""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

from calculators.core import content
from calculators.core.content import Source
from calculators.core.periods import format_date
from calculators.core.sentences import capitalised
from calculators.render.html import Html, el
from macros.searchable_html import prose
from macros.site import Site

THEMES = {
    "waarde": "De waarde van jeugdwerk",
    "diversiteit": "Diversiteit in en van het jeugdwerk",
    "brugfiguren": "Brugfiguren, bruggenbouwers en verbindingsambassadeurs",
    "omgevingsanalyse": "Omgevingsanalyse",
    "leefwereld": "De leefwereld van kinderen en jongeren",
    "opvolging": "Registreren en opvolgen",
    "loon": "Loon en personeelskost",
    "vrijwilligers": "Vrijwilligers en verplaatsing",
    "deelname": "Deelnameprijzen",
    "aanbesteding": "Overheidsopdrachten en btw",
    "bestuur": "Besluit, begroting en privacy",
    "vergelijking": "Vergelijkbare projecten en modellen",
}
LANGUAGES = {"en": "in het Engels", "fr": "in het Frans", "da": "in het Deens"}
ARCHIVE = "https://web.archive.org/web/"


def bron(id_: str, text: str = "") -> str:
    """Link to a source, followed by its format, publisher and year. `text` replaces its title."""
    return prose(_link(_by_id()[id_], text))


def zie(id_: str, text: str = "", na: str = "") -> str:
    """Cite a source in brackets after the statement that it supports, ending with `na`."""
    return prose(cited(id_, text, na))


def bronnen_van(site: Site, step: str) -> str:
    """List the sources of a step: those that its page cites and, folded and only on screen, the others."""
    slugs = {step_.id: step_.slug for step_ in content.steps()}
    address, uses = f"{slugs[step]}/", _uses(site.docs)
    of_step = [source for source in content.sources() if step in source.steps]
    cited = [source for source in of_step if address in uses.get(source.id, {})]
    others = [source for source in of_step if source not in cited]
    if not others or site.is_print_page:
        return prose(_list(site, cited))
    summary = el("summary", "Meer bronnen achter de cijfers en de regels van deze stap")
    more = el("details", summary, _list(site, others), data_search_exclude=True)  # the page of sources has them
    return prose(_list(site, cited), more)


def alle_bronnen(site: Site) -> str:
    """List all sources by theme, then by step with a link to the same list."""
    blocks: list[str] = []
    for theme, label in THEMES.items():
        of_theme = [source for source in content.sources() if source.theme == theme]
        blocks.append(f"### {label}\n\n{prose(_list(site, of_theme, anchors=True))}")
    by_step = [
        f"### {step.number}. {escape(step.title, quote=False)}\n\n{prose(_index(step.id))}" for step in content.steps()
    ]
    return "\n\n".join(["## Per thema", *blocks, "## Per stap", *by_step])


def cited(id_: str, text: str = "", na: str = "") -> Html:
    """A source in brackets, to stand after a statement. The search finds it on the page of sources."""
    link, end = _link(_by_id()[id_], text, ", {}"), f"; {na})" if na else ")"
    return el("cite", "(", link, end, class_="bron-tussen", data_search_exclude=True)


def way_out(source: Source) -> str:
    """Another address for a source, in case its own is gone: the one we know, or that of the web archive."""
    return source.fallback_url or f"{ARCHIVE}{source.url}"


def _by_id() -> Mapping[str, Source]:
    return {source.id: source for source in content.sources()}


def _link(source: Source, text: str = "", details: str = " ({})") -> Html:
    known = (source.format, source.publisher, str(source.year or ""), LANGUAGES.get(source.language, ""))
    # A text instead of the title is Dutch, whatever the language of the source.
    lang = source.language if source.language != "nl" and not text else None
    link = el("a", text or source.title, href=source.url, data_bron=source.id, hreflang=source.language, lang=lang)
    return el("span", link, details.format(", ".join(filter(None, known))), class_="bron")


def _list(site: Site, sources: Iterable[Source], *, anchors: bool = False) -> Html:
    uses = _uses(site.docs)
    items = [
        el(
            "li",
            _link(source),
            _about(site, source, uses.get(source.id, {})),
            id_=f"bron-{source.id}" if anchors else None,
        )
        for source in sources
    ]
    return el("ul", items, class_="bronnen")


def _index(step: str) -> Html:
    of_step = [source for source in content.sources() if step in source.steps]
    links = [el("li", el("a", source.title, href=f"#bron-{source.id}")) for source in of_step]
    return el("ul", links, data_search_exclude=True)  # the list by theme, above, has the same titles


def _about(site: Site, source: Source, uses: Mapping[str, str]) -> Html:
    places = [el("a", label, href=site.url(url)) for url, label in uses.items()]
    archived = way_out(source).startswith(ARCHIVE)
    other = el("a", "het webarchief" if archived else "dit andere adres", href=way_out(source), data_uitweg=source.id)
    origin = "Uit het instrument." if source.origin == "instrument" else ""
    return el(
        "small",
        f"{capitalised(source.type)}. {origin} ",
        ["Gebruikt in ", _enumerated(places), ". "] if places else None,
        f"Nagekeken op {format_date(source.checked_on)}. Werkt de link niet? Probeer ",
        other,
        ".",
        class_="bron-info",
        data_search_exclude=True,  # much the same for each source
    )


def _enumerated(parts: Sequence[Html]) -> list[Html | str]:
    result: list[Html | str] = []
    for place, part in enumerate(parts):
        if place:
            result.append(" en " if place == len(parts) - 1 else ", ")
        result.append(part)
    return result


def _uses(docs: Path) -> Mapping[str, Mapping[str, str]]:
    """The pages that cite each source, by its id: their names by address."""
    result: dict[str, dict[str, str]] = {}
    for path in sorted(docs.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        for id_ in re.findall(r'\b(?:bron|zie)\("([a-z0-9-]+)"', text):
            result.setdefault(id_, {})[_address(path.relative_to(docs))] = _name(text)
    return result


def _address(path: Path) -> str:
    return f"{path.with_suffix('').as_posix()}/".removesuffix("index/")


def _name(text: str) -> str:
    """The name of a page in a sentence: its title in quotes, or `stap 3`."""
    title = re.search(r'^title: "?([^"\n]+)"?$', text, re.MULTILINE)
    name = title[1] if title else "deze gids"
    step = re.match(r"Stap \d", name)
    return step[0].lower() if step else f"“{name}”"
