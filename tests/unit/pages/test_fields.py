"""The fields of a form that counts with figures of another day: the module of the pages in Node."""

from pathlib import Path

from tests.unit import node


def test_fields() -> None:
    node.check(Path(__file__).with_name("fields.test.mjs"), {})
