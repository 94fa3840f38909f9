"""Choosing with the strategies in view: which profiles fit, which partners to engage, and what to watch.

Which profile belongs to which strategy, and on which side a strategy works, is our reading of the instrument.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calculators.core import content
from calculators.core.content import Strategy, profile_of
from calculators.core.fields import Field, InputErrors, Kind, choice_field, fields_of, percent_field, whole_field
from calculators.core.parameters.prefill import DatedInputs, own_values, prefilled
from calculators.core.results import (
    Cell,
    Line,
    Notice,
    Result,
    Row,
    Severity,
    Table,
    Trace,
    Unit,
    by_severity,
    totals_of,
)
from calculators.employment import employment_notices

TITLE = "Keuzehulp"
SIDES = {"vraag": "Vraagkant", "beide": "Beide kanten", "aanbod": "Aanbodkant"}
MANY = 4
"""From this many strategies on we ask for extra care: our own rule of thumb, no source names a limit."""

_FOCUS = (
    ("", "Nog niet gekozen"),
    ("doelgroep", "Een doelgroep"),
    ("buurt", "Een buurt"),
    ("vorm", "Een vorm van jeugdwerk"),
    ("anders", "Iets anders"),
)
_YES_NO = (("nee", "Nee"), ("ja", "Ja"))
CHOSEN_AT_FIRST = ("individuele-toeleiding", "verenigingsondersteuning")
"""The strategies that the form chose for the reader until 27 November 2026: links and documents of then count on it."""


def strategy_name(id_: str) -> str:
    """The name of the control that asks about a strategy."""
    return f"strategie_{id_}"


_NAMES = {strategy.id: strategy_name(strategy.id) for strategy in content.strategies()}


@dataclass(frozen=True, kw_only=True)
class Inputs(DatedInputs):
    """What the reader chose, `strategies` by their ids: nothing at first, as any choice of ours would steer.

    Raises `InputErrors` for an unknown strategy or a value out of bounds.
    """

    focus: str = choice_field(
        "Focus",
        "",
        _FOCUS,
        group="Focus",
        help="Waar zijn de noden het grootst, en is er een goede basis?",
        left_out="doelgroep",
    )
    strategies: tuple[str, ...] = ()
    fte: Decimal = prefilled(
        percent_field,
        "Tewerkstelling",
        "preferred_fte",
        employment=True,
        minimum=1,
        maximum=6000,
        group="Inzet",
        help="100\u00a0% is voltijds. Tel bij meer medewerkers hun percentages op.",
    )
    medewerkers: int = whole_field(
        "Aantal medewerkers",
        1,
        minimum=1,
        maximum=240,
        group="Inzet",
        help="Hoeveel mensen voeren de opdracht samen uit?",
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        unknown = [id_ for id_ in self.strategies if id_ not in _NAMES]
        if unknown:
            raise InputErrors({strategy_name(id_): "Deze strategie bestaat niet." for id_ in unknown})

    @property
    def chosen(self) -> tuple[Strategy, ...]:
        """The chosen strategies, in the instrument's order."""
        return tuple(strategy for strategy in content.strategies() if strategy.id in self.strategies)


def _declarations() -> dict[str, Field]:
    own = fields_of(Inputs)
    questions = {_NAMES[strategy.id]: _question(strategy) for strategy in content.strategies()}
    return {"focus": own["focus"], **questions, **own}


def _question(strategy: Strategy) -> Field:
    return Field(
        f"{strategy.number}. {strategy.name}",
        Kind.CHOICE,
        "nee",
        help=f"{SIDES[strategy.side]}. Profiel: {profile_of(strategy).name.lower()}.",
        choices=_YES_NO,
        group="Strategieën",
        left_out="ja" if strategy.id in CHOSEN_AT_FIRST else "",
    )


FIELDS = _declarations()
"""Every input by the name of its form control, in the order of the form."""


