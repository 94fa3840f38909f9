"""`site.toml`, in which a host makes the site its own: what is wrong in it is refused with a reason."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.core.contrast import contrast_with_white
from macros import own
from tests.conftest import ROOT

DOCS = ROOT / "docs"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("titel = 'x'", "titel: unknown"),
        ("title = 3", "title: a text is needed"),
        ("colour = 'red'", "colour: red: write it as #17565e"),
        ("colour = '#ffcc00'", "colour: #ffcc00: white text on it has contrast 1.5"),
        ("logo = 'nergens.svg'", "logo: there is no file docs/nergens.svg"),
        ("[notes]\nnergens = 'x'", "notes: nergens: there is no such page"),
        ("notes = 'x'", "notes: a table is needed"),
        ("title =", "site.toml: "),
        ("title = 'Jeugd <b>'", "title: write it on one line, without < and >"),
        ('mail = "a@voorbeeld.be\\nCanonical: kwaad"', "mail: write it on one line, without < and >"),
    ],
)
def test_what_is_wrong_stops_the_build_with_a_reason(text: str, message: str) -> None:
    with pytest.raises(own.OwnError, match=re.escape(message)):
        own.read(text, DOCS)


def test_without_a_file_all_stays_as_it_is(tmp_path: Path) -> None:
    assert own.load(tmp_path / "site.toml", DOCS) == own.Own()
    assert own.Own().style == ""


@given(st.integers(0, 0xFFFFFF))
def test_a_colour_that_is_taken_can_be_read_on(value: int) -> None:
    colour = f"#{value:06x}"
    try:
        own.read(f"colour = '{colour}'", DOCS)
    except own.OwnError:
        assert contrast_with_white(*bytes.fromhex(colour[1:])) < 4.5
    else:
        assert contrast_with_white(*bytes.fromhex(colour[1:])) >= 4.5
