"""Splitting the engine: its profile, and a tiny engine of the same build.

That both halves answer as one is seen in Node: `worker/second.test.mjs`.
"""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from browser.engine import split, tables, wasm
from tests.unit.browser import tiny

RANGES = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)).map(lambda pair: (pair[0], pair[0] + pair[1] + 1)))


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profile") / "profile.txt"


@given(used=st.sets(st.integers(0, 12_000)))
def test_profile_is_read_as_it_was_written(profile: Path, used: set[int]) -> None:
    split.write_profile(used, b"engine", profile)
    assert split.read_profile(b"engine", profile) == sorted(used)


def test_profile_of_another_engine_is_refused(profile: Path) -> None:
    split.write_profile([1, 2, 3], b"engine", profile)
    with pytest.raises(split.ProfileError, match="belongs to another engine: run `make profile`"):
        split.read_profile(b"another engine", profile)


def test_profile_in_the_project_belongs_to_our_pyodide() -> None:
    stock = Path(__file__).parents[3] / "node_modules" / "pyodide" / "pyodide.asm.wasm"
    used = split.read_profile(stock.read_bytes())
    assert 2000 < len(used) < 10_000
    assert len(set(used)) == len(used)


@given(RANGES)
def test_merged_ranges_hold_the_same_addresses_in_order(ranges: list[tuple[int, int]]) -> None:
    out = split.merged(ranges)
    assert {at for start, end in out for at in range(start, end)} == {
        at for start, end in ranges for at in range(start, end)
    }
    assert all(before[1] < after[0] for before, after in pairwise(out)), "as few as possible"


@tiny.needs_tools
def test_constants_travel_with_the_second_half(tmp_path: Path) -> None:
    tiny.halves(tmp_path / "work")
    first = wasm.memory((tmp_path / "work/first" / tiny.ENGINE).read_bytes())
    second = wasm.memory((tmp_path / "work/second.wasm").read_bytes())
    whole = tiny.memory()
    moved = [*tables.names(whole, b""), *tables.characters(whole, b"")]
    travels = {at for start, end in moved for at in range(start, end)}
    assert len(travels) > 80_000
    assert first == bytes(0 if at in travels else byte for at, byte in enumerate(whole))
    assert all(second[at] == (whole[at] if at in travels else 0) for at in range(len(second)))
    assert max(travels) < len(second)


@tiny.needs_tools
def test_tables_of_references_are_offered_under_their_own_numbers(tmp_path: Path) -> None:
    tiny.halves(tmp_path / "work")
    module = (tmp_path / "work/first" / tiny.ENGINE).read_bytes()
    offered = {
        name: index for name, kind, index in wasm.exports(wasm.section(module, wasm.EXPORT)) if kind == wasm.TABLE
    }
    assert offered == {"__indirect_function_table": 0, "table": 1, "table_0": 2}


@tiny.needs_tools
def test_first_half_that_reads_a_table_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(tables.TableError, match="the first half reads them"):
        tiny.halves(tmp_path / "work", read_early=True)


@tiny.needs_tools
def test_engine_that_cannot_be_split_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "engine").mkdir()
    (tmp_path / "engine" / tiny.ENGINE).write_bytes(b"no engine")
    with pytest.raises(SystemExit, match="wasm-split failed"):
        split.halve(tmp_path, [1])


def test_without_the_tool_the_first_half_is_the_whole_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    (tmp_path / "engine").mkdir()
    (tmp_path / "engine" / tiny.ENGINE).write_bytes(b"the whole engine")
    split.split(tmp_path, tmp_path)
    assert (tmp_path / "first" / tiny.ENGINE).read_bytes() == b"the whole engine"
    assert not (tmp_path / "second.wasm").exists()
    assert capsys.readouterr().out.count("\n") == 1


def test_a_version_that_we_do_not_know_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool = tmp_path / split.TOOL
    tool.write_text("#!/bin/sh\necho wasm-split version 120\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    assert not split.available()
    tool.write_text(f"#!/bin/sh\necho wasm-split version {split.VERSIONS[0]}\n")
    assert split.available()
