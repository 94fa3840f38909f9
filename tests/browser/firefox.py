"""Firefox, driven over WebDriver BiDi: it speaks that protocol itself, so no driver has to be installed."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.browser.tabs import Gone, Tab

OURS = "/assets/bundle/"
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


class FirefoxTab(Tab):
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

    def go(self, address: str) -> None:
        # Firefox's own waiting is of no use: it ends early when the page that is left has just changed its history.
        self._ask("browsingContext.navigate", {"context": self._context, "url": address, "wait": "none"})

    def again(self) -> None:
        self._ask("browsingContext.reload", {"context": self._context, "wait": "none"})

    def run(self, expression: str) -> Any:
        parameters = {
            "expression": f"JSON.stringify({expression})",
            "target": {"context": self._context},
            "awaitPromise": True,
        }
        answer = self._ask("script.evaluate", parameters)
        assert answer["type"] == "success", answer
        return json.loads(answer["result"].get("value", "null"))

    def act(self, kind: str, actions: list[dict[str, Any]]) -> None:
        sources = [{"type": kind, "id": kind, "actions": actions}]
        self._ask("input.performActions", {"context": self._context, "actions": sources})

    def click_once(self, selector: str) -> None:
        self.run(f"document.querySelector({json.dumps(selector)}).scrollIntoView({{ block: 'center' }})")
        where = {"context": self._context, "locator": {"type": "css", "value": selector}}
        node = self._ask("browsingContext.locateNodes", where)["nodes"][0]
        place = {"type": "element", "element": {"sharedId": node["sharedId"]}}
        press = [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self.act("pointer", [{"type": "pointerMove", "x": 0, "y": 0, "origin": place}, *press])

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
def firefox(program: str, folder: Path, more: Mapping[str, Any] | None = None) -> Iterator[FirefoxTab]:
    """Start Firefox with an empty profile in this folder, and `more` preferences than the usual."""
    profile, downloads = folder / "profile", folder / "downloads"
    profile.mkdir()
    downloads.mkdir()
    chosen = PREFERENCES | {"browser.download.dir": str(downloads)} | dict(more or {})
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in chosen.items()]
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    options = ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", str(profile)]
    command = [program, *options, "about:blank"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stderr
            heard = next(filter(None, (re.search(r"BiDi listening on (ws://\S+)", line) for line in process.stderr)))
            with connect(f"{heard[1]}/session", max_size=None) as line:
                yield FirefoxTab(line, downloads)
        finally:
            process.terminate()
