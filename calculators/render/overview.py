"""Where a dossier stands: what the calculators gave for the reader's own figures, and what is still missing."""

from collections.abc import Sequence

from calculators import dossier
from calculators.appointment import Deviation, label
from calculators.calculator import CALCULATORS, Calculator
from calculators.core.fields import InputErrors
from calculators.core.results import Line
from calculators.dossier import Document
from calculators.render.html import Html, el, render
from calculators.render.values import UniqueKeys

_SHOWN = 4
"""Headline figures per calculator; the calculator's own page has them all."""


def fragment(document: Document) -> Html:
    """The outcomes per calculator and the list of what is missing. Links are relative to `/dossier/`."""
    outcomes = [_outcome(CALCULATORS[name], document) for name in dossier.document.OUTCOMES]
    lacking = [el("li", text) for text in dossier.missing(document)]
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
    """What forms say otherwise than the appointment, with the choice; nothing where all agree."""
    rows = [
        el(
            "li",
            one.text,
            " ",
            _settle(one, "join", "Neem die van je aanstelling"),
            _settle(one, "all", "Neem deze overal"),
        )
        for one in document.deviations
    ]
    rows += [el("li", text) for text in dossier.other_profiles(document)]
    if not rows:
        return []
    return [el("h2", "Wat afwijkt van je aanstelling", id_="afwijkingen"), el("ul", rows, class_="rh-afwijkingen")]


def _settle(deviation: Deviation, how: str, text: str) -> Html:
    return el(
        "button",
        text,
        el("span", f": {label(deviation.key)}, {deviation.form}", class_="rh-verborgen"),
        type_="button",
        class_="md-button",
        data_settle=how,
        data_form=deviation.form,
        data_control=deviation.control,
    )


def outcome(calculator: Calculator, document: Document) -> Sequence[Line]:
    """The figures that sum a calculator up, for what a dossier holds. Raises `InputErrors` as it does."""
    lines = calculator.evaluate(calculator.read(document.inputs(calculator.name))).lines
    if calculator.name == "trajecten" and not document.afsluitmoment:
        lines = tuple(line for line in lines if "geslaagd" not in line.key)  # of no moment that anybody chose
    return lines[:_SHOWN]


def _outcome(calculator: Calculator, document: Document) -> Html:
    title = el("h3", el("a", calculator.title, href=f"../rekenhulp/{calculator.name}/"))
    if not document.inputs(calculator.name):
        return el("div", title, el("p", "Nog niet ingevuld: de documenten tonen het uitgewerkte voorbeeld niet."))
    try:
        lines = outcome(calculator, document)
    except InputErrors:
        return el("div", title, el("p", "Niet alle velden zijn goed ingevuld: kijk ze na in de rekenhulp."))
    keys = UniqueKeys()
    cards = [
        el("div", el("dt", line.label), el("dd", keys.output(line.key, line.value, line.unit)), class_="rh-kaart")
        for line in lines
    ]
    return el("div", title, el("dl", cards, class_="rh-kaarten"))
