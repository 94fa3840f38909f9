"""Just enough of WebAssembly's binary format to see which functions run, and to leave out those that never do."""

from collections.abc import Iterable, Iterator, Sequence

MAGIC = b"\0asm\1\0\0\0"
CODE, DATA = 10, 11
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


def join(parts: Iterable[tuple[int, bytes]]) -> bytes:
    """Put sections together again."""
    return MAGIC + b"".join(bytes([kind]) + number(len(body)) + body for kind, body in parts)


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
