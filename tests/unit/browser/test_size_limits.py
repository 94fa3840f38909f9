"""Every file of the runtime beyond its size limit is named, and stops the build."""

import tomllib
from pathlib import Path

import pytest

from browser import build, size_limits, split_runtime

LIMITS = {"largest": {"start.xz": 100, "second.bin": 50}, "saves": {"script": 10, "names": 5}}
SAVED = {"script": 10, "names": 5}


def test_at_the_limit_is_within_it() -> None:
    assert not list(size_limits.exceeded(SAVED, {"start.xz": 100, "second.bin": 50}, LIMITS))


@pytest.mark.parametrize(
    ("saved", "sizes", "breach"),
    [
        (SAVED, {"start.xz": 101}, "start.xz: 101 bytes, more than 100"),
        (SAVED, {"new.bin": 1}, "new.bin: 1 bytes, and no limit is set"),
        ({"script": 9, "names": 5}, {}, "script: saves 9 bytes, less than 10"),
        ({"script": 10}, {}, "names: saves 0 bytes, less than 5"),
    ],
)
def test_every_breach_is_named(saved: dict[str, int], sizes: dict[str, int], breach: str) -> None:
    assert list(size_limits.exceeded(saved, sizes, LIMITS)) == [breach]


def test_all_breaches_are_named_at_once() -> None:
    assert len(list(size_limits.exceeded({}, {"start.xz": 101, "new.bin": 1}, LIMITS))) == 4


def test_breach_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "worker.js").write_bytes(bytes(60_001))
    (tmp_path / "new.bin").write_bytes(b"1")
    with pytest.raises(SystemExit) as stopped:
        size_limits.enforce({}, tmp_path, "stock")
    assert "new.bin: 1 bytes" in str(stopped.value)
    assert "worker.js: 60001 bytes, more than 60000" in str(stopped.value)


def test_wheels_go_without_their_version(tmp_path: Path) -> None:
    for name in ("calculators-0.1.0-py3-none-any.whl", "xlsxwriter-9.9-cp999-none-any.whl", "pyodide-lock.json"):
        (tmp_path / name).write_bytes(b"1")
    size_limits.enforce({}, tmp_path, "stock")


def test_whole_engine_has_limits_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = {"script": 10**6, "names": 10**6, "library": 10**6, "second half": 0}
    monkeypatch.setattr(size_limits, "available", lambda: False)
    size_limits.enforce(saved, tmp_path, "split")
    monkeypatch.setattr(size_limits, "available", lambda: True)
    with pytest.raises(SystemExit, match="second half: saves 0 bytes"):
        size_limits.enforce(saved, tmp_path, "split")


def test_every_kind_and_every_step_has_a_limit(tmp_path: Path) -> None:
    limits = tomllib.loads(size_limits.LIMITS.read_text())
    assert set(build.KINDS) <= set(limits)
    steps = set(split_runtime.saved(tmp_path, tmp_path))
    assert set(limits["split"]["saves"]) == steps
    assert set(limits["whole"]["saves"]) == steps - {"second half"}
