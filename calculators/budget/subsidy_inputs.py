"""What the reader says of a subsidy that is not given per calendar year."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from calculators.budget.repeated import Repeated
from calculators.core.fields import (
    FormInputs,
    choice_field,
    date_field,
    money_field,
    percent_field,
    text_field,
    whole_field,
)
from calculators.core.periods import DateRange, after_term, format_date, overlap

GROUP = "Inkomsten"

PERIOD, YEARLY, SHARE, RESULT = "periode", "jaar", "deel", "resultaat"
KINDS = (
    (PERIOD, "Eén bedrag voor de hele periode"),
    (YEARLY, "Een bedrag per projectjaar"),
    (SHARE, "Een deel van de kosten"),
    (RESULT, "Een bedrag per resultaat"),
)
ALL_COSTS, STAFF_COSTS, RUNNING_COSTS = "alles", "personeel", "werking"
COSTS = (
    (ALL_COSTS, "Alle kosten"),
    (STAFF_COSTS, "Alleen het personeel"),
    (RUNNING_COSTS, "Alleen de werkingskosten"),
)


def _for(*kinds: str) -> tuple[str, tuple[str, ...]]:
    return "subsidie_soort", kinds or tuple(kind for kind, _ in KINDS)


@dataclass(frozen=True, kw_only=True)
class Subsidy(FormInputs):
    """One subsidy: so much for a period, a project year or a result, or a share of the costs.

    Its project years are counted from its first day: that of the appointment, unless it has one of its own. It may
    begin before the term and end after it: of that, nothing counts.
    """

    subsidie_naam: str | None = text_field("Naam", group=GROUP, help="Bijvoorbeeld: de oproep, of wie ze geeft.")
    subsidie_soort: str = choice_field("Hoe is deze subsidie bepaald?", PERIOD, KINDS, group=GROUP)
    subsidie_bedrag: Decimal = money_field(
        "Bedrag",
        0,
        group=GROUP,
        shown_if=_for(PERIOD, YEARLY, RESULT),
        help="Voor de hele periode, per projectjaar of per resultaat, zoals je hierboven koos.",
    )
    subsidie_resultaten: int | None = whole_field(
        "Resultaten per projectjaar",
        None,
        maximum=10_000,
        group=GROUP,
        shown_if=_for(RESULT),
        help="Bijvoorbeeld geslaagde toeleidingen. Reken voorzichtig: wie ze niet haalt, krijgt minder.",
    )
    subsidie_deel: Decimal = percent_field("Deel dat de subsidie betaalt", 0, group=GROUP, shown_if=_for(SHARE))
    subsidie_kosten: str = choice_field("Van welke kosten?", ALL_COSTS, COSTS, group=GROUP, shown_if=_for(SHARE))
    subsidie_maximum: Decimal | None = money_field(
        "Maximum over de hele periode",
        None,
        group=GROUP,
        shown_if=_for(SHARE, RESULT),
        help="Leeg als er geen maximum is.",
    )
    subsidie_groei: Decimal = percent_field(
        "Groei per projectjaar",
        0,
        minimum=-10,
        maximum=25,
        group=GROUP,
        shown_if=_for(YEARLY, RESULT),
        help="0 als het bedrag niet geïndexeerd wordt.",
    )
    subsidie_van: date | None = date_field(
        "Van",
        None,
        group=GROUP,
        shown_if=_for(),
        help="Leeg: vanaf de start van de aanstelling. Mag vroeger: alleen wat in de looptijd valt, telt.",
    )
    subsidie_tot: date | None = date_field(
        "Tot en met",
        None,
        group=GROUP,
        shown_if=_for(),
        help="Leeg: tot het einde van de looptijd. Mag later: alleen wat in de looptijd valt, telt.",
    )
    subsidie_eigen: Decimal | None = percent_field(
        "Eigen aandeel dat ze vraagt",
        None,
        group=GROUP,
        shown_if=_for(),
        help="In procent van alle kosten. Leeg als er geen voorwaarde is.",
    )

    @property
    def most(self) -> Decimal | None:
        """The most that is paid over the whole period, in euro, of kinds that may have a maximum."""
        return self.subsidie_maximum if self.subsidie_soort in (SHARE, RESULT) else None

    def period(self, start: date, end: date) -> DateRange:
        """Its first day, and the first day after its last one, for an appointment from `start` up to `end`."""
        return self.subsidie_van or start, self.subsidie_tot + timedelta(1) if self.subsidie_tot else end

    def counted(self, start: date, end: date) -> DateRange:
        """The part of its period that falls in a term from `start` up to `end`; the rest counts for nothing."""
        return overlap(self.period(start, end), (start, end))

    def misfits(self, start: date, end: date) -> dict[str, str]:
        """What is wrong with its dates, by input: they are in order, and touch the term from `start` up to `end`."""
        first, after = self.period(start, end)
        if first >= end:
            return {"subsidie_van": after_term(end)}
        if after <= first:
            return {"subsidie_tot": f"Deze subsidie begint op {format_date(first)}: neem die dag of een latere."}
        if after <= start:
            return {"subsidie_tot": f"De looptijd begint op {format_date(start)}: neem die dag of een latere."}
        return {}


SUBSIDIES = Repeated(Subsidy, "subsidies_aantal", 6, "Subsidie")
