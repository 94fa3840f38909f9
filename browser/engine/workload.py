"""Runs inside Pyodide: answers requests of every kind, so that it can be seen which functions of the engine they use."""

import contextlib
import gc
import traceback

from browser.engine import samples
from browser.requests import requests
from calculators.service import handle

FAMILIES = {"well_formed": 3000, "hostile": 3000, "damaged": 1000}
SEED = 20261126


def run() -> None:
    """Answer them all, and report what goes wrong as Python does for the worker."""
    for request in (*samples.calculations(), *samples.downloads()):
        handle(request)
    for family, count in FAMILIES.items():
        for request in requests(family, SEED, count):
            with contextlib.suppress(Exception):
                handle(request)
    try:
        handle("{")
    except ValueError:
        print(traceback.format_exc())
    gc.collect()
