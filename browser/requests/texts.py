"""Hostile text: from every plane of Unicode, in every notation of numbers and dates, and of every awkward length.

All randomness comes from a `random.Random`, so that the same seed gives the same text in any Python. For the same
reason no table asks Python for the properties of characters, which change with each version of Unicode.
"""

from datetime import date, timedelta
from random import Random

PLANES = 17
PLANE = 0x10000
_SURROGATES = range(0xD800, 0xE000)

_ZEROS = (
    *(0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0),
    *(0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0),
    *(0xA900, 0xA9D0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x11066, 0x11136, 0x111D0, 0x114D0, 0x1D7CE, 0x1D7D8, 0x1D7F6),
    *(0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0),
)
"""The digit zero of each script; one to nine follow it in Unicode."""

WHITESPACE = (
    *("\t", "\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f", " ", "\x85", "\u00a0", "\u1680"),
    *(*map(chr, range(0x2000, 0x200B)), "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"),
    *("\u200b", "\u180e", "\u2060", "\ufeff", "\u00ad"),
)
"""Every white-space character, and invisible ones."""

CONTROLS = tuple(map(chr, (*range(0x20), *range(0x7F, 0xA0), 0xFFF9, 0xFFFD, 0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFF)))

SYMBOLS = (
    "👍",
    "🤝",
    "👩‍👩‍👧",
    "🏴‍☠️",
    "👋🏽",
    "🇧🇪",
    "🇧",
    "1️⃣",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "𝐛𝐨𝐥𝐝",
    "𝟖𝟎",
    "𠀀",
    "𰻞",
    "\U000e0041",
    "\U000f0000",
    "\U0010fffd",
    *("ß", "ẞ", "İ", "ı", "ﬁ", "ŉ", "ǆ", "Ǆ", "ǅ", "ς", "Σ", "ΐ", "ᾳ", "Å", "Å", "Å", "é", "é", "ё", "漢", "한", "한"),
    *("\u202eomgekeerd\u202c", "\u2066a\u2069", "שלום", "مرحبا", "नमस्ते", "ไทย", "Z̸͍̐a͜l̷̪͝g̴̼̓o", "a\u0300\u0301\u0302"),
    "½",
    "⅓",
    "²",
    "Ⅷ",
    "①",
    "㉈",
    "㊈",
    "一",
    "零",
    "〇",
    "∞",
    "№",
    "€",
    "£",
    "％",
    "−",
    "–",
    "’",
    "‘",
    "“",
    "”",
    "…",
    *("\ud800", "\udfff", "\udbff\ud800", "\ude00\ud83d", "x\ud83d"),  # halves of pairs, which JSON can write
)

MARKUP = (
    *("<b>vet</b> & <i>", "<script>alert(1)</script>", "</p></div>", '"><img src=x onerror=alert(1)>', "&amp;&#0;&lt"),
    "</w:t></w:r><w:b/>",
    "]]>",
    "<!--",
    "<![CDATA[",
    "<?xml?>",
    "_x0041_",
    "_x005F_x0000_",
    "{{ x }}",
    "%s%n",
    "${x}",
    *("=1+1", "+1", "-2+3", "@SUM(A1:A9)", '=HYPERLINK("http://kwaad.example","klik")', "{=1}", "'=1", "'", '"', "\\"),
    "http://kwaad.example",
    "mailto:x@y",
    "file:///etc",
    "\\\\server\\map",
    "internal:A1",
    "../../x",
    "C:\\x",
    "#REF!",
    *("__proto__", "constructor", "toString", "null", "None", "undefined", "true", "[object Object]", "\\u0041", "\\x"),
    "- a\n- b",
    "* a",
    "1. a",
    "\n\n\n",
    "a\n\n- b\n\tc",
    "\t- x",
    "-",
    "–",
    "# kop",
    "**vet**",
    "| a | b |",
    "a|b=c",
)

_LENGTHS = (19, 20, 21, 60, 61, 199, 200, 201, 255, 256, 499, 500, 501, 1000)
_LONG = (3999, 4000, 4001, 4300, 4301, 4999, 5000, 5001, 8191, 32767, 32768)
_WORDS = ("Elk", "kind", "verdient", "een", "plek", "in", "het", "jeugdwerk;", "de", "ambassadeur", "leidt", "toe,")


def character(random: Random, plane: int | None = None) -> str:
    """Any character, of this plane or any; never half a surrogate pair, as `SYMBOLS` has those."""
    start = (random.randrange(PLANES) if plane is None else plane) * PLANE
    code = start + random.randrange(PLANE)
    return chr(code) if code not in _SURROGATES else "\uffff"


def mixture(random: Random) -> str:
    """Up to twelve characters, each of any plane."""
    return "".join(character(random) for _ in range(random.randint(1, 12)))


def sentence(random: Random) -> str:
    """An ordinary text of up to twelve words."""
    return " ".join(random.choice(_WORDS) for _ in range(random.randint(1, 12)))


def _among_words(random: Random) -> str:
    odd = random.choice((mixture, _symbol, _blank, _control))
    return f"{sentence(random)}{odd(random)}{sentence(random)}"


def _symbol(random: Random) -> str:
    return "".join(random.choices(SYMBOLS, k=random.randint(1, 4)))


