"""Calculators on a page: the form, and the result of its defaults."""

import json

from calculators.budget.variants import MOST_SCENARIOS
from calculators.calculator import CALCULATORS
from calculators.core.results import Result
from calculators.dossier.limits import LONGEST_SCENARIO
from calculators.examples import EXAMPLES
from calculators.render.form import form
from calculators.render.html import Html, button, el, render
from calculators.render.result import fragment, headline
from calculators.render.values import format_result
from macros.noscript import noscript
from macros.site import Site
from macros.status import status_bar
from macros.taking import next_step, take_bar

_VARIANTS = "Zet eigen, opdracht en subsidie naast elkaar"
_NO_SCRIPT = "Je ziet het uitgewerkte voorbeeld. Zelf rekenen kan met het blanco Excelbestand."
_STATE = "Deze cijfers zijn een uitgewerkt voorbeeld."
_RESET = "Begin opnieuw met het voorbeeld"
_CHOOSER = "keuzehulp"
"""The one form that begins without an example: it chooses nothing for the reader."""
_NO_SCRIPT_CHOOSER = "De keuzehulp werkt hier niet. Aankruisen kan ook op papier."
_STATE_CHOOSER = "Je koos nog geen focus en geen strategieën."
_OWN_CHOOSER = "Dit volgt uit wat je invulde."


def rekenhulp(site: Site, name: str) -> str:
    """Write a calculator: form, status line and the result for the default values."""
    calculator = CALCULATORS[name]
    result = calculator.evaluate(calculator.read({}))
    written = {line.key: format_result(line.value, line.unit) for line in result.trace}
    page = form(name, calculator.title, calculator.fields, questions=calculator.questions, subtotals=written)
    body = el(
        "div",
        _shared(name),
        noscript(site, _NO_SCRIPT_CHOOSER if name == _CHOOSER else _NO_SCRIPT),
        _headline(result),
        _current() if name == "budget" else None,
        page,
        _examples(name),
        _actions(name),
        status_bar(),
        el("h2", "Resultaat", id_="resultaat", tabindex="-1", data_search_exclude=True),  # examples: nothing to find
        _state(name),
        _agreement() if name != _CHOOSER else None,
        _changed_figures(),
        take_bar(name),
        el("div", fragment(result), class_="rh-resultaat", data_output=name),
        next_step(site, name),
        _scenarios() if name == "budget" else None,
        class_="rekenhulp",
        data_rekenhulp=name,
    )
    return render(body)


def _state(name: str) -> Html:
    """What the result is based on. The script shows what `data-state` says, if anything, once that is the reader's."""
    if name == _CHOOSER:
        return el("p", _STATE_CHOOSER, class_="rh-stand", data_state=_OWN_CHOOSER)
    return el("p", _STATE, class_="rh-stand", data_state=True)


def _headline(result: Result) -> Html:
    """The first figure of the result, which leads to all others: for phones, where the result is far below."""
    first = result.lines[0]
    figure = el("span", headline(first), data_copy=first.key)
    old = el("span", data_old=True, hidden=True)  # the script says in a word that the figure is an old one
    return el("a", el("span", f"{first.label}:"), " ", el("strong", old, figure), href="#resultaat", class_="rh-kern")


def _shared(name: str) -> Html:
    """The banner that the script shows while a reader looks at the figures of a link."""
    scenario = button("Bewaar deze cijfers als scenario", data_action="as-scenario") if name == "budget" else None
    return el(
        "section",
        el(
            "div",
            el(
                "p",
                "Je bekijkt cijfers uit een link. Er is niets bewaard: wat je zelf invulde, staat nog zoals het was. "
                "Neem je deze cijfers over, dan vervangen ze die van jou. Dat kun je ongedaan maken. ",
                el("strong", data_own=True),
            ),
            el(
                "div",
                button("Neem deze cijfers over", data_action="take-over"),
                scenario,
                button("Terug naar mijn cijfers", data_action="back"),
                class_="rh-acties",
            ),
            data_looks=True,
        ),
        el("p", data_caution=True, hidden=True),
        data_shared=True,
        hidden=True,
        aria_label="Cijfers uit een link",
        class_="rh-melding rh-melding--waarschuwing",
    )


def _agreement() -> Html:
    """How many figures are still our examples, and the button to agree with them; the script shows it."""
    return el(
        "p",
        el("span", data_examples=True),
        " ",
        button("Dit klopt voor ons", data_action="agree"),
        class_="rh-stand",
        data_agreement=True,
        hidden=True,
    )


def _changed_figures() -> Html:
    """The notice that the script shows if our figures have changed since the reader filled in the form."""
    return el(
        "section",
        el("p", "Sinds je dit invulde, zijn cijfers van ons gewijzigd. Je rekent nog met die van toen:"),
        el("ul"),
        el(
            "div",
            button("Neem de nieuwe cijfers", data_action="renew"),
            button("Hou mijn cijfers", data_action="keep-figures"),
            class_="rh-acties",
        ),
        data_changed_figures=True,
        hidden=True,
        aria_label="Gewijzigde cijfers",
        class_="rh-melding rh-melding--waarschuwing",
    )


def _examples(name: str) -> Html | None:
    buttons = [
        button(example.name, data_action="load", data_values=json.dumps(dict(example.values)))
        for example in EXAMPLES
        if example.calculator == name
    ]
    return el("div", el("span", "Probeer: "), buttons, class_="rh-acties") if buttons else None


def _actions(name: str) -> Html:
    calendar = button("Zet de momenten in je agenda (.ics)", data_action="calendar") if name == "looptijd" else None
    return el(
        "div",
        _submit("Bereken", "md-button md-button--primary", form=f"rekenhulp-{name}"),
        button("Begin opnieuw" if name == _CHOOSER else _RESET, data_action="reset"),
        button("Kopieer een link naar deze cijfers", data_action="share"),
        calendar,
        class_="rh-acties",
    )


def _current() -> Html:
    """The name of the saved scenario whose values are in the form; the script fills it in."""
    return el("p", "In het formulier: ", el("strong", data_name=True), class_="rh-noot", data_current=True, hidden=True)


def _deliveries() -> dict[str, str]:
    """The Dutch name of each form of delivery, by its value."""
    return dict(CALCULATORS["budget"].fields["uitvoering"].choices)


def _scenarios() -> Html:
    field = el("input", type_="text", name="scenario", id_="scenario", data_longest=str(LONGEST_SCENARIO))
    return el(
        "section",
        el("h2", "Scenario’s vergelijken", id_="scenarios"),
        el(
            "p",
            f"Bewaar tot {MOST_SCENARIOS} versies van je aanstelling en zet ze naast elkaar. "
            "De namen blijven in je browser.",
        ),
        el(
            "form",
            el("label", "Naam van dit scenario", for_="scenario"),
            el("span", field, class_="rh-invoer"),
            _submit("Bewaar als scenario", "md-button"),
            class_="rh-veld",
            autocomplete="off",
        ),
        el("div", button(_VARIANTS, data_variants=json.dumps(_deliveries())), class_="rh-acties"),
        el("div", data_comparison=True, class_="rh-resultaat"),
        data_scenarios=True,
        class_="rh-scenario",
    )


def _submit(text: str, class_: str, **attributes: str) -> Html:
    """A submit button, disabled until the script enables it: Enter would send the figures to the server before."""
    return el("button", text, type_="submit", class_=class_, disabled=True, **attributes)
