"""Whatever the reader's browser may hold, every document is made: one odd field never blocks a file."""

import csv
import io
import json
import zipfile
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators import documents
from calculators.calculator import CALCULATORS
from calculators.core import content
from calculators.dossier import FIELDS, read_stored, write
from calculators.dossier.declared import NUMBERS
from tests.unit.dossiers import FILLED

WORST = (
    *("", "-5", "10000", "9" * 600, "x" * 6000, "een stuk of zes", "a\x00\ud800", "20277-01-01", "0001-01-01"),
    *("9999-12-31", "99999999999999999999-01-01", "\n- a\n\n"),
)
"""Texts that each broke a document, or nearly."""
ODD = (
    *WORST,
    *(" ", "0", "1e9", "9" * 20, "=1+1", "]]>", "2027-02-30", "2060-12-31"),
    *("toeleider", "vereniging", "getekend", "bezig", "eigen", "extern", "raad", "onbepaald", "inschrijving", "4"),
)
TEXT = st.sampled_from(ODD) | st.text(max_size=30)
"""Any string, and often one that is nearly right."""


def some(names: Any, values: st.SearchStrategy[Any] = TEXT) -> st.SearchStrategy[dict[str, Any]]:
    """A record with some of these names, or others."""
    return st.dictionaries(st.sampled_from(list(names)) | st.text(max_size=8), values, max_size=6)


INPUTS = some(["fte", "startdatum", "looptijd_jaren", "posts", "vrije_plaatsen"]) | some(
    ["contract", "uitvoering", "jaarloonkost", "subsidie", "afsluitmoment", "maanden"]
)
PARTNER = some(["naam", "soort", *NUMBERS, "engagement"])
LISTS = {name: st.lists(TEXT, max_size=3) for name in ("strategieen", "profielen", "criteria")}
DOSSIER = st.builds(
    lambda fields, lists, partners: {**fields, **lists, "partners": partners},
    some([*FIELDS, "afsluitmoment"]),
    st.fixed_dictionaries({}, optional=LISTS),
    st.lists(PARTNER, max_size=50),
)
KEPT = st.fixed_dictionaries(
    {
        "version": st.just(1),
        "calculators": some(CALCULATORS, INPUTS),
        "checklist": some([*(item.id for item in content.items()), "eigen-1"], some(["status", "who", "by", "note"])),
        "actions": some(["eigen-1", "eigen-2"], some(["step", "text"])),
        "dossier": DOSSIER,
        "scenarios": st.lists(st.fixed_dictionaries({"name": TEXT, "values": INPUTS}), max_size=5),
    }
)
"""The shape that the page accepts in its storage, with any text in any field."""


@pytest.mark.parametrize("kind", documents.ALL)
@settings(deadline=None, max_examples=15)
@given(kept=KEPT)
def test_every_document_is_made_of_whatever_is_kept(kind: str, kept: dict[str, Any]) -> None:
    is_made(kind, kept)


@pytest.mark.parametrize("parts", [("calculators",), ("checklist", "actions", "dossier")], ids="-".join)
@pytest.mark.parametrize("text", WORST, ids=lambda text: ascii(text)[:20])
def test_one_text_in_every_field_breaks_nothing(text: str, parts: tuple[str, ...]) -> None:
    sound = json.loads(write(FILLED))
    odd = {part: everywhere(sound[part], text) for part in parts}
    for kind in documents.ALL:
        is_made(kind, {**sound, **odd})


def everywhere(value: Any, text: str) -> Any:
    """The same shape with one text in the place of each other text."""
    if isinstance(value, dict):
        return {key: everywhere(inner, text) for key, inner in value.items()}
    return [everywhere(inner, text) for inner in value] if isinstance(value, list) else text


def is_made(kind: str, kept: dict[str, Any]) -> None:
    """The file is whole, and what it says of the reader's fields are sentences."""
    document = read_stored(json.dumps(kept))
    name, _, made = documents.make(kind, document, date(2027, 1, 4))
    if name.endswith(("x", "zip")):
        assert zipfile.ZipFile(io.BytesIO(made)).testzip() is None
    elif name.endswith("csv"):
        rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";"))
        assert {len(row) for row in rows} == {len(rows[0])}
    else:
        json.loads(made)
    assert all(message.endswith(".") for message in document.mended)
