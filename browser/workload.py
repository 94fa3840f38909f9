"""Runs inside Pyodide during the build: does what readers' requests may do, so that the engine keeps all of it.

Far more than requests need is no harm. What is missing here, a reader's browser gets from the full engine, later.
"""

import contextlib
import copy
import datetime as dt
import decimal
import gc
import json
import math
import random
import re
import traceback
from decimal import Decimal
from typing import Any

from browser import samples
from calculators.service import handle

WRONG = (
    "",
    " ",
    "veel",
    "-1",
    "500 %",
    "1e999",
    "NaN",
    "∞",
    "0,8",
    "1.234,56",
    "€ 1.234,-",
    "31/12/2027",
    "\x00",
    "é" * 999,
)


def answers() -> None:
    """Every request, and each again with every value wrong in some way."""
    for request in (*samples.calculations(), *samples.downloads()):
        with contextlib.suppress(Exception):
            handle(request)
        for wrong in WRONG:
            asked = json.loads(request)
            asked |= {name: wrong for name in asked if name not in {"action", "values", "calculator", "kind"}}
            with contextlib.suppress(Exception):
                handle(json.dumps(asked))


def texts(text: str) -> list[Any]:
    """Handle text in the ways that text is handled."""
    out: list[Any] = []
    for item in (text, "plain ASCII", "Ÿ ß ﬁ İ", "😀 euro € 漢字", "", "a,b;c\td\r\ne"):
        out += [item.upper(), item.lower(), item.title(), item.capitalize(), item.casefold(), item.swapcase()]
        out += [
            item.strip(),
            item.split(),
            item.split(","),
            item.rsplit(" ", 1),
            item.splitlines(),
            item.partition(" "),
        ]
        out += [
            item.replace("e", "ë"),
            item.find("e"),
            item.rfind("e"),
            item.count("e"),
            item.center(40),
            item.zfill(9),
        ]
        out += [item.isdigit(), item.isalpha(), item.isspace(), item.isidentifier(), item.isprintable(), item.isupper()]
        out += [repr(item), ascii(item), hash(item), item[::-1], item * 3, item + text, item in text, sorted(item)]
        out += [item.encode(form, "replace") for form in ("utf-8", "utf-16", "latin-1", "ascii", "cp1252")]
        out += [item.encode().decode("utf-8", "replace"), b"\xff\xfe".decode("utf-8", "replace"), f"{item!r:>20.5}"]
        out += [
            item.translate({101: "x", 102: None}),
            item.maketrans("ab", "cd"),
            "%s %5d %.2f" % (item, 7, 0.5),  # noqa: UP031  this way too,
        ]
        out += [item.startswith(("a", "p")), item.removeprefix("p"), item.ljust(9, "."), item.expandtabs(), item < text]
    return out


def numbers() -> list[Any]:
    """Calculate with each kind of number."""
    out: list[Any] = []
    firsts: list[Any] = [Decimal("1234567.895"), Decimal("-0.005"), Decimal("1E+20"), 7, -(10**40), 0.1, 1e300, True]
    for first in firsts:
        for second in (Decimal("0.02"), 3, -11, 0.25):
            a, b = (
                float(n) if isinstance(n, Decimal) and type(first) is not type(second) else n for n in (first, second)
            )
            for do in ("+", "-", "*", "/", "//", "%", "<", "==", ">="):
                with contextlib.suppress(ArithmeticError):
                    out.append(eval(f"a {do} b", {"a": a, "b": b}))  # noqa: S307  our own text
        out += [
            str(first),
            repr(first),
            f"{first:,.2f}",
            int(first),
            float(first),
            bool(first),
            hash(first),
            abs(first),
        ]
        with contextlib.suppress(Exception):
            out += [
                round(first, 2),
                math.floor(first),
                math.ceil(first),
                math.sqrt(abs(first)),
                divmod(first, 3),
                first**2,
            ]
    cents = Decimal("0.01")
    for rounding in (decimal.ROUND_HALF_UP, decimal.ROUND_HALF_EVEN, decimal.ROUND_DOWN, decimal.ROUND_CEILING):
        out += [Decimal("2.675").quantize(cents, rounding), Decimal("-2.675").quantize(cents, rounding)]
    with decimal.localcontext(prec=50):
        out += [
            Decimal(2).sqrt(),
            Decimal(1).exp(),
            Decimal(2).ln(),
            Decimal("1.02") ** 12,
            Decimal(10) / 3,
            sum([cents] * 9),
        ]
    return [
        *out,
        Decimal("12.50").normalize(),
        Decimal("1.5").as_tuple(),
        Decimal("NaN").is_nan(),
        int("1" * 60),
        2**200,
    ]


