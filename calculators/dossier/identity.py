"""What tells scenarios apart: an id for each, and a name that no other has."""

from collections.abc import Iterable, Iterator, Sequence

NAMELESS = "Zonder naam"


def identified(ids: Sequence[object]) -> list[str]:
    """An id for each: its own, unless it has none or an earlier one has the same; then one by its place."""
    given = {one for one in ids if isinstance(one, str)}
    found: list[str] = []
    for place, own in enumerate(ids, start=1):
        usable = isinstance(own, str) and own and own not in found
        found.append(str(own) if usable else _free(_by_place(place), {*given, *found}))
    return found


def named_apart(names: Iterable[object]) -> list[str]:
    """A name for each, with a number behind those that are there already: `Halftijds (2)`."""
    given = [name.strip() if isinstance(name, str) else "" for name in names]
    found: list[str] = []
    for name in (name or NAMELESS for name in given):
        found.append(_free(_numbered(name), {*given, *found}) if name in found else name)
    return found


def _free(choices: Iterator[str], taken: set[str]) -> str:
    return next(one for one in choices if one not in taken)


def _by_place(place: int) -> Iterator[str]:
    name = f"s{place}"
    while True:
        yield name
        name += "x"


def _numbered(name: str) -> Iterator[str]:
    number = 2
    while True:
        yield f"{name} ({number})"
        number += 1
