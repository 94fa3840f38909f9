"""What the container runs, without one: nginx by its two configurations, as nobody, on files that it can't write."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from playwright.sync_api import Browser

from deploy import headers
from tests.conftest import ROOT
from tests.deploy.hosts import SERVERS, ask
from tests.deploy.visit import use_everything, visitor
from tests.office import program
from tests.ports import free_port

HERE = ROOT / "deploy/container"
RECIPE = (HERE / "Containerfile").read_text("utf-8")
SERVICE = yaml.safe_load((HERE / "compose.yaml").read_text("utf-8"))["services"]["gids"]
NOBODY = 65534


def swapped() -> tuple[str, str]:
    """What the recipe changes in the configuration of nginx: the port."""
    found = re.search(r"sed 's/(.+?)/(.+?)/' deploy/nginx.conf > gids.conf", RECIPE)
    assert found
    return found[1], found[2]


def moved(text: str, changes: Mapping[str, str]) -> str:
    """The text with all changes made at once, each of which has something to change."""
    assert all(old in text for old in changes)
    return re.sub("|".join(map(re.escape, changes)), lambda found: changes[found[0]], text)


@pytest.fixture(scope="module")
def served(ready_site: Path) -> Iterator[str]:
    """The address of the site as the container serves it; its folders are those of this machine."""
    nginx = program("nginx", SERVERS)
    with TemporaryDirectory() as made:
        root, port = Path(made), free_port()
        root.chmod(0o755)
        shutil.copytree(ready_site, root / "site")
        (root / "site").chmod(0o755)
        headers.write(root / "site", nginx=root / "headers.conf")
        (root / "tmp").mkdir(mode=0o777)
        (root / "tmp").chmod(0o777)
        places = {"/srv/gids": str(root), "/tmp": str(root / "tmp"), "/dev/stderr": str(root / "tmp/errors")}
        old, new = swapped()
        own = {old: new.replace("8080", f"127.0.0.1:{port}"), "/srv/gids": str(root)}
        for name, changes, source in (
            ("nginx.conf", places, HERE / "nginx.conf"),
            ("gids.conf", own, ROOT / "deploy/nginx.conf"),
        ):
            (root / name).write_text(moved(source.read_text("utf-8"), changes), "utf-8")
        user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        command = [nginx, "-c", str(root / "nginx.conf"), "-g", "daemon off;"]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, **user) as child:  # type: ignore[call-overload]
            try:
                wait_for(port)
                yield f"http://127.0.0.1:{port}/"
            finally:
                child.terminate()
        assert (root / "tmp/errors").read_text("utf-8") == ""


def wait_for(port: int) -> None:
    for _ in range(200):
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        time.sleep(0.05)
    pytest.fail("nginx did not start")


def test_the_whole_guide_works_from_it(served: str, browser: Browser) -> None:
    status, given, _ = ask(served, "rekenhulp/budget/")
    assert (status, given["Content-Encoding"]) == (200, "gzip")
    assert "frame-ancestors 'self'" in given["Content-Security-Policy"]
    assert ask(served, "bestaat-niet")[0] == 404
    with visitor(browser) as page:
        use_everything(page, served)


def test_the_recipe_copies_what_there_is_and_ends_without_rights() -> None:
    copied = re.findall(r"^COPY (?!--from)(\S+)", RECIPE, re.MULTILINE)
    assert all((ROOT / name).exists() for name in copied)
    assert re.findall(r"^USER (\S+)", RECIPE, re.MULTILINE) == ["nginx"]
    images = re.findall(r"^FROM (\S+)", RECIPE, re.MULTILINE)
    assert all(re.fullmatch(r"[\w/]+:\d+\.\d+\.\d+-\w+", image) for image in images), "no tag that moves"
    assert swapped()[0] in (ROOT / "deploy/nginx.conf").read_text("utf-8")


def test_what_git_leaves_out_stays_out_of_the_image_too() -> None:
    """A git pattern without a slash in front counts at any depth; for a container file that takes `**/`."""
    patterns = (ROOT / ".gitignore").read_text("utf-8").split()
    wanted = {line.strip("/") if line.startswith("/") else f"**/{line.strip('/')}" for line in patterns}
    assert wanted - set((ROOT / ".dockerignore").read_text("utf-8").split()) == set()


def test_the_example_is_as_strict_as_its_page_says() -> None:
    assert SERVICE["read_only"] is True
    assert SERVICE["ipc"] == "none"
    assert SERVICE["cap_drop"] == ["ALL"]
    assert SERVICE["security_opt"] == ["no-new-privileges:true"]
    assert [line.split(":")[0] for line in SERVICE["tmpfs"]] == ["/tmp"]
    assert SERVICE["ports"] == ["127.0.0.1:8080:8080"]
    arguments = set(re.findall(r"^ARG (\w+)", RECIPE, re.MULTILINE))
    assert set(SERVICE["build"]["args"]) <= arguments
    assert (HERE / SERVICE["build"]["context"] / SERVICE["build"]["dockerfile"]).samefile(HERE / "Containerfile")
