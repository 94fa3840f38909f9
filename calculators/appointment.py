"""One appointment, asked once: what several forms ask is kept in one place, and each of them shows it.

The stored `appointment` holds each shared fact once, as typed, by a key of `KEYS`. A form that keeps its own value
under the name of a shared control deviates from it: on purpose, or because the document is of version 1, in which every
form asked for itself. With several posts in the budget, other forms do not ask for a percentage but show the average.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from calculators import budget
from calculators.budget.inputs import MOST_POSTS, suffixed
from calculators.calculator import CALCULATORS
from calculators.chooser import strategy_name
from calculators.core import content
from calculators.core.direction import closed
from calculators.core.fields import Field, InputErrors, Kind, format_value, parse, to_form_text
from calculators.core.numbers import rounded
from calculators.core.sentences import uncapitalised

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
"""For each form, the key of the appointment that each of its shared controls shows.

The budget comes first: its defaults are those of the appointment.
"""

STRATEGIES: Typed = {strategy_name(strategy.id): strategy.id for strategy in content.strategies()}
"""The id of the strategy that each control of the chooser asks about; the dossier has the same strategies."""

KEYS = tuple(dict.fromkeys(key for shared in SHARED.values() for key in shared.values()))
"""Every fact of the appointment, by the name of its control."""

WORKED_OUT: Mapping[str, tuple[str, ...]] = {"trajecten": ("fte",), "keuzehulp": ("fte", "medewerkers")}
"""For each form, the controls that show the posts together.

