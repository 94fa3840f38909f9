"""What comes out of the printer: everything that was filled in, dark ink on white, and no buttons."""

from collections.abc import Callable
from pathlib import Path
from subprocess import run

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stored import NO_SCRIPT
from tests.office import program

BEFORE = [f"Lijn {number} van onze overtuiging." for number in range(1, 91)]
"""More than fits on a page."""
DARK = "localStorage.setItem('/.__palette', JSON.stringify({ index: 1, color: { scheme: 'slate' } }))"
LUMINANCE = """(elements) => elements.map((one) => {
  const of = (value) => {
    const [red, green, blue, alpha = 1] = value.match(/[\\d.]+/g).map(Number);
    return alpha * (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255 + 1 - alpha;
  };
  const { color, backgroundColor, colorScheme } = getComputedStyle(one);
  return [of(color), of(backgroundColor), colorScheme, one.outerHTML.slice(0, 80)];
})"""
"""Of the text and of what is behind it, on white paper: 0 is black, 1 is white; then the scheme of the controls."""


def printed(page: Page, folder: Path) -> str:
    """The text of the page on paper."""
    target = folder / "pagina.pdf"
    page.pdf(path=target, format="A4")
    return run([program("pdftotext"), "-layout", target, "-"], check=True, capture_output=True, text=True).stdout


