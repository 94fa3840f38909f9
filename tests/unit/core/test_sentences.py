"""First letters, numbers with their noun and enumerations, as sentences need them."""

import pytest

from calculators.core.sentences import capitalised, counted, listed, uncapitalised


@pytest.mark.parametrize(
    ("name", "first", "within"),
    [
        ("de VZW", "De VZW", "de VZW"),
        ("Een AVG-fiche", "Een AVG-fiche", "een AVG-fiche"),
        ("é", "É", "é"),
        ("", "", ""),
    ],
)
def test_only_the_first_letter_changes(name: str, first: str, within: str) -> None:
    assert (capitalised(name), uncapitalised(name)) == (first, within)


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 uren"), (1, "1 uur"), (2, "2 uren"), ("1", "1 uur"), ("1,5", "1,5 uren")]
)
def test_one_is_singular(count: int | str, text: str) -> None:
    assert counted(count, "uur", "uren") == text


@pytest.mark.parametrize(
    ("parts", "text"), [((), ""), (("a",), "a"), (("a", "b"), "a en b"), (("a", "b", "c"), "a, b en c")]
)
def test_the_last_of_several_follows_en(parts: tuple[str, ...], text: str) -> None:
    assert listed(parts) == text
