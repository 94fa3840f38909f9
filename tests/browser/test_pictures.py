"""The pictures of results: their text stands beside them, and what they show follows the answers."""

from playwright.sync_api import Page, expect


def test_the_time_line_names_its_moments_and_follows_the_term(page: Page) -> None:
    page.goto("rekenhulp/looptijd/")
    line = page.locator("[data-chart=tijdlijn]")
    expect(line).to_contain_text("Laatste dag van het contract")
    before = line.locator("li:has(svg)").all_inner_texts()
    page.fill("[name=looptijd_jaren]", "5")
    expect(line.locator("li:has(svg)", has_text="Laatste dag van het contract")).to_contain_text("december 2031")
    assert line.locator("li:has(svg)").all_inner_texts() != before
    table = page.locator("[data-table=momenten]").text_content() or ""
    for label in ("Beslissen over verlenging", "Eerste inschrijving"):
        expect(line).to_contain_text(label)
        assert label in table


def test_a_mark_stays_within_the_drawing(page: Page) -> None:
    page.goto("rekenhulp/looptijd/")
    edges = page.locator("[data-chart=tijdlijn] rect").evaluate_all(
        "(all) => all.map((one) => [one.x.baseVal.value, one.x.baseVal.value + one.width.baseVal.value])"
    )
    assert edges
    assert all(0 <= left < right <= 1000.1 for left, right in edges)


def test_each_step_of_the_funnel_is_no_wider_than_the_one_above(page: Page) -> None:
    page.goto("rekenhulp/trajecten/")
    page.locator("[name=vrije_plaatsen]").evaluate("(field) => field.closest('details')?.setAttribute('open', '')")
    page.fill("[name=vrije_plaatsen]", "20")
    steps = page.locator("[data-chart=grenzen] li:has(svg)")
    expect(steps.last).to_contain_text("20")
    widths = steps.locator("rect").evaluate_all("(all) => all.map((one) => one.width.baseVal.value)")
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] < widths[0]
