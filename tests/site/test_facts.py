"""The guide is complete: every fact of the instrument is carried by a page, every address of it is linked."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from calculators import duration
from calculators.calculator import CALCULATORS
from calculators.core import content
from tests.site.reading import Page

FROZEN = tomllib.loads((Path(__file__).parent / "facts.toml").read_text(encoding="utf-8"))
IDS = set(FROZEN["ids"])
REPEATS = "afdrukken/"
"""The page that prints the whole guide only repeats the others."""


def test_every_fact_is_carried_by_the_text_of_a_page(pages: dict[str, Page]) -> None:
    carried = set().union(*(page.facts for url, page in pages.items() if url != REPEATS))
    assert carried == IDS


def test_the_whole_guide_on_paper_carries_every_fact_again(pages: dict[str, Page]) -> None:
    assert pages[REPEATS].facts == IDS


def test_no_mark_names_an_unknown_fact(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for mark in page.all(having="data-feit"):
            assert set(mark.get("data-feit").split()) <= IDS, page.url


def test_data_names_only_known_facts() -> None:
    tables: Iterable[tuple[Any, ...]] = (
        *(content.steps(), content.strategies(), content.profiles(), content.factors()),
        *(content.criteria(), content.cutoffs(), content.items(), content.partner_kinds()),
    )
    for record in (record for table in tables for record in table):
        assert record.facts, record.id
        assert set(record.facts) <= IDS, record.id


@pytest.mark.parametrize("name", CALCULATORS)
def test_calculators_name_only_known_facts(name: str) -> None:
    calculator = CALCULATORS[name]
    result = calculator.evaluate(calculator.read({}))
    named = [line.facts for line in result.trace] + [notice.facts for notice in result.told]
    assert {fact for facts in named for fact in facts} <= IDS


def test_moments_name_only_known_facts() -> None:
    """A library gives them; no page shows them."""
    moments = duration.moments(duration.Inputs())
    assert {"voorbereiding", "start", "evaluatie_1", "beslissing_verlenging"} <= {moment.key for moment in moments}
    assert all(moment.facts for moment in moments)
    assert {fact for moment in moments for fact in moment.facts} <= IDS


@pytest.mark.parametrize(("id_", "address"), FROZEN["addresses"].items())
def test_every_address_of_the_instrument_is_linked(pages: dict[str, Page], id_: str, address: str) -> None:
    for url in ("bronnen/", *_steps(id_)):
        assert address in {link.get("href") for link in pages[url].all("a")}, url


def test_the_instrument_has_no_other_sources() -> None:
    known = {source.id: source.url for source in content.sources() if source.origin == "instrument"}
    assert known == FROZEN["addresses"]


def test_every_source_has_a_way_out(pages: dict[str, Page]) -> None:
    exits = {link.get("data-uitweg"): link.get("href") for link in pages["bronnen/"].all("a", having="data-uitweg")}
    assert exits.keys() == {source.id for source in content.sources()}
    for source in content.sources():
        assert exits[source.id] in {source.fallback_url, f"https://web.archive.org/web/{source.url}"}


def test_every_source_is_cited(pages: dict[str, Page]) -> None:
    cited = {
        link.get("data-bron")
        for url, page in pages.items()
        if url != "bronnen/"
        for link in page.all(having="data-bron")
    }
    assert cited == {source.id for source in content.sources()}


def _steps(id_: str) -> list[str]:
    source = next(source for source in content.sources() if source.id == id_)
    return [f"{step.slug}/" for step in content.steps() if step.id in source.steps]
