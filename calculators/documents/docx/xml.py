"""XML written as text, escaped by construction, and packed into the same bytes every time."""

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\r": "&#13;"})
_NOON = (2020, 1, 1, 12, 0, 0)


class Xml(str):
    """Markup: text that is already escaped."""

    __slots__ = ()


type Child = str | Xml | Iterable["Child"] | None


def plain(text: str) -> str:
    """Text without the characters that XML forbids."""
    return _FORBIDDEN.sub("", text)


def x(name: str, /, *children: Child, **attributes: str | int | None) -> Xml:
    """Make an element. Strings are escaped, `Xml` is kept; `w_val="x"` writes `w:val="x"`, `None` writes nothing."""
    opening = "".join([name, *(_attribute(key, value) for key, value in attributes.items() if value is not None)])
    inner = join(*children)
    return Xml(f"<{opening}>{inner}</{name}>" if inner else f"<{opening}/>")


def join(*children: Child) -> Xml:
    """Put pieces behind one another."""
    return Xml("".join(_piece(child) for child in children))


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """Zip files in the order given, with a fixed time, so that equal content gives equal bytes."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            info = ZipInfo(name, _NOON)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return stream.getvalue()


def _attribute(key: str, value: str | int) -> str:
    return f' {key.replace("_", ":", 1)}="{plain(str(value)).translate(_ENTITIES)}"'


def _piece(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Xml):
        return child
    if isinstance(child, str):
        return plain(child).translate(_ENTITIES)
    return join(*child)
