"""Replaces modules of the standard library that cannot work in a browser but are always imported."""

import zipfile
from collections.abc import Iterable
from pathlib import Path

# Pyodide has its own event loop. `import asyncio` also loads the standard ones, with sockets, processes and TLS: a
# fifth of the memory of a started Python. Empty modules satisfy the imports of the other modules.
EMPTY = "__all__ = ()\n"
UNIX_EVENTS = """from asyncio import events

__all__ = ()


class _DefaultEventLoopPolicy(events._BaseDefaultEventLoopPolicy):
    pass
"""
NO_SOCKETS = "AF_UNSPEC = 0\nAI_PASSIVE = 1\n_GLOBAL_DEFAULT_TIMEOUT = object()\n"
# Optional in Python itself: importers go on without them. None of our files uses these kinds of compression.
ABSENT = "raise ImportError(__name__)\n"
# Logs and coloured tracebacks are unused in a worker.
NO_LOG = """DEBUG, INFO, WARNING, ERROR, CRITICAL = range(10, 60, 10)


class StreamHandler:
    def __getattr__(self, name):
        return lambda *arguments, **options: None


def getLogger(name=None):
    return StreamHandler()
"""
NO_COLOURS = """class _Plain(str):
    def __getattr__(self, name):
        return self


def can_colorize(**options):
    return False


def get_theme(**options):
    return _Plain()


get_colors = get_theme
"""
PIPES = "PIPE, STDOUT, DEVNULL = -1, -2, -3\n"
REPLACED = {
    "asyncio/base_events.py": EMPTY,
    "asyncio/graph.py": EMPTY,
    "asyncio/locks.py": EMPTY,
    "asyncio/queues.py": EMPTY,
    "asyncio/taskgroups.py": EMPTY,
    "asyncio/threads.py": EMPTY,
    "asyncio/timeouts.py": EMPTY,
    "_colorize.py": NO_COLOURS,
    "bz2.py": ABSENT,
    "compression/zstd/__init__.py": ABSENT,
    "lzma.py": ABSENT,
    "socket.py": NO_SOCKETS,
    "subprocess.py": PIPES,
    "asyncio/streams.py": EMPTY,
    "asyncio/subprocess.py": EMPTY,
    "asyncio/transports.py": EMPTY,
    "asyncio/unix_events.py": UNIX_EVENTS,
}

# Replaced last, as the build itself needs the real module to compile.
REPLACED_LAST = {"logging/__init__.py": NO_LOG}


class LibraryError(ValueError):
    """A module that is replaced or kept by name is not in Pyodide's library."""


def check_present(wanted: Iterable[str], archive: zipfile.ZipFile) -> None:
    """Raise `LibraryError` when one of these modules is not in the library."""
    missing = sorted(set(wanted) - set(archive.namelist()))
    if missing:
        raise LibraryError(f"not in Pyodide's library: {', '.join(missing)}")


def slim(stock: Path, target: Path) -> None:
    """Copy the library's archive with the modules of `REPLACED` replaced. Raises `LibraryError` if one is missing."""
    with zipfile.ZipFile(stock) as source, zipfile.ZipFile(target, "w") as archive:
        check_present([*REPLACED, *REPLACED_LAST], source)
        for entry in source.infolist():
            data = REPLACED[entry.filename].encode() if entry.filename in REPLACED else source.read(entry)
            archive.writestr(entry, data)
