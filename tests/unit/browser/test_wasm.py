"""The editor of WebAssembly: what it reads is what it wrote, and it changes only what it is asked to."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from browser.engine import wasm
from browser.engine.wasm import CODE, DATA, EXPORT, FUNCTION, GLOBAL, IMPORT, MEMORY, TABLE, TAG

ANY_SECTIONS = st.lists(st.tuples(st.integers(0, 12), st.binary(max_size=300)))
OFFERS = st.lists(st.tuples(st.text(max_size=200), st.integers(0, 4), st.integers(0, 2**32 - 1)), max_size=200)


def text(name: str) -> bytes:
    return wasm.number(len(name.encode())) + name.encode()


# One import of each kind, with and without a largest size, and with numbers of one byte and of two.
DESCRIPTIONS = {
    "short": b"\0\5",
    "long": b"\0" + wasm.number(300),
    "table": b"\1\x70\0" + wasm.number(900),
    "limited": b"\1\x6f\1" + wasm.number(1) + wasm.number(700),
    "memory": b"\2\0" + wasm.number(320),
    "shared": b"\2\3" + wasm.number(1) + wasm.number(32768),
    "global": b"\3\x7f\1",
    "tag": b"\4\0" + wasm.number(200),
    "last": b"\0\0",
}
IMPORTS = wasm.number(len(DESCRIPTIONS)) + b"".join(
    text("env") + text(name) + description for name, description in DESCRIPTIONS.items()
)
OFFERED = [("malloc", FUNCTION, 7), ("unused", FUNCTION, 8), ("short", FUNCTION, 9), ("left", GLOBAL, 1)]
KINDS = [("memory", MEMORY, 0), ("table", TABLE, 0), ("table_0", TABLE, 0), ("tag", TAG, 0)]
PIECES = {64: b"first", 200: b"second piece", 100: b"between"}
CONSTANTS = wasm.number(len(PIECES)) + b"".join(
    b"\0" + wasm.constant(address) + b"\x0b" + wasm.number(len(data)) + data for address, data in PIECES.items()
)
MODULE = wasm.join(
    [(IMPORT, IMPORTS), (EXPORT, wasm.export_section([*OFFERED, *KINDS])), (CODE, b"code"), (DATA, CONSTANTS)]
)


def offered(module: bytes) -> list[tuple[str, int, int]]:
    return list(wasm.exports(wasm.section(module, EXPORT)))


def changed(module: bytes) -> set[int]:
    """The kinds of the sections that are no longer those of `MODULE`."""
    before, after = dict(wasm.sections(MODULE)), dict(wasm.sections(module))
    assert list(before) == list(after)
    return {kind for kind in before if before[kind] != after[kind]}


@given(st.integers(0, 2**32 - 1))
@example(64)
@example(127)
@example(128)
def test_numbers_are_read_as_they_were_written(value: int) -> None:
    assert wasm.read_number(b"\xff" + wasm.number(value) + b"\xff", 1) == (value, 1 + len(wasm.number(value)))


@given(st.integers(0, 2**31 - 1))
@example(64)
def test_constant_has_no_sign(value: int) -> None:
    """LEB128 with a sign: the last byte's second bit tells that a number is negative."""
    data = wasm.constant(value)
    assert data[0] == 0x41
    assert not data[-1] & 64
    assert wasm.read_number(data, 1) == (value, len(data))


@given(ANY_SECTIONS)
def test_sections_are_found_again(parts: wasm.Sections) -> None:
    assert wasm.sections(wasm.join(parts)) == parts


def test_section_that_is_not_there_is_named() -> None:
    with pytest.raises(wasm.WasmError, match=f"section {CODE}: not found"):
        wasm.section(wasm.join([(DATA, b"")]), CODE)


def test_imports_of_every_kind_are_read() -> None:
    assert list(wasm.imports(IMPORTS)) == [("env", name) for name in DESCRIPTIONS]


@given(OFFERS)
def test_exports_are_read_as_they_were_written(offers: list[tuple[str, int, int]]) -> None:
    assert list(wasm.exports(wasm.export_section(offers))) == offers


def test_only_wanted_functions_and_globals_are_offered_and_what_the_module_asks_for_itself() -> None:
    module = wasm.with_exports(MODULE, lambda name: name == "malloc")
    assert offered(module) == [("malloc", FUNCTION, 7), ("short", FUNCTION, 9), *KINDS]
    assert changed(module) == {EXPORT}
    assert wasm.with_exports(MODULE, lambda _: True) == MODULE


def test_tables_get_other_numbers() -> None:
    module = wasm.with_table_numbers(MODULE, {"table_0": 200, "table": 1})
    assert offered(module) == [*OFFERED, KINDS[0], ("table", TABLE, 1), ("table_0", TABLE, 200), KINDS[3]]
    assert changed(module) == {EXPORT}


@pytest.mark.parametrize("name", ["table_1", "malloc"])
def test_table_that_is_not_offered_is_named(name: str) -> None:
    with pytest.raises(wasm.WasmError, match=f"exported table {name}: not found"):
        wasm.with_table_numbers(MODULE, {"table": 1, name: 2})


def test_constants_stand_at_their_addresses() -> None:
    memory = wasm.memory(MODULE)
    assert len(memory) == 200 + len(b"second piece")
    assert {address: memory[address : address + len(data)] for address, data in PIECES.items()} == PIECES
    assert sum(memory) == sum(map(sum, PIECES.values())), "zeros between them"


@pytest.mark.parametrize(
    "form", [b"\1", b"\2\0\x41", b"\0\x23"], ids=["by hand", "of another memory", "after a global"]
)
def test_constants_of_another_form_are_refused(form: bytes) -> None:
    other = form + wasm.number(64) + b"\x0b" + wasm.number(4) + b"text"
    with pytest.raises(wasm.WasmError, match="piece of constants"):
        wasm.memory(wasm.join([(DATA, wasm.number(1) + other)]))


@given(st.integers(0, 220), st.integers(0, 220))
def test_only_what_is_named_is_blanked(one: int, other: int) -> None:
    start, end = sorted((one, other))
    before, module = wasm.memory(MODULE), wasm.blanked(MODULE, [(start, end)])
    expected = bytes(0 if start <= at < end else byte for at, byte in enumerate(before))
    assert wasm.memory(module) == expected
    assert changed(module) <= {DATA}


@given(st.binary(min_size=1, max_size=20_000), st.data())
def test_constants_that_travel_are_written_where_they_stood(image: bytes, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(image)), max_size=8)))
    ranges = list(zip(places[::2], places[1::2], strict=False))
    module = wasm.with_data(wasm.join([(CODE, b"code")]), image, ranges)
    assert wasm.section(module, CODE) == b"code"
    if ranges:
        memory = wasm.memory(module)
        inside = {at for start, end in ranges for at in range(start, end)}
        assert memory == bytes(image[at] if at in inside else 0 for at in range(ranges[-1][1]))
