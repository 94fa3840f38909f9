"""The site on real nginx, with the configuration that hosts copy."""

import re
import subprocess
from contextlib import closing
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from shutil import which
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.deploy.conftest import BROTLI, Host
from tests.deploy.visit import START, STOPPED, calculate, intrude, use_everything, visitor

FOREVER = "public, max-age=31536000, immutable"


def ask(site: str, path: str, encoding: str = "gzip", **more: str) -> tuple[int, HTTPMessage, bytes]:
    """Status, headers and body, as they come over the line."""
    with closing(HTTPConnection(urlsplit(site).netloc)) as connection:
        connection.request("GET", f"/{path}", headers={"Accept-Encoding": encoding, **more})
        response = connection.getresponse()
        return response.status, response.headers, response.read()


@pytest.fixture(scope="module")
def runtime(ready_site: Path) -> str:
    """The folder of the runtime, which changes with its contents."""
    (folder,) = (ready_site / "assets" / "runtime").glob("*/")
    return f"assets/runtime/{folder.name}"


@pytest.mark.parametrize("path", ["", "rekenhulp/budget/", "assets/js/app.js", "assets/css/look.css", "bestaat-niet"])
def test_every_answer_carries_the_headers(nginx: str, path: str) -> None:
    _, given, _ = ask(nginx, path)
    assert "default-src 'none'" in given["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in given["Content-Security-Policy"]
    assert given["X-Content-Type-Options"] == "nosniff"
    assert given["Referrer-Policy"] == "same-origin"
    assert "camera=()" in given["Permissions-Policy"]
    assert given["Cross-Origin-Opener-Policy"] == "same-origin"
    assert given["Cache-Control"] == "no-cache"
    assert given["Server"] == "nginx"
    assert "Strict-Transport-Security" not in given


def test_what_never_changes_is_kept_for_ever(nginx: str, ready_site: Path, runtime: str) -> None:
    hashed = [path.relative_to(ready_site).as_posix() for path in ready_site.glob("assets/*/*.min.*s")]
    assert len(hashed) == 3 + 2, "the theme's and ours"
    for path in [*hashed, f"{runtime}/pyodide.mjs", f"{runtime}/start.xz"]:
        assert ask(nginx, path)[1]["Cache-Control"] == FOREVER
    for path in ["checklist/", "assets/runtime/location.js", "sw.js", f"{runtime}/bestaat-niet"]:
        assert ask(nginx, path)[1]["Cache-Control"] == "no-cache"


def test_types_are_those_that_browsers_insist_on(nginx: str, runtime: str) -> None:
    types = {
        "": "text/html; charset=utf-8",
        "proef.wasm": "application/wasm",
        f"{runtime}/pyodide.mjs": "text/javascript; charset=utf-8",
        f"{runtime}/worker.js": "application/javascript; charset=utf-8",
        f"{runtime}/start.xz": "application/octet-stream",
        "assets/logo.svg": "image/svg+xml; charset=utf-8",
    }
    assert {path: ask(nginx, path)[1]["Content-Type"] for path in types} == types


def test_text_is_sent_as_it_was_compressed(nginx: str, ready_site: Path, runtime: str) -> None:
    for path in ("index.html", "assets/js/app.js", f"{runtime}/pyodide.asm.mjs"):
        _, given, body = ask(nginx, path)
        assert given["Content-Encoding"] == "gzip"
        assert body == (ready_site / f"{path}.gz").read_bytes()
        assert ask(nginx, path, "identity")[2] == (ready_site / path).read_bytes()
    _, given, body = ask(nginx, f"{runtime}/start.xz", "gzip, br")
    assert "Content-Encoding" not in given, "the page itself unpacks the runtime"
    assert body == (ready_site / runtime / "start.xz").read_bytes()


@pytest.mark.skipif(not (Path(BROTLI).exists() and which("brotli")), reason="brotli is not on this machine")
def test_brotli_is_used_where_there_is_any(nginx: str) -> None:
    assert ask(nginx, "", "gzip, br")[1]["Content-Encoding"] == "br"


def test_addresses(nginx: str) -> None:
    status, given, body = ask(nginx, "bestaat-niet/", "identity")
    assert status == 404
    assert "Deze pagina bestaat niet" in body.decode()
    status, given, _ = ask(nginx, "checklist")
    assert (status, given["Location"]) == (301, "/checklist/")
    assert ask(nginx, "_headers")[0] == 404
    assert ask(nginx, "../headers.conf")[0] == 400
    tag = ask(nginx, "checklist/")[1]["ETag"]
    assert ask(nginx, "checklist/", **{"If-None-Match": tag})[0] == 304


def test_everything_works_under_the_policy(nginx: str, browser: Browser) -> None:
    with visitor(browser) as page:
        use_everything(page, nginx)


def test_the_policy_is_in_force(nginx: str, browser: Browser) -> None:
    """What an intruder would try does not run: the visit without breaches means something."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(nginx)
    tried = intrude(page)
    context.close()
    assert tried == STOPPED


def test_a_frame_shows_only_where_the_host_permits_it(host: Host, nginx: str, browser: Browser, server: str) -> None:
    """A municipality's own site, here the plain server, embeds a calculator."""
    page = browser.new_page()
    page.goto(server)
    open_to = host("127.0.0.1", server.rstrip("/"))
    for site, shown in ((nginx, False), (open_to, True)):
        page.evaluate(
            "(url) => { document.body.innerHTML = '<iframe></iframe>'; document.querySelector('iframe').src = url }",
            f"{site}rekenhulp/budget/",
        )
        frame = page.frame_locator("iframe")
        expect(frame.locator("h1" if shown else "#sub-frame-error-details")).to_be_visible(timeout=START)
    page.close()


def test_a_plain_network_address_will_do(host: Host, browser: Browser) -> None:
    """An intranet without TLS: no service worker and no `crypto.subtle`, and yet it calculates."""
    site = host("0.0.0.0")
    with visitor(browser) as page:
        page.goto(f"{site}rekenhulp/budget/")
        assert not page.evaluate("isSecureContext")
        calculate(page)


@pytest.mark.skipif(not which("wrk"), reason="wrk is not on this machine: see tests/install.sh")
def test_a_short_load_is_held(nginx: str, runtime: str, capsys: pytest.CaptureFixture[str]) -> None:
    for path in ("", "rekenhulp/budget/", f"{runtime}/pyodide.mjs"):
        command = ["wrk", "-t1", "-c32", "-d1s", "-H", "Accept-Encoding: gzip", f"{nginx}{path}"]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        rate = re.search(r"Requests/sec: +([\d.]+)", told)
        assert rate
        assert "Non-2xx" not in told
        assert "Socket errors" not in told
        with capsys.disabled():
            print(f"\nnginx: {float(rate[1]):.0f} requests a second for /{path or ''}")
