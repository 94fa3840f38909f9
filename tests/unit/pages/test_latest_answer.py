"""Asking about the newest values of a form: the module of the pages in Node."""

from pathlib import Path

from tests.unit import node


def test_latest_answer() -> None:
    node.check(Path(__file__).with_name("latest-answer.test.mjs"), {})
