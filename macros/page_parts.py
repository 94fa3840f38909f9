"""The thread through the guide: markers of facts, progress through the steps, the home page and the page's foot."""

import unicodedata
from datetime import date

from calculators.core import content
from calculators.core.content import Step
from calculators.core.periods import format_date
from calculators.render.html import Html, el
from macros.glossary import ADDRESS
from macros.searchable_html import prose
from macros.site import Site

CALCULATORS = (
    ("rekenhulp/budget/", "Budget", "Wat kost een ambassadeur, per kalenderjaar en per klasse?"),
    ("rekenhulp/looptijd/", "Looptijd", "Hoe lang, en wanneer beslis, meet en evalueer je?"),
    ("rekenhulp/trajecten/", "Trajecten", "Hoeveel trajecten zijn in jouw situatie realistisch?"),
)


def feit(*ids: str) -> str:
    """Mark, invisibly, which facts of the instrument the text before it carries."""
    return prose(el("span", data_feit=" ".join(ids), hidden=True))


def stap(site: Site, id_: str) -> str:
    """Show where this step stands in the six, what it gives and whom it needs."""
    current = next(step for step in content.steps() if step.id == id_)
    box = el(
        "div",
        el("div", el("h2", "Wat je aan het einde hebt"), el("p", current.result)),
        el("div", el("h2", "Wie je nodig hebt"), el("ul", [el("li", one) for one in current.who])),
        class_="stap-doel",
    )
    return prose(box) if site.is_print_page else prose(_progress(site, current), box)


def startkaarten(site: Site) -> str:
    """Show the six steps and the three calculators as cards."""
    steps = [
        _card(site, f"{step.slug}/", f"{step.number}. {step.title}", step.short, "kaart kaart--stap")
        for step in content.steps()
    ]
    tools = [_card(site, url, title, text, "kaart kaart--reken") for url, title, text in CALCULATORS]
    return prose(
        el("h2", "Zes stappen", class_="kaarten-kop"),
        el("ol", steps, class_="kaarten"),
        el("h2", "Drie rekenhulpen", class_="kaarten-kop"),
        el("ul", tools, class_="kaarten"),
    )


def trefwoorden(site: Site) -> str:
    """Add, unseen, the words that readers may search this page by, also without accents.

    Under the title, so that the search leads to the top of the page. A result shows the paragraph that has the word:
    the page's description. The words themselves stand in a `sub`, one of the few tags that the search keeps, and
    guide.css hides it there.
    """
    words = site.meta.get("zoektermen", ())
    bare = (unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode() for word in words)
    found = el("sub", " ".join(dict.fromkeys((*words, *bare))))
    return prose(el("p", f"{site.meta['description']} ", found, hidden=True, data_trefwoorden=True))


def paginavoet(site: Site) -> str:
    """Close a page: the day it was last checked, and the way to the glossary for the terms that it uses."""
    checked = date.fromisoformat(str(site.meta["nagekeken"]))  # MkDocs reads a date, Zensical a text
    day = el("time", format_date(checked), datetime=checked.isoformat())
    way = {ADDRESS: "" if site.is_print_page else site.url("woordenlijst/")}
    return prose(el("p", "Laatst nagekeken op ", day, ".", class_="paginavoet", **way))


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
