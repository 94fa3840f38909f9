"""What goes wrong with the files of Python on their way to a reader, and how long pages wait for them."""

import re

from playwright.sync_api import Page, Route

RUNTIME = re.compile(r"/assets/runtime/\w{16}/")


def unreachable(page: Page) -> None:
    page.route(RUNTIME, lambda route: route.abort())


def hold_back(page: Page, address: str | re.Pattern[str]) -> list[Route]:
    """Let no answer come for an address, until each route in this list is continued."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(address, hold)
    return held


def set_limit(page: Page, name: str, milliseconds: int) -> None:
    """Change a limit of the page's script, from the moment that a page has been read."""
    change = f"document.documentElement.dataset.{name} = {milliseconds}"
    page.add_init_script(f"document.addEventListener('readystatechange', () => {{ {change} }}, {{ once: true }})")


def impatient(page: Page, milliseconds: int) -> None:
    """Give Python only so long to start."""
    set_limit(page, "runtimeTimeout", milliseconds)


def at_once(page: Page) -> None:
    """Try again without a pause, for which a reader waits three seconds."""
    set_limit(page, "retryPause", 1)


SPY = """
  const Real = Worker;
  window.started = 0;
  window.Worker = class extends Real {
    constructor(address, how) {
      super(address, how);
      if (!String(address).includes("/runtime/")) return; // the theme's, which searches
      window.last = this;
      window.started += 1;
    }
  };
"""
"""Counts the workers with Python that a page starts, and keeps the last one in sight."""
