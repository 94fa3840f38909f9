"""What Python does beside answering: handle any text, find files, report errors, collect garbage.

No answer depends on these; they are in the workload so that the first half of the engine has the functions for them.
"""

import contextlib
import copy
import datetime as dt
import decimal
import gc
import importlib
import io
import json
import os
import random
import re
import sys
import traceback
import zipfile
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_TEXTS = ("gewone tekst", "Ÿ ß ﬁ İ ŉ ς", "😀 euro € 漢字 𝐛𝐨𝐥𝐝 👩‍👩‍👧", "", "a,b;c\td\r\ne", "\ud800\x00\U0010ffff")


def texts() -> None:
    """Call the methods of text."""
    for text in _TEXTS:
        _cases(text)
        _pieces(text)
        _bytes(text)
        _searches(text)


def _cases(text: str) -> list[Any]:
    found: list[Any] = [text.upper(), text.lower(), text.title(), text.capitalize(), text.casefold(), text.swapcase()]
    found += [text.isdigit(), text.isalpha(), text.isspace(), text.isidentifier(), text.isprintable(), text.isupper()]
    return [*found, text.isdecimal(), text.isnumeric(), text.isascii(), repr(text), ascii(text), hash(text)]


def _pieces(text: str) -> list[Any]:
    found: list[Any] = [text.strip(), text.split(), text.split(","), text.rsplit(" ", 1), text.splitlines()]
    found += [text.partition(" "), text.replace("e", "ë"), text.find("€"), text.rfind("e"), text.count("e"), text[::-1]]
    found += [text.center(40), text.zfill(9), text.ljust(9, "."), text.expandtabs(), text.startswith(("a", "p"))]
    found += [text.translate({101: "x", 102: None, 0x1F600: "😀"}), text.removeprefix("g"), f"{text!r:>20.5}", text * 3]
    return [*found, sorted(text), "-".join(text), text < "m", text in "gewone tekst", "%s %5d %.2f" % (text, 7, 0.5)]  # noqa: UP031  this way too


def _bytes(text: str) -> list[Any]:
    names = ("utf-8", "utf-16", "utf-32", "latin-1", "ascii", "cp1252")
    ways = ("replace", "ignore", "backslashreplace", "xmlcharrefreplace", "surrogatepass")
    found: list[Any] = []
    for name in names:
        for way in ways:
            with contextlib.suppress(ValueError):
                found.append(text.encode(name, way).decode(name, "replace"))
    return [*found, b"\xff\xfe\xf0\x9f".decode("utf-8", "replace"), b"\xed\xa0\x80".decode("utf-8", "backslashreplace")]


_PATTERNS = (
    *(r"(\d+)[.,](\d{2})", r"^\s*(?P<word>\w+)\b.*$", r"[^a-z€]+?", r"(?i)e|ë|ſ", r"(a|b)*c", r"(?<=e).", r"(?!x)\S"),
    *(r"[\U0001f600-\U0001f64f]", r"(.)\1", r"(?i)İ|ß", r"(?:[^\W\d]|€){1,3}+", r"\A.*?\Z"),
)


def _searches(text: str) -> list[Any]:
    found: list[Any] = []
    for shape in _PATTERNS:
        pattern = re.compile(shape)
        found += [
            pattern.findall(text),
            pattern.sub("-", text),
            pattern.split(text),
            pattern.search(text),
            pattern.fullmatch(text),
        ]
    return found


def numbers() -> None:
    """Calculate with every kind of number."""
    for first in (Decimal("1234567.895"), Decimal("-0.005"), Decimal("1E+20"), 7, -(10**40), 0.1, 1e300, True):
        for second in (Decimal("0.02"), 3, -11, 0.25, 0):
            for sign in ("+", "-", "*", "/", "//", "%", "**", "<", "==", ">=", "&"):
                with contextlib.suppress(ArithmeticError, TypeError):
                    eval(f"a {sign} b", {"a": first, "b": second})  # noqa: S307  our own text
        for way in (str, repr, int, float, bool, hash, abs, round, "{:,.2f}".format):
            with contextlib.suppress(ArithmeticError):
                way(first)
    with decimal.localcontext(prec=50):
        _ = [Decimal(2).sqrt(), Decimal(1).exp(), Decimal(2).ln(), Decimal("1.02") ** 12, Decimal(10) / 3]
    for rounding in (decimal.ROUND_HALF_UP, decimal.ROUND_HALF_EVEN, decimal.ROUND_DOWN, decimal.ROUND_CEILING):
        Decimal("-2.675").quantize(Decimal("0.01"), rounding)


