"""Cutting Pyodide's script, on a small one of the same form. What a step can't find, it names."""

import subprocess
from pathlib import Path

import pytest

from browser.engine import script
from browser.engine.script import ScriptError

SERVICES = (
    "function _open(){};_open.sig='i';".replace("'", '"')
    + '_play.sig="vi";function _play(){};_glClear.sig="vi";function _glClear(){};'
    + "var wasmImports={open:_open,play:_play,plain,emscripten_glClear:_glClear,emscripten_glFlush:_glClear};"
)
RUNNING = "function run(func){return eval(func)};function link(data){eval(data);medieval(func)};"
PUBLISHED = 'run(1);Module["run"]=run;Module["link"]=link;Module["wanted"]=wanted;Module.FS=0;'
OFFERED = (
    "var _malloc,_free,_rare,_data,wasmTable,wasmMemory;function assignWasmExports(wasmExports){"
    '_malloc=Module["_malloc"]=wasmExports["malloc"];_free=Module["_free"]=wasmExports["free"];'
    '_rare=Module["_rare"]=wasmExports["rare"];_data=Module["_data"]=wasmExports["data"].value>>>0;'
    'memory=Module["memory"]=wasmMemory=wasmExports["memory"]}'
)
WHOLE = "var Module={};function plain(){};" + SERVICES + RUNNING + PUBLISHED + OFFERED + ";_malloc(1);"
ASKED = {"open", "plain", "emscripten_glClear", "emscripten_glFlush", "elsewhere"}
USERS = "Module.wanted; engine._data;"


def test_only_services_that_the_program_asks_for_are_passed_on() -> None:
    text = script._without_services(WHOLE, ASKED)
    assert "var wasmImports={open:_open,plain:plain};" in text
    assert '_open.sig="i";' in text
    assert "_play.sig" not in text
    assert "_glClear.sig" not in text, "one stand-in for all that draw has a signature of its own"
    assert text.endswith(RUNNING + PUBLISHED + OFFERED + ";_malloc(1);")


def test_drawing_fails_with_words(tmp_path: Path) -> None:
    """The stand-in, run: it is there under each name, has a signature, and says what it is."""
    text = script._without_services("function _plain(){};function plain(){};" + SERVICES, ASKED)
    check = """
for (const name of ["emscripten_glClear", "emscripten_glFlush"]) {
  if (wasmImports[name].sig !== "v") throw new Error("no signature");
  let said = "";
  try { wasmImports[name](); } catch (error) { said = error.message; }
  if (said !== "no drawing here") throw new Error(name + " does something");
}"""
    (tmp_path / "script.mjs").write_text(text + check)
    subprocess.run(["node", tmp_path / "script.mjs"], check=True)


def test_published_functions_that_are_mentioned_stay() -> None:
    text = script._without_published(WHOLE + 'Module["link"];', USERS)
    assert 'Module["run"]' not in text
    assert 'Module["link"]=link;' in text, "mentioned by the script itself"
    assert 'Module["wanted"]=wanted;' in text, "mentioned by a user"
    assert "run(1);" in text


def test_only_what_is_mentioned_is_taken_up_from_the_program() -> None:
    text = script._without_assigned(WHOLE, USERS)
    assert "var _malloc,_data,wasmTable,wasmMemory;function assignWasmExports" in text
    assert 'assignWasmExports(wasmExports){_malloc=Module["_malloc"]=wasmExports["malloc"];_data=' in text
    assert 'wasmExports["memory"]}' in text, "another form is not touched"
    assert "_free" not in text
    assert "_rare" not in text


def test_cut_does_all_of_it() -> None:
    text = script.cut(WHOLE, ASKED, USERS)
    assert "return (0,eval)(func)" in text
    assert "{(0,eval)(data);medieval(func)}" in text
    assert "_free" not in text
    assert "_play.sig" not in text
    assert 'Module["run"]' not in text
    subprocess.run(["node", "--input-type=module", "--check"], input=text.encode(), check=True)


@pytest.mark.parametrize(
    ("without", "name"),
    [
        (SERVICES, "wasmImports"),
        ("emscripten_gl", r"emscripten_gl\*"),
        (".sig", "signatures"),
        ("eval(", "eval"),
        ('"]=', "published functions"),
        ("function assignWasmExports(", "assignWasmExports"),
        (";function assignWasmExports(", "assignWasmExports"),
        (",wasmTable,wasmMemory", "variables of assignWasmExports"),
        ("=wasmExports[", "assignments in assignWasmExports"),
    ],
)
def test_what_is_not_found_stops_the_build_with_its_name(without: str, name: str) -> None:
    text = WHOLE.replace(without, " other ")
    assert text != WHOLE
    with pytest.raises(ScriptError, match=f"^{name}: not found in pyodide.asm.mjs$"):
        script.cut(text, ASKED, USERS)


def test_program_that_asks_for_no_drawing_stops_the_build() -> None:
    with pytest.raises(ScriptError, match=r"emscripten_gl\*"):
        script.cut(WHOLE, {"open"}, USERS)


def test_names_are_words() -> None:
    assert script.names_in('Module["_malloc"]=a.b', "c(d)") == {"Module", "_malloc", "a", "b", "c", "d"}
