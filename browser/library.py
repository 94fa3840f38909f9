"""Takes out of the standard library what can't work in a browser and yet is always loaded with the rest."""

import zipfile
from pathlib import Path

# Pyodide has an event loop of its own. The stock ones, which come along with `import asyncio`, bring sockets, processes
# and TLS: a fifth of the memory of a started Python. An empty module in their place is enough for the others.
EMPTY = "__all__ = ()\n"
UNIX_EVENTS = """from asyncio import events

__all__ = ()


class _DefaultEventLoopPolicy(events._BaseDefaultEventLoopPolicy):
    pass
"""
NAMES_ONLY = "from _socket import *\n\n_GLOBAL_DEFAULT_TIMEOUT = object()\n"
PIPES = "PIPE, STDOUT, DEVNULL = -1, -2, -3\n"
REPLACED = {
    "asyncio/base_events.py": EMPTY,
    "asyncio/graph.py": EMPTY,
    "asyncio/locks.py": EMPTY,
    "asyncio/queues.py": EMPTY,
    "asyncio/taskgroups.py": EMPTY,
    "asyncio/threads.py": EMPTY,
    "asyncio/timeouts.py": EMPTY,
    "socket.py": NAMES_ONLY,
    "subprocess.py": PIPES,
    "asyncio/streams.py": EMPTY,
    "asyncio/subprocess.py": EMPTY,
    "asyncio/transports.py": EMPTY,
    "asyncio/unix_events.py": UNIX_EVENTS,
}


def slim(stock: Path, target: Path) -> None:
    """Copy the library's archive with those modules replaced."""
    with zipfile.ZipFile(stock) as source, zipfile.ZipFile(target, "w") as archive:
        for entry in source.infolist():
            data = REPLACED[entry.filename].encode() if entry.filename in REPLACED else source.read(entry)
            archive.writestr(entry, data)
