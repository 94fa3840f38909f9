"""Leaves out of modules what no reader's Python reads: annotations of functions, line numbers and qualified names."""

import ast
import marshal
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import CodeType

_HEAD = 16  # bytes of the header of a .pyc file


def rewrite(archive: Path, suffix: str, change: Callable[[bytes], bytes], compression: int) -> None:
    """Change each file of an archive whose name ends so, and keep the others."""
    with zipfile.ZipFile(archive) as source:
        contents = {info: source.read(info) for info in source.infolist()}
    with zipfile.ZipFile(archive, "w", compression, compresslevel=9) as target:
        for info, data in contents.items():
            target.writestr(info, change(data) if info.filename.endswith(suffix) else data, compression)


def without_annotations(source: bytes) -> bytes:
    """A module whose functions have no annotations, which Python 3.14 keeps as a function beside each of them.

    Those of classes stay: they make dataclasses. So do all of a module that may read those of its functions.
    """
    return source if b"singledispatch" in source else ast.unparse(_Plain().visit(ast.parse(source))).encode()


class _Plain(ast.NodeTransformer):
    """Removes the annotations of arguments and of results."""

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)


def byte_code(data: bytes) -> bytes:
    """A compiled module without line numbers, which are a tenth of it, and with short names of functions."""
    return data[:_HEAD] + marshal.dumps(_bare(marshal.loads(data[_HEAD:])))  # noqa: S302  we compiled it just now


def _bare(code: CodeType) -> CodeType:
    units = len(code.co_code) // 2
    # CPython's table of lines: a byte says "no line" for up to eight code units, 0xFF for eight of them.
    no_lines = b"\xff" * (units // 8)
    if units % 8:
        no_lines += bytes([0xF7 + units % 8])
    constants = tuple(_bare(constant) if isinstance(constant, CodeType) else constant for constant in code.co_consts)
    return code.replace(co_linetable=no_lines, co_qualname=code.co_name, co_consts=constants)