They do so if there are several posts, or one that does not last the whole term.
"""

LABELS: Typed = {
    "startdatum": "Startdatum",
    "contract": "Soort contract",
    "looptijd_jaren": "Looptijd",
    "fte": "Tewerkstelling",
    "uitvoering": "Wie de ambassadeur in dienst neemt",
    "plan_einde": "Laatste jaar van het meerjarenplan",
    "afsluitmoment": "Meetmoment van een geslaagde toeleiding",
}
"""The Dutch label of each fact."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """A control of a form whose `own` value differs from the `shared` one of the appointment; both as typed.

    `shared` is empty for a choice that was made in this form alone. With `together` it is what the posts of the budget
    come to: no form can say that for all others.
    """

    form: str
    control: str
    key: str
    own: str
    shared: str
    together: bool = False

    @property
    def text(self) -> str:
        """Which fact deviates in which form, with both values, in Dutch sentences."""
        title, fact = CALCULATORS[self.form].title, uncapitalised(label(self.key))
        field = CALCULATORS[self.form].fields[self.control]
        own = _described(field, self.own)
        shared = _described(field, self.shared) if self.shared else "nog niet gekozen"
        return f"{title}: {fact} is er apart ingevuld, {own}. In je aanstelling is dat {shared}."


def used_by(key: str) -> tuple[str, ...]:
    """The forms that show a fact of the appointment."""
    return tuple(form for form, shared in SHARED.items() if key in shared.values())


def firsts() -> Typed:
    """The default of each fact, by key, as form text: that of the first form that shows it."""
    defaults: dict[str, str] = {}
    for form, calculator in CALCULATORS.items():
        for control, key in _facts(form).items():
            field = calculator.fields[control]
            defaults.setdefault(key, to_form_text(field, field.default))
    return defaults


def unchosen() -> list[str]:
    """The facts that no form chooses for the reader."""
    return [key for key in firsts() if _spec(key).unchosen]


def described(key: str, typed: str) -> str:
    """A typed value as a reader would write it: `1 maart 2027`, `80 %`. What cannot be read comes back quoted."""
    return _described(_spec(key), typed)


def _described(field: Field, typed: str) -> str:
    try:
        value = parse(field, typed)
    except ValueError:
        return f"“{closed(typed)}”"
    return format_value(field, value).lower() if field.kind is Kind.CHOICE else format_value(field, value)


def label(key: str) -> str:
    """The Dutch label of a fact, or of a strategy in the chooser."""
    return LABELS[key] if key in LABELS else f"Strategie {_spec(key).label}"


def _spec(key: str) -> Field:
    form = "keuzehulp" if key in STRATEGIES else used_by(key)[0]
    control = next(name for name, fact in _facts(form).items() if fact == key)
    return CALCULATORS[form].fields[control]


def form_values(
    appointment: Typed, calculators: Mapping[str, Typed], form: str, strategies: Collection[str] = ()
) -> dict[str, str]:
    """The values that a form shows, by control as typed: its own take precedence over those of the appointment.

    A control that is absent shows its default. `strategies` are the ids in the dossier; without any, the chooser shows
    that none was chosen.
    """
    shared = {control: appointment[key] for control, key in SHARED.get(form, {}).items() if key in appointment}
    if form == "keuzehulp" and strategies:
        shared |= _chosen(strategies)
    own = calculators.get(form, {})
    several = _budget_of_several_posts(appointment, calculators) if form in WORKED_OUT and "fte" not in own else None
    if several:
        shared["fte"] = _average(several)
    values = shared | dict(own)
    if form == "keuzehulp" and several:
        values["medewerkers"] = str(several.people)
    return values


def _chosen(strategies: Collection[str]) -> dict[str, str]:
    return {control: "ja" if id_ in strategies else "nee" for control, id_ in STRATEGIES.items()}


def _budget_of_several_posts(appointment: Typed, calculators: Mapping[str, Typed]) -> budget.Inputs | None:
    """The budget, unless it has errors or a single post for the whole term."""
    raw = form_values(appointment, calculators, "budget")
    single = raw.get("posts", "1") == "1" and raw.get("aantal", "1") == "1"
    if single and not any(map(raw.get, ("in_dienst", "uit_dienst", "vacant_maanden"))):
        return None
    try:
        inputs: budget.Inputs = CALCULATORS["budget"].read(raw)
    except InputErrors:
        return None
    return inputs


def _average(several: budget.Inputs) -> str:
    """The average percentage of all posts over the term, as form text."""
    return to_form_text(CALCULATORS["budget"].fields["fte"], rounded(several.average_fte, 2))


def post_profiles(appointment: Typed, calculators: Mapping[str, Typed]) -> dict[int, str]:
    """The id of the profile of each post in the budget, by the number of the post from 1; posts without one are absent.

    A number of posts that cannot be read counts as one.
    """
    raw = form_values(appointment, calculators, "budget") if calculators.get("budget") else {}
    counts = {str(count): count for count in range(1, MOST_POSTS + 1)}
    numbers = range(1, counts.get(raw.get("posts", "1").strip(), 1) + 1)
    chosen = {number: raw.get(suffixed("profiel", number), "") for number in numbers}
    known = {profile.id for profile in content.profiles()}
    return {number: id_ for number, id_ in chosen.items() if id_ in known}


def deviations(
    appointment: Typed, calculators: Mapping[str, Typed], strategies: Collection[str] = ()
) -> tuple[Deviation, ...]:
    """Every control whose own value differs from the appointment, or from the strategies of the dossier."""
    shared = {**firsts(), **dict.fromkeys(unchosen(), ""), **appointment, **_chosen(strategies)}
    several = _budget_of_several_posts(appointment, calculators)
    total = _average(several) if several else ""
    found = (
        _deviation(form, control, key, own[control], shared[key], total)
        for form, own in calculators.items()
        for control, key in _facts(form).items()
        if control in own
    )
    return tuple(one for one in found if one.own != one.shared)


def _deviation(form: str, control: str, key: str, own: str, shared: str, total: str) -> Deviation:
    """A control beside the appointment or, where the form shows all posts together, beside their `total`."""
    together = bool(total) and control in WORKED_OUT.get(form, ())
    return Deviation(form, control, key, own, total if together else shared, together)


def _facts(form: str) -> Typed:
    """The key of the fact that each shared control of a form shows; in the chooser, strategies too."""
    strategies = _same(*STRATEGIES) if form == "keuzehulp" else {}
    return {**SHARED.get(form, {}), **strategies}
