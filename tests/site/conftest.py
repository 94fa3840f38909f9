from pathlib import Path

import pytest

from tests.site.reading import Page, read_site


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, Page]:
    """Every page of the built site by its address."""
    return read_site(built_site)
