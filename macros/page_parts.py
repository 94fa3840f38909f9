"""Parts of the guide's pages: markers of facts, progress through the steps, cards of the home page, and the foot."""

from datetime import date

from calculators.core import content
from calculators.core.content import Step
from calculators.core.periods import format_date
from calculators.core.sentences import capitalised, uncapitalised
from calculators.render.html import Child, Html, el
from macros.ascii_text import without_accents
from macros.glossary import ADDRESS
from macros.searchable_html import prose
from macros.site import Site

_CARDS = (
    ("rekenhulp/budget/", "Budget", "Wat kost een ambassadeur, per kalenderjaar en per klasse?"),
    ("rekenhulp/looptijd/", "Looptijd", "Hoelang, en wanneer beslis, meet en evalueer je?"),
    ("rekenhulp/trajecten/", "Trajecten", "Hoeveel trajecten zijn in jouw situatie realistisch?"),
)
"""The calculators as cards: address, name and what they answer."""

_CHECKLIST = ("#checklist-van-deze-stap", "checklist")
_DOCUMENTS = "dossier/#je-documenten"
_TOOLS = {
    "stap-1": (("#meenemen", "korte nota"), ("dossier/", "dossier"), _CHECKLIST),
    "stap-2": (("#gespreksgids", "gespreksgids"), ("#meenemen", "omgevingsanalyse en gespreksnotitie"), _CHECKLIST),
    "stap-3": (
        ("#probeer-het-uit", "keuzehulp"),
        ("rekenhulp/budget/", "rekenhulp budget"),
        ("rekenhulp/looptijd/", "rekenhulp looptijd"),
        _CHECKLIST,
    ),
    "stap-4": (("rekenhulp/budget/", "rekenhulp budget"), ("#meenemen", "vier documenten"), _CHECKLIST),
    "stap-5": ((_DOCUMENTS, "agenda voor opvolging"), ("dossier/", "dossier"), _CHECKLIST),
    "stap-6": (("rekenhulp/trajecten/", "rekenhulp trajecten"), (_DOCUMENTS, "registratieblad en agenda"), _CHECKLIST),
}
"""What helps in each step: an address, on the page itself or of the site, and its name."""


def feit(*ids: str) -> str:
    """Mark, invisibly, the facts of the instrument that the text before it states: a test checks that none is lost."""
    return prose(el("span", data_feit=" ".join(ids), hidden=True))


def stap(site: Site, id_: str) -> str:
    """Show the progress through the six steps, and of this one what it is, gives, takes and needs."""
    current = next(step for step in content.steps() if step.id == id_)
    rows = [
        ("Kort", current.short),
        ("Resultaat", current.result),
        ("Tijd", f"{current.time} (ons voorstel)."),
        ("Hulpmiddelen", _tools(site, id_)),
        ("Wie", f"{', '.join([current.who[0], *map(uncapitalised, current.who[1:])])}."),
    ]
    box = el("dl", [el("div", el("dt", name), " ", el("dd", *what)) for name, what in rows], class_="stap-doel")
    return prose(box) if site.is_print_page else prose(_progress(site, current), box)


def startkaarten(site: Site) -> str:
    """Show the six steps and the three calculators as cards."""
    steps = [
        _card(site, f"{step.slug}/", f"{step.number}. {step.title}", step.short, "kaart kaart--stap")
        for step in content.steps()
    ]
    tools = [_card(site, url, title, text, "kaart kaart--reken") for url, title, text in _CARDS]
    return prose(
        el("h2", "Zes stappen", class_="kaarten-kop"),
        el("ol", steps, class_="kaarten"),
        el("h2", "Drie rekenhulpen", class_="kaarten-kop"),
        el("ul", tools, class_="kaarten"),
    )


def trefwoorden(site: Site) -> str:
    """Add, hidden, the words by which readers may search for this page, with and without accents.

    They come under the title, so that the search leads to the top of the page. A search result shows the paragraph with
    the word, hence the page's description in it. The words are in a `sub`, one of the few tags that the search keeps;
    guide.css hides it in results.
    """
    words = site.meta.get("zoektermen", ())
    keywords = el("sub", " ".join(dict.fromkeys((*words, *map(without_accents, words)))))
    return prose(el("p", f"{site.meta['description']} ", keywords, hidden=True, data_trefwoorden=True))


def paginavoet(site: Site) -> str:
    """Close a page with the day it was last checked, and carry the address of the glossary for its terms."""
    checked = date.fromisoformat(str(site.meta["nagekeken"]))  # MkDocs reads a date, Zensical a text
    day = el("time", format_date(checked), datetime=checked.isoformat())
    glossary = {ADDRESS: "" if site.is_print_page else site.url("woordenlijst/")}
    return prose(el("p", "Laatst nagekeken op ", day, ".", class_="paginavoet", **glossary))


def _tools(site: Site, step: str) -> list[Child]:
    """Links to what helps in a step; on paper, their names."""
    parts: list[Child] = []
    for address, name in _TOOLS[step]:
        where = address if address.startswith("#") else site.url(address)
        words = name if parts else capitalised(name)
        parts += [", " if parts else None, words if site.is_print_page else el("a", words, href=where)]
    return [*parts, "."]


def _progress(site: Site, current: Step) -> Html:
    items = [
        el(
            "li",
            el(
                "a",
                el("span", str(step.number), class_="voortgang-nummer"),
                " ",
                el("span", step.title, class_="voortgang-titel"),
                href=site.url(f"{step.slug}/"),
                aria_current="step" if step is current else None,
            ),
        )
        for step in content.steps()
    ]
    return el("nav", el("ol", items), class_="voortgang", aria_label=f"Stap {current.number} van {len(items)}")


def _card(site: Site, url: str, title: str, text: str, class_: str) -> Html:
    return el("li", el("a", el("strong", title), " ", el("span", text), href=site.url(url)), class_=class_)
