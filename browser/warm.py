"""Runs inside Pyodide just before the snapshot: loads what a first answer needs, and tidies up."""

import gc
import json
import sys

from calculators import service
from calculators.service import handle  # noqa: F401  what the worker calls

for request in getattr(service, "examples", list)():
    if not json.loads(request).get("needs"):
        handle(request)
sys._clear_internal_caches()  # noqa: SLF001
gc.collect()
