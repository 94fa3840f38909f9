"""Links to sources, and lists of them."""

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from calculators import content
from calculators.content import Source
from calculators.html import el, render
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
_LANGUAGES = {"en": "Engels", "fr": "Frans", "da": "Deens"}


def bron(site: Site, id_: str, text: str = "") -> str:  # noqa: ARG001
    """Link to a source, with format, publisher and year behind it."""
    return render(_link(_by_id()[id_], text))


def bronnen_van(site: Site, step: str) -> str:
    """List the sources of one step."""
    return render(_list(site, [source for source in content.sources() if step in source.steps]))


def alle_bronnen(site: Site) -> str:
    """List all sources by theme, each with the steps that use it and a way out when its address has died."""
    blocks: list[str] = []
    for theme, label in THEMES.items():
        found = [source for source in content.sources() if source.theme == theme]
        if found:
            blocks.append(f"### {label}\n\n{render(_list(site, found))}")
    by_step = [f"### {step.number}. {step.title}\n\n{bronnen_van(site, step.id)}" for step in content.steps()]
    return "\n\n".join(["## Per thema", *blocks, "## Per stap", *by_step])


def _by_id() -> Mapping[str, Source]:
    return {source.id: source for source in content.sources()}


def _link(source: Source, text: str = "") -> ET.Element:
    kind = ", ".join(
        filter(None, (source.format, source.publisher, str(source.year or ""), _LANGUAGES.get(source.language, "")))
    )
    lang = source.language if source.language != "nl" else None
    link = el("a", text or source.title, href=source.url, data_bron=source.id, hreflang=source.language, lang=lang)
    return el("span", link, f" ({kind})", class_="bron")


def _list(site: Site, sources: Iterable[Source]) -> ET.Element:
    return el("ul", [el("li", _link(source), _use(site, source)) for source in sources], class_="bronnen")


def _use(site: Site, source: Source) -> ET.Element:
    steps = [step for step in content.steps() if step.id in source.steps]
    used = [[el("a", f"stap {step.number}", href=site.url(f"{step.slug}/")), " "] for step in steps]
    way_out = el("a", "ander adres", href=source.fallback_url) if source.fallback_url else None
    checked = f" Nagekeken op {source.checked_on.day}-{source.checked_on.month}-{source.checked_on.year}."
    return el(
        "small",
        f" {source.type.capitalize()}.",
        [" Gebruikt in ", used] if used else None,
        checked,
        [" Werkt de link niet? Probeer dit ", way_out, "."] if way_out is not None else None,
        class_="bron-info",
    )


MACROS = (bron, bronnen_van, alle_bronnen)
