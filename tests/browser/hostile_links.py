"""Links that strangers made, or that programs damaged on the way, for any calculator; some of them are sound."""

import re
from collections.abc import Callable
from random import Random
from urllib.parse import quote, urlencode

from browser.requests import dossiers, hostile, texts
from calculators.calculator import CALCULATORS
from calculators.core.parameters import NEWEST

type Pairs = list[tuple[str, str]]

ADDRESSES = {
    "budget": "rekenhulp/budget/",
    "looptijd": "rekenhulp/looptijd/",
    "trajecten": "rekenhulp/trajecten/",
    "keuzehulp": "stap-3-keuze/",
}
NAMES = ("__proto__", "constructor", "__proto__.fte", "toString", "einde", "cijfers_van", "organisatie", "partners")
ESCAPES = ("%", "%0", "%00", "%E2%82", "%zz", "%FF", "%ED%A0%80", "%C0%AF", "%u0041", "%25", "+")


def _whole(pairs: Pairs) -> str:
    """As our own pages write it: the day, the fields and their number."""
    day = ("cijfers_van", NEWEST.isoformat())
    return urlencode([day, *pairs, ("einde", str(len(pairs) + 1))], quote_via=quote, errors="replace")


def _fields(random: Random, name: str) -> Pairs:
    """Some fields of a calculator, with what may be filled in there."""
    fields = CALCULATORS[name].fields
    chosen = random.sample(sorted(fields), min(len(fields), random.randint(1, 8)))
    return [(one, dossiers.answer(random, fields[one])) for one in chosen]


def _sound(random: Random, name: str) -> str:
    return _whole(_fields(random, name))


def _plain(random: Random, name: str) -> str:
    return urlencode(_fields(random, name))


def _typed(random: Random, name: str) -> str:
    """Anything at all where a figure belongs."""
    fields = CALCULATORS[name].fields
    odd = [(one, hostile.typed(random, fields[one])[:600]) for one in random.sample(sorted(fields), 3)]
    return _whole([*_fields(random, name), *odd])


def _cut(random: Random, name: str) -> str:
    whole = _sound(random, name)
    return whole[: random.randrange(len(whole))]


def _named(random: Random, name: str) -> str:
    """Names that no form has, also those of every object."""
    odd = [(random.choice((*NAMES, texts.text(random)[:80])), texts.text(random)[:200]) for _ in range(3)]
    return random.choice((_whole, urlencode))([*_fields(random, name), *_speakable(odd)])


def _speakable(pairs: Pairs) -> Pairs:
    """Without halves of pairs, which no address can hold."""
    return [
        (name.encode("utf-8", "replace").decode(), value.encode("utf-8", "replace").decode()) for name, value in pairs
    ]


def _foreign(random: Random, name: str) -> str:
    return _sound(random, random.choice([one for one in CALCULATORS if one != name]))


def _doubled(random: Random, name: str) -> str:
    pairs = _fields(random, name)
    return random.choice((_whole, urlencode))([*pairs, *pairs])


def _changed(random: Random, name: str) -> str:
    """As mail programs and chats change it."""
    whole = _sound(random, name)
    changes = (
        whole.replace("&", "&amp;"),
        whole.replace("&", "&#38;"),
        quote(whole),
        quote(quote(whole)),
        whole + ">).",
    )
    return random.choice(changes)


def _escaped(random: Random, name: str) -> str:
    """Escapes that are none, anywhere."""
    whole = random.choice((_sound, _plain))(random, name)
    at = random.randrange(len(whole))
    return whole[:at] + "".join(random.choices(ESCAPES, k=3)) + whole[at:]


def _long(random: Random, name: str) -> str:
    piece = quote(texts.mixture(random))
    return _whole([*_fields(random, name), ("fte", "9" * random.choice((500, 501, 19_000, 60_000)))]) + piece


def _unicode(random: Random, name: str) -> str:
    """Signs of all planes, as they are."""
    odd = re.sub(r"\s", "", texts.mixture(random))
    return f"{_plain(random, name)}&{odd}={odd}"


KINDS: tuple[Callable[[Random, str], str], ...] = (
    _sound,
    _plain,
    _typed,
    _cut,
    _named,
    _foreign,
    _doubled,
    _changed,
    _escaped,
    _long,
    _unicode,
)


def links(random: Random, name: str, count: int) -> list[str]:
    """So many links for a calculator: what they have after `#`, or where a program encoded that sign, after `%23`."""
    return [KINDS[turn % len(KINDS)](random, name) for turn in range(count)]
