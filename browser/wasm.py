"""Just enough of WebAssembly's binary format to see which functions run, and to leave out what is never used."""

from collections.abc import Callable, Iterable, Iterator, Sequence

MAGIC = b"\0asm\1\0\0\0"
IMPORT, EXPORT, CODE, DATA = 2, 7, 10, 11
FUNCTION, TABLE, MEMORY, GLOBAL, TAG = range(5)  # kinds of what is imported and exported
# No locals; the instruction `unreachable`, which stops the program at once; end. Valid for any signature.
TRAP = b"\0\0\x0b"

type Sections = list[tuple[int, bytes]]


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
    """The contents of a module's section of one kind."""
    return next(body for kind, body in sections(module) if kind == wanted)


def join(parts: Iterable[tuple[int, bytes]]) -> bytes:
    """Put sections together again."""
    return MAGIC + b"".join(bytes([kind]) + number(len(body)) + body for kind, body in parts)


def _text(data: bytes, at: int) -> tuple[str, int]:
    size, start = read_number(data, at)
    return data[start : start + size].decode(), start + size


def imports(body: bytes) -> Iterator[tuple[str, str]]:
    """Module and name of what an import section asks for."""
    count, at = read_number(body, 0)
    for _ in range(count):
        module, at = _text(body, at)
        name, at = _text(body, at)
        kind, at = body[at], at + 1
        if kind in (TABLE, MEMORY):
            limits = at + 1 if kind == TABLE else at  # after the type of what the table holds
            at = read_number(body, limits + 1)[1]
            at = read_number(body, at)[1] if body[limits] & 1 else at
        else:  # a function's type; a global's type and whether it changes; a tag's attribute and type
            at = (
                read_number(body, at)[1]
                if kind == FUNCTION
                else at + 2
                if kind == GLOBAL
                else read_number(body, at + 1)[1]
            )
        yield module, name


def exports(body: bytes) -> Iterator[tuple[str, int, bytes]]:
    """Name, kind and whole entry of what an export section offers."""
    count, at = read_number(body, 0)
    for _ in range(count):
        start = at
        name, at = _text(body, at)
        kind = body[at]
        at = read_number(body, at + 1)[1]
        yield name, kind, body[start:at]


def with_exports(module: bytes, wanted: Callable[[str], bool]) -> bytes:
    """Offer only the functions and globals that are wanted, and those that the module asks for itself."""
    parts = sections(module)
    own = {name for kind, body in parts if kind == IMPORT for _, name in imports(body)}

    def change(body: bytes) -> bytes:
        kept = [
            entry
            for name, kind, entry in exports(body)
            if kind not in (FUNCTION, GLOBAL) or name in own or wanted(name)
        ]
        return number(len(kept)) + b"".join(kept)

    return join((kind, change(body) if kind == EXPORT else body) for kind, body in parts)


def functions(code: bytes) -> Iterator[bytes]:
    """Bodies of the functions in a code section."""
    count, at = read_number(code, 0)
    for _ in range(count):
        size, at = read_number(code, at)
        yield code[at : at + size]
        at += size


def code_section(bodies: Sequence[bytes]) -> bytes:
    """Write a code section."""
    return number(len(bodies)) + b"".join(number(len(body)) + body for body in bodies)


def with_marks(module: bytes, address: int) -> bytes:
    """Let every function, when it is called, write a 1 at `address` plus its number."""

    def marked(index: int, body: bytes) -> bytes:
        groups, at = read_number(body, 0)
        for _ in range(groups):  # of local variables: how many, and a type of one byte
            at = read_number(body, at)[1] + 1
        mark = b"\x41\0" + b"\x41\1" + b"\x3a\0" + number(address + index)  # i32.const 0, i32.const 1, i32.store8
        return body[:at] + mark + body[at:]

    def change(code: bytes) -> bytes:
        return code_section([marked(index, body) for index, body in enumerate(functions(code))])

    return join((kind, change(body) if kind == CODE else body) for kind, body in sections(module))


def without(module: bytes, used: frozenset[int]) -> bytes:
    """Replace every function that is not `used` by one that stops the program: never a wrong result."""

    def change(code: bytes) -> bytes:
        return code_section([body if index in used else TRAP for index, body in enumerate(functions(code))])

    return join((kind, change(body) if kind == CODE else body) for kind, body in sections(module))


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Of each piece of a data section: its address in memory, where it begins in the section, and its length."""
    count, at = read_number(data, 0)
    for _ in range(count):
        address, at = read_number(data, at + 2)  # after the kind, which is 0, and `i32.const`
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


def blanked(module: bytes, ranges: Iterable[tuple[int, int]]) -> bytes:
    """Replace what stands at these addresses by zeros."""
    image = bytearray(memory(module))
    for start, end in ranges:
        image[start:end] = bytes(end - start)

    def change(data: bytes) -> bytes:
        changed = bytearray(data)
        for address, at, size in _segments(data):
            changed[at : at + size] = image[address : address + size]
        return bytes(changed)

    return join((kind, change(body) if kind == DATA else body) for kind, body in sections(module))
