"""The reader's Python and the build's Python give the same answer to the last digit and the last letter.

Asked of the very files that readers get, in a browser, with requests that nobody chose: the seed is drawn anew in each
run, and no other Python may help out.
"""

import pytest
from playwright.sync_api import Page

from browser.requests import requests
from tests.browser.reader import Reader

PAGE = "rekenhulp/budget/"


def test_readers_python_answers_as_cpython_does(quick_tab: Page, pytestconfig: pytest.Config) -> None:
    seed, count = pytestconfig.getoption("--seed"), pytestconfig.getoption("--parity")
    quick_tab.goto(PAGE)
    reader = Reader(quick_tab)
    print(f"well_formed: --seed {seed} --parity {count}")
    reader.answers(requests("well_formed", seed, count))
    print(f"asked {reader.asked}, second half of the engine at {reader.second}")
    assert reader.asked == count
