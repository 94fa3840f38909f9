"""The budget calculator as a reader meets it."""

import re
from decimal import Decimal

from playwright.sync_api import Browser, Page, expect

from calculators.budget.operating import EXAMPLES
from tests.browser.reader import unfold, until_figure

ADDRESS = "rekenhulp/budget/"


def value(page: Page, key: str) -> Decimal:
    """The machine value of a shown result."""
    text = page.locator(f"[data-result={key}]").get_attribute("data-value")
    assert text
    return Decimal(text)


def test_result_is_there_without_scripts(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + ADDRESS)
    assert value(page, "totaal") > 0
    assert page.locator("noscript").count()
    assert page.input_value("[name=fte]") == "80"
    context.close()


def test_worked_example_by_hand(page: Page, server: str) -> None:
    """A post of 80 % at € 61.400 from 1 March 2027, three years, € 9.000 operating costs, 2 %, € 20.000 subsidy."""
    page.goto(server + ADDRESS)
    categories = ("deelname", "vrijwilligers", "verplaatsing", "materiaal", "catering", "promotie")
    given = {f"werkingskosten_{category}": "1.500" for category in categories}
    given |= {"fte": "80", "jaarloonkost": "61.400", "startdatum": "2027-03-01", "looptijd_jaren": "3"}
    given |= {"index_loon": "2", "index_werking": "2", "subsidie": "€ 20.000,00"}
    unfold(page)
    for name, text in given.items():
        page.fill(f"[name={name}]", text)
    until_figure(page, "netto_totaal", "158463.34")  # less 20.000: the last edit, so the answer to all of them
    # A full year: 0,80 x 61.400 = 49.120 and 6 x 1.500: 58.120. Each calendar year after 2027 x 1,02, by twelfths.
    assert value(page, "totaal_2027") == Decimal("48433.33")  # 10/12: 40.933,33 + 6 x 1.250
    assert value(page, "totaal_2028") == Decimal("59282.4")  # x 1,02
    assert value(page, "totaal_2029") == Decimal("60468.05")  # x 1,0404: 51.104,45 + 6 x 1.560,60
    assert value(page, "totaal_2030") == Decimal("10279.56")  # 2/12 x 1,061208: 8.687,76 + 6 x 265,30
    assert value(page, "totaal_jaar_1") == Decimal("58313.73")  # 48.433,33 + 2/12 of 2028: 8.350,40 + 6 x 255
    assert value(page, "totaal_jaar_2") == Decimal("59480.01")  # 41.752 + 6 x 1.275 + 8.517,41 + 6 x 260,10
    assert value(page, "totaal_jaar_3") == Decimal("60669.6")  # 42.587,04 + 6 x 1.300,50 + 10.279,56
    assert value(page, "totaal") == Decimal("178463.34")
    assert value(page, "personeel_totaal") == Decimal("150827.94")
    assert value(page, "werking_totaal") == Decimal("27635.4")
    assert value(page, "netto_2027") == Decimal("28433.33")  # the subsidy falls in 2027
    assert value(page, "kost_per_traject") == Decimal("929.5")  # 178.463,34 / (80 x 0,80 x 3)
    page.click("[data-table=klasse] [data-key=klasse_60] th a")  # from an amount to how it came about
    expect(page.locator("#stap-klasse_60_totaal")).to_be_in_viewport()
    expect(page.locator("#stap-klasse_60_totaal")).to_contain_text("spel- en kampmateriaal")


def test_changed_fte_matches_an_independent_sum(page: Page, server: str) -> None:
    page.goto(server + ADDRESS)
    page.fill("[name=fte]", "50")
    factor = sum(1.02**year for year in range(3))
    until_figure(page, "totaal", f"{(0.5 * 61400 + 9000) * factor:.2f}")
    assert (page.locator("[data-step=personeel_jaar_2]").text_content() or "").startswith(
        "Personeel in jaar 2: 0,50 VTE ×"
    )
    expect(page.locator("[data-notice=fte_voorkeur]")).to_be_visible()
    page.fill("[name=fte]", "40")
    expect(page.locator("[data-notice=fte_minimum]")).to_be_visible()


def test_a_notice_about_one_field_stands_beside_it_too(page: Page, server: str) -> None:
    page.goto(server + ADDRESS)
    page.fill("[name=fte]", "40")
    field = page.locator("[name=fte]")
    beside = page.locator("#fte-melding")
    expect(beside).to_have_text(re.compile(r"^Let op: 40\s% ligt onder het minimum"))
    expect(field).to_have_accessible_description(re.compile("ligt onder het minimum"))
    link = page.locator("[data-notice=fte_minimum]").get_by_role("link", name="Naar dit veld")
    link.click()
    expect(field).to_be_focused()
    page.fill("[name=fte]", "100")
    expect(beside).to_have_count(0)
    expect(field).not_to_have_accessible_description(re.compile("minimum"))


