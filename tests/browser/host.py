"""A host on this machine with copies of the site in folders, which a test can make ill, silent or a login page."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, override

from playwright.sync_api import Page, Response
from playwright.sync_api import TimeoutError as TooSlow

from tests.conftest import SEARCH_INDEX, Handler

LOGIN = b"<!doctype html><title>Welkom op het netwerk</title><h1>Meld je aan</h1>"
BLANK = b"<!doctype html><title>Een andere toepassing</title><h1>Anders</h1>"
LONGEST_WAIT = 50  # seconds
PATIENCE = (10, 15, 20)
"""Seconds that a service worker gets each time, before it is taken to be held up: see `go`."""
ELSEWHERE = "andere-toepassing/"
"""Where the host has something that is not ours."""


class _Answers(Handler):
    """One request."""

    def __init__(self, host: "Host", *rest: object) -> None:
        self.host = host
        super().__init__(*rest, directory="/")  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Find the copy whose folder comes first in the address: the deepest counts."""
        bare = path.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0]
        for prefix in sorted(self.host.copies, key=len, reverse=True):
            if bare.startswith(prefix):
                end = "/" if bare.endswith("/") else ""
                return f"{self.host.copies[prefix] / bare.removeprefix(prefix).strip('/')}{end}"
        return "/nothing-here"

    @override
    def do_GET(self) -> None:
        """Answer as the host does at this moment."""
        self.host.asked.append(self.path)
        if self.path == f"/{ELSEWHERE}":
            self.give(200, BLANK)
        elif self.host.fault:
            self.host.fault(self)
        else:
            super().do_GET()

    def give(self, status: int, body: bytes, kind: str = "text/html", **headers: str) -> None:
        """Answer with this."""
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def go_on(self) -> None:
        """Answer as if nothing were wrong."""
        super().do_GET()


type Fault = Callable[[_Answers], None]


class Host:
    """What stands where, what was asked, and what is wrong."""

    def __init__(self, copies: Mapping[str, Path], service: ThreadingHTTPServer) -> None:
        self.copies = dict(copies)
        self.service = service
        self.asked: list[str] = []
        """Paths, in order."""
        self.fault: Fault | None = None
        self.over = threading.Event()
        """Set when silent connections may end."""

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.service.server_port}/"

    def ill(self, answers: _Answers) -> None:
        """Fault: a host that is being restarted."""
        answers.give(503, b"<h1>Even geduld</h1>")

    def silent(self, answers: _Answers) -> None:
        """Fault: a host that accepts and says nothing."""
        self.over.wait(120)
        answers.close_connection = True

    def slow(self, answers: _Answers) -> None:
        """Fault: a host that needs longer for everything than a kept copy waits."""
        time.sleep(4)
        answers.go_on()

    def portal(self, answers: _Answers) -> None:
        """Fault: a network that shows its own page for every address, as if that were the answer."""
        answers.give(200, LOGIN)

    def portal_elsewhere(self, answers: _Answers) -> None:
        """Fault: a network that sends everybody to its own page."""
        if answers.path.startswith("/aanmelden"):
            answers.give(200, LOGIN)
        else:
            answers.give(302, b"", Location="/aanmelden/")


@contextmanager
def host(copies: Mapping[str, Path]) -> Iterator[Host]:
    """Serve copies of the site: `{"/gent/": folder}`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as service:
        service.daemon_threads = True
        service.block_on_close = False
        found = Host(copies, service)
        service.RequestHandlerClass = partial(_Answers, found)
        threading.Thread(target=service.serve_forever, daemon=True).start()
        yield found
        found.over.set()
        service.shutdown()


def go(page: Page, address: str) -> Response | None:
    """Go to a page of a site with a service worker.

    A debugger, which these tests have on every worker, may hold one up as it starts, and with it the page that waits.
    Without it that never happened, in 180 visits after as many deployments. So: end the workers, as the browser itself
    may at any time, and go again.
    """
    for seconds in PATIENCE:
        try:
            return page.goto(address, timeout=seconds * 1000)
        except TooSlow:
            stop_workers(page)
    return page.goto(address)


KEPT = """async ([site, search]) => {
  const { base, files, offline } = await import(`${site}assets/runtime/location.js`);
  const unpacked = files.includes("start.xz") ? ["table", "engine", "memory"] : []; // which Python's worker keeps
  const ofRuntime = [...offline, ...unpacked].map((name) => `assets/runtime/${base}${name}`);
  for (const path of [...ofRuntime, search, "", "dossier/", "over/privacy/"]) {
    window.missing = new URL(site + path, location).href;
    if (!(await caches.match(window.missing))) return false;
  }
  return true;
}"""


def until_all_kept(page: Page, site: str = "/") -> None:
    """Wait until a page has all that a visit without a network needs."""
    through_worker(page, KEPT, [site, SEARCH_INDEX])


def through_worker(page: Page, script: str, arg: object) -> Any:
    """Wait as `until` does. A service worker may be held up as `go` says."""
    for seconds in (*PATIENCE, LONGEST_WAIT):
        with suppress(TooSlow):
            return until(page, script, arg, seconds)
        missing = page.evaluate("window.missing ?? 'an answer'")
        stop_workers(page)
        go(page, page.url)
    raise AssertionError(f"{missing} never comes")


def until(page: Page, script: str, arg: object = None, seconds: float = LONGEST_WAIT) -> Any:
    """Wait for something true from a script that promises it. Raises `TooSlow` when it does not come in time.

    `evaluate` waits for a promise without an end. `wait_for_function` has an end, but takes any promise for true and
    gives what it comes to; so it is asked again.
    """
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := page.wait_for_function(script, arg=arg, timeout=seconds * 1000).json_value():
            return value
        page.wait_for_timeout(100)
    raise TooSlow(f"never came true: {script}")


def stop_workers(page: Page) -> None:
    """What the browser itself does with a service worker that has nothing to do."""
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    session.detach()
