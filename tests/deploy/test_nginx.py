"""What is nginx's own: compressed copies, half-open connections, frames, plain addresses, and a short load."""

import re
import select
import socket
import subprocess
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from shutil import which
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from deploy.hosts import ANEW, CHANGES_ADDRESS, FOREVER, OVER_TLS, TYPES
from tests.deploy.conftest import Host
from tests.deploy.hosts import BROTLI, CONNECTIONS, ROOT, ask
from tests.deploy.visit import START, calculate, visitor

NGINX = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
APACHE = (ROOT / "deploy" / "apache.conf").read_text(encoding="utf-8")


def test_text_is_sent_as_it_was_compressed(nginx: str, ready_site: Path, runtime: str) -> None:
    for path in ("index.html", "assets/js/app.js", f"{runtime}/pyodide.asm.mjs"):
        assert ask(nginx, path)[2] == (ready_site / f"{path}.gz").read_bytes()


@pytest.mark.skipif(not (Path(BROTLI).exists() and which("brotli")), reason="brotli is not on this machine")
def test_brotli_is_used_where_there_is_any(nginx: str) -> None:
    assert ask(nginx, "", "gzip, br")[1]["Content-Encoding"] == "br"


def test_nginx_is_told_what_all_hosts_are(nginx: str) -> None:
    (block,) = re.findall(r"types \{(.+?)\}", NGINX, re.DOTALL)
    lines = [line.strip(" ;").split() for line in block.strip().splitlines()]
    assert {f".{end}": kind for kind, *ends in lines for end in ends} == TYPES
    assert f'"{OVER_TLS["Strict-Transport-Security"]}"' in NGINX
    assert set(re.findall(r'"(public[^"]+|no-cache)"', NGINX)) == {FOREVER, ANEW}
    patterns = [re.compile(found) for found in re.findall(r'"~(/assets/[^"]+)"', NGINX)]
    for place in ("assets/runtime/0123456789abcdef/a.xz", "assets/bundle/app.01234567.min.js", "assets/js/app.js"):
        assert bool(CHANGES_ADDRESS.search(place)) == any(pattern.search(f"/{place}") for pattern in patterns)
    assert ask(nginx, "")[0] == 200, "and it takes them"


def test_apache_is_told_what_all_hosts_are() -> None:
    lines = [line.split() for line in re.findall(r"AddType (.+)", APACHE)]
    assert {end: kind for kind, *ends in lines for end in ends} == TYPES
    assert set(re.findall(r'"(public[^"]+|no-cache)"', APACHE)) == {FOREVER, ANEW}
    assert f'"{OVER_TLS["Strict-Transport-Security"]}"' in APACHE


def half_open(site: str, number: int, stack: ExitStack) -> list[socket.socket]:
    """Connections that begin a request and never end it."""
    place = urlsplit(site)
    lines = []
    for _ in range(number):
        line = stack.enter_context(socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=30))
        line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        lines.append(line)
    return lines


def test_half_open_connections_do_not_stop_others(host: Host) -> None:
    """Nearly as many as there is room for: they give way to as many again, also those that go on letter by letter."""
    sites = [host(kind=kind) for kind in ("nginx", "apache")]
    for _ in range(2):
        with ExitStack() as stack:
            begun = time.monotonic()
            waiting = [half_open(site, CONNECTIONS - 60, stack) for site in sites]
            assert [ask(site, "checklist/")[0] for site in sites] == [200, 200]
            while waiting:
                assert time.monotonic() - begun < 20, "a letter a second keeps nobody's place"
                time.sleep(1)
                left = [lines for lines in waiting if not all_closed(lines)]
                assert left == waiting or time.monotonic() - begun > 2, "who is slow for a moment is not sent away"
                waiting = left


def all_closed(lines: list[socket.socket]) -> bool:
    """Whether the other side has hung up on all. Those that it has not get another letter of their request."""
    poll = select.poll()
    for line in lines:
        poll.register(line, select.POLLIN)
    ended = {number for number, _ in poll.poll(0)}
    for line in lines:
        if line.fileno() not in ended:
            with suppress(OSError):
                line.sendall(b"a")
    return len(ended) == len(lines)


def test_one_address_that_asks_too_much_is_told_so(host: Host) -> None:
    site = host(**{"rate=200r/s": "rate=1r/s", "burst=2000": "burst=3"})
    told = [ask(site, "checklist/")[0] for _ in range(12)]
    assert told.count(200) >= 4
    assert set(told) == {200, 429}


FRAME = """(src) => {
  document.body.replaceChildren(Object.assign(document.createElement("iframe"), { src }));
}"""


def test_a_frame_shows_only_where_the_host_permits_it(host: Host, nginx: str, browser: Browser, server: str) -> None:
    """A municipality's own site, here the plain server, embeds a calculator."""
    page = browser.new_page()
    page.goto(server)
    open_to = host(server.rstrip("/"))
    with page.expect_console_message(lambda told: "frame-ancestors" in told.text, timeout=START):
        page.evaluate(FRAME, f"{nginx}rekenhulp/budget/")
    assert not page.frame_locator("iframe").locator("h1").count()
    page.evaluate(FRAME, f"{open_to}rekenhulp/budget/")
    expect(page.frame_locator("iframe").locator("h1")).to_be_visible(timeout=START)
    calculated = page.frames[1]
    calculated.fill("[name=fte]", "85")
    expect(calculated.locator("[data-result=totaal_jaar_1]")).to_have_attribute("data-value", "61190", timeout=START)
    page.close()


def test_a_plain_network_address_will_do(host: Host, browser: Browser) -> None:
    """An intranet without TLS: no service worker and no `crypto.subtle`, and yet it calculates."""
    site = host(name="0.0.0.0")  # this machine by an address that browsers do not trust
    with visitor(browser) as page:
        page.goto(f"{site}rekenhulp/budget/")
        assert not page.evaluate("isSecureContext")
        calculate(page)


@pytest.mark.skipif(not which("wrk"), reason="wrk is not on this machine: see tests/install.sh")
def test_a_short_load_is_held(host: Host, runtime: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the limit for one address, from which all of it comes."""
    site = host(**{"limit_req zone=gids_requests burst=2000 nodelay;": ""})
    for path in ("", "rekenhulp/budget/", f"{runtime}/pyodide.asm.mjs"):
        command = ["wrk", "-t1", "-c32", "-d1s", "-H", "Accept-Encoding: gzip", f"{site}{path}"]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        rate = re.search(r"Requests/sec: +([\d.]+)", told)
        assert rate
        assert "Non-2xx" not in told
        assert "Socket errors" not in told
        with capsys.disabled():
            print(f"\nnginx: {float(rate[1]):.0f} requests a second for /{path or ''}")
