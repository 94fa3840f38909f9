"""What any host must do, on real nginx and real Apache with the configurations that hosts copy."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from deploy.hosts import ANEW, FOREVER, OTHERS, TYPES
from tests.conftest import ZENSICAL
from tests.deploy.hosts import ask
from tests.deploy.visit import STOPPED, intrude, use_everything, visitor

TEXT = {".css", ".csv", ".html", ".ics", ".js", ".json", ".mjs", ".svg", ".txt", ".xml"}


@pytest.mark.parametrize("path", ["", "rekenhulp/budget/", "assets/js/app.js", "assets/css/look.css", "bestaat-niet"])
def test_every_answer_carries_the_headers(either: str, path: str) -> None:
    _, given, _ = ask(either, path)
    for rule in ("default-src 'none'", "frame-ancestors 'self'", "form-action 'none'", "trusted-types default"):
        assert rule in given["Content-Security-Policy"]
    assert {name: given[name] for name in OTHERS} == OTHERS
    assert given.get_all("Cache-Control") == [ANEW]
    assert given["Server"] in {"nginx", "Apache"}
    assert "Strict-Transport-Security" not in given, "not without TLS"


def test_what_never_changes_is_kept_for_ever(either: str, ready_site: Path, runtime: str) -> None:
    named = [path.relative_to(ready_site).as_posix() for path in ready_site.rglob("*.min.*s")]
    hashed = [path for path in named if re.search(r"\.\w{8}\.min\.(js|css)$", path)]
    assert len(hashed) == (6 if ZENSICAL else 4) + 2, "the theme's and ours"
    for path in [*hashed, f"{runtime}/pyodide.asm.mjs", f"{runtime}/start.xz"]:
        assert ask(either, path)[1].get_all("Cache-Control") == [FOREVER]
    for path in ["checklist/", "assets/runtime/location.js", "sw.js", f"{runtime}/bestaat-niet"]:
        assert ask(either, path)[1].get_all("Cache-Control") == [ANEW]


def test_types_are_those_that_browsers_insist_on(either: str, ready_site: Path) -> None:
    """One file of every kind that is in the site, and none of a kind that hosts are not told of."""
    unseen = {".gz", ".br", ""}
    files = {path.suffix: path for path in ready_site.rglob("*") if path.is_file() and path.name != "web.config"}
    files[".html"] = ready_site / "checklist/index.html"
    assert files.keys() - unseen <= TYPES.keys()
    assert {".mjs", ".xz", ".whl", ".wasm", ".docx", ".xlsx"} <= files.keys()
    for suffix in files.keys() - unseen:
        given = ask(either, files[suffix].relative_to(ready_site).as_posix())[1]["Content-Type"]
        kind, _, charset = given.partition("; charset=")
        assert (kind, charset.lower()) == (TYPES[suffix], "utf-8" if suffix in TEXT else "")


def test_text_is_compressed_and_the_runtime_is_not_twice(either: str, ready_site: Path, runtime: str) -> None:
    for path in ("", "assets/js/app.js", f"{runtime}/pyodide.asm.mjs"):
        assert ask(either, path)[1]["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in ask(either, path)[1]["Vary"]
        file = ready_site / path
        whole = (file / "index.html" if file.is_dir() else file).read_bytes()
        assert ask(either, path, "identity")[2] == whole
    _, given, body = ask(either, f"{runtime}/start.xz", "gzip, br")
    assert "Content-Encoding" not in given, "the page itself unpacks the runtime"
    assert body == (ready_site / runtime / "start.xz").read_bytes()


def test_addresses_lead_to_their_pages(either: str) -> None:
    status, given, _ = ask(either, "checklist")
    assert (status, given["Location"].removeprefix(either.rstrip("/"))) == (301, "/checklist/")
    assert ask(either, "../headers.conf")[0] in {400, 403, 404}
    tag = ask(either, "checklist/")[1]["ETag"]
    assert ask(either, "checklist/", **{"If-None-Match": tag})[0] == 304


HIDDEN = ("_headers", "web.config", ".htaccess", "index.html.gz", "404.html.br", "assets/bundle/app.min.js.map")


@pytest.mark.parametrize(
    "path",
    ["bestaat-niet/", "rekenhulp/budget/%23fte=50&posts=1", "assets/", "assets/runtime/", "checklist/x", *HIDDEN],
)
def test_what_is_no_page_gets_ours_that_says_so(either: str, path: str) -> None:
    """Also folders, and what lies there for the host only."""
    status, _, body = ask(either, path, "identity")
    assert status == 404
    assert "Deze pagina bestaat niet" in body.decode()


def test_no_maps_in_the_site(ready_site: Path) -> None:
    assert not list(ready_site.rglob("*.map"))


def test_robots_may_read_all(either: str) -> None:
    status, given, body = ask(either, "robots.txt", "identity")
    assert (status, given["Content-Type"].split(";")[0]) == (200, "text/plain")
    assert body.decode().splitlines()[:2] == ["User-agent: *", "Allow: /"]
    assert "sitemap.xml" in body.decode()


def test_everything_works_under_the_policy(either: str, browser: Browser) -> None:
    with visitor(browser) as page:
        use_everything(page, either)


def test_the_policy_is_in_force(either: str, browser: Browser) -> None:
    """What an intruder would try does not run: the visit without breaches means something."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(either)
    tried = intrude(page)
    context.close()
    assert tried == STOPPED
