"""A municipality puts a calculator on its own site with the code that the guide gives: another origin, its policy."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page, expect

from tests.conftest import COMPILE_ONCE, FLAGS, Handler, note_errors
from tests.deploy.conftest import Host
from tests.deploy.visit import NOTE, START
from tests.site.reading import Page as Written
from tests.site.reading import read_site

BLOCKED: Mapping[str, Mapping[str, object]] = {
    "cookies of others": {"profile": {"block_third_party_cookies": True, "cookie_controls_mode": 1}},
    "all cookies": {"profile": {"default_content_setting_values": {"cookies": 2}}},
}
"""Settings of Chromium, as `chrome://settings/cookies` writes them: each takes storage from a frame of another site."""
UNCOVERED = """(element) => {
  const { left, top } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + 5, top + 5));
}"""
HIDDEN = (".md-header", ".md-sidebar--primary", ".md-footer", ".rh-volgende")


def code_of(pages: dict[str, Written], name: str, guide: str, site: str) -> str:
    """The code as the guide's page shows it, for a guide at another address."""
    (shown,) = [one for one in pages["over/insluiten/"].all("pre") if f"/{name}/" in one.text]
    address = site.rstrip("/")
    assert shown.text.count(address) == 2, "the address of the frame, and the origin that may tell its height"
    return shown.text.replace(address, guide.rstrip("/"))


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, Written]:
    """Every page of the built site by its address."""
    return read_site(built_site)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The folder and the address of another site: `localhost` is not the `127.0.0.1` of the guide."""
    folder = tmp_path_factory.mktemp("town")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder)) as service:
        threading.Thread(target=service.serve_forever, daemon=True).start()
        yield folder, f"http://localhost:{service.server_port}/"
        service.shutdown()


@pytest.fixture(scope="module")
def guide(host: Host, town: tuple[Path, str]) -> str:
    """The guide on nginx, with its strict policy, open to that site."""
    return host(town[1].rstrip("/"))


@contextmanager
def embedded(browser: Browser, address: str) -> Iterator[tuple[Page, Frame]]:
    """The page of the town and the frame in it, in an empty profile."""
    context = browser.new_context(locale="nl-BE")
    with opened(context, address) as found:
        yield found
    context.close()


@contextmanager
def set_up(
    browser: Browser, profile: Path, settings: Mapping[str, object], *, apart: bool = False
) -> Iterator[BrowserContext]:
    """A reader whose Chromium, the whole of it, has these settings.

    `apart` leaves out Playwright's flags, which keep Chromium from giving a frame a storage for each site around it.
    """
    (profile / "Default").mkdir(parents=True)
    (profile / "Default" / "Preferences").write_text(json.dumps(settings), "utf-8")
    own = ["--headless", "--remote-debugging-pipe", f"--user-data-dir={profile}"] if apart else []
    context = browser.browser_type.launch_persistent_context(
        profile,
        executable_path=which("chromium"),
        args=[*own, *FLAGS, COMPILE_ONCE],
        ignore_default_args=apart,
        locale="nl-BE",
    )
    yield context
    context.close()


@contextmanager
def opened(context: BrowserContext, address: str) -> Iterator[tuple[Page, Frame]]:
    """The page of the town and the frame in it. A breach of the policy or an error in a script fails the test."""
    context.add_init_script(NOTE)
    page = context.new_page()
    wrong: list[str] = []
    note_errors(page, wrong)
    page.goto(address)
    frame = page.frames[1]
    frame.wait_for_selector(".rh-kader", timeout=START)
    yield page, frame
    wrong += frame.evaluate("breaches")
    page.close()
    assert not wrong


@pytest.mark.parametrize(
    ("name", "field", "typed", "key", "value"),
    [
        ("budget", "fte", "85", "totaal_jaar_1", "61190"),
        ("looptijd", "looptijd_jaren", "2", "looptijd_maanden", "24"),
        ("trajecten", "fte", "50", "plafond_gestart", "40"),
    ],
)
def test_a_calculator_on_another_site(
    browser: Browser,
    guide: str,
    town: tuple[Path, str],
    pages: dict[str, Written],
    server: str,
    *,
    name: str,
    field: str,
    typed: str,
    key: str,
    value: str,
) -> None:
    folder, address = town
    (folder / f"{name}.html").write_text(f"<!doctype html><h1>Stad</h1>{code_of(pages, name, guide, server)}", "utf-8")
    with embedded(browser, f"{address}{name}.html") as (page, frame):
        for part in HIDDEN:
            assert frame.locator(part).is_hidden() if frame.locator(part).count() else True, part
        assert frame.locator("h1").is_visible()
        frame.fill(f"[name={field}]", typed)
        expect(frame.locator(f"[data-result={key}]").first).to_have_attribute("data-value", value, timeout=START)
        expect(frame.locator(".rh-kader")).to_contain_text(
            "De website rond dit kader ziet het niet. Het staat er meestal"
        )
        page.wait_for_function("() => document.querySelector('iframe').height !== '900'")
        frame.wait_for_function("() => Math.abs(document.body.getBoundingClientRect().height - innerHeight) < 2")
        assert frame.evaluate("document.scrollingElement.scrollHeight <= innerHeight + 1"), "nothing to scroll"
        assert not frame.evaluate("navigator.serviceWorker.controller"), "the whole guide is not kept for a frame"
        page.set_viewport_size({"width": 700, "height": 900})
        assert frame.locator("h1").evaluate(UNCOVERED), "in a narrow column too"
        with page.context.expect_page() as opened:
            frame.click(".rh-kader a")
        assert opened.value.url == f"{guide}rekenhulp/{name}/"


@pytest.fixture
def budget(guide: str, town: tuple[Path, str], pages: dict[str, Written], server: str) -> str:
    """The address of a page of the town with the budget in it."""
    folder, address = town
    (folder / "begroting.html").write_text(f"<!doctype html>{code_of(pages, 'budget', guide, server)}", "utf-8")
    return f"{address}begroting.html"


@pytest.mark.parametrize("settings", BLOCKED.values(), ids=BLOCKED)
def test_where_a_browser_keeps_nothing_in_a_frame_it_works_and_says_so(
    browser: Browser, budget: str, tmp_path: Path, settings: Mapping[str, object]
) -> None:
    with set_up(browser, tmp_path, settings) as reader, opened(reader, budget) as (_, frame):
        assert frame.evaluate("Object.hasOwn(localStorage, 'getItem')"), "the browser's own storage may be used"
        frame.fill("[name=fte]", "85")
        expect(frame.locator("[data-result=totaal_jaar_1]")).to_have_attribute("data-value", "61190", timeout=START)
        expect(frame.locator("[data-opslag]")).to_contain_text("Je browser bewaart hier niets.")
        expect(frame.locator(".rh-kader span")).to_be_hidden()


def test_answers_in_a_frame_are_kept_for_that_site_alone(
    browser: Browser, guide: str, budget: str, tmp_path: Path
) -> None:
    with set_up(browser, tmp_path, BLOCKED["cookies of others"], apart=True) as reader:
        with opened(reader, budget) as (_, frame):
            frame.fill("[name=fte]", "85")
            expect(frame.locator("[data-result=totaal_jaar_1]")).to_have_attribute("data-value", "61190", timeout=START)
            frame.wait_for_function("() => JSON.stringify(localStorage).includes('85')")
        with opened(reader, budget) as (_, frame):
            expect(frame.locator("[name=fte]")).to_have_value("85")
        page = reader.new_page()
        page.goto(f"{guide}rekenhulp/budget/")
        expect(page.locator("[data-result=totaal_jaar_1]").first).to_be_visible()
        expect(page.locator("[name=fte]")).to_have_value("80", timeout=START)


def test_what_the_frame_tells_is_its_height_alone(browser: Browser, guide: str, town: tuple[Path, str]) -> None:
    folder, address = town
    listener = "<script>heard = []; addEventListener('message', (e) => heard.push(e.data))</script>"
    frame = f'<iframe src="{guide}rekenhulp/trajecten/?embed"></iframe>'
    (folder / "listen.html").write_text(f"<!doctype html>{listener}{frame}", "utf-8")
    with embedded(browser, f"{address}listen.html") as (page, inside):
        inside.fill("[name=fte]", "50")
        expect(inside.locator("[data-result=plafond_gestart]")).to_have_attribute("data-value", "40", timeout=START)
        heard = page.evaluate("heard")
    assert heard
    assert all(set(one) == {"kind", "height"} and type(one["height"]) is int for one in heard)


def test_without_embed_the_page_is_whole(browser: Browser, guide: str) -> None:
    page = browser.new_page()
    page.goto(f"{guide}rekenhulp/trajecten/")
    expect(page.locator(".md-header")).to_be_visible()
    assert page.locator(".rh-kader").count() == 0
    page.close()
