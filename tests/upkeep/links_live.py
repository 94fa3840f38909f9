"""Lychee itself, on a server of our own: `make links` runs this first, before it visits the hosts of others.

Not part of `make test`, which needs no lychee: there `tests/site/test_check_links.py` reads a report that it once gave.
"""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tools.check_links import visit

STATUSES = {"/goed": 200, "/weg": 404, "/nee": 403, "/stuk": 500, "/verhuisd": 301, "/met...punten?a=1&b=(2)": 200}
VERDICTS = {"/goed": "ok", "/weg": "gone", "/nee": "refused", "/stuk": "failed", "/verhuisd": "moved"}
QUICKLY = ("--max-retries", "0", "--timeout", "5")


class _Host(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        status = STATUSES.get(self.path, 418)
        self.send_response(status)
        self.send_header("Content-Length", "0")
        if status == 301:
            self.send_header("Location", "/goed")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep the output clean."""


@pytest.fixture
def host() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_each_answer_of_a_host_has_its_verdict(host: str) -> None:
    urls = [host + path for path in STATUSES]
    found = {one.url.removeprefix(host): one.verdict for one in visit(urls, *QUICKLY, pause="1ms")}
    assert found == VERDICTS | {"/met...punten?a=1&b=(2)": "ok"}


def test_no_answer_is_a_failure() -> None:
    assert [one.verdict for one in visit(["http://127.0.0.1:9/"], *QUICKLY, pause="1ms")] == ["failed"]


def test_where_an_address_went_is_told(host: str) -> None:
    (moved,) = visit([f"{host}/verhuisd"], *QUICKLY, pause="1ms")
    assert moved.detail == f"{host}/goed"
