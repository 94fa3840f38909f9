from pathlib import Path

import pytest

from tests.site.reading import Page, read_site


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, Page]:
    """Every page of the built site by its address."""
    return read_site(built_site)


@pytest.fixture(scope="session")
def built_site_pages(built_site: Path) -> dict[str, str]:
    """The HTML of every page of the built site by its address."""
    paths = sorted(built_site.rglob("*.html"))
    return {
        path.relative_to(built_site).as_posix().removesuffix("index.html"): path.read_text("utf-8") for path in paths
    }
