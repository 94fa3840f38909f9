"""The home page: a first figure in one field, three ways in, and for returning readers the way back to their work."""

from decimal import Decimal
from typing import cast

from calculators.budget.operating import EXAMPLES
from calculators.calculator import CALCULATORS
from calculators.core import parameters
from calculators.core.numbers import format_euro, rounded
from calculators.render.form import form_field
from calculators.render.html import Html, el
from calculators.render.result import headline
from calculators.render.values import machine
from macros.searchable_html import prose
from macros.site import Site
from macros.sources import cited

_DOORS = (
    ("stap-1-overtuigingen/", "Doorloop de gids"),
    ("checklist/", "Vul de checklist in"),
    ("dossier/", "Maak je dossier"),
)

_OPERATING = sum(EXAMPLES.values())
"""The example of the form: operating costs in a year, in euro."""


def begin(site: Site) -> str:
    """The way back to one's own work, which the script shows, the first figure, and three ways in."""
    doors = [el("a", words, href=site.url(address)) for address, words in _DOORS]
    return prose(_again(site), _quick(site), el("p", "Of begin hier: ", doors, class_="begin-deuren"))


def kostenvork() -> str:
    """Say roughly what a year costs, from half-time at the start of a scale to full-time after six years."""
    low, high = (_a_year(*case) for case in ((50, "sal_b1_step0_100"), (100, "sal_b1_step6_100")))
    return prose(
        el(
            "span",
            f"Reken voor een jaar op ongeveer {low} halftijds tot {high} voltijds. Dat is een eigen berekening: het "
            f"loon van schaal B1 in 2027, met {format_euro(Decimal(_OPERATING), 0)} werkingskosten als voorbeeld ",
            cited("sal-b1-step0-100"),
            " ",
            cited("sal-b1-step6-100"),
            ".",
            data_kostenvork=True,
        )
    )


def _a_year(percentage: int, salary: str) -> str:
    """What the first year costs, in whole thousands of euros."""
    budget = CALCULATORS["budget"]
    given = {
        "fte": str(percentage),
        "loonbasis": "opbouw",
        "jaarsalaris": str(parameters.get(salary).current.value),
        "werkingskosten": str(_OPERATING),
        "looptijd_jaren": "1",
    }
    total = cast("Decimal", budget.evaluate(budget.read(given)).totals["totaal"])
    return format_euro(rounded(total / 1000, 0) * 1000, 0)


def _again(site: Site) -> Html:
    return el(
        "section",
        el("h2", "Ga verder", id_="verder"),
        el(
            "ul",
            _work(el("a", "Je budget", href=site.url("rekenhulp/budget/")), el("span", data_total=True), "budget"),
            _work(
                el("a", "Je checklist", href=site.url("checklist/")), (": ", el("span", data_done=True)), "checklist"
            ),
            _work(el("a", "Je dossier", href=site.url("dossier/")), el("span", data_note=True), "dossier"),
        ),
        data_resume=True,
        data_search_exclude=True,
        hidden=True,
        aria_labelledby="verder",
        class_="begin-vak",
    )


def _work(link: Html, known: Html | tuple[str, Html], kind: str) -> Html:
    """The way to work of one kind, and what is known of it: the script shows it to who has such work."""
    return el("li", link, known, hidden=True, **{f"data_has_{kind}": True})


def _quick(site: Site) -> Html:
    """One field of the budget and the total. The page has that of the example; Python starts when the field is used."""
    budget = CALCULATORS["budget"]
    total = budget.evaluate(budget.read({})).lines[0]
    figure = el(
        "span",
        headline(total),
        data_result=total.key,
        data_value=machine(total.value),
    )
    old = el("small", data_old=True, hidden=True)  # the script says in a word that the total is an old one
    more = el("a", "Maak het preciezer met acht vragen", href=site.url("rekenhulp/budget/"), data_more=True)
    return el(
        "section",
        el("h2", "Wat kost het ongeveer?", id_="snel"),
        el(
            "form",
            form_field("snel", "fte", budget.fields["fte"]),
            el("p", f"{total.label}: ", el("strong", old, figure), more, class_="begin-totaal"),
            data_calculator="budget",
            class_="begin-rij",
            novalidate=True,
            autocomplete="off",
        ),
        el("p", "Dit is een uitgewerkt voorbeeld.", role="status", data_status=True, class_="rh-noot"),
        data_quick=True,
        data_search_exclude=True,
        aria_labelledby="snel",
        class_="begin-vak",
    )
