"""Runs inside Pyodide just before the snapshot: loads what a first answer needs, and tidies up."""

import contextlib
import gc
import sys

from browser import samples
from calculators import content
from calculators.service import handle

for value in vars(content).values():
    if hasattr(value, "cache_info"):
        value()  # a table of facts, read once
for request in samples.calculations():
    with contextlib.suppress(Exception):  # whether all of them work is up to the tests
        handle(request)
del sys.modules["browser.samples"], sys.modules["browser"], samples, content, value, request
sys._clear_internal_caches()  # type: ignore[attr-defined]  # noqa: SLF001
gc.collect()
