"""Random requests as pages send them, by the thousand: to find what the engine needs, and to test it.

Each family gives requests without end. The same seed gives the same requests in any Python, as nothing else is random
and no clock is read. It needs only the standard library and the calculators, so it runs inside Pyodide too.
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
"""The families by name: forms only; every request with sensible values; any text anywhere; damaged files."""


def requests(family: str, seed: int, count: int) -> Iterator[str]:
    """The first `count` requests of a family, as JSON."""
    return islice(FAMILIES[family](Random(seed)), count)  # noqa: S311  no secrets here
