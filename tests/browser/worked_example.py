"""The worked example of the budget: how a reader changes it, and what it comes to."""

from playwright.sync_api import Page

from tests.browser.reader import until_figure

BUDGET = "rekenhulp/budget/"


def edit(page: Page, percentage: str) -> None:
    """Type a percentage in the budget."""
    page.fill("[name=fte]", percentage)


def answered(page: Page, percentage: int) -> None:
    """Wait until the result is right for this percentage of the worked example: 61.400 a year and 9.000 of costs."""
    until_figure(page, "totaal_jaar_1", f"{61_400 * percentage / 100 + 9_000:g}")
