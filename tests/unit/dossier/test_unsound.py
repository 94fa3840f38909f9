"""Files that are no dossier, or a broken one: each gives a message, quickly, and changes nothing."""

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import service
from calculators.dossier import EMPTY, VERSION, DocumentError, NewerDocument, read, write
from tests.unit.dossiers import FILLED

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def is_refused_or_read(text: str) -> None:
    """Whatever the text: a usable document, or a message that is a Dutch sentence."""
    try:
        document = read(text)
    except DocumentError as error:
        message = str(error)
        assert message.endswith(".")
        assert message.startswith(("Dit bestand", "“", "Er staan"))
        assert len(message) < 300
    else:
        assert read(write(document)) == document


def paths(value: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a JSON value."""
    yield here
    if isinstance(value, dict):
        for key, part in value.items():
            yield from paths(part, (*here, key))
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield from paths(part, (*here, index))


def at(data: Any, path: tuple[Any, ...]) -> Any:
    """The value in a place."""
    for key in path:
        data = data[key]
    return data


def with_(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    """A copy of JSON with another value in one place."""
    copy = json.loads(json.dumps(data))
    if not path:
        return value
    at(copy, path[:-1])[path[-1]] = value
    return copy


SAVED = json.loads(write(FILLED))
PLACES = list(paths(SAVED))


@given(JSON)
def test_random_json_gives_a_message_or_a_document(value: Any) -> None:
    is_refused_or_read(json.dumps(value))
    is_refused_or_read(json.dumps({"version": VERSION, "dossier": value}))


@given(st.text())
def test_random_text_gives_a_message(text: str) -> None:
    is_refused_or_read(text)


@given(st.sampled_from(PLACES), JSON)
def test_any_value_in_any_place_gives_a_message_or_a_document(path: tuple[Any, ...], value: Any) -> None:
    is_refused_or_read(json.dumps(with_(SAVED, path, value)))


@pytest.mark.parametrize("path", [path for path in PLACES if path], ids=lambda path: ".".join(map(str, path)))
def test_a_wrong_type_in_any_place_is_refused(path: tuple[Any, ...]) -> None:
    scalars: list[Any] = [None, 3.5, True, [[]]]
    objects: list[Any] = [] if isinstance(at(SAVED, path), dict) else [{"x": {}}]
    for wrong in scalars + objects:
        with pytest.raises(DocumentError):
            read(json.dumps(with_(SAVED, path, wrong)))


def test_a_file_kept_in_part_is_refused() -> None:
    text = write(FILLED)
    for end in range(0, len(text), 7):
        with pytest.raises(DocumentError, match="JSON"):
            read(text[:end])


OTHERS = ["%PDF-1.7", "BEGIN:VCALENDAR", "Actie;Beleidsitem", "<!DOCTYPE html>", '{"version": 1, "resources": []}']


@pytest.mark.parametrize("text", OTHERS)
def test_a_file_of_another_program_is_refused_with_what_to_choose(text: str) -> None:
    with pytest.raises(DocumentError, match=r"Kies het bestand op \.json"):
        read(text)


@pytest.mark.parametrize("version", [True, "1", 1.0, None, -1, [1], {}])
def test_a_version_that_is_no_whole_number_is_refused(version: Any) -> None:
    with pytest.raises(DocumentError, match="versienummer"):
        read(json.dumps({**SAVED, "version": version}))


@given(st.integers(min_value=VERSION + 1, max_value=10**30), JSON)
def test_a_later_version_is_reported_and_left_alone(version: int, value: Any) -> None:
    text = json.dumps({"version": version, "dossier": value, "nieuw": value})
    with pytest.raises(NewerDocument, match=f"versie {version}.*blijft zoals het is"):
        read(text)
    request = {"action": "import", "incoming": text, "current": write(FILLED)}
    reply = json.loads(service.handle(json.dumps(request)))
    assert "nieuwere versie" in reply["error"]
    assert "document" not in reply, "nothing to store, so nothing is overwritten"


NESTED = {
    "arrays": "[" * 100_000,
    "objects": '{"a":' * 100_000,
    "closed": "[" * 50_000 + "]" * 50_000,
    "within a dossier": json.dumps({**SAVED, "dossier": 0}).replace(": 0", ": " + "[" * 900 + "]" * 900),
    "after a string": '{"a":"' + "[" * 1000 + '","b":' + "[" * 1000,
}
WORST = {
    "backslashes": '"' + "\\" * 1_900_000,
    "quotes": '"' * 1_900_000,
    "digits": "1" * 1_900_000,
    "open and closed": "[]," * 630_000,
    "one long text": json.dumps({**SAVED, "dossier": {"focus": "x" * 1_800_000}}),
    "many keys": json.dumps({f"k{n}": n for n in range(150_000)}),
    "many inputs": json.dumps({**SAVED, "calculators": {"budget": {f"k{n}": "1" for n in range(100_000)}}}),
    "fifty megabytes": '{"version": 1, "dossier": {"focus": "' + "x" * 50_000_000,
    "fifty megabytes of nesting": "[" * 50_000_000,
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED)
def test_deep_nesting_is_refused(text: str) -> None:
    with pytest.raises(DocumentError):
        read(text)


def test_brackets_within_text_are_no_nesting() -> None:
    text = '[[[[[[[[[[{"\\'
    assert read(write(replace(EMPTY, texts={"focus": text}))).text("focus") == text


@pytest.mark.parametrize("text", WORST.values(), ids=WORST)
def test_the_worst_files_are_refused_quickly(text: str) -> None:
    start = time.process_time()
    with pytest.raises(DocumentError):
        read(text)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x1b", "\x7f", "\ud800", "\ufffe"], ids=ascii)
def test_characters_no_document_may_hold_are_refused(character: str) -> None:
    for place in ({"dossier": {"focus": character}}, {"calculators": {"budget": {"fte": character}}}):
        with pytest.raises(DocumentError, match="geen tekst"):
            read(json.dumps({"version": 1, **place}))
