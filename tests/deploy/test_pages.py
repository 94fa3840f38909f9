"""The site on a host that sends no headers of ours, in a folder of it, as GitHub Pages and GitLab Pages have it."""

import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from deploy import headers
from tests.conftest import Handler
from tests.deploy.visit import STOPPED, intrude, use_everything, visitor

ROOT = Path(__file__).resolve().parents[2]
PAGE_LEVEL = ("default-src 'none'", "'wasm-unsafe-eval'", "base-uri 'self'")


@pytest.fixture(scope="module")
def pages(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site in a folder of a plain server, with the policy in its pages."""
    root = tmp_path_factory.mktemp("pages")
    shutil.copytree(built_site, root / "gids")
    headers.write(root / "gids", meta=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=root)) as service:
        threading.Thread(target=service.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{service.server_port}/gids/"
        service.shutdown()


def test_everything_works_under_the_pages_own_policy(pages: str, browser: Browser) -> None:
    with visitor(browser) as page:
        use_everything(page, pages)


def test_the_pages_own_policy_is_in_force(pages: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(pages)
    assert intrude(page) == STOPPED
    policy = str(page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content"))
    page.close()
    assert all(rule in policy for rule in PAGE_LEVEL)
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy


def test_the_policy_comes_before_all_that_it_governs_and_once(built_site: Path, tmp_path: Path) -> None:
    shutil.copytree(built_site, tmp_path / "site")
    for _ in range(2):  # a second call changes nothing
        headers.write(tmp_path / "site", meta=True)
    for page in (tmp_path / "site").rglob("*.html"):
        before, *rest = page.read_text("utf-8").split('<meta http-equiv="Content-Security-Policy"')
        assert len(rest) == 1
        assert not re.search(r"<(script|style|link)\b", before)


def test_workflows_pin_what_others_make() -> None:
    workflows = [path.read_text("utf-8") for path in (ROOT / ".github/workflows").glob("*.yml")]
    used = [action for text in workflows for action in re.findall(r"uses: (.+)", text)]
    assert len(used) > 5
    for action in used:
        ours = action.startswith("./.github/workflows/")
        assert ours or re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)
    image = re.search(r"image: (.+)", (ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    assert image
    assert re.match(r"python:\d+\.\d+\.\d+-\w+( #|$)", image[1])


def test_each_build_for_the_web_installs_what_halves_the_runtime_and_makes_the_papers() -> None:
    """Without these the build goes on, says so in one line, and gives a heavier site without its PDF files."""
    for name in (".github/workflows/pages.yml", ".gitlab-ci.yml", "deploy/container/Containerfile"):
        (installed,) = re.findall(r"apt-get install (.+)", (ROOT / name).read_text("utf-8"))
        assert {"binaryen", "libpango-1.0-0", "libpangoft2-1.0-0"} <= set(installed.split()), name


@pytest.mark.parametrize("target", ["test", "zensical", "bench"])
def test_what_halves_the_runtime_is_installed_before_the_runtime_is_built(target: str) -> None:
    """The other way around a clean machine builds it whole, and where CI is set it stops."""
    planned = subprocess.run(["make", "-nB", target], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert 0 < planned.index("tests/install.sh") < planned.index("browser.build")


def test_each_workflow_that_tests_does_so_where_it_may_install_all_that_tests_need() -> None:
    """As a user without rights `tests/install.sh` leaves things out, and where CI is set no test may skip."""
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values():
            ran = " ".join(step.get("run", "") for step in job.get("steps", ()))
            assert "container" in job or not re.search(r"make (test|zensical|bench)", ran), path.name
