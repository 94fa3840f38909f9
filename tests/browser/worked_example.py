"""The worked example of the budget: how a reader changes it, and what it comes to."""

from playwright.sync_api import Page

from tests.browser.reader import LONG

BUDGET = "rekenhulp/budget/"


IS_RIGHT = "(right) => document.querySelector('[data-result=totaal_jaar_1]')?.dataset.value === right"


def edit(page: Page, percentage: str) -> None:
    """Type a percentage in the budget."""
    page.fill("[name=fte]", percentage)


def answered(page: Page, percentage: int, timeout: int = LONG) -> None:
    """Wait until the result is right for this percentage of the worked example: 61.400 a year and 9.000 of costs."""
    right = f"{61_400 * percentage / 100 + 9_000:g}"
    page.wait_for_function(IS_RIGHT, arg=right, timeout=timeout)
