"""Requests as pages send them, by the thousand: to find what the engine needs, and to test it.

Each family gives requests without end. The same seed gives the same requests in any Python; there is no other chance,
and no clock. Needs only the standard library and the calculators, so it runs inside Pyodide too.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from random import Random

from browser.requests import damaged, hostile, well_formed

FAMILIES: Mapping[str, Callable[[Random], Iterator[str]]] = {
    "forms": well_formed.forms,
    "well_formed": well_formed.requests,
    "hostile": hostile.requests,
    "damaged": damaged.requests,
}
"""What can be asked, by name: forms only; all that is asked with care; anything anywhere; damaged files."""


def requests(family: str, seed: int, count: int) -> Iterator[str]:
    """The first `count` requests of a family, as JSON."""
    return islice(FAMILIES[family](Random(seed)), count)  # noqa: S311  no secrets here