def _blank(random: Random) -> str:
    return "".join(random.choices(WHITESPACE, k=random.randint(1, 4)))


def _control(random: Random) -> str:
    return "".join(random.choices((*CONTROLS, "a", " "), k=random.randint(1, 6)))


def _markup(random: Random) -> str:
    return random.choice(MARKUP)


def _long(random: Random) -> str:
    """A text about as long as some field can hold, or much too long."""
    piece = random.choice((_symbol, _blank, _markup, mixture, sentence))(random)
    length = random.choice(_LENGTHS if random.random() < 0.9 else _LONG)
    return (piece * (length // len(piece) + 1))[:length]


def _empty(random: Random) -> str:
    return random.choice(("", "", " ", "\n", "\u00a0"))


def digits(random: Random, text: str) -> str:
    """The same text with its digits in those of some script."""
    zero = random.choice(_ZEROS)
    return text.translate({ord(digit): chr(zero + value) for value, digit in enumerate("0123456789")})


NUMBERS = (
    *("1.234,56", "1,234.56", "1.234.567,89", "12.34,5", "1e5", "1e999", "-1e999", "1E+3", "NaN", "sNaN", "Infinity"),
    *("-∞", "∞", "½", "1½", "3/4", "0x10", "0b1", "1_000", "--5", "+-5", "5-", "(5)", "€ 1.234,-", "€ 2.500,--", "5,–"),
    "EUR 2500",
    "2500 euro",
    "61’400",
    "61'400",
    "1,000,000",
    "0.500",
    ",5",
    "5,",
    ".",
    ",",
    "-",
    "+",
    "€",
    "%",
    "-0",
    "80 %",
    "80%%",
    "% 80",
    "0,8",
    "80\u00a0%",
    "\u202d61400,50\u202c",
    "\u22123,5",
    "1\u202f000",
    "9" * 30,
    "9" * 60,
    *("9" * 61, "9" * 400, "0" * 400, "0," + "1" * 300, "1" + "0" * 4299, "9" * 4301, "-" + "9" * 5000, "1.000" * 90),
    *("1050", "1.070.000", "105000", "10500", "272.728", "299.999,99", "300.000,01", "999,99", "0,004", "-0,001", "4"),
)

DATES = (
    "31-2-2027",
    "31/2/2027",
    "30.2.2027",
    "2027-02-30",
    "2027-13-01",
    "2027-00-10",
    "2027-1-1",
    "1-3-27",
    "27-03-01",
    "0001-01-01",
    "9999-12-31",
    "10000-01-01",
    "20277-01-01",
    "-2027-01-01",
    "0000-00-00",
    "99999999999999999999-1-1",
    "1 maart 2027",
    "March 1, 2027",
    "1 mrt. '27",
    "maart",
    "morgen",
    "2027",
    "2027-",
    "2027-03",
    "2027-03-",
    "1-",
    "1-3-",
    *("20270301", "2027-W09-1", "2027-060", "2027-03-01T09:00", "2027-03-01T09:00:00Z", "2027-03-01 ", "\n2027-03-01"),
    *("01-03-2027", "1. 3. 2027", "1/3-2027", "2027/03/01", "2027.3.1", "3/1/2027", "1--3-2027", "1-3-2027-4", "a-b-c"),
    *("2019-12-31", "2020-01-01", "2060-12-31", "2061-01-01", "2028-02-29", "2027-02-29", "1899-12-31", "1900-02-29"),
)


def day(random: Random) -> date:
    """A day on which an appointment could begin."""
    return date(2026, 1, 1) + timedelta(days=random.randrange(2500))


def dated(random: Random) -> str:
    """A date, right or wrong, in any notation."""
    some = day(random)
    shapes = ("{0:%Y-%m-%d}", "{0.day}/{0.month}/{0.year}", "{0.day}.{0.month}.{0.year}", "{0:%d-%m-%Y}", "{0:%Y%m%d}")
    text = random.choice((random.choice(DATES), random.choice(shapes).format(some)))
    match random.randrange(6):
        case 0:
            return digits(random, text)
        case 1:
            return text[: random.randint(0, len(text))]
        case 2:
            return random.choice(WHITESPACE) + text + random.choice((*WHITESPACE, *SYMBOLS))
    return text


def numbered(random: Random) -> str:
    """A number, right or wrong, in any notation."""
    figure = f"{random.choice((random.uniform(-100, 400_000), random.randint(-10, 1200))):.{random.randrange(4)}f}"
    text = random.choice((random.choice(NUMBERS), figure, figure.replace(".", ",")))
    match random.randrange(6):
        case 0:
            return digits(random, text)
        case 1:
            return text + random.choice((*SYMBOLS, *WHITESPACE))
        case 2:
            at = random.randint(0, len(text))
            return text[:at] + random.choice((*WHITESPACE, character(random), *CONTROLS)) + text[at:]
    return text


_RECIPES = (mixture, _symbol, _blank, _control, _markup, _long, _among_words, _among_words, sentence, _empty)


def text(random: Random) -> str:
    """Any text at all, including numbers and dates."""
    recipe = random.choice((*_RECIPES, numbered, dated))
    return recipe(random)
