"""A hundred budgets at once: every employment from 50 to 95 %, at ten yearly wages.

`python docs-dev/examples/hundred_budgets.py [FOLDER]` writes `budgets.csv` and `budgets.svg` there: the total by
employment, a line for each wage. The wages are examples, not figures of any source.
"""

import csv
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from calculators import budget
from calculators.core.numbers import format_euro
from calculators.render.html import Html, el

EMPLOYMENTS = range(50, 100, 5)
WAGES = range(50_000, 75_000, 2_500)
WIDTH, HEIGHT, EDGE = 720, 420, 40

type Row = tuple[int, int, Decimal]
"""An employment in percent, a yearly wage in euro, and the total over the term in euro."""


def rows() -> Iterator[Row]:
    """The total of each budget, worked out as on the site."""
    for wage in WAGES:
        for employment in EMPLOYMENTS:
            inputs = budget.Inputs(fte=employment, jaarloonkost=wage, startdatum="2027-03-01")
            yield employment, wage, budget.calculate(inputs).total


def drawing(found: Sequence[Row]) -> Html:
    """The totals by employment: a line for each wage, and the lowest and highest total beside the axis."""
    totals = [total for _, _, total in found]
    low, high = min(totals), max(totals)

    def point(employment: int, total: Decimal) -> str:
        left = EDGE + (employment - EMPLOYMENTS[0]) * (WIDTH - 2 * EDGE) / (EMPLOYMENTS[-1] - EMPLOYMENTS[0])
        top = HEIGHT - EDGE - float((total - low) / (high - low)) * (HEIGHT - 2 * EDGE)
        return f"{left:.1f},{top:.1f}"

    lines = [
        el("polyline", points=" ".join(point(employment, total) for employment, paid, total in found if paid == wage))
        for wage in WAGES
    ]
    words = [
        el("text", format_euro(total, 0), x="5", y=point(50, total).split(",")[1], stroke="none", fill="black")
        for total in (low, high)
    ]
    size = f"0 0 {WIDTH} {HEIGHT}"
    return el("svg", lines, words, xmlns="http://www.w3.org/2000/svg", viewBox=size, fill="none", stroke="teal")


def main(folder: Path) -> None:
    """Write both files."""
    found = list(rows())
    with (folder / "budgets.csv").open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows([("fte", "jaarloonkost", "totaal"), *found])
    (folder / "budgets.svg").write_text(drawing(found), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if sys.argv[1:] else "."))
