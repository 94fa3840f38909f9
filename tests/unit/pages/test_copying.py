"""Copying a table as numbers: the module of the pages in Node."""

from pathlib import Path

from tests.unit import node


def test_copying() -> None:
    node.check(Path(__file__).with_name("copy-table.test.mjs"), {})
