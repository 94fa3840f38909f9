"""Unique ids and names for scenarios."""

from collections.abc import Iterable, Iterator, Sequence

NAMELESS = "Zonder naam"


def identified(ids: Sequence[object]) -> list[str]:
    """A unique id for each place: the given one, unless it is empty or used before; then one made from the place."""
    given = {id_ for id_ in ids if isinstance(id_, str)}
    unique: list[str] = []
    for place, own in enumerate(ids, start=1):
        usable = isinstance(own, str) and own and own not in unique
        unique.append(str(own) if usable else _free(_by_place(place), {*given, *unique}))
    return unique


def named_apart(names: Iterable[object]) -> list[str]:
    """A unique name for each: a name that an earlier one has gets a number, such as `Halftijds (2)`."""
    given = [name.strip() if isinstance(name, str) else "" for name in names]
    unique: list[str] = []
    for name in given:
        wanted = name or NAMELESS
        unique.append(_free(_numbered(wanted), {*given, *unique}) if wanted in unique else wanted)
    return unique


def _free(choices: Iterator[str], taken: set[str]) -> str:
    return next(choice for choice in choices if choice not in taken)


def _by_place(place: int) -> Iterator[str]:
    """`s3`, `s3x`, `s3xx` and so on."""
    id_ = f"s{place}"
    while True:
        yield id_
        id_ += "x"


def _numbered(name: str) -> Iterator[str]:
    """`Halftijds (2)`, `Halftijds (3)` and so on."""
    number = 2
    while True:
        yield f"{name} ({number})"
        number += 1