def test_a_notice_leads_to_a_field_that_is_folded(page: Page, server: str) -> None:
    page.goto(server + ADDRESS)
    unfold(page)
    open_seldom(page, "ander moment")
    page.check("[name=groei_wijze][value=index]")
    expect(page.locator("#groei_wijze-melding")).to_contain_text("bevestigen bij BOSA")
    page.evaluate("for (const part of document.querySelectorAll('form details')) part.open = false")
    page.evaluate("document.querySelector('.rh-meer-meldingen').open = true")
    page.locator("[data-notice=indexpad]").get_by_role("link", name="Naar dit veld").click()
    expect(page.locator("[data-field=groei_wijze]")).to_be_in_viewport()


def test_wrong_values_are_explained_and_kept(page: Page, server: str) -> None:
    page.goto(server + ADDRESS)
    for wrong, message in (
        ("veel", "Vul bij “Tewerkstelling” een percentage in"),
        ("-2", "van 5"),
        ("500 %", "Aantal gelijke posten"),
    ):
        page.fill("[name=fte]", wrong)
        error = page.locator("#fte-fout")
        expect(error).to_contain_text(message, timeout=30_000)
        assert page.input_value("[name=fte]") == wrong
        assert page.get_attribute("[name=fte]", "aria-invalid") == "true"
        page.press("[name=fte]", "Enter")
        expect(page.locator("[data-errors]")).to_contain_text("Tewerkstelling")
    page.click("[data-errors] a")
    assert page.evaluate("document.activeElement.name") == "fte"
    page.fill("[name=fte]", "80")
    expect(page.locator("#fte-fout")).to_be_hidden()


def test_inputs_survive_a_reload_and_travel_in_a_link(page: Page, server: str) -> None:
    page.goto(server + ADDRESS)
    page.fill("[name=jaarloonkost]", "70.000")
    until_figure(page, "totaal_jaar_1", "65000")
    page.reload()
    assert page.input_value("[name=jaarloonkost]") == "70.000"
    until_figure(page, "totaal_jaar_1", "65000")
    page.click("[data-action=share]")
    expect(page.locator("[data-status]")).to_contain_text("link")
    link = page.url
    page.click("[data-action=reset]")
    until_figure(page, "totaal_jaar_1", "58120")
    page.fill("[name=fte]", "50")
    page.goto("about:blank")
    page.goto(link)
    until_figure(page, "totaal_jaar_1", "65000")
    page.click("[data-action=back]")
    assert page.input_value("[name=fte]") == "50"
    until_figure(page, "totaal_jaar_1", "39700")


SCALE = "Trap\tB1\tB2\n0\t17.300\t18.000\n1\t17.473\t18.900"


def open_seldom(page: Page, heading: str) -> None:
    """Unfold a section of the first post, or of the form."""
    page.locator("details:not([hidden]) > summary", has_text=heading).first.click()


def test_a_pasted_scale_makes_the_wage_rise(page: Page, server: str) -> None:
    """From 17.300 to 17.473 after a year is 1 %; a word in it is explained, and what was pasted stays."""
    page.goto(server + ADDRESS)
    unfold(page)
    page.fill("[name=index_loon]", "0")
    open_seldom(page, "anciënniteit")
    page.check("[name=ancienniteit][value=schaal]")
    expect(page.locator("#schaal-fout")).to_contain_text("Plak hier je loonschaal", timeout=30_000)
    page.fill("[name=schaal]", SCALE)
    until_figure(page, "personeel_2028", "49611.2")
    page.fill("[name=schaal_kolom]", "2")
    until_figure(page, "personeel_2028", "51576")
    wrong = SCALE.replace("18.900", "achttien")
    page.fill("[name=schaal]", wrong)
    expect(page.locator("#schaal_kolom-fout")).to_have_text(
        re.compile(r"Kolom 2, trap 1: daar staat geen getal\. Kies een andere kolom, of verbeter je schaal\."),
        timeout=30_000,
    )
    assert page.input_value("[name=schaal]") == wrong
    assert page.get_attribute("[name=schaal_kolom]", "aria-invalid") == "true"


def test_a_scale_is_kept_and_travels_in_a_link(page: Page, server: str) -> None:
    page.goto(server + ADDRESS)
    unfold(page)
    open_seldom(page, "anciënniteit")
    page.check("[name=ancienniteit][value=schaal]")
    page.fill("[name=schaal]", SCALE)
    until_figure(page, "personeel_2028", "50603.42")
    page.reload()
    until_figure(page, "personeel_2028", "50603.42")
    assert page.input_value("[name=schaal]") == SCALE
    rows = "Trap%20B1%20B2%7C0%2017.300%2018.000%7C1%2017.473%2018.900"
    page.goto("about:blank")
    link = f"cijfers_van=2026-11-26&ancienniteit=schaal&schaal={rows}&schaal_kolom=2&einde=4"
    page.goto(f"{server}{ADDRESS}#{link}")
    until_figure(page, "personeel_2028", "52607.52")
    expect(page.locator("html")).to_have_attribute("data-view", "shared")


