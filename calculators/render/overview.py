"""The overview of a dossier: its deviations, the results of the calculators, and what is still missing."""

from collections.abc import Sequence

from calculators import dossier
from calculators.appointment import Deviation, label
from calculators.calculator import CALCULATORS, Calculator
from calculators.core.fields import InputErrors
from calculators.core.results import Line
from calculators.dossier import Document
from calculators.render.html import Html, button, el, render, spoken
from calculators.render.values import UniqueKeys
from calculators.trajectories.evaluation import counts_successes

_SHOWN = 4
"""Headline figures per calculator; the calculator's own page has them all."""


def fragment(document: Document, site: str = "../") -> Html:
    """The overview as HTML. `site` leads from the page of the dossier to the home page, and begins each link."""
    outcomes = [_outcome(CALCULATORS[name], document, site) for name in dossier.document.OUTCOMES]
    lacking = [el("li", el("a", missing.text, href=missing.href(site))) for missing in dossier.missing(document)]
    rest = el("ul", lacking) if lacking else el("p", "Je dossier is volledig.")
    return render(
        *_deviations(document),
        el("h2", "Uitkomst van de rekenhulpen", id_="uitkomst"),
        *outcomes,
        el("h2", "Wat nog ontbreekt", id_="ontbreekt"),
        el("p", "Niets is verplicht. Dit heeft een beslissing meestal nodig:") if lacking else el("p"),
        rest,
    )


def _deviations(document: Document) -> list[Html]:
    """The deviations from the appointment, each with buttons to end it; empty if there are none."""
    rows = [
        el(
            "li",
            deviation.text,
            " ",
            _button(deviation, "join", "Neem die van je aanstelling" if deviation.shared else "Laat de keuze nog open"),
            None if deviation.together else _button(deviation, "all", "Neem deze overal"),
        )
        for deviation in document.deviations
    ]
    rows += [el("li", text) for text in dossier.other_profiles(document)]
    if not rows:
        return []
    return [el("h2", "Wat afwijkt van je aanstelling", id_="afwijkingen"), el("ul", rows, class_="rh-afwijkingen")]


def _button(deviation: Deviation, how: str, text: str) -> Html:
    """A button that ends a deviation: `join` takes the appointment's value, `all` gives it this form's."""
    return button(
        text,
        spoken(f": {label(deviation.key)}, {deviation.form}"),
        data_settle=how,
        data_form=deviation.form,
        data_control=deviation.control,
    )


def headlines(calculator: Calculator, document: Document) -> Sequence[Line]:
    """The first lines of a calculator's result for a dossier. Raises `InputErrors` for inputs that are wrong.

    Numbers of successful referrals are left out as long as no cut-off moment was chosen.
    """
    lines = calculator.evaluate(calculator.read(document.inputs(calculator.name))).lines
    if calculator.name == "trajecten" and not document.afsluitmoment:
        lines = tuple(line for line in lines if not counts_successes(line.key))
    return lines[:_SHOWN]


def _outcome(calculator: Calculator, document: Document, site: str) -> Html:
    title = el("h3", el("a", calculator.title, href=f"{site}rekenhulp/{calculator.name}/"))
    if not document.inputs(calculator.name):
        return el("div", title, el("p", "Nog niet ingevuld: de documenten tonen het uitgewerkte voorbeeld niet."))
    try:
        lines = headlines(calculator, document)
    except InputErrors:
        return el("div", title, el("p", "Niet alle velden zijn goed ingevuld: kijk ze na in de rekenhulp."))
    keys = UniqueKeys()
    cards = [
        el(
            "div",
            el("dt", line.label),
            el("dd", keys.output(line.key, line.value, line.unit, line.words)),
            class_="rh-kaart",
        )
        for line in lines
    ]
    return el("div", title, el("dl", cards, class_="rh-kaarten"))