def collections() -> None:
    """Build, sort, compare and copy containers."""
    numbered = [(index * 7919 % 1009, f"naam {index}") for index in range(2000)]
    table = dict(numbered)
    for key in list(table)[::3]:
        del table[key]
    unique = frozenset(number for number, _ in numbered)
    _ = [sorted(numbered, key=lambda pair: pair[1], reverse=True), min(unique), max(unique), numbered[::-7]]
    _ = [unique & set(range(500)), unique | {-1}, unique - {1}, unique ^ {2}, table | {"x": "1"}]
    _ = [copy.deepcopy(table), copy.copy(numbered), json.loads(json.dumps(table)), json.dumps(numbered, indent=2)]
    numbered.sort()
    numbered.reverse()
    numbered.insert(3, numbered.pop(5))


def dates() -> None:
    """Calculate with dates, and read them."""
    day = dt.date(2027, 2, 28)
    _ = [day + dt.timedelta(days=step) for step in range(-400, 4000, 97)]
    _ = [day.replace(year=2028), day.strftime("%d/%m/%Y"), day.weekday(), day.isocalendar(), day.toordinal()]
    dt.datetime.fromisoformat("2027-03-01T09:00:00.123Z").astimezone(dt.UTC).isoformat()
    for wrong in ((2027, 2, 31), (10**20, 1, 1), (0, 0, 0)):
        with contextlib.suppress(ValueError, OverflowError):
            dt.date(*wrong)
    for text in ("2027-02-30", "20270301", "2027-W09-1", "maart", ""):
        with contextlib.suppress(ValueError):
            dt.date.fromisoformat(text)


_MISTAKES = (
    "1/0",
    '{}["x"]',
    "[][1]",
    "None.x",
    'int("x")',
    'int("9" * 5000)',
    "unknown",
    '"a" + 1',
    "f(",
    " indented",
    "'x",
    "(lambda a: a)()",
    "import not_there",
    "from math import not_there",
    'open("not there")',
    'open("/")',
    "a, b = 1,",
    'b"\\xff".decode()',
    '"é\\ud800".encode("ascii")',
    '"\\ud800".encode()',
    "raise KeyError",
    'raise OSError(2, "a", "b")',
    *('raise ExceptionGroup("several", [ValueError(1), TypeError(2)])', "next(iter(()))", "(1).to_bytes(0)", "[] < {}"),
    *(
        "raise SystemError",
        'assert False, "text"',
        "{}[[]]",
        "tuple(int(x) for x in 'ab')",
        "def deep(): deep()\ndeep()",
    ),
    'import json; json.loads("{")',
    "list(map(int, 'x'))",
    "sorted([1, 'a'])",
)


def mistakes() -> None:
    """Raise errors as ordinary programs do, and report them as Pyodide does when it passes one on."""
    for wrong in _MISTAKES:
        try:
            try:
                exec(wrong, {})  # noqa: S102  our own text
            except Exception as error:
                raise RuntimeError(str(error), repr(error)) from error
        except RuntimeError as error:
            "".join(traceback.format_exception(error)).encode("utf-8", "replace")
            traceback.print_exc(file=io.StringIO())


def files() -> None:
    """Look up modules and files, existing or not, also within an archive."""
    with TemporaryDirectory() as folder:
        archive = Path(folder, "some.zip")
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr("module_of_a_workload.py", "import json\nvalue = 1\n")
        sys.path.append(str(archive))
        with contextlib.suppress(ImportError):
            importlib.invalidate_caches()
            importlib.import_module("module_of_a_workload")
        sys.path.remove(str(archive))
        sys.modules.pop("module_of_a_workload", None)
        _ = [os.listdir(folder), os.stat(archive), archive.read_bytes(), Path(folder, "not there").exists()]  # noqa: PTH116, PTH208
    for name in ("not_there", "calculators.not_there", "xlsxwriter.workbook"):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def output() -> None:
    """Print to both streams."""
    print("één regel", end="", file=sys.stdout, flush=True)
    print("😀", file=sys.stderr, flush=True)


def chance() -> None:
    """Draw random numbers."""
    random.seed()
    _ = [random.random(), random.Random().randrange(9)]  # noqa: S311


def tidying() -> None:
    """Allocate memory and free it, garbage included."""
    held = [bytearray(1 << 22), [object() for _ in range(100_000)]]
    held.append(held)
    del held
    gc.collect()
    gc.get_objects()


ROUTINES: Mapping[str, Callable[[], None]] = {
    routine.__name__: routine
    for routine in (texts, numbers, collections, dates, mistakes, files, output, chance, tidying)
}
"""Every routine by its name."""
