"""WebKitGTK, the engine of Safari on Linux, driven over WebDriver on a screen that nobody sees."""

import json
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

from tests.browser.tabs import Gone, Tab
from tests.ports import free_port


class WebKitTab(Tab):
    """One window of WebKit's MiniBrowser."""

    def __init__(self, driver: str, program: Path, downloads: Path) -> None:
        self._address = driver
        self.downloads = downloads
        options = {"binary": str(program), "args": ["--automation"]}
        session = self._ask("", {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}})
        self._address = f"{driver}/{session['sessionId']}"

    def go(self, address: str) -> None:
        self._ask("/url", {"url": address})

    def again(self) -> None:
        self._ask("/refresh", {})

    def run(self, expression: str) -> Any:
        return self._ask("/execute/sync", {"script": f"return {expression}", "args": []})

    def act(self, kind: str, actions: list[dict[str, Any]]) -> None:
        self._ask("/actions", {"actions": [{"type": kind, "id": kind, "actions": actions}]})

    def click_once(self, selector: str) -> None:
        element = self._ask("/element", {"using": "css selector", "value": selector})
        self._ask(f"/element/{next(iter(element.values()))}/click", {})

    def _ask(self, path: str, body: dict[str, Any]) -> Any:
        request = urllib.request.Request(self._address + path, json.dumps(body).encode())
        try:
            with urllib.request.urlopen(request, timeout=90) as answer:
                return json.loads(answer.read())["value"]
        except HTTPError as error:
            raise Gone(error.read().decode()) from error


def program() -> Path | None:
    """The browser that the driver starts, where it is installed."""
    return next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), None)


@contextmanager
def webkit(folder: Path) -> Iterator[WebKitTab]:
    """Start WebKit with an empty profile in this folder, on a screen of its own."""
    downloads = folder / "downloads"
    downloads.mkdir()
    (folder / "user-dirs.dirs").write_text('XDG_DOWNLOAD_DIR="$HOME/downloads"\n', "utf-8")
    port = free_port()
    with ExitStack() as stack:
        screen = stack.enter_context(_started(["Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24"], os.environ))
        assert screen.stdout
        display = {"DISPLAY": f":{screen.stdout.readline().strip()}", "LIBGL_ALWAYS_SOFTWARE": "1"}
        homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), str(folder))
        stack.enter_context(_started(["WebKitWebDriver", f"--port={port}"], {**os.environ, **display, **homes}))
        _wait_for(port)
        yield WebKitTab(f"http://127.0.0.1:{port}/session", program() or Path(), downloads)


@contextmanager
def _started(command: list[str], environment: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=quiet, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


def _wait_for(port: int) -> None:
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise TimeoutError("the driver of WebKit does not start")