def collections(text: str) -> list[Any]:
    """Build, sort, compare and copy containers."""
    numbered = [(index * 7919 % 1009, f"{text}{index}") for index in range(2000)]
    table = dict(numbered)
    for key in list(table)[::3]:
        del table[key]
    unique = frozenset(number for number, _ in numbered)
    out: list[Any] = [
        sorted(numbered),
        sorted(numbered, key=lambda pair: pair[1], reverse=True),
        min(unique),
        max(unique),
    ]
    out += [
        unique & set(range(500)),
        unique | {-1},
        unique - {1},
        unique ^ {2},
        table | {"x": 1},
        list(reversed(numbered)),
    ]
    out += [copy.deepcopy(table), copy.copy(numbered), json.loads(json.dumps(table)), json.dumps(numbered, indent=2)]
    return [
        *out,
        *zip(numbered, unique, strict=False),
        any(out),
        all(out),
        list(map(str, unique)),
        list(filter(None, out)),
    ]


MISTAKES = """
1/0
{}["x"]
[][1]
None.x
int("x")
unknown
"a" + 1
f(
 indented
(lambda a: a)()
import not_there
from math import not_there
open("not there")
open("/")
b"\\xff".decode()
"é".encode("ascii")
raise KeyError
raise OSError(2, "text", "name")
raise ValueError("a", "b")
raise ExceptionGroup("several", [ValueError(1), TypeError(2)])
def deep(): deep()\ndeep()
next(iter(()))
(1).to_bytes(0)
raise SystemError
assert False, "text"
"""


def errors() -> list[str]:
    """Raise and report what goes wrong in ordinary programs."""
    out = []
    for wrong in MISTAKES.strip().split("\n"):
        try:
            try:
                exec(wrong.replace("\\n", "\n"), {})  # noqa: S102  our own text
            except Exception as error:
                raise RuntimeError(str(error), repr(error)) from error
        except RuntimeError as error:
            out.append("".join(traceback.format_exception(error)))
    return out


def dates() -> list[Any]:
    """Calculate with dates."""
    day = dt.date(2027, 2, 28)
    out: list[Any] = [day + dt.timedelta(days=step) for step in range(-400, 4000, 97)]
    out += [day.replace(year=2028), day.isoformat(), day.strftime("%d/%m/%Y"), day.weekday(), day.isocalendar()]
    out += [dt.datetime.fromisoformat("2027-03-01T09:00:00+01:00").astimezone(dt.UTC), day.toordinal()]
    return [*out, dt.datetime.strptime("01/03/2027", "%d/%m/%Y").replace(tzinfo=dt.UTC)]


def patterns(text: str) -> list[Any]:
    """Search with regular expressions, also newly compiled ones."""
    shapes = (
        r"(\d+)[.,](\d{2})",
        r"^\s*(?P<word>\w+)\b.*$",
        r"[^a-z€]+?",
        r"(?i)e|ë",
        r"(a|b)*c",
        r"(?<=e).",
        r"(?!x)\S",
    )
    out: list[Any] = []
    for shape in shapes:
        found = re.compile(shape)
        out += [found.findall(text), found.sub("-", text), found.split(text), found.search(text), found.fullmatch(text)]
    return out


def types() -> list[int]:
    """Addresses of all types."""
    found: set[type] = set()
    waiting: list[type] = [object]
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.add(kind)
            waiting += type.__subclasses__(kind)
    return [id(kind) for kind in found]


def run(text: str) -> str:
    """Do it all, twice: the second time Python takes its fast paths."""
    for _ in range(2):
        answers()
        random.seed()
        results = [texts(text), numbers(), collections(text), errors(), dates(), patterns(text), bytearray(1 << 22)]
        size = len(repr(results))
        del results
        gc.collect()
    return f"{size} {text}"
