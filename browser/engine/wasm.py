"""Just enough of WebAssembly's binary format to take out names, and to move constants from one module to another."""

from collections.abc import Callable, Iterable, Iterator

MAGIC = b"\0asm\1\0\0\0"
IMPORT, EXPORT, CODE, DATA = 2, 7, 10, 11
FUNCTION, TABLE, MEMORY, GLOBAL, TAG = range(5)  # kinds of what is imported and exported

type Sections = list[tuple[int, bytes]]
type Range = tuple[int, int]  # from an address up to another


class WasmError(ValueError):
    """The engine has another form than a step here expects: the message names what was looked for."""


def read_number(data: bytes, at: int) -> tuple[int, int]:
    """Read an unsigned LEB128 number: its value, and where the next byte is."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def number(value: int) -> bytes:
    """Write an unsigned LEB128 number."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def constant(address: int) -> bytes:
    """How code mentions a constant: `i32.const`, and a LEB128 number with a sign."""
    data = number(address)
    return b"\x41" + (data[:-1] + bytes([data[-1] | 128, 0]) if data[-1] & 64 else data)


def sections(module: bytes) -> Sections:
    """Split a module into its sections: kind and contents."""
    found: Sections = []
    at = len(MAGIC)
    while at < len(module):
        kind = module[at]
        size, start = read_number(module, at + 1)
        at = start + size
        found.append((kind, module[start:at]))
    return found


def section(module: bytes, wanted: int) -> bytes:
    """The contents of a module's section of one kind. Raises `WasmError` when it has none."""
    for kind, body in sections(module):
        if kind == wanted:
            return body
    raise WasmError(f"section {wanted}: not found in the engine")


def join(parts: Iterable[tuple[int, bytes]]) -> bytes:
    """Put sections together again."""
    return MAGIC + b"".join(bytes([kind]) + number(len(body)) + body for kind, body in parts)


def _changed(module: bytes, wanted: int, change: Callable[[bytes], bytes]) -> bytes:
    """The module with another section of one kind."""
    return join((kind, change(body) if kind == wanted else body) for kind, body in sections(module))


def _text(data: bytes, at: int) -> tuple[str, int]:
    size, start = read_number(data, at)
    return data[start : start + size].decode(), start + size


def _after_import(body: bytes, at: int) -> int:
    """Where an import ends whose kind stands at this place."""
    kind, at = body[at], at + 1
    match kind:
        case 0:  # function: its type
            return read_number(body, at)[1]
        case 3:  # global: its type, and whether it changes
            return at + 2
        case 4:  # tag: an attribute, and its type
            return read_number(body, at + 1)[1]
    limits = at + 1 if kind == TABLE else at  # after the type of what the table holds
    at = read_number(body, limits + 1)[1]
    return read_number(body, at)[1] if body[limits] & 1 else at


def imports(body: bytes) -> Iterator[tuple[str, str]]:
    """Module and name of what an import section asks for."""
    count, at = read_number(body, 0)
    for _ in range(count):
        module, at = _text(body, at)
        name, at = _text(body, at)
        at = _after_import(body, at)
        yield module, name


def exports(body: bytes) -> Iterator[tuple[str, int, int]]:
    """Name, kind and number of what an export section offers."""
    count, at = read_number(body, 0)
    for _ in range(count):
        name, at = _text(body, at)
        kind = body[at]
        index, at = read_number(body, at + 1)
        yield name, kind, index


def export_section(offered: Iterable[tuple[str, int, int]]) -> bytes:
    """Write an export section."""
    entries = [
        number(len(name.encode())) + name.encode() + bytes([kind]) + number(index) for name, kind, index in offered
    ]
    return number(len(entries)) + b"".join(entries)


def with_exports(module: bytes, wanted: Callable[[str], bool]) -> bytes:
    """Offer only the functions and globals that are wanted, and those that the module asks for itself."""
    own = {name for kind, body in sections(module) if kind == IMPORT for _, name in imports(body)}

    def change(body: bytes) -> bytes:
        return export_section(
            (name, kind, index)
            for name, kind, index in exports(body)
            if kind not in (FUNCTION, GLOBAL) or name in own or wanted(name)
        )

    return _changed(module, EXPORT, change)


def with_table_numbers(module: bytes, numbers: dict[str, int]) -> bytes:
    """Let exported tables of these names stand for the tables with these numbers. Raises `WasmError` without one."""
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
    """Of each piece of a data section: its address in memory, where it begins in the section, and its length."""
    count, at = read_number(data, 0)
    for _ in range(count):
        if data[at : at + 2] != b"\0\x41":  # kind 0, and `i32.const`
            raise WasmError(f"piece of constants at byte {at} of its section: not of the usual form")
        address, at = read_number(data, at + 2)
        size, at = read_number(data, at + 1)  # after `end`
        yield address, at, size
        at += size


def memory(module: bytes) -> bytes:
    """The constants that a module begins with, at their addresses."""
    data = section(module, DATA)
    pieces = list(_segments(data))
    image = bytearray(max(address + size for address, _, size in pieces))
    for address, at, size in pieces:
        image[address : address + size] = data[at : at + size]
    return bytes(image)


def blanked(module: bytes, ranges: Iterable[Range]) -> bytes:
    """Replace what stands at these addresses by zeros."""
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
    """Let a module without constants write these pieces of an image to memory when it is instantiated."""
    pieces = [b"\0" + constant(start) + b"\x0b" + number(end - start) + image[start:end] for start, end in ranges]
    return join([*sections(module), (DATA, number(len(pieces)) + b"".join(pieces))])
