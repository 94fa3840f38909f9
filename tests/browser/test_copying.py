"""A table is copied as numbers that a Dutch spreadsheet reads."""

from playwright.sync_api import Page, expect

CATCH = """() => {
  window.copied = "";
  const writeText = (text) => { window.copied = text; return Promise.resolve(); };
  Object.defineProperty(navigator, "clipboard", { value: { writeText } });
}"""


def test_a_table_is_copied_as_cells_with_plain_numbers(tab: Page) -> None:
    tab.goto("rekenhulp/budget/")
    tab.evaluate(CATCH)
    table = tab.locator("[data-table]:has([data-copy-table])").first
    first = table.locator("td[data-value]").first.get_attribute("data-value") or ""
    table.locator("[data-copy-table]").click()
    expect(tab.locator("[data-status]").first).to_contain_text("De tabel is gekopieerd")
    copied = tab.evaluate("copied")
    lines = copied.split("\n")
    assert len(lines) == table.locator("tr").count()
    assert f"{float(first):.2f}".replace(".", ",") in lines[1].split("\t"), "money, to the cent"
    assert "€" not in copied
