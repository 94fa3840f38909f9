"""A local server behind a simulated network line of a given speed, which counts the bytes it sends."""

import gzip
import threading
import time
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

TYPES = {".mjs": "text/javascript", ".wasm": "application/wasm"}
COMPRESSIBLE = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".wasm", ".txt", ".xml"}


class Line:
    """A line that all connections share: `bits` a second together, and a `delay` in seconds before each answer."""

    def __init__(self, bits: float = 0, delay: float = 0) -> None:
        """With zero bits a second there is no limit."""
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
    """Behaves as a good host: it compresses text and programs, and lets browsers keep files that never change."""

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
        tag = f'"{path.stat().st_mtime_ns:x}"'
        known = self.headers["If-None-Match"] == tag
        compress = path.suffix in COMPRESSIBLE
        body = b"" if known else _body(path, compress)
        self.send_response(304 if known else 200)
        self.send_header("ETag", tag)
        self.send_header("Cache-Control", self.server.caching(self.path))
        if not known:
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Length", str(len(body)))
        if compress and not known:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self._pour(body)

    def _pour(self, body: bytes) -> None:
        for start in range(0, len(body), 16384):
            piece = body[start : start + 16384]
            self.server.line.send(len(piece))
            self.wfile.write(piece)

    def log_message(self, *_: Any) -> None:
        """Log nothing."""


class Server(ThreadingHTTPServer):
    """Serves a folder over a line, on a free port of this machine."""

    daemon_threads = True

    def __init__(self, folder: Path, line: Line) -> None:
        """Start serving in the background."""
        self.line = line
        super().__init__(("127.0.0.1", 0), lambda *a, **k: Handler(*a, directory=str(folder), **k))
        threading.Thread(target=self.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server_port}/"

    def server_close(self) -> None:
        """Stop serving: also what leaving a `with` block does."""
        self.shutdown()
        super().server_close()

    @staticmethod
    def caching(path: str) -> str:
        """The `Cache-Control` of a file: browsers may keep it for good if its address changes with its contents."""
        runtime = "/runtime/" in path and not path.endswith(("location.js", "manifest.json"))
        immutable = runtime or "/stock/" in path or path.endswith((".min.js", ".min.css"))
        return "public, max-age=31536000, immutable" if immutable else "no-cache"

    def handle_error(self, *_: Any) -> None:
        """A browser that hangs up is no error."""
