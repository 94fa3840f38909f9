"""Working out a printed formula as a reader with a pocket calculator does, from the numbers that it shows."""

import re
from fractions import Fraction

_UNREAD = re.compile(
    r"^[^:]*: "  # what comes first, in words
    r"|, [a-z].*$"  # how it was rounded
    r"|\([^\d)]*\)|uit jaar \d+"
    r"|(?<=\d) van € [\d.]+,\d\d"  # the whole that an amount is a part of
)
_TOKEN = re.compile(r"€ (?P<euro>\d[\d.]*,\d\d)|(?P<number>\d[\d.]*(?:,\d+)?)|[×/+−()%²³]|tot de (?P<power>\d+)e macht")
HALF_A_CENT = Fraction(1, 200)


class Formula:
    """A formula in Dutch notation; other words than those of a power are left out."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_TOKEN.finditer(_UNREAD.sub("", text.replace("\N{NO-BREAK SPACE}", " "))))
        self._at, self._moved = 0, -1

    def value(self, moved: int = -1) -> Fraction:
        """What it gives; with `moved` when the amount at that place is half a cent more."""
        self._at, self._moved = 0, moved
        found = self._sum()
        assert self._at == len(self._tokens), "all of it is read"
        return found

    def slack(self) -> Fraction:
        """By how much it may differ because the amounts in it were rounded to the cent."""
        amounts = [place for place, token in enumerate(self._tokens) if token["euro"]]
        return sum((abs(self.value(place) - self.value()) for place in amounts), Fraction(0))

    def _taken(self, *signs: str) -> str:
        """The next sign, if it is one of these."""
        if self._at < len(self._tokens) and self._tokens[self._at][0] in signs:
            self._at += 1
            return self._tokens[self._at - 1][0]
        return ""

    def _sum(self) -> Fraction:
        found = -self._product() if self._taken("−") else self._product()
        while sign := self._taken("+", "−"):
            found += (1 if sign == "+" else -1) * self._product()
        return found

    def _product(self) -> Fraction:
        found = self._power()
        while sign := self._taken("×", "/"):
            minus = -1 if self._taken("−") else 1
            found = found * minus * self._power() if sign == "×" else found / (minus * self._power())
        return found

    def _power(self) -> Fraction:
        found = self._atom()
        if sign := self._taken("²", "³", "%"):
            return found / 100 if sign == "%" else found ** (2 if sign == "²" else 3)
        if self._at < len(self._tokens) and (power := self._tokens[self._at]["power"]):
            self._at += 1
            return found ** int(power)
        return found

    def _atom(self) -> Fraction:
        if self._taken("("):
            found = self._sum()
            assert self._taken(")")
            return found
        token = self._tokens[self._at]
        self._at += 1
        shown = Fraction((token["euro"] or token["number"]).replace(".", "").replace(",", "."))
        return shown + HALF_A_CENT * (self._at - 1 == self._moved)