def test_wages_along_the_index(page: Page, server: str) -> None:
    """Priced in March 2026: 49.120 × 2,24483 / 2,1647 in 2027, then 2,2972, then 2 % a year."""
    page.goto(server + ADDRESS)
    unfold(page)
    open_seldom(page, "ander moment")
    assert not page.locator("[name=index_stappen]").is_visible()
    page.check("[name=groei_wijze][value=index]")
    page.fill("[name=loon_prijs]", "2026-03-01")
    until_figure(page, "personeel_2027", "50938.33")
    expect(page.locator("[data-notice=indexpad]")).to_contain_text("bevestigen bij BOSA")
    page.fill("[name=index_stappen]", "1-1-2027 2,1647\n1-1-2028 2,1647")
    page.fill("[name=index_loon]", "0")
    until_figure(page, "personeel_2028", "49120")


def test_a_subsidy_for_a_period_is_asked_for_and_counts(page: Page, server: str) -> None:
    page.goto(server + ADDRESS)
    unfold(page)
    expect(page.locator("[name=subsidie_bedrag_1]")).to_be_hidden()
    page.fill("[name=subsidies_aantal]", "1")
    page.fill("[name=subsidie_bedrag_1]", "90.000")
    until_figure(page, "subsidie_1_totaal", "90000")
    assert value(page, "netto_totaal") == Decimal("87870.45")
    page.check("[name=subsidie_soort_1][value=deel]")
    expect(page.locator("[name=subsidie_bedrag_1]")).to_be_hidden()
    page.fill("[name=subsidie_deel_1]", "50")
    until_figure(page, "inkomsten_totaal", "88935.23")
    page.fill("[name=subsidie_van_1]", "2035-01-01")
    expect(page.locator("#subsidie_van_1-fout")).to_contain_text("De looptijd eindigt op")
    page.reload()
    expect(page.locator("[name=subsidie_deel_1]")).to_have_value("50")


def test_the_total_comes_before_all_else_and_programs_find_one_result_at_a_time(page: Page, server: str) -> None:
    page.goto(server + ADDRESS)
    page.evaluate("""() => {
      const total = document.querySelector("[data-result=totaal]");
      const cell = "[data-table=kalenderjaar] [data-key=totaal] td:last-child";
      const inTable = () => document.querySelector(cell).textContent;
      const states = (window.states = []);
      const note = () => states.push([total.textContent, total.dataset.value, inTable()]);
      new MutationObserver(note).observe(document.querySelector("[data-output]"), {
        subtree: true, childList: true, attributes: true, characterData: true });
      note();
    }""")
    page.fill("[name=fte]", "50")
    until_figure(page, "totaal", "121497.88")
    states = [tuple(state) for state in page.evaluate("() => window.states")]
    old, new = ("177870.45", "€\u00a0177.870,45"), ("121497.88", "€\u00a0121.497,88")
    assert list(dict.fromkeys(states)) == [
        ("€\u00a0177.870", *old),
        ("€\u00a0121.498", *old),
        ("€\u00a0121.498", *new),
    ]


def test_one_amount_that_stops_counting_is_told_where_the_reader_is(page: Page) -> None:
    page.goto("rekenhulp/budget/")
    page.fill("[name=werkingskosten]", "7.500")
    unfold(page)
    uncounted = page.locator(".rh-ongeteld").filter(visible=True)
    expect(uncounted).to_have_count(len(EXAMPLES))
    page.fill("[name=werkingskosten_vrijwilligers]", "2.000")
    expect(uncounted).to_have_count(0)
    status = page.locator("p[data-status]").first
    expect(status).to_contain_text("1 nieuwe waarschuwing: Je vulde minstens een van de zes")
    expect(status).to_contain_text("Het ene bedrag van € 7.500,00 telt niet meer.")


def test_a_notice_beside_a_field_goes_while_the_field_is_wrong(page: Page) -> None:
    page.goto("rekenhulp/looptijd/")
    page.fill("[name=looptijd_jaren]", "1,75")
    beside = page.locator("[data-field=looptijd_jaren] .rh-ernaast")
    expect(beside).to_be_visible()
    page.fill("[name=looptijd_jaren]", "0")
    expect(page.locator("#looptijd_jaren-fout")).to_be_visible()
    expect(beside).to_have_count(0)
