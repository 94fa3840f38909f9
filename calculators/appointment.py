"""One appointment, asked once: what several forms ask is kept in one place, and each of them shows it.

The stored `appointment` holds each shared fact once, as typed, by a key of `KEYS`. A form that keeps a value of its own
under the name of a shared control deviates from it: on purpose, or in a document of version 1, which asked everywhere.
Not everything is asked: where the budget has several posts, other forms show the percentage they make together.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from calculators.calculator import CALCULATORS
from calculators.core.fields import InputErrors, Kind, format_value, parse, to_form_text
from calculators.core.numbers import rounded

type Typed = Mapping[str, str]
"""Values by the name of a control, as typed."""


def _same(*names: str) -> Typed:
    return {name: name for name in names}


SHARED: Mapping[str, Typed] = {
    "budget": _same("startdatum", "looptijd_jaren", "posts", "fte", "uitvoering", "plan_einde"),
    "looptijd": _same("startdatum", "looptijd_jaren", "plan_einde"),
    "trajecten": _same("fte", "looptijd_jaren", "afsluitmoment"),
    "keuzehulp": {"fte": "fte", "medewerkers": "posts"},
    "dossier": _same("uitvoering", "afsluitmoment"),
}
"""For each form: which key of the appointment each of its shared controls shows. The budget comes first: it decides."""

KEYS = tuple(dict.fromkeys(key for shared in SHARED.values() for key in shared.values()))
"""Every fact of the appointment, by the name of its control."""

WORKED_OUT = ("trajecten", "keuzehulp")
"""Forms that show what all posts make together, as `fte`."""

LABELS: Typed = {
    "startdatum": "Startdatum",
    "looptijd_jaren": "Looptijd",
    "posts": "Aantal posten",
    "fte": "Tewerkstelling",
    "uitvoering": "Wie de ambassadeur in dienst neemt",
    "plan_einde": "Laatste jaar van het meerjarenplan",
    "afsluitmoment": "Wanneer een toeleiding geslaagd is",
}
"""The facts as a reader knows them."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """A control of a form with a value of its own, beside that of the appointment; both as typed."""

    form: str
    control: str
    key: str
    own: str
    shared: str

    @property
    def text(self) -> str:
        """What deviates, in a Dutch sentence."""
        title = CALCULATORS[self.form].title
        return (
            f"{title}: {LABELS[self.key].lower()} is er apart ingevuld, {described(self.key, self.own)}. In je "
            f"aanstelling is dat {described(self.key, self.shared)}."
        )


def used_by(key: str) -> tuple[str, ...]:
    """The forms that show a fact of the appointment."""
    return tuple(form for form, shared in SHARED.items() if key in shared.values())


def firsts() -> Typed:
    """What stands in the forms for each fact before anybody changed it, as text."""
    found: dict[str, str] = {}
    for form, calculator in CALCULATORS.items():
        for control, key in SHARED[form].items():
            spec = calculator.specs[control]
            found.setdefault(key, to_form_text(spec, spec.default))
    return found


def described(key: str, typed: str) -> str:
    """A fact as a reader reads it: `1 maart 2027`, `80 %`; what cannot be read stays as it was typed."""
    form = used_by(key)[0]
    control = next(name for name, other in SHARED[form].items() if other == key)
    spec = CALCULATORS[form].specs[control]
    try:
        value = parse(spec, typed)
    except ValueError:
        return f"“{typed}”"
    return format_value(spec, value).lower() if spec.kind is Kind.CHOICE else format_value(spec, value)


def form_values(appointment: Typed, calculators: Mapping[str, Typed], form: str) -> dict[str, str]:
    """What stands in a form: its own values over those of the appointment. What is absent has its default."""
    shared = {control: appointment[key] for control, key in SHARED[form].items() if key in appointment}
    if form in WORKED_OUT and (total := _together(appointment, calculators)):
        shared["fte"] = total
    return shared | dict(calculators.get(form, {}))


def _together(appointment: Typed, calculators: Mapping[str, Typed]) -> str:
    """The percentage of all posts, on average over the term; empty with one lasting post, or a budget with errors."""
    raw = form_values(appointment, calculators, "budget")
    if raw.get("posts", "1") == "1" and not (raw.get("in_dienst") or raw.get("uit_dienst")):
        return ""
    calculator = CALCULATORS["budget"]
    try:
        inputs = calculator.read(raw)
    except InputErrors:
        return ""
    return to_form_text(calculator.specs["fte"], rounded(inputs.average_fte, 2))


def deviations(appointment: Typed, calculators: Mapping[str, Typed]) -> tuple[Deviation, ...]:
    """Where forms have a value of their own for what is in the appointment."""
    start = firsts()
    return tuple(
        Deviation(form, control, key, own[control], shared)
        for form, own in calculators.items()
        for control, key in SHARED[form].items()
        if control in own and own[control] != (shared := appointment.get(key, start[key]))
    )
