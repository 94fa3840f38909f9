"""A tab of a browser that Playwright does not drive, as the tests use it."""

import json
import time
from abc import ABC, abstractmethod
from contextlib import suppress
from pathlib import Path
from typing import Any

_KEYS = {"Tab": "\ue004", "Enter": "\ue007"}
_UNFINISHED = (".part", ".wkdownload")


class Gone(Exception):
    """The browser refuses: mostly because the page that was asked makes way for another."""


class Tab(ABC):
    """One tab; each browser tells how to go to a page, to run a script, and to use keys and pointer."""

    downloads: Path

    @abstractmethod
    def go(self, address: str) -> None:
        """Start going to an address."""

    @abstractmethod
    def again(self) -> None:
        """Start loading the same page anew."""

    @abstractmethod
    def run(self, expression: str) -> Any:
        """Give the value of an expression in the page. Raises `Gone`."""

    @abstractmethod
    def act(self, kind: str, actions: list[dict[str, Any]]) -> None:
        """Do what WebDriver calls actions, with a "key" or a "pointer"."""

    @abstractmethod
    def click_once(self, selector: str) -> None:
        """Click on an element. Raises `Gone` when it cannot be clicked on now."""

    def open(self, address: str) -> None:
        """Go to an address and wait until the page is there."""
        self.go(address)
        self._arrive(address)

    def reload(self) -> None:
        """Load the same page anew and wait until it is there."""
        address = self.run("Object.assign(window, { old: true }).location.href")
        self.again()
        self._arrive(address)

    def _arrive(self, address: str) -> None:
        there = f"location.href === {json.dumps(address)} && !window.old && document.readyState === 'complete'"
        self.wait(f"{there} && document.documentElement.dataset.runtime")

    def wait(self, expression: str, seconds: float = 60) -> Any:
        """Wait until an expression in the page is true. While one page makes way for another, nothing is."""
        end = time.monotonic() + seconds
        while True:
            with suppress(Gone):
                if value := self.run(expression):
                    return value
            assert time.monotonic() < end, f"never came true: {expression}"
            time.sleep(0.05)

    def click(self, selector: str, seconds: float = 60) -> None:
        """Click on an element, in the middle of the window, as soon as the page lets us: not while it is laid out."""
        end = time.monotonic() + seconds
        while True:
            self.run(f"document.querySelector({json.dumps(selector)}).scrollIntoView({{ block: 'center' }})")
            try:
                return self.click_once(selector)
            except Gone:
                if time.monotonic() > end:
                    raise
            time.sleep(0.05)

    def press(self, *keys: str) -> None:
        """Press keys, by name or letter by letter."""
        self.act("key", [{"type": kind, "value": _KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")])

    def write(self, name: str, text: str) -> None:
        """Type over what is in a field."""
        self.run(f"document.getElementsByName({json.dumps(name)})[0].focus()")
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
        """While it comes in, a file has a longer name, beside an empty one that keeps the place."""
        coming = any(path.with_name(path.name + end).exists() for end in _UNFINISHED)
        return path.suffix not in _UNFINISHED and path.stat().st_size > 0 and not coming
