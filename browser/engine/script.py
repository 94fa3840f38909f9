"""The script that comes with Pyodide's program: most of it is for games, graphics and linking: not for us.

What nobody asks for is cut loose; the package terser then leaves out whatever nothing leads to, and shortens the rest.
"""

import re

_ASSIGN = re.compile(r"(?<=function assignWasmExports\(wasmExports\)\{)[^}]*(?=\})")
_ASSIGNED = re.compile(r'^(?P<variable>\w+)=Module\["\w+"\]=wasmExports\["(?P<name>\w+)"\](?:\.value>>>0)?$')
_DECLARED = re.compile(r"var (?:\w+,)*wasmTable,wasmMemory;(?=function assignWasmExports)")
_PUBLISHED = re.compile(r'(?<=[;}])Module\["(?P<name>\w+)"\]=\w+;')
_IMPORTS = re.compile(r"var wasmImports=\{(?P<entries>[^}]*)\};?")
_SIGNATURE = re.compile(r'(?<=[;}])(?P<function>\w+)\.sig="\w*";')
_EVAL = re.compile(r"\beval(?=\((?:func|data|UTF8ToString\(ptr\))\))")
_DRAWING = "emscripten_gl"  # 274 functions of WebGL, each of which would get a small program of its own at each start
_STAND_IN = '() => { throw new Error("no drawing here"); }'


def names_in(*texts: str) -> set[str]:
    """Every word: the names that these scripts could mention."""
    return set(re.findall(r"\w+", "".join(texts)))


def others(script: str) -> str:
    """The script without the parts that only pass on what the program offers."""
    return _DECLARED.sub("", _ASSIGN.sub("", script))


def cut(script: str, asked: set[str], users: str) -> str:
    """Cut loose what the program doesn't ask for, and what neither the script nor the `users` mention."""
    return _without_names(_without_services(script, asked), users)


def _without_services(script: str, asked: set[str]) -> str:
    found = _IMPORTS.search(script)
    if not found:
        raise ValueError("Pyodide's script has another form")
    services: dict[str, str] = {}
    for entry in found["entries"].split(","):
        name, _, function = entry.partition(":")
        services[name] = function or name
    drawing = [name for name in services if name in asked and name.startswith(_DRAWING)]
    kept = {name: function for name, function in services.items() if name in asked and name not in drawing}
    entries = ",".join(f"{name}:{function}" for name, function in kept.items())
    listed = f"{' '.join(drawing)!r}.split(' ')"
    # One for all of them, with any signature: none is ever called.
    rest = f'const none = {_STAND_IN}; none.sig = "v"; for (const name of {listed}) wasmImports[name] = none;'
    script = script.replace(found[0], f"var wasmImports={{{entries}}};{rest}")
    dropped = {*services.values()} - {*kept.values()}
    return _SIGNATURE.sub(lambda one: "" if one["function"] in dropped else one[0], script)


def _without_names(script: str, users: str) -> str:
    # Our policy forbids `eval`, so nothing that calls it can run; called directly it would keep every name alive.
    script = _EVAL.sub("(0,eval)", script)
    mentioned = set(re.findall(r"""[."'](\w+)""", _PUBLISHED.sub("", others(script)) + users))
    script = _PUBLISHED.sub(lambda one: one[0] if one["name"] in mentioned else "", script)
    words = names_in(others(script), users)
    dropped = set[str]()

    def keep(statement: str) -> bool:
        found = _ASSIGNED.match(statement)
        if not found or {found["name"], found["variable"]} & words:
            return True
        dropped.add(found["variable"])
        return False

    assigned = _ASSIGN.sub(lambda found: ";".join(filter(keep, found[0].split(";"))), script)
    return _DECLARED.sub(
        lambda found: "var " + ",".join(name for name in found[0][4:-1].split(",") if name not in dropped) + ";",
        assigned,
    )
