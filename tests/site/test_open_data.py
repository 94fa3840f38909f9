"""The built site offers the figures as files, from the page that explains them."""

from pathlib import Path

from tests.site.reading import Page
from tools import open_data

PAGE = "over/methode/"


def test_the_site_has_the_files_as_the_figures_are_now(built_site: Path) -> None:
    folder = built_site / "open-data"
    assert {path.name: path.read_bytes().decode("utf-8") for path in folder.iterdir()} == open_data.files()


def test_the_method_page_leads_to_every_file_and_names_the_licence(pages: dict[str, Page]) -> None:
    linked = {link.get("href") for link in pages[PAGE].all("a", having="download")}
    assert linked == {f"../../open-data/{name}" for name in open_data.files()}
    assert any("CC BY 4.0" in one.text for one in pages[PAGE].all("p"))


def test_every_column_is_explained_on_the_page(pages: dict[str, Page]) -> None:
    heads = {one.text for one in pages[PAGE].all("th") if one.get("scope") == "row"}
    assert heads >= {column.name for column in open_data.COLUMNS}
