"""The link checker tells what became of an address; tried on a server of our own."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from calculators.core import content
from tools.check_links import Outcome, addresses, check, check_all, table

STATUSES = {"/goed": 200, "/weg": 404, "/nee": 403, "/stuk": 500, "/verhuisd": 301, "/alleen-get": 405}


class _Host(BaseHTTPRequestHandler):
    asked: list[str]

    def do_HEAD(self) -> None:
        self._answer(STATUSES[self.path])

    def do_GET(self) -> None:
        self._answer(200 if self.path == "/alleen-get" else STATUSES[self.path])

    def _answer(self, status: int) -> None:
        type(self).asked.append(f"{self.command} {self.path}")
        self.send_response(status)
        self.send_header("Content-Length", "0")
        if status == 301:
            self.send_header("Location", "/goed")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    _Host.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "verdict"),
    [
        ("/goed", "ok"),
        ("/weg", "gone"),
        ("/nee", "refused"),
        ("/stuk", "failed"),
        ("/verhuisd", "moved"),
        ("/alleen-get", "ok"),
    ],
)
def test_each_answer_of_a_host_has_its_verdict(host: str, path: str, verdict: str) -> None:
    assert check(host + path).verdict == verdict


def test_no_answer_and_no_web_address_are_failures() -> None:
    assert check("http://127.0.0.1:9/", timeout=2).verdict == "failed"
    assert check("file:///etc/passwd").verdict == "failed"


def test_a_host_is_asked_once_per_address_and_in_turn(host: str) -> None:
    outcomes = check_all([f"{host}/goed", f"{host}/weg"], pause=0)
    assert [outcome.verdict for outcome in outcomes] == ["ok", "gone"]
    assert _Host.asked == ["HEAD /goed", "HEAD /weg", "GET /weg"]


def test_the_table_shows_what_needs_a_look() -> None:
    outcomes = [Outcome("http://a/", "ok"), Outcome("http://b/", "gone", "404 Not Found")]
    text = table(outcomes, {"http://b/": ["een-bron"]})
    assert "| gone | een-bron | http://b/ | 404 Not Found |" in text
    assert "http://a/" not in text
    assert text.endswith("1 gone, 0 failed, 0 refused, 0 moved, 1 ok")


def test_every_source_and_way_out_is_tried() -> None:
    known = addresses()
    for source in content.sources():
        assert source.id in known[source.url]
        assert not source.fallback_url or f"{source.id}+" in known[source.fallback_url]