def from_values(values: Mapping[str, Any]) -> Inputs:
    """Make inputs from values by the names of the form controls. A strategy that is absent has its default."""
    own = own_values(Inputs, values)
    chosen = tuple(id_ for id_, name in _NAMES.items() if values.get(name, FIELDS[name].default) == "ja")
    return Inputs(**own, strategies=chosen)


def evaluate(inputs: Inputs) -> Result:
    """The profiles, sides and partners that follow from the chosen strategies.

    Keys of `totals`: `profielen`, `kanten` and `partners` (texts), `aantal_strategieen` and `fte` (percent).
    """
    chosen = inputs.chosen
    trace = Trace()
    profiles = ", ".join(profile_of(strategy).name for strategy in chosen).capitalize() or "Kies eerst een strategie"
    pairs = "; ".join(f"{strategy.name} → {profile_of(strategy).name}" for strategy in chosen)
    _add_text(trace, "profielen", "Passend profiel", profiles, pairs, "S3C.1", "S3C.2")
    pairs = "; ".join(f"{strategy.name}: {SIDES[strategy.side].lower()}" for strategy in chosen)
    _add_text(trace, "kanten", "Waar de ambassadeur werkt", _where(chosen), pairs, "S3B.3")
    _add_text(trace, "partners", "Partners om aan te spreken", ", ".join(_partners(chosen)) or "–", "", "S3B.4")
    trace.add(Line("aantal_strategieen", "Gekozen strategieën", len(chosen), Unit.NUMBER))
    trace.add(Line("fte", "Tewerkstelling in totaal", inputs.fte, Unit.PERCENT))
    tables = _tables(chosen)
    return Result(
        calculator="keuzehulp",
        lines=trace.pick("profielen", "kanten", "aantal_strategieen"),
        totals=totals_of(trace, tables),
        notices=_notices(inputs),
        trace=tuple(trace.lines),
        tables=tables,
    )


def _where(chosen: tuple[Strategy, ...]) -> str:
    """The sides on which these strategies work, in Dutch; strategies on different sides make it both."""
    sides = {strategy.side for strategy in chosen}
    if not sides:
        return "–"
    return SIDES[sides.pop()] if len(sides) == 1 else f"{SIDES['vraag']} en {SIDES['aanbod'].lower()}"


def _add_text(trace: Trace, key: str, label: str, text: str, reason: str, *facts: str) -> None:
    trace.add(Line(key, label, text, Unit.TEXT, reason, facts=facts, assumption=True))


def _tables(chosen: tuple[Strategy, ...]) -> tuple[Table, ...]:
    if not chosen:
        return ()
    profiles = tuple(
        _row(profile.name, "; ".join(profile.tasks), "; ".join(profile.qualities))
        for profile in map(profile_of, chosen)
    )
    partners = tuple(_row(name, ", ".join(reasons)) for name, reasons in _partners(chosen).items())
    ours = "Onze lezing: het instrument zegt niet welk profiel of welke partners bij welke strategie horen."
    return (
        Table("profielen", "Profielen die passen", ("Profiel", "Taken", "Sterk in"), profiles, ours),
        Table("partners", "Partners om aan te spreken", ("Partner", "Nodig voor"), partners),
    )


def _row(heading: str, *texts: str) -> Row:
    return Row(heading, tuple(Cell(text, Unit.TEXT) for text in texts))


def _partners(chosen: tuple[Strategy, ...]) -> dict[str, list[str]]:
    """The names of the strategies that need each partner, by partner; the most needed partner comes first."""
    needed_for: dict[str, list[str]] = {}
    for strategy in chosen:
        for partner in strategy.partners:
            needed_for.setdefault(partner, []).append(strategy.name.lower())
    return dict(sorted(needed_for.items(), key=lambda pair: -len(pair[1])))


def _notices(inputs: Inputs) -> tuple[Notice, ...]:
    found = (
        *_combination(inputs),
        *_sides(inputs),
        *employment_notices(inputs, inputs.fte),
        *_division(inputs),
        *_focus(inputs),
    )
    return by_severity(found)


