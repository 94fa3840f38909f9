"""One appointment, asked once: what several forms ask is kept in one place, and each of them shows it.

The stored `appointment` holds each shared fact once, as typed, by a key of `KEYS`. A form that keeps a value of its own
under the name of a shared control deviates from it: on purpose, or in a document of version 1, which asked everywhere.
Not everything is asked: where the budget has several posts, other forms show the percentage they make together.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from calculators.budget.inputs import MOST_POSTS, suffixed
from calculators.calculator import CALCULATORS
from calculators.core import content
from calculators.core.fields import Field, InputErrors, Kind, format_value, parse, to_form_text
from calculators.core.numbers import rounded

type Typed = Mapping[str, str]
"""Values by the name of a control, as typed."""


def _same(*names: str) -> Typed:
    return {name: name for name in names}


SHARED: Mapping[str, Typed] = {
    "budget": _same("startdatum", "contract", "looptijd_jaren", "fte", "uitvoering", "plan_einde"),
    "looptijd": _same("startdatum", "contract", "looptijd_jaren", "plan_einde"),
    "trajecten": _same("fte", "looptijd_jaren", "afsluitmoment"),
    "keuzehulp": _same("fte"),
    "dossier": _same("uitvoering", "afsluitmoment"),
}
"""For each form: which key of the appointment each of its shared controls shows. The budget comes first: it decides."""

STRATEGIES: Typed = {f"strategie_{one.id}": one.id for one in content.strategies()}
"""The controls of the chooser that show the strategies of the dossier: the id of each."""

KEYS = tuple(dict.fromkeys(key for shared in SHARED.values() for key in shared.values()))
"""Every fact of the appointment, by the name of its control."""

WORKED_OUT: Mapping[str, tuple[str, ...]] = {"trajecten": ("fte",), "keuzehulp": ("fte", "medewerkers")}
"""The controls that follow all posts together, by form: where the budget has several, or one that comes or goes."""

LABELS: Typed = {
    "startdatum": "Startdatum",
    "contract": "Soort contract",
    "looptijd_jaren": "Looptijd",
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
        title, fact = CALCULATORS[self.form].title, label(self.key)
        here, there = described(self.key, self.own), described(self.key, self.shared)
        return f"{title}: {fact[0].lower()}{fact[1:]} is er apart ingevuld, {here}. In je aanstelling is dat {there}."


def used_by(key: str) -> tuple[str, ...]:
    """The forms that show a fact of the appointment."""
    return tuple(form for form, shared in SHARED.items() if key in shared.values())


def firsts() -> Typed:
    """What stands in the forms for each fact before anybody changed it, as text."""
    found: dict[str, str] = {}
    for form, calculator in CALCULATORS.items():
        for control, key in _facts(form).items():
            spec = calculator.specs[control]
            found.setdefault(key, to_form_text(spec, spec.default))
    return found


def described(key: str, typed: str) -> str:
    """A fact as a reader reads it: `1 maart 2027`, `80 %`; what cannot be read stays as it was typed."""
    spec = _spec(key)
    try:
        value = parse(spec, typed)
    except ValueError:
        return f"“{typed}”"
    return format_value(spec, value).lower() if spec.kind is Kind.CHOICE else format_value(spec, value)


def label(key: str) -> str:
    """A fact as a reader knows it."""
    return LABELS[key] if key in LABELS else f"Strategie {_spec(key).label}"


def _spec(key: str) -> Field:
    form = "keuzehulp" if key in STRATEGIES else used_by(key)[0]
    control = next(name for name, other in _facts(form).items() if other == key)
    return CALCULATORS[form].specs[control]


def form_values(
    appointment: Typed, calculators: Mapping[str, Typed], form: str, strategies: Collection[str] = ()
) -> dict[str, str]:
    """What stands in a form: its own values over those of the appointment. What is absent has its default.

    `strategies` are those of the dossier, by id; without any the chooser shows its example.
    """
    shared = {control: appointment[key] for control, key in SHARED.get(form, {}).items() if key in appointment}
    if form == "keuzehulp" and strategies:
        shared |= _chosen(strategies)
    own = calculators.get(form, {})
    total = _together(appointment, calculators) if form in WORKED_OUT and "fte" not in own else ""
    if total:
        shared["fte"] = total
    values = shared | dict(own)
    if form == "keuzehulp" and total:
        values["medewerkers"] = calculators.get("budget", {}).get("posts", "1")
    return values


def _chosen(strategies: Collection[str]) -> dict[str, str]:
    return {control: "ja" if id_ in strategies else "nee" for control, id_ in STRATEGIES.items()}


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


def post_profiles(appointment: Typed, calculators: Mapping[str, Typed]) -> dict[int, str]:
    """The ids of the profiles that posts of the budget have, by the number of the post; only of posts that count."""
    raw = form_values(appointment, calculators, "budget") if calculators.get("budget") else {}
    count = int(found) if (found := raw.get("posts", "1").strip()) in map(str, range(1, MOST_POSTS + 1)) else 1
    given = {number: raw.get(suffixed("profiel", number), "") for number in range(1, count + 1)}
    known = {profile.id for profile in content.profiles()}
    return {number: id_ for number, id_ in given.items() if id_ in known}


def deviations(
    appointment: Typed, calculators: Mapping[str, Typed], strategies: Collection[str] = ()
) -> tuple[Deviation, ...]:
    """Where forms have a value of their own for what is in the appointment, or for the strategies of the dossier."""
    there = {**firsts(), **appointment, **_chosen(strategies)}
    return tuple(
        Deviation(form, control, key, own[control], there[key])
        for form, own in calculators.items()
        for control, key in _facts(form).items()
        if control in own and own[control] != there[key]
    )


def _facts(form: str) -> Typed:
    """The controls of a form that show a fact, the strategies of the dossier among them."""
    return {**SHARED.get(form, {}), **(_same(*STRATEGIES) if form == "keuzehulp" else {})}
