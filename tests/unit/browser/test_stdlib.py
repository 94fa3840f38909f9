"""Python's library for readers: modules replaced, modules kept, byte-code without numbers of lines."""

import ast
import importlib.util
import marshal
import zipfile
from pathlib import Path
from types import CodeType

import pytest

from browser.build import STOCK
from browser.stdlib import bare, replaced, trim
from browser.stdlib.replaced import REPLACED, REPLACED_LAST, LibraryError

SOURCE = '''
"""Explains."""
def outer(number):
    def inner():
        return [number + one for one in range(3)]

    total = sum(inner())
    for each in "abcdefgh":
        total += ord(each)
    return total


class Thing:
    value = outer(2)

    def method(self):
        return self.value
'''


def archive(path: Path, contents: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as target:
        for name, data in contents.items():
            target.writestr(name, data)
    return path


def read(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as source:
        return {name: source.read(name) for name in source.namelist()}


def library(path: Path) -> dict[str, bytes]:
    contents = dict.fromkeys((*REPLACED, *REPLACED_LAST, *trim.ALSO, "json/decoder.py", "antigravity.py"), b"stock")
    archive(path, contents)
    return contents


def test_only_those_modules_are_replaced(tmp_path: Path) -> None:
    stock = library(tmp_path / "stock.zip")
    replaced.slim(tmp_path / "stock.zip", tmp_path / "slim.zip")
    assert read(tmp_path / "slim.zip") == stock | {name: text.encode() for name, text in REPLACED.items()}


@pytest.mark.parametrize("name", ["bz2.py", "asyncio/locks.py", "logging/__init__.py"])
def test_module_that_is_not_there_stops_the_build(tmp_path: Path, name: str) -> None:
    contents = library(tmp_path / "stock.zip")
    archive(tmp_path / "other.zip", {other: data for other, data in contents.items() if other != name})
    with pytest.raises(LibraryError, match=f"^not in Pyodide's library: {name}$"):
        replaced.slim(tmp_path / "other.zip", tmp_path / "slim.zip")


def test_pyodide_has_every_module_that_is_named() -> None:
    with zipfile.ZipFile(STOCK / "python_stdlib.zip") as stock:
        replaced.check_present([*REPLACED, *REPLACED_LAST, *trim.ALSO], stock)


def run(text: str) -> dict[str, object]:
    names: dict[str, object] = {"__name__": "replaced"}
    exec(compile(text, "replaced.py", "exec"), names)
    return names


@pytest.mark.parametrize("name", [*REPLACED, *REPLACED_LAST])
def test_replacement_is_python(name: str) -> None:
    compile((REPLACED | REPLACED_LAST)[name], name, "exec")


def test_absent_modules_say_so_as_python_does() -> None:
    with pytest.raises(ImportError, match="replaced"):
        run(replaced.ABSENT)


def test_log_that_is_not_read_takes_everything() -> None:
    names: dict = run(replaced.NO_LOG)  # type: ignore[type-arg]
    assert names["getLogger"]("asyncio").warning("slow", exc_info=True) is None
    assert (names["DEBUG"], names["WARNING"], names["CRITICAL"]) == (10, 30, 50)


def test_text_without_colours_is_the_text() -> None:
    names: dict = run(replaced.NO_COLOURS)  # type: ignore[type-arg]
    theme = names["get_theme"](tty_file=None)
    assert f"{theme.traceback.red}text{theme.reset}" == "text"
    assert not names["can_colorize"](file=None)


def test_only_used_modules_and_those_named_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library(tmp_path / "library.zip")
    monkeypatch.setattr(trim, "exercise", lambda: None)
    monkeypatch.setattr(trim, "library_files_in_use", lambda: {"json/decoder.py"})
    trim.trim(tmp_path / "library.zip", [])
    kept = read(tmp_path / "library.zip")
    assert set(kept) == {"json/decoder.py", *trim.ALSO, *REPLACED_LAST}
    assert kept["logging/__init__.py"] == replaced.NO_LOG.encode()


def test_named_module_that_is_not_there_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    contents = library(tmp_path / "stock.zip")
    archive(tmp_path / "library.zip", {name: data for name, data in contents.items() if name != "locale.py"})
    monkeypatch.setattr(trim, "exercise", lambda: None)
    with pytest.raises(LibraryError, match=r"^not in Pyodide's library: locale\.py$"):
        trim.trim(tmp_path / "library.zip", [])


def test_imports_are_found_at_the_top_and_inside_functions() -> None:
    source = "import json, xml.sax\nfrom .near import here\ndef late():\n    from a.b import c as d, e\n"
    assert list(trim.imports_in(source)) == ["json", "xml.sax", "a.b", "a.b.c", "a.b.e"]


def code_of(data: bytes) -> CodeType:
    code = marshal.loads(data[16:])
    assert isinstance(code, CodeType)
    return code


def nested(code: CodeType) -> list[CodeType]:
    inside = [one for one in code.co_consts if isinstance(one, CodeType)]
    return [code, *(deep for one in inside for deep in nested(one))]


def test_byte_code_without_lines_and_long_names_is_smaller_and_does_the_same(tmp_path: Path) -> None:
    head = importlib.util.MAGIC_NUMBER + bytes(12)
    before = head + marshal.dumps(compile(SOURCE, "thing.py", "exec"))
    path = archive(tmp_path / "library.zip", {"thing.pyc": before, "data.txt": b"text"})
    bare.rewrite(path, ".pyc", bare.byte_code, zipfile.ZIP_DEFLATED)
    contents = read(path)
    assert list(contents) == ["thing.pyc", "data.txt"]
    assert contents["data.txt"] == b"text"
    after = contents["thing.pyc"]
    assert len(after) < len(before)
    assert after[:16] == head
    names: dict = {"__name__": "thing"}  # type: ignore[type-arg]
    exec(code_of(after), names)
    assert names["Thing"].method.__qualname__ == "method"
    assert names["Thing"].__qualname__ == "Thing"
    assert names["Thing"].value == 9 + sum(b"abcdefgh")


@pytest.mark.parametrize("length", range(12))
def test_no_instruction_has_a_line(length: int) -> None:
    code = bare._bare(compile(SOURCE + "a = 1;" * length, "thing.py", "exec"))
    assert len(nested(code)) >= 4
    for one in nested(code):
        assert {line for _, _, line in one.co_lines()} == {None}
        assert max(end for _, end, _ in one.co_lines()) == len(one.co_code), "all of them are told of"


def test_packing_is_the_same_twice(tmp_path: Path) -> None:
    paths = []
    for name in ("one", "other"):
        data = bytes(16) + marshal.dumps(compile(SOURCE, "thing.py", "exec"))
        info = zipfile.ZipInfo("thing.pyc", (1980, 1, 1, 0, 0, 0))
        paths.append(tmp_path / f"{name}.zip")
        with zipfile.ZipFile(paths[-1], "w") as target:
            target.writestr(info, data)
        bare.rewrite(paths[-1], ".pyc", bare.byte_code, zipfile.ZIP_STORED)
    assert paths[0].read_bytes() == paths[1].read_bytes()


ANNOTATED = b"""
from dataclasses import dataclass

@dataclass
class Point:
    x: int = 1

    def moved(self, by: NotThere, *others: NotThere, far: NotThere = 2, **more: NotThere) -> NotThere:
        there: NotThere = self.x + by
        return there

async def later(at: NotThere) -> NotThere: ...
"""


def test_functions_lose_their_annotations_and_classes_keep_them() -> None:
    names: dict = {"__name__": "thing"}  # type: ignore[type-arg]
    exec(bare.without_annotations(ANNOTATED), names)
    point = names["Point"](x=3)
    assert (point.moved(2), point) == (5, names["Point"](3))
    assert names["Point"].__annotations__ == {"x": int}
    assert names["Point"].moved.__annotations__ == names["later"].__annotations__ == {}


def test_module_that_chooses_a_function_by_its_annotations_keeps_them() -> None:
    source = b"import functools\n@functools.singledispatch\ndef show(thing: object) -> str: ...\n"
    assert bare.without_annotations(source) == source


def test_modules_of_the_library_are_otherwise_the_same() -> None:
    with zipfile.ZipFile(STOCK / "python_stdlib.zip") as stock:
        for name in ("dataclasses.py", "json/decoder.py", "statistics.py", "typing.py", "zipfile/__init__.py"):
            before = stock.read(name)
            expected = bare._Plain().visit(ast.parse(before))
            assert ast.dump(ast.parse(bare.without_annotations(before))) == ast.dump(expected), name