def _combination(inputs: Inputs) -> Iterator[Notice]:
    count = len(inputs.chosen)
    if count == 0:
        yield Notice("geen_strategie", Severity.ADVICE, "Kies minstens één strategie.", ("S3B.1",))
    elif count == len(_NAMES):
        text = (
            "Alle zes de strategieën tegelijk: dat lukt niet. Volgens de samenvatting van het eindrapport is dat "
            "praktisch niet haalbaar, en past het ook niet in één profiel. Kies er minder."
        )
        yield Notice("alle_zes", Severity.WARNING, text, ("S3B.2",))
    elif count >= MANY:
        text = (
            f"{count} strategieën: dat is veel. Bewaak dat het haalbaar blijft voor de ambassadeur(s). "
            f"Dat we dit vanaf {MANY} strategieën zeggen, is onze vuistregel: geen bron noemt een grens."
        )
        yield Notice("veel_strategieen", Severity.ADVICE, text, ("S3B.2",))
    elif count > 1:
        text = "Je combineert strategieën. Bewaak dat het haalbaar blijft voor de ambassadeur(s)."
        yield Notice("combinatie", Severity.ADVICE, text, ("S3B.2",))
    if count:
        text = "Vraag de partners die je kiest om een engagementsverklaring te ondertekenen."
        yield Notice("engagement", Severity.ADVICE, text, ("S3B.4", "S3B.5"))


def _sides(inputs: Inputs) -> Iterator[Notice]:
    sides = {strategy.side for strategy in inputs.chosen}
    if sides not in ({"vraag"}, {"aanbod"}):
        return
    own, other = ("vraag", "aanbod") if sides == {"vraag"} else ("aanbod", "vraag")
    examples = " of ".join(strategy.name.lower() for strategy in content.strategies() if strategy.side == other)
    text = (
        f"Je kiest alleen voor de {SIDES[own].lower()}. Combineer waar het kan met de {SIDES[other].lower()}, "
        f"bijvoorbeeld met {examples}. Aan welke kant een strategie werkt, is onze lezing."
    )
    yield Notice(f"alleen_{own}", Severity.WARNING, text, ("S3B.3",))


def _division(inputs: Inputs) -> Iterator[Notice]:
    profiles = len(inputs.chosen)
    if profiles > 1 and inputs.medewerkers == 1:
        text = (
            "Eén persoon moet hier meer dan één profiel verenigen. Verdeel de opdracht als het kan over twee "
            "medewerkers die elkaar aanvullen en versterken."
        )
        yield Notice("verdelen", Severity.ADVICE, text, ("S3C.3", "S3D.4"), about="medewerkers")
    elif profiles > 1:
        text = "Kies medewerkers die elkaar aanvullen en versterken, en zet elk profiel op de juiste plaats."
        yield Notice("aanvullen", Severity.ADVICE, text, ("S3C.3", "S3D.4"))


_FOCUS_ADVICE: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "": ("Kies een focus: een doelgroep, een buurt, een vorm van jeugdwerk of iets anders.", ("S3A.1",)),
    "doelgroep": (
        "Hou ook inclusieve organisaties in beeld: die vullen doelgroepspecifieke werkingen aan.",
        ("S3A.4",),
    ),
    "buurt": ("Hou ook de ongeorganiseerde vrije tijd in de buurt in beeld: die heeft evengoed waarde.", ("S3A.3",)),
    "vorm": (
        "Blijf een breed spectrum zien: ook toeleiden naar sport en cultuur geeft meer geslaagde toeleidingen.",
        ("S3A.5", "S6A.11"),
    ),
    "anders": (
        "Toets je focus aan stap 2: waar zijn de noden het grootst, en is er een goede startbasis?",
        ("S3A.2",),
    ),
}
"""For each focus, the advice and the facts of the instrument that it rests on."""


def _focus(inputs: Inputs) -> Iterator[Notice]:
    text, facts = _FOCUS_ADVICE[inputs.focus]
    yield Notice("focus", Severity.ADVICE, text, facts, about="focus")
