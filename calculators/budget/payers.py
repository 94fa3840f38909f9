"""Who pays what: the net cost shared among municipalities or partners, by fixed shares or by inhabitants."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from calculators.budget.repeated import Repeated, numbered
from calculators.core.fields import FormInputs, choice_field, number_field, text_field, whole_field
from calculators.core.numbers import as_decimal, format_number, format_percent, in_parts, rounded

GROUP = "Wie betaalt wat"
BY_SHARE, BY_INHABITANTS = "deel", "inwoners"
MOST_INHABITANTS = 10_000_000


@dataclass(frozen=True, kw_only=True)
class Payer(FormInputs):
    """One who pays a part of the net cost."""

    betaler_naam: str | None = text_field("Naam", group=GROUP, help="Bijvoorbeeld: gemeente A, of de vzw.")
    betaler_aandeel: Decimal | None = number_field(
        "Aandeel",
        None,
        maximum=MOST_INHABITANTS,
        group=GROUP,
        percent_if=("betalers_wijze", (BY_SHARE,)),
        help="Het procent, of het aantal inwoners, zoals je hierboven koos. Leeg bij een procent: wat overblijft.",
    )


PAYERS = Repeated(Payer, "betalers_aantal", 8, "Betaler")


@dataclass(frozen=True, kw_only=True)
class Sharing(FormInputs):
    """How the net cost is shared. Without payers it is not."""

    betalers_aantal: int = whole_field(
        "Over hoeveel besturen of partners verdeel je de nettokost?",
        0,
        maximum=PAYERS.most,
        group=GROUP,
        help="0 als één bestuur alles betaalt.",
    )
    betalers_wijze: str = choice_field(
        "Hoe verdeel je ze?",
        BY_SHARE,
        ((BY_SHARE, "Elk een vast deel, in procent"), (BY_INHABITANTS, "Volgens het aantal inwoners")),
        group=GROUP,
        shown_if=(PAYERS.count, tuple(str(count) for count in range(1, PAYERS.most + 1))),
    )
    betalers: tuple[Payer, ...] = ()

    @cached_property
    def all_payers(self) -> tuple[Payer, ...]:
        """Who pays; one that was not given has the defaults."""
        return PAYERS.counted(self.betalers, self.betalers_aantal)

    @property
    def payer_names(self) -> tuple[str, ...]:
        """What each is called: as the reader says, or by number."""
        return PAYERS.called(payer.betaler_naam for payer in self.all_payers)

    @cached_property
    def shares(self) -> tuple[Fraction, ...]:
        """The part of the net cost that each pays; together 1.

        Our rules: who has no percentage shares what the others leave, equally; without any number of inhabitants all
        pay the same.
        """
        given = [payer.betaler_aandeel for payer in self.all_payers]
        if self.betalers_wijze == BY_SHARE:
            open_ = given.count(None)
            rest = 100 - sum((share for share in given if share is not None), Decimal(0))
            return tuple(Fraction(rest) / open_ / 100 if share is None else Fraction(share) / 100 for share in given)
        total = sum((count or 0 for count in given), Decimal(0))
        return tuple(Fraction(count or 0) / Fraction(total) if total else Fraction(1, len(given)) for count in given)

    def paid(self, per_year: Iterable[Decimal]) -> tuple[tuple[Decimal, ...], ...]:
        """How amounts per year, in euro, are divided: for each payer an amount per year, which add up to the whole."""
        parts = [in_parts(Fraction(amount), self.shares) for amount in per_year]
        return tuple(zip(*parts, strict=True))

    def share_errors(self) -> dict[str, str]:
        """What is wrong with the shares, by input: percentages are 100 together."""
        given = [payer.betaler_aandeel for payer in self.all_payers]
        filled = [share for share in given if share is not None]
        if not given or self.betalers_wijze != BY_SHARE:
            return {}
        total = sum(filled, Decimal(0))
        if total > 100 or (total < 100 and len(filled) == len(given)):
            last = max(number for number, share in enumerate(given, start=1) if share is not None)
            text = f"Alle delen samen zijn {format_percent(total)}; ze moeten 100\u00a0% zijn."
            return {numbered("betaler_aandeel", last): f"{text} Laat een deel leeg om het te laten berekenen."}
        return {}

    def share_text(self, number: int) -> str:
        """The part that the nth one pays, as it is written in a formula: `60 %`, `1/3`, `12.000/40.000 inwoners`."""
        payer, share = self.all_payers[number - 1], self.shares[number - 1]
        counts = [payer.betaler_aandeel or 0 for payer in self.all_payers]
        if self.betalers_wijze == BY_INHABITANTS and any(counts):
            return (
                f"{format_number(Decimal(payer.betaler_aandeel or 0))}/{format_number(Decimal(sum(counts)))} inwoners"
            )
        percent = rounded(as_decimal(share * 100), 6)
        if Fraction(percent) == share * 100:
            return format_percent(percent)
        return "/".join(format_number(Decimal(part)) for part in share.as_integer_ratio())
