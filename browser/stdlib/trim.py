"""Runs inside Pyodide during the build: finds the library modules that are needed, and byte-compiles them.

It must be Pyodide's own Python: only there do start-up, the calculators and the documents import the modules that they
import in the reader's browser, and only its byte-code works there.
"""

import ast
import hashlib
import importlib
import importlib.util
import json
import pkgutil
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from browser.stdlib import bare, replaced

LIBRARY = f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip"

# Modules that no import statement names, but that a reader's text or file can make Python import.
ALSO = (
    "encodings/ascii.py",
    "encodings/cp437.py",  # names of entries in a zip file
    "encodings/cp1252.py",
    "encodings/idna.py",
    "encodings/latin_1.py",
    "encodings/utf_8.py",
    "encodings/utf_8_sig.py",
    "encodings/utf_16.py",
    "encodings/utf_16_le.py",
    "encodings/utf_16_be.py",
    "_strptime.py",
    "calendar.py",
    "locale.py",
    "stringprep.py",
    "traceback.py",
)


def imports_in(source: str) -> Iterator[str]:
    """The names of the modules that this source may import, at the top or inside functions."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def import_all(package: str) -> None:
    """Import a package, its submodules and everything they may import later."""
    root = importlib.import_module(package)
    names = [package, *(module.name for module in pkgutil.walk_packages(root.__path__, f"{package}."))]
    for name in names:
        origin = getattr(importlib.util.find_spec(name), "origin", None)
        if not origin:
            continue
        for wanted in imports_in(Path(origin).read_text("utf-8")):
            try_import(wanted)


def try_import(name: str) -> None:
    """Import a module, if there is one: the name may be that of an attribute, or of an optional module."""
    try:
        importlib.import_module(name)
    except ImportError:
        return


def exercise() -> None:
    """Answer one request of every kind, so that modules imported meanwhile are found too."""
    samples = importlib.import_module("browser.engine.samples")
    handle = importlib.import_module("calculators.service").handle
    for request in (*samples.calculations(), *samples.downloads()):
        try:
            handle(request)
        except Exception as error:  # noqa: BLE001  tests check that the calculators work
            print(f"runtime: {request[:70]}... failed: {error!r}", file=sys.stderr)


def library_files_in_use() -> set[str]:
    """The paths, inside the library's archive, of every module imported so far."""
    origins = [getattr(getattr(module, "__spec__", None), "origin", None) for module in list(sys.modules.values())]
    prefix = LIBRARY + "/"
    return {origin.removeprefix(prefix) for origin in origins if isinstance(origin, str) and origin.startswith(prefix)}


def trim(library: Path, packages: list[str]) -> None:
    """Rewrite the library's archive with only the modules that these packages and all requests use."""
    for package in packages:
        import_all(package)
    exercise()
    keep = library_files_in_use() | set(ALSO)
    with zipfile.ZipFile(library) as archive:
        replaced.check_present(ALSO, archive)
        contents = {name: archive.read(name) for name in archive.namelist() if name in keep}
    contents |= {name: text.encode() for name, text in replaced.REPLACED_LAST.items()}
    with zipfile.ZipFile(library, "w") as archive:
        for name, data in sorted(contents.items()):
            archive.writestr(name, data)


def compile_archives(library: Path, wheels: Path) -> None:
    """Run pyodide-build's `py-compile` on the library and on the folder of wheels with its lock file."""
    command = importlib.import_module("pyodide_build.cli.py_compile").main
    for path in (library, *wheels.glob("*.whl")):
        bare.rewrite(path, ".py", bare.without_annotations, zipfile.ZIP_STORED)
    # The library is stored while Python starts from it in the build; readers get a compressed copy.
    for path, level in ((library, "0"), (wheels, "9")):
        command([str(path), "--silent", "--compression-level", level], standalone_mode=False)
    bare.rewrite(library, ".pyc", bare.byte_code, zipfile.ZIP_STORED)
    lock = json.loads((wheels / "pyodide-lock.json").read_text())
    for entry in lock["packages"].values():
        wheel = wheels / entry["file_name"]
        bare.rewrite(wheel, ".pyc", bare.byte_code, zipfile.ZIP_DEFLATED)
        entry["sha256"] = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (wheels / "pyodide-lock.json").write_text(json.dumps(lock))