def fill_checklist(page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    page.click("[data-item=s2-01] summary")
    page.select_option("[name='s2-01.status']", "bezig")
    page.fill("[name='s2-01.who']", "Noor van de jeugddienst")
    page.fill("[name='s2-01.by']", "2027-03-31")
    page.fill("[name='s2-01.note']", "Eerst de cijfers.\nDan de scholen.\nDan de wijk.\nOp het einde het college.")
    page.click("[data-item=s2-01] summary")


def fill_dossier(page: Page, server: str) -> None:
    page.goto(server + "dossier/")
    page.fill("[name=organisatie]", "Gemeente Voorbeeldegem")
    page.fill("[name=overtuigingen]", "\n".join(BEFORE))
    page.check("[name=strategieen][value=individuele-toeleiding]")
    page.click("[data-add]")
    page.fill("[data-part=naam]", "Chiro De Linde")


def fill_budget(page: Page, server: str) -> None:
    page.goto(server + "rekenhulp/budget/")
    page.fill("[name=jaarloonkost]", "64.250,50")
    page.locator("[data-state]", has_text="jouw cijfers").wait_for()


def test_a_checklist_on_paper_says_who_does_what_and_when(page: Page, server: str, tmp_path: Path) -> None:
    fill_checklist(page, server)
    text = printed(page, tmp_path)
    for filled in ("Bezig", "Noor van de", "jeugddienst", "31 maart 2027", "Eerst de cijfers.", "Op het einde"):
        assert filled in text
    for useless in ("Toon", "Nog niet klaar", "Status, wie", "Maak ingevuld", "Blanco", "Wis alles", "Neem de"):
        assert useless not in text
    assert "Jouw dossier" not in text, "no breadcrumbs"


def test_a_dossier_on_paper_holds_long_texts_whole(page: Page, server: str, tmp_path: Path) -> None:
    fill_dossier(page, server)
    text = printed(page, tmp_path)
    assert [line for line in BEFORE if line not in text] == []
    for filled in ("Gemeente Voorbeeldegem", "Individuele toeleiding", "Chiro De Linde"):
        assert filled in text
    for useless in ("Structureel werken", "Verwijder", "Voeg een partner toe", "Je documenten", "Maak ingevuld"):
        assert useless not in text, "neither buttons nor strategies that were not chosen"


def test_a_budget_on_paper_has_the_figures_and_no_buttons(page: Page, server: str, tmp_path: Path) -> None:
    fill_budget(page, server)
    text = printed(page, tmp_path)
    assert "64.250,50" in text
    assert page.locator("[data-result=totaal]").first.inner_text().replace("\xa0", " ") in text.replace("\xa0", " ")
    for useless in ("Bereken\n", "Kopieer een link", "Probeer:", "Bewaar als scenario", "Scenario’s vergelijken"):
        assert useless not in text


def pages_of(page: Page, folder: Path) -> int:
    """How many pages a print of the page has."""
    target = folder / "bladen.pdf"
    page.pdf(path=target, format="A4")
    told = run(["pdfinfo", target], check=True, capture_output=True, text=True).stdout
    return int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:")))


def test_a_budget_on_paper_is_a_sheet_with_its_origin(page: Page, server: str, tmp_path: Path) -> None:
    page.goto(server + "dossier/")
    page.locator("[name=organisatie]").evaluate("field => field.closest('details')?.setAttribute('open', '')")
    page.fill("[name=organisatie]", "Gemeente Voorbeeldegem")
    fill_budget(page, server)
    total = page.locator("[data-result=totaal]").first
    acts: list[Callable[[], None]] = [
        lambda: page.check("[name=uitvoering][value=extern]"),
        lambda: page.fill("[name=fte]", "70"),
    ]
    for act in acts:
        before = total.get_attribute("data-value") or ""
        act()
        expect(total).not_to_have_attribute("data-value", before)  # else the paper says that the result is an old one
    text = printed(page, tmp_path)
    for told in (
        "Budgetfiche",
        "Gemeente Voorbeeldegem",
        "Raming van",
        "vrijdag 1 januari 2027",
        "Budget per kalenderjaar",
    ):
        assert told in text
    for useless in ("Hoe we rekenen", "Hoe komen we aan", "Hoe je het leest", "Budget per klasse", "Verfijn"):
        assert useless not in text
    assert pages_of(page, tmp_path) <= 2
    page.evaluate("document.documentElement.dataset.print = 'alles'")
    assert pages_of(page, tmp_path) > 2


@pytest.mark.parametrize("address", ["", "rekenhulp/budget/", "rekenhulp/looptijd/", "checklist/", "dossier/"])
def test_no_page_of_a_print_is_empty(page: Page, server: str, tmp_path: Path, address: str) -> None:
    page.goto(server + address)
    page.wait_for_function("window.document$")  # the theme's script opens what is folded, for paper
    *pages, rest = printed(page, tmp_path).split("\f")
    assert pages
    assert all(page.strip() for page in pages)
    assert not rest


def test_a_budget_on_paper_writes_figures_in_one_way_and_marks_examples(
    page: Page, server: str, tmp_path: Path
) -> None:
    """However they were typed: with a unit, with spaces or without; and an example is nobody's own figure."""
    page.goto(server + "rekenhulp/budget/")
    for name, typed in {"fte": "60 %", "jaarloonkost": "70000", "subsidie": "2 500,50"}.items():
        page.fill(f"[name={name}]", typed)
    expect(page.locator("[data-result=inkomsten_totaal]").first).to_have_attribute("data-value", "2500.5")
    rows = [" ".join(line.split()) for line in printed(page, tmp_path).splitlines()]
    text = "\n".join(rows)
    for told in ("60 %", "€ 70.000", "€ 2.500,50", "€ 9.000 (voorbeeld)"):
        assert told in text
    for wrong in ("% %", "€ 70000", "€ 70.000 (voorbeeld)"):
        assert wrong not in text


@pytest.mark.parametrize("fill", [fill_checklist, fill_dossier, fill_budget])
def test_who_reads_in_the_dark_prints_dark_ink_on_white(
    page: Page, server: str, fill: Callable[[Page, str], None]
) -> None:
    page.goto(NO_SCRIPT)
    page.evaluate(DARK)
    fill(page, server)
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.emulate_media(media="print", color_scheme="dark")
    shown = ".md-content :is(h1, h2, p, label, small, input, select, textarea, td, th, dd, .rh-melding)"
    for text, behind, scheme, which in page.locator(shown).filter(visible=True).evaluate_all(LUMINANCE):
        assert text < 0.5 < behind, which
        assert scheme == "light", which


def test_the_switch_brings_no_dark_to_paper(page: Page, server: str) -> None:
    page.goto(server + "checklist/")
    page.get_by_role("button", name="Donkere weergave").click()
    labels = page.locator(".md-content label")
    assert labels.evaluate_all(LUMINANCE)[0][0] > 0.5, "pale on the screen"
    page.emulate_media(media="print")
    assert labels.evaluate_all(LUMINANCE)[0][0] < 0.5


BROKEN = """(cells) => cells.filter((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return !/\\s/.test(cell.textContent) && new Set(Array.from(range.getClientRects(), ({ top }) => top)).size > 1;
}).map((cell) => cell.textContent)"""


@pytest.mark.parametrize("address", ["stap-3-keuze/", "checklist/"])
def test_no_heading_of_the_checklist_breaks_in_a_word_on_paper(page: Page, server: str, address: str) -> None:
    page.set_viewport_size({"width": 640, "height": 900})  # A4 within its margins, about
    page.goto(server + address)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    heads = page.locator(".checklist-papier thead th")
    assert heads.count() >= 6
    assert heads.evaluate_all(BROKEN) == []


@pytest.mark.parametrize("address", ["", "stap-3-keuze/", "bronnen/"])
def test_only_addresses_of_other_sites_stand_on_paper(page: Page, server: str, tmp_path: Path, address: str) -> None:
    page.goto(server + address)
    text = printed(page, tmp_path)
    assert "<https://" in text
    assert "#term-" not in text


LINE = """(field) => {
  const { borderBottomColor, boxShadow } = getComputedStyle(field);
  return [borderBottomColor, boxShadow];
}"""


def test_on_paper_a_field_that_is_wrong_is_a_line_like_any_other(page: Page, server: str) -> None:
    """What is wrong with it stands beside it in words."""
    page.goto(server + "rekenhulp/trajecten/")
    page.fill("[name=fte]", "veel")
    expect(page.locator("[name=fte]")).to_have_attribute("aria-invalid", "true")
    page.emulate_media(media="print")
    right, wrong = (page.locator(f"[name={name}]").evaluate(LINE) for name in ("looptijd_jaren", "fte"))
    assert wrong == right
