"""The note as it grows, beside the dossier's form: its headings with what the reader wrote.

What is missing is a link to where it is filled in. The file for Word has more: tables, articles and annexes. Most
titles are the same.
"""

from collections.abc import Iterable, Mapping

from calculators.documents.figures import Figures, chosen_profiles, chosen_strategies
from calculators.documents.nota.decision import BODIES
from calculators.documents.nota.posts import SEE, euros
from calculators.documents.nota.reasons import ARGUMENT
from calculators.documents.nota.subject import subject, summary
from calculators.dossier import EMPTY, FIELDS, Document
from calculators.dossier.authority import employers
from calculators.dossier.lacking import href_of
from calculators.render.html import Html, el, render

_SUPPORT = {
    "mandaat": "Mandaat",
    "steungroep": "Steungroep",
    "vorming": "Vorming en begeleiding",
    "indicatoren": "Doelen en indicatoren",
    "rapportering": "Rapporteren en evalueren",
}
_OF_A_GOVERNMENT = {"actie": "Actie in het meerjarenplan", "visum_drempel": "Visum"}


def fragment(document: Document, site: str = "../") -> Html:
    """The note as HTML. `site` leads from the page of the dossier to the home page, and begins each link."""
    figures = Figures(document)
    body = BODIES[document.body]
    public = not document.is_association
    facts = [_line(name, document) if document.text(name) else _fact(name, site) for name in ("organisatie", "contact")]
    decided = _written(document, _OF_A_GOVERNMENT, site) if public else []
    return render(
        el("p", el("strong", subject(figures)), class_="nota-titel"),
        el("p", f"Nota voor {body}"),
        *facts,
        _part("Korte omschrijving", "" if document == EMPTY else summary(document, figures), "organisatie", site),
        *_written(document, {"bevoegdheid": "Bevoegdheid", "juridische_context": "Juridische context"}, site),
        el("h3", "Feitelijke context en argumentatie"),
        *_written(document, ARGUMENT, site),
        *_context(document, figures, site),
        *_written(document, _SUPPORT, site),
        _part("Wanneer een toeleiding geslaagd is", _moment(document), "afsluitmoment", site),
        el("h3", "Financiële gevolgen"),
        _part("Raming", _estimate(figures), "budget", site),
        *decided,
    )


def _context(document: Document, figures: Figures, site: str) -> list[Html]:
    """What the reader chose: strategies, profiles, partners, who employs, how much and how long."""
    return [
        _part("Strategieën", _names(strategy.name for strategy in chosen_strategies(document)), "strategieen", site),
        _part("Profiel", _names(profile.name for profile in chosen_profiles(document)), "profielen", site),
        _part(
            "Partners",
            _names(partner.name or "zonder naam" for partner in document.partners if not partner.is_blank),
            "partners",
            site,
        ),
        _part("Wie neemt de ambassadeur in dienst?", _employer(document), "uitvoering", site),
        _part("Omvang en looptijd", f"{figures.size(SEE)}, {figures.term}." if figures.inputs else "", "budget", site),
    ]


def _names(names: Iterable[str]) -> str:
    return ", ".join(names)


def _written(document: Document, titles: Mapping[str, str], site: str) -> list[Html]:
    return [_part(title, document.text(name), name, site) for name, title in titles.items()]


def _part(title: str, text: str, target: str, site: str) -> Html:
    """A heading with what is written below it or, where nothing is, the way to the place where it is filled in."""
    return el(
        "div",
        el("h3", title),
        el("p", text or _to_fill_in(target, title, site)),
        data_written=target,
        class_="nota-deel",
    )


def _to_fill_in(target: str, title: str, site: str) -> Html:
    words = f"Nog in te vullen: {title.lower().removesuffix('?')}"
    return el("a", words, href=href_of(target, site), data_gap=target, class_="nota-leeg")


def _fact(name: str, site: str) -> Html:
    return el("p", _to_fill_in(name, FIELDS[name].label, site))


def _line(name: str, document: Document) -> Html:
    return el("p", f"{FIELDS[name].label}: {document.text(name)}")


def _employer(document: Document) -> str:
    return employers(document).get(document.chosen_delivery, "")


def _moment(document: Document) -> str:
    return document.cutoff.name if document.cutoff else ""


def _estimate(figures: Figures) -> str:
    budget = figures.budget
    return f"De raming over {figures.span} is {euros(budget.total)}." if budget else ""
