"""The script that comes with Pyodide's program: most of it is for games, graphics and linking: not for us.

Unreferenced exports, imports and signatures are removed from Emscripten's script; terser then drops dead code and
shortens the rest.
"""

import re
from collections.abc import Callable
from typing import NamedTuple


class ScriptError(ValueError):
    """Pyodide's script has another form than a step here expects: the message names what was looked for."""


class Part(NamedTuple):
    """A part of Pyodide's script: what it is called in messages, and its form."""

    name: str
    form: re.Pattern[str]


_ASSIGN = Part("assignWasmExports", re.compile(r"(?<=function assignWasmExports\(wasmExports\)\{)[^}]+(?=\})"))
_ASSIGNED = re.compile(r'^(?P<variable>\w+)=Module\["\w+"\]=wasmExports\["(?P<name>\w+)"\](?:\.value>>>0)?$')
_DECLARED = Part(
    "variables of assignWasmExports", re.compile(r"var (?:\w+,)*wasmTable,wasmMemory;(?=function assignWasmExports)")
)
_PUBLISHED = Part("published functions", re.compile(r'(?<=[;}])Module\["(?P<name>\w+)"\]=\w+;'))
_IMPORTS = Part("wasmImports", re.compile(r"var wasmImports=\{(?P<entries>[^}]*)\};?"))
_SIGNATURE = Part("signatures", re.compile(r'(?<=[;}])(?P<function>\w+)\.sig="\w*";'))
_EVAL = Part("eval", re.compile(r"\beval(?=\((?:func|data|UTF8ToString\(ptr\))\))"))
_DRAWING = "emscripten_gl"  # 274 functions of WebGL, each of which would get a small program of its own at each start
_STAND_IN = '() => { throw new Error("no drawing here"); }'


def _not_found(name: str) -> ScriptError:
    return ScriptError(f"{name}: not found in pyodide.asm.mjs")


def substitute(part: Part, replace: str | Callable[[re.Match[str]], str], script: str) -> str:
    """The script with each place that has this form replaced. Raises `ScriptError` where there is none."""
    changed, count = part.form.subn(replace, script)
    if not count:
        raise _not_found(part.name)
    return changed


def names_in(*texts: str) -> set[str]:
    """Every word: the names that these scripts could mention."""
    return set(re.findall(r"\w+", "\n".join(texts)))


def cut(script: str, asked: set[str], users: str) -> str:
    """Cut loose what the program doesn't ask for, and what neither the script nor the `users` mention.

    Raises `ScriptError` where Pyodide's script has another form.
    """
    script = _without_services(script, asked)
    # Our policy forbids `eval`, so nothing that calls it can run; called directly it would keep every name alive.
    script = substitute(_EVAL, "(0,eval)", script)
    script = _without_published(script, users)
    return _without_assigned(script, users)


def _without_services(script: str, asked: set[str]) -> str:
    """Pass only the services to the program that it asks for, and one stand-in for all that draw."""
    found = _IMPORTS.form.search(script)
    if not found:
        raise _not_found(_IMPORTS.name)
    services: dict[str, str] = {}
    for entry in found["entries"].split(","):
        name, _, function = entry.partition(":")
        services[name] = function or name
    drawing = [name for name in services if name in asked and name.startswith(_DRAWING)]
    if not drawing:
        raise _not_found(f"{_DRAWING}*")
    kept = {name: function for name, function in services.items() if name in asked and name not in drawing}
    entries = ",".join(f"{name}:{function}" for name, function in kept.items())
    listed = f"{' '.join(drawing)!r}.split(' ')"
    # One for all of them, with any signature: none is ever called.
    rest = f'const none = {_STAND_IN}; none.sig = "v"; for (const name of {listed}) wasmImports[name] = none;'
    script = script.replace(found[0], f"var wasmImports={{{entries}}};{rest}")
    dropped = {*services.values()} - {*kept.values()}
    return substitute(_SIGNATURE, lambda one: "" if one["function"] in dropped else one[0], script)


def _others(script: str) -> str:
    """The script without the parts that only pass on what the program offers."""
    return substitute(_DECLARED, "", substitute(_ASSIGN, "", script))


def _without_published(script: str, users: str) -> str:
    """Take out of `Module` the functions that are mentioned nowhere."""
    mentioned = set(re.findall(r"""[."'](\w+)""", substitute(_PUBLISHED, "", _others(script)) + users))
    return substitute(_PUBLISHED, lambda one: one[0] if one["name"] in mentioned else "", script)


def _without_assigned(script: str, users: str) -> str:
    """Take up from the program only what is mentioned, and declare only the variables for that."""
    words = names_in(_others(script), users)
    dropped = set[str]()
    statements = _ASSIGN.form.findall(script)[0].split(";")
    if not any(map(_ASSIGNED.match, statements)):
        raise _not_found(f"assignments in {_ASSIGN.name}")

    def keep(statement: str) -> bool:
        found = _ASSIGNED.match(statement)
        if not found or {found["name"], found["variable"]} & words:
            return True
        dropped.add(found["variable"])
        return False

    kept = ";".join(filter(keep, statements))
    script = substitute(_ASSIGN, lambda _: kept, script)
    return substitute(
        _DECLARED,
        lambda found: "var " + ",".join(name for name in found[0][4:-1].split(",") if name not in dropped) + ";",
        script,
    )
