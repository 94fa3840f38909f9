"""The part of WebAssembly's binary format that is needed to remove exports and to move constants between modules."""

from collections.abc import Callable, Iterable, Iterator

MAGIC = b"\0asm\1\0\0\0"
IMPORT, EXPORT, CODE, DATA = 2, 7, 10, 11
FUNCTION, TABLE, MEMORY, GLOBAL, TAG = range(5)  # the kinds of imports and exports

type Sections = list[tuple[int, bytes]]
type Range = tuple[int, int]  # the first address, and the one after the last


class WasmError(ValueError):
    """The engine has another form than a step here expects: the message says what was not found."""


def read_number(data: bytes, at: int) -> tuple[int, int]:
    """Read an unsigned LEB128 number: its value, and the position of the next byte."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def number(value: int) -> bytes:
    """A number as unsigned LEB128."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def constant(address: int) -> bytes:
    """The instruction by which code mentions an address: `i32.const`, with a signed LEB128 number."""
    data = number(address)
    return b"\x41" + (data[:-1] + bytes([data[-1] | 128, 0]) if data[-1] & 64 else data)


def sections(module: bytes) -> Sections:
    """The sections of a module: kind and contents of each."""
    result: Sections = []
    at = len(MAGIC)
    while at < len(module):
        kind = module[at]
        size, start = read_number(module, at + 1)
        at = start + size
        result.append((kind, module[start:at]))
    return result


def section(module: bytes, wanted: int) -> bytes:
    """The contents of a module's section of one kind. Raises `WasmError` if it has none."""
    for kind, body in sections(module):
        if kind == wanted:
            return body
    raise WasmError(f"section {wanted}: not found in the engine")


def join(parts: Iterable[tuple[int, bytes]]) -> bytes:
    """The module with these sections."""
    return MAGIC + b"".join(bytes([kind]) + number(len(body)) + body for kind, body in parts)


def _changed(module: bytes, wanted: int, change: Callable[[bytes], bytes]) -> bytes:
    """The module with the section of one kind changed."""
    return join((kind, change(body) if kind == wanted else body) for kind, body in sections(module))


def _text(data: bytes, at: int) -> tuple[str, int]:
    size, start = read_number(data, at)
    return data[start : start + size].decode(), start + size


def _after_import(body: bytes, at: int) -> int:
    """The position after an import whose kind is at position `at`."""
    kind, at = body[at], at + 1
    if kind == FUNCTION:  # its type
        return read_number(body, at)[1]
    if kind == GLOBAL:  # its type, and whether it changes
        return at + 2
    if kind == TAG:  # an attribute, and its type
        return read_number(body, at + 1)[1]
    limits = at + 1 if kind == TABLE else at  # after the type of the table's elements
    at = read_number(body, limits + 1)[1]
    has_maximum = body[limits] & 1
    return read_number(body, at)[1] if has_maximum else at


def imports(body: bytes) -> Iterator[tuple[str, str]]:
    """The module and the name of each import in an import section."""
    count, at = read_number(body, 0)
    for _ in range(count):
        module, at = _text(body, at)
        name, at = _text(body, at)
        at = _after_import(body, at)
        yield module, name


def exports(body: bytes) -> Iterator[tuple[str, int, int]]:
    """The name, kind and index of each export in an export section."""
    count, at = read_number(body, 0)
    for _ in range(count):
        name, at = _text(body, at)
        kind = body[at]
        index, at = read_number(body, at + 1)
        yield name, kind, index


def export_section(offered: Iterable[tuple[str, int, int]]) -> bytes:
    """An export section with these exports: name, kind and index of each."""
    entries = []
    for name, kind, index in offered:
        text = name.encode()
        entries.append(number(len(text)) + text + bytes([kind]) + number(index))
    return number(len(entries)) + b"".join(entries)


def with_exports(module: bytes, wanted: Callable[[str], bool]) -> bytes:
    """The module without exported functions and globals that are not `wanted`, nor imported by the module itself."""
    own = {name for kind, body in sections(module) if kind == IMPORT for _, name in imports(body)}

    def change(body: bytes) -> bytes:
        return export_section(
            (name, kind, index)
            for name, kind, index in exports(body)
            if kind not in (FUNCTION, GLOBAL) or name in own or wanted(name)
        )

    return _changed(module, EXPORT, change)


def with_table_numbers(module: bytes, numbers: dict[str, int]) -> bytes:
    """The module with the indexes of exported tables changed, by name. Raises `WasmError` if one is not exported."""
    offered = {name for name, kind, _ in exports(section(module, EXPORT)) if kind == TABLE}
    for name in numbers:
        if name not in offered:
            raise WasmError(f"exported table {name}: not found in the engine")

    def change(body: bytes) -> bytes:
        return export_section(
            (name, kind, numbers.get(name, index) if kind == TABLE else index) for name, kind, index in exports(body)
        )

    return _changed(module, EXPORT, change)


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """For each piece of a data section: its address in memory, its position in the section, and its length."""
    count, at = read_number(data, 0)
    for _ in range(count):
        if data[at : at + 2] != b"\0\x41":  # kind 0, and `i32.const`
            raise WasmError(f"piece of constants at byte {at} of its section: not of the usual form")
        address, at = read_number(data, at + 2)
        size, at = read_number(data, at + 1)  # after `end`
        yield address, at, size
        at += size


def memory(module: bytes) -> bytes:
    """The memory with which a module begins: its constants at their addresses."""
    data = section(module, DATA)
    pieces = list(_segments(data))
    image = bytearray(max(address + size for address, _, size in pieces))
    for address, at, size in pieces:
        image[address : address + size] = data[at : at + size]
    return bytes(image)


def blanked(module: bytes, ranges: Iterable[Range]) -> bytes:
    """The module with zeros in its constants at these addresses."""
    image = bytearray(memory(module))
    for start, end in ranges:
        image[start:end] = bytes(end - start)

    def change(data: bytes) -> bytes:
        changed = bytearray(data)
        for address, at, size in _segments(data):
            changed[at : at + size] = image[address : address + size]
        return bytes(changed)

    return _changed(module, DATA, change)


def with_data(module: bytes, image: bytes, ranges: Iterable[Range]) -> bytes:
    """A module without constants, which then writes these pieces of a memory image when it is instantiated."""
    pieces = [b"\0" + constant(start) + b"\x0b" + number(end - start) + image[start:end] for start, end in ranges]
    return join([*sections(module), (DATA, number(len(pieces)) + b"".join(pieces))])
