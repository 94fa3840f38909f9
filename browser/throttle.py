"""A slow laptop and a slow line, imitated: the browser's own switches leave workers at full speed."""

import gzip
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PERIOD = 0.008  # seconds: short against anything a person notices, long against what a switch costs
FREEZER = Path("/sys/fs/cgroup/freezer/bench")
UNIFIED = Path("/sys/fs/cgroup/bench")
TYPES = {".mjs": "text/javascript", ".wasm": "application/wasm"}
COMPRESSIBLE = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".wasm", ".txt", ".xml"}


class SlowProcessor:
    """Lets a group of processes, with every thread and worker in it, run for one part of each period only."""

    def __init__(self) -> None:
        """Make the group. This needs the rights of root on Linux."""
        old = FREEZER.parent.is_dir()
        self.folder = FREEZER if old else UNIFIED
        self.folder.mkdir(exist_ok=True)
        self.switch = self.folder / ("freezer.state" if old else "cgroup.freeze")
        self.stopped, self.running = ("FROZEN", "THAWED") if old else ("1", "0")

    def launcher(self, program: str, folder: Path) -> Path:
        """Write a script that starts a program inside the group."""
        script = folder / "browser.sh"
        script.write_text(f'#!/bin/sh\necho $$ > {self.folder}/cgroup.procs\nexec {program} "$@"\n')
        script.chmod(0o755)
        return script

    @contextmanager
    def slowed(self, times: float) -> Iterator[None]:
        """Slow the group down this many times."""
        done = threading.Event()
        thread = threading.Thread(target=self._pulse, args=(times, done))
        if times > 1:
            thread.start()
        try:
            yield
        finally:
            done.set()
            if times > 1:
                thread.join()

    def _pulse(self, times: float, done: threading.Event) -> None:
        descriptor = os.open(self.switch, os.O_WRONLY)
        stopped, running = self.stopped.encode(), self.running.encode()
        while not done.is_set():
            os.pwrite(descriptor, stopped, 0)
            time.sleep(PERIOD * (1 - 1 / times))
            os.pwrite(descriptor, running, 0)
            time.sleep(PERIOD / times)
        os.close(descriptor)


class Line:
    """A shared line: so many bits a second for all connections together, and a delay before each answer."""

    def __init__(self, bits: float = 0, delay: float = 0) -> None:
        """Zero bits a second means: as fast as it goes."""
        self.bits, self.delay = bits, delay
        self.free_at = 0.0
        self.bytes = 0
        self.lock = threading.Lock()

    def send(self, size: int) -> None:
        """Wait as long as this many bytes take."""
        with self.lock:
            self.bytes += size
            now = time.monotonic()
            self.free_at = max(now, self.free_at) + (size * 8 / self.bits if self.bits else 0)
            wait = self.free_at - now
        time.sleep(max(wait, 0))


@cache
def _body(path: Path, compress: bool) -> bytes:
    data = path.read_bytes()
    return gzip.compress(data, 9, mtime=0) if compress else data


class Handler(SimpleHTTPRequestHandler):
    """What a well-kept host does: compresses text and programs, and lets the browser keep what never changes."""

    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | TYPES
    server: "Server"

    def do_GET(self) -> None:
        """Answer over the slow line."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        time.sleep(self.server.line.delay)
        if not path.is_file():
            self.send_error(404)
            return
        compress = path.suffix in COMPRESSIBLE
        body = _body(path, compress)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", self.server.caching(self.path))
        if compress:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        for start in range(0, len(body), 16384):
            piece = body[start : start + 16384]
            self.server.line.send(len(piece))
            self.wfile.write(piece)

    def log_message(self, *_: Any) -> None:
        """Say nothing: the figures are what matters."""


class Server(ThreadingHTTPServer):
    """Serves a folder over a line, on a free port of this machine."""

    daemon_threads = True

    def __init__(self, folder: Path, line: Line) -> None:
        """Start serving in the background."""
        self.line = line
        super().__init__(("127.0.0.1", 0), lambda *a, **k: Handler(*a, directory=str(folder), **k))
        threading.Thread(target=self.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server_port}/"

    @staticmethod
    def caching(path: str) -> str:
        """How long a browser may keep this: for ever, if the address changes with the contents."""
        immutable = "/runtime/" in path and not path.endswith(("location.js", "manifest.json"))
        return "public, max-age=31536000, immutable" if immutable or "/stock/" in path else "no-cache"

    def handle_error(self, *_: Any) -> None:
        """A browser that hangs up is no error."""
