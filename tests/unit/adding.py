"""Reads the tables of a page as a reader adds them up: what misses, in words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from html.parser import HTMLParser

from calculators.core.numbers import parse


@dataclass
class Row:
    key: str
    sum_of: str
    amounts: list[Decimal] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)


@dataclass
class Table:
    row_sums: bool
    rows: list[Row] = field(default_factory=list)


class Tables(HTMLParser):
    """All tables of a page that hold amounts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tables: list[Table] = []
        self._in_amount = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "table":
            self.tables.append(Table("data-row-sums" in told))
        elif tag == "tr" and self.tables:
            self.tables[-1].rows.append(Row(told.get("data-key", ""), told.get("data-sum-of", "")))
        elif tag == "td":
            self._in_amount = "data-value" in told
            if self._in_amount:
                self.tables[-1].rows[-1].amounts.append(Decimal(told["data-value"]))

    def handle_data(self, data: str) -> None:
        if self._in_amount:
            self.tables[-1].rows[-1].shown.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_amount = self._in_amount and tag != "td"


def misses(html: str) -> Iterator[str]:
    """What does not add up on a page, and what has an amount but no key."""
    for table in Tables(html).tables:
        rows = {row.key: row for row in table.rows}
        for row in table.rows:
            if row.amounts and not row.key:
                yield f"a row without a key: {row.amounts}"
            if list(map(number, row.shown)) != row.amounts:
                yield f"{row.key}: {row.shown} is not {row.amounts}"
            if table.row_sums and row.amounts and row.amounts[-1] != sum(row.amounts[:-1]):
                yield f"{row.key}: the row {row.amounts}"
            if row.sum_of and row.amounts != summed(row.sum_of, rows):
                yield f"{row.key}: the columns {row.amounts} of {row.sum_of}"


def number(shown: str) -> Decimal:
    """An amount as it is shown, also one with a sign before it: `+ € 12,50`, `− € 12,50`."""
    amount = parse(shown.lstrip("+−\u00a0"))
    return -amount if shown.startswith("−") else amount


def summed(sum_of: str, rows: dict[str, Row]) -> list[Decimal]:
    """Each column of the rows that are named, added up; what has a minus goes off."""
    parts = [(rows[name.removeprefix("-")].amounts, -1 if name.startswith("-") else 1) for name in sum_of.split()]
    return [sum((amounts[column] * sign for amounts, sign in parts), Decimal(0)) for column in range(len(parts[0][0]))]
