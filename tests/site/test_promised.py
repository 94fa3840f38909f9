"""What each 1.x promises, as the head of CHANGELOG.md tells it: all of tests/promised.txt is still there."""

import re
from collections.abc import Iterator, Mapping

import pytest

from calculators import dossier
from calculators.calculator import CALCULATORS, Calculator
from calculators.command import schema
from calculators.core.fields import Field
from tests.conftest import ROOT
from tests.site.reading import Page
from tools import api, open_data

LIST = ROOT / "tests/promised.txt"
HEADING = re.compile(r"^(#{2,}) `(.+)`$", re.MULTILINE)


def fields(kind: str, fields: Mapping[str, Field]) -> Iterator[str]:
    """The names that stored files, links and programs use, and the choices of each."""
    for name, field in fields.items():
        yield f"{kind} {name}"
        yield from (f"{kind} {name}={key}" for key, _ in field.choices)


def results(one: Calculator) -> Iterator[str]:
    """The keys of a result, and the totals that it has for a plan of its own that starts on a day that never moves."""
    described = schema.both(one)["result"]
    yield f"schema {one.name} {described['properties']['schema']['const']}"
    yield from (f"result {one.name} {key}" for key in described["required"])
    plan = {"startdatum": "2027-03-01"} if "startdatum" in one.fields else {}
    yield from (f"total {one.name} {key}" for key in one.evaluate(one.read(plan)).totals)


def names(text: str) -> Iterator[str]:
    """The names in a page of the library; one of a class has the class before it."""
    above = ""
    for marks, name in HEADING.findall(text):
        above = name if marks == "##" else above
        yield name if marks == "##" else f"{above}.{name}"


def promises(pages: dict[str, Page]) -> Iterator[str]:
    """Everything that others may count on, a line each."""
    yield from (f"page /{address}" for address in pages if address.endswith("/") or not address)
    yield from (f"file open-data/{name}" for name in open_data.files())
    yield from (f"column {column.name}" for column in open_data.COLUMNS)
    yield from fields("dossier", dossier.FIELDS)
    for one in CALCULATORS.values():
        yield from fields(f"input {one.name}", one.fields)
        yield from results(one)
    for file, text in api.files().items():
        yield from (f"name {file.removesuffix('.md')}.{name}" for name in names(text) if file.startswith("calculators"))


def test_what_was_promised_is_there(pages: dict[str, Page], request: pytest.FixtureRequest) -> None:
    """`pytest --approve` adds what is new, at a release; it takes nothing away."""
    now, promised = set(promises(pages)), set(LIST.read_text("utf-8").splitlines())
    assert promised - now == set()
    if request.config.option.approve:
        LIST.write_text("\n".join(sorted(promised | now)) + "\n", "utf-8")
