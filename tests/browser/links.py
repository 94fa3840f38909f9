"""A link with figures, and a reader who opens it."""

from playwright.sync_api import Page, expect

from calculators.core.parameters import NEWEST
from tests.browser.reader import until_there
from tests.browser.worked_example import BUDGET, answered, edit

VIEW = "html[data-view=shared]"
HASH = f"cijfers_van={NEWEST.isoformat()}&fte=60&jaarloonkost=61.400&einde=3"
LINK = f"{BUDGET}#{HASH}"


def type_own(page: Page) -> None:
    """Work out a budget of one's own."""
    page.goto(BUDGET)
    edit(page, "90")
    answered(page, 90)


def visit(page: Page, server: str, link: str) -> None:
    """Open a link in the tab, as from elsewhere."""
    page.goto("about:blank")
    page.goto(server + link)


def look(page: Page, server: str, link: str = LINK) -> None:
    """Open a link in the tab, whose figures are then shown."""
    visit(page, server, link)
    until_there(page, VIEW)
    expect(page.locator("[data-looks]")).to_be_visible()
