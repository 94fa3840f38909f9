"""Cuts Emscripten's script, `pyodide.asm.mjs`, most of which is for graphics and dynamic linking.

This module removes exports, imports and signatures that nothing refers to; terser then drops dead code and shortens the
rest.
"""

import re
from collections.abc import Callable
from typing import NamedTuple


class ScriptError(ValueError):
    """Pyodide's script has another form than a step here expects: the message names what was looked for."""


class Part(NamedTuple):
    """A part of Pyodide's script: its name in messages, and the pattern that finds it."""

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
_DRAWING = "emscripten_gl"  # 274 functions of WebGL, for each of which every start would compile a small module
_STAND_IN = '() => { throw new Error("no drawing here"); }'


def _not_found(name: str) -> ScriptError:
    return ScriptError(f"{name}: not found in pyodide.asm.mjs")


def substitute(part: Part, replace: str | Callable[[re.Match[str]], str], script: str) -> str:
    """The script with each match of a part replaced. Raises `ScriptError` if there is none."""
    changed, count = part.form.subn(replace, script)
    if not count:
        raise _not_found(part.name)
    return changed


def names_in(*texts: str) -> set[str]:
    """Every word in these texts: any of them may be the name of a function."""
    return set(re.findall(r"\w+", "\n".join(texts)))


def cut(script: str, imported: set[str], users: str) -> str:
    """The script without functions that the engine does not import, or that neither it nor `users` mention.

    `imported` has the names that the engine imports, `users` the text of the scripts that call it. Raises `ScriptError`
    if Pyodide's script has another form than expected.
    """
    script = _without_services(script, imported)
    # A direct call of `eval` would keep terser from dropping any name. Our policy forbids `eval`, so it never runs.
    script = substitute(_EVAL, "(0,eval)", script)
    script = _without_published(script, users)
    return _without_assigned(script, users)


def _without_services(script: str, imported: set[str]) -> str:
    """The script that passes only imported functions to the engine, and one stand-in for all that draw."""
    match = _IMPORTS.form.search(script)
    if not match:
        raise _not_found(_IMPORTS.name)
    services: dict[str, str] = {}
    for entry in match["entries"].split(","):
        name, _, function = entry.partition(":")
        services[name] = function or name
    drawing = [name for name in services if name in imported and name.startswith(_DRAWING)]
    if not drawing:
        raise _not_found(f"{_DRAWING}*")
    kept = {name: function for name, function in services.items() if name in imported and name not in drawing}
    entries = ",".join(f"{name}:{function}" for name, function in kept.items())
    listed = f"{' '.join(drawing)!r}.split(' ')"
    # Any signature will do, as none of them is ever called.
    rest = f'const none = {_STAND_IN}; none.sig = "v"; for (const name of {listed}) wasmImports[name] = none;'
    script = script.replace(match[0], f"var wasmImports={{{entries}}};{rest}")
    dropped = {*services.values()} - {*kept.values()}
    return substitute(_SIGNATURE, lambda signature: "" if signature["function"] in dropped else signature[0], script)


def _others(script: str) -> str:
    """The script without the parts that only pass on the engine's exports."""
    return substitute(_DECLARED, "", substitute(_ASSIGN, "", script))


def _without_published(script: str, users: str) -> str:
    """The script without the functions of `Module` that are mentioned nowhere."""
    mentioned = set(re.findall(r"""[."'](\w+)""", substitute(_PUBLISHED, "", _others(script)) + users))
    return substitute(_PUBLISHED, lambda function: function[0] if function["name"] in mentioned else "", script)


def _without_assigned(script: str, users: str) -> str:
    """The script without variables for exports that are mentioned nowhere."""
    words = names_in(_others(script), users)
    dropped = set[str]()
    statements = _ASSIGN.form.findall(script)[0].split(";")
    if not any(map(_ASSIGNED.match, statements)):
        raise _not_found(f"assignments in {_ASSIGN.name}")

    def keep(statement: str) -> bool:
        assigned = _ASSIGNED.match(statement)
        if not assigned or {assigned["name"], assigned["variable"]} & words:
            return True
        dropped.add(assigned["variable"])
        return False

    def declaration(match: re.Match[str]) -> str:
        names = match[0].removeprefix("var ").removesuffix(";").split(",")
        return f"var {','.join(name for name in names if name not in dropped)};"

    kept = ";".join(filter(keep, statements))
    script = substitute(_ASSIGN, lambda _: kept, script)
    return substitute(_DECLARED, declaration, script)
