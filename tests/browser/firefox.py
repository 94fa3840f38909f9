"""Firefox, driven over WebDriver BiDi: it speaks that protocol itself, so no driver has to be installed."""

import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

KEYS = {"Tab": "\ue004", "Enter": "\ue007"}
OURS = "/assets/js/"
PREFERENCES = {
    "browser.download.folderList": 2,
    "browser.download.always_ask_before_handling_new_types": False,
    "browser.download.alwaysOpenPanel": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "app.normandy.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "extensions.update.enabled": False,
    "remote.prefs.recommended": True,
}


class Gone(Exception):
    """Firefox refuses: mostly because the page that was asked makes way for another."""


class Tab:
    """One tab of Firefox."""

    def __init__(self, line: ClientConnection, downloads: Path) -> None:
        self._line = line
        self._last = 0
        self.downloads = downloads
        self.errors: list[str] = []
        """What went wrong in our scripts and nobody caught."""
        self._ask("session.new", {"capabilities": {}})
        self._ask("session.subscribe", {"events": ["log.entryAdded"]})
        self._context = self._ask("browsingContext.getTree", {})["contexts"][0]["context"]

    def open(self, address: str) -> None:
        """Go to an address and wait until the page is there.

        Firefox's own waiting is of no use: it ends early when the page that is left has just changed its history.
        """
        self._ask("browsingContext.navigate", {"context": self._context, "url": address, "wait": "none"})
        self._arrive(address)

    def reload(self) -> None:
        """Load the same page anew and wait until it is there."""
        address = self.run("Object.assign(window, { old: true }).location.href")
        self._ask("browsingContext.reload", {"context": self._context, "wait": "none"})
        self._arrive(address)

    def _arrive(self, address: str) -> None:
        there = f"location.href === {json.dumps(address)} && !window.old && document.readyState === 'complete'"
        self.wait(f"{there} && document.documentElement.dataset.runtime")

    def run(self, expression: str) -> Any:
        """Give the value of an expression in the page."""
        parameters = {
            "expression": f"JSON.stringify({expression})",
            "target": {"context": self._context},
            "awaitPromise": True,
        }
        answer = self._ask("script.evaluate", parameters)
        assert answer["type"] == "success", answer
        return json.loads(answer["result"].get("value", "null"))

    def wait(self, expression: str, seconds: float = 60) -> Any:
        """Wait until an expression in the page is true. While one page makes way for another, nothing is."""
        end = time.monotonic() + seconds
        while True:
            with suppress(Gone):
                if value := self.run(expression):
                    return value
            assert time.monotonic() < end, f"never came true: {expression}"
            time.sleep(0.05)

    def press(self, *keys: str) -> None:
        """Press keys, by name or letter by letter."""
        actions = [{"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        sources = [{"type": "key", "id": "keyboard", "actions": actions}]
        self._ask("input.performActions", {"context": self._context, "actions": sources})

    def click(self, selector: str) -> None:
        """Click on an element."""
        self.run(f"document.querySelector({json.dumps(selector)}).scrollIntoView({{ block: 'center' }})")
        where = {"context": self._context, "locator": {"type": "css", "value": selector}}
        node = self._ask("browsingContext.locateNodes", where)["nodes"][0]
        place = {"type": "element", "element": {"sharedId": node["sharedId"]}}
        actions = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": place},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        sources = [{"type": "pointer", "id": "mouse", "actions": actions}]
        self._ask("input.performActions", {"context": self._context, "actions": sources})

    def write(self, name: str, text: str) -> None:
        """Type over what is in a field."""
        self.run(f"document.getElementsByName({json.dumps(name)})[0].select()")
        self.press(*text)

    def downloaded(self, seconds: float = 60) -> Path:
        """Wait for a file among the downloads that is complete."""
        end = time.monotonic() + seconds
        while not (found := [path for path in self.downloads.iterdir() if self._is_complete(path)]):
            assert time.monotonic() < end, "nothing was downloaded"
            time.sleep(0.05)
        return found[0]

    @staticmethod
    def _is_complete(path: Path) -> bool:
        """Firefox writes to NAME.part, beside an empty NAME that keeps the place."""
        return path.suffix != ".part" and path.stat().st_size > 0 and not path.with_name(f"{path.name}.part").exists()

    def _ask(self, method: str, parameters: dict[str, Any]) -> Any:
        self._last += 1
        self._line.send(json.dumps({"id": self._last, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._line.recv(timeout=90))
            if answer.get("method") == "log.entryAdded" and OURS in str(answer["params"].get("stackTrace")):
                self.errors.append(answer["params"]["text"])
            if answer.get("id") != self._last:
                continue
            if answer["type"] != "success":
                raise Gone(answer)
            return answer["result"]


@contextmanager
def firefox(program: str, folder: Path) -> Iterator[Tab]:
    """Start Firefox with an empty profile in this folder."""
    profile, downloads = folder / "profile", folder / "downloads"
    profile.mkdir()
    downloads.mkdir()
    chosen = PREFERENCES | {"browser.download.dir": str(downloads)}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in chosen.items()]
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    options = ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", str(profile)]
    command = [program, *options, "about:blank"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stderr
            heard = next(filter(None, (re.search(r"BiDi listening on (ws://\S+)", line) for line in process.stderr)))
            with connect(f"{heard[1]}/session", max_size=None) as line:
                yield Tab(line, downloads)
        finally:
            process.terminate()
