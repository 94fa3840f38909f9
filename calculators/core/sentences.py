"""Small things that sentences need: a first letter, a number with its noun, an enumeration."""

from collections.abc import Sequence


def capitalised(text: str) -> str:
    """The text as it begins a sentence. Unlike `str.capitalize` it leaves all letters but the first as they are."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """The text as it stands within a sentence."""
    return text[:1].lower() + text[1:]


def counted(count: int | str, one: str, more: str) -> str:
    """A number, perhaps already as it is shown, with its noun: `1 dag`, `2 dagen`, `0,5 dagen`."""
    return f"{count} {one if str(count) == '1' else more}"


def listed(parts: Sequence[str]) -> str:
    """An enumeration in Dutch: `a, b en c`; empty without parts."""
    return f"{', '.join(parts[:-1])} en {parts[-1]}" if len(parts) > 1 else "".join(parts)
