"""Rules of law have a source, a day and a confidence, and say where they were not read at their source."""

from dataclasses import replace

import pytest

from calculators.core import content, parameters
from calculators.core.content.reading import ContentError

RULES = content.rules()
GOOD = """
[[rule]]
id = "visum"
kind = "plicht"
subject = "Visum"
text = "Vraag het."
source = "Een gemeente"
checked_on = 2026-11-27
confidence = "middel"
origin = "bron"
"""


def test_every_kind_has_rules() -> None:
    assert {rule.kind for rule in RULES} == {"beslissing", "advies", "plicht", "drempel", "medefinanciering"}


def test_what_was_read_somewhere_has_its_address() -> None:
    for rule in RULES:
        assert bool(rule.url) == (rule.origin in {"bron", "via derden"}), rule.id
        assert not rule.url or rule.url.startswith(("https://", "http://")), rule.id


def test_only_what_was_read_at_its_source_needs_no_second_look() -> None:
    (read,) = content.parse("rules.toml", GOOD, content.Rule)
    assert not read.to_check
    assert replace(read, origin="via derden").to_check
    assert replace(read, origin="aanname").to_check
    assert not replace(read, origin="voorstel").to_check, "an idea of ours is no rule"


def test_an_assumption_is_never_of_high_confidence() -> None:
    assert all(rule.confidence != "hoog" for rule in RULES if rule.to_check)


def test_a_threshold_takes_its_amount_from_a_dated_figure() -> None:
    for rule in RULES:
        assert (rule.kind == "drempel") == (rule.figure is not None), rule.id
        if rule.figure:
            assert parameters.get(rule.figure).unit == "euro"
        assert "€" not in rule.text + rule.subject, "an amount in words would not change with its figure"


@pytest.mark.parametrize(
    "change",
    [
        ('"plicht"', '"raad"'),
        ('"bron"', '"gehoord"'),
        ('text = "Vraag het."', ""),
        ('origin = "bron"', 'origin = "bron"\nways = ["zelf"]'),
    ],
)
def test_a_broken_rule_is_named(change: tuple[str, str]) -> None:
    with pytest.raises(ContentError, match=r"rules\.toml, \[\[rule\]\] 1 \(visum\)"):
        content.parse("rules.toml", GOOD.replace(*change), content.Rule)
