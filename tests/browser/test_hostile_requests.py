"""Whatever is typed, pasted, kept or received: the reader's Python answers, as CPython does, and never traps."""

import pytest
from playwright.sync_api import Page

from browser.requests import requests
from tests.browser.reader import Reader

PAGE = "dossier/"


@pytest.mark.parametrize("family", ["hostile", "damaged"])
def test_readers_python_survives_anything(quick_tab: Page, pytestconfig: pytest.Config, family: str) -> None:
    seed, count = pytestconfig.getoption("--seed"), pytestconfig.getoption("--hostile") // 2
    quick_tab.goto(PAGE)
    reader = Reader(quick_tab)
    print(f"{family}: --seed {seed} --hostile {2 * count}")
    reader.answers(requests(family, seed, count))
    print(f"asked {reader.asked}, second half of the engine at {reader.second}")
    assert reader.asked == count
