"""Runs inside Pyodide just before the snapshot: loads what a first answer needs, and cleans up."""

import builtins
import contextlib
import gc
import importlib
import random
import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from _pyodide import _base  # type: ignore[import-not-found]
from pyodide import code  # type: ignore[import-not-found]

import __main__
from browser.engine import samples
from calculators.core import content
from calculators.service import handle


def evaluated(
    evaluate: Callable[..., Any], known: Mapping[str, Callable[[], Any]], source: str, *arguments: Any, **options: Any
) -> Any:
    """Evaluate Python source; a source that is `known` calls its function, without being parsed."""
    answer = known.get(source)
    return answer() if answer else evaluate(source, *arguments, **options)


# The sources that Pyodide and the worker evaluate at each start: parsing them takes longer than all the rest of it.
start: dict[str, Callable[[], Any]] = {
    "{}": dict,
    "import importlib; importlib": partial(importlib.import_module, "importlib"),
    "import __main__; __main__.__dict__": partial(vars, __main__),
    "import builtins; builtins.__dict__": partial(vars, builtins),
    "import random; random.seed()": random.seed,
}
_base.eval_code = code.eval_code = partial(evaluated, code.eval_code, start)

for value in vars(content).values():
    if hasattr(value, "cache_info"):
        value()  # reads a table of content into its cache
for request in samples.calculations():
    with contextlib.suppress(Exception):  # tests check that all of them work
        handle(request)
for module in list(sys.modules.values()):
    module.__doc__ = None  # nothing reads docstrings here
for kind in gc.get_objects():
    if isinstance(kind, type):
        with contextlib.suppress(TypeError):  # types of the engine itself cannot be changed
            kind.__doc__ = None
del (
    sys.modules["browser.engine.samples"],
    sys.modules["browser.engine"],
    sys.modules["browser"],
    samples,
    content,
    value,
    request,
)
del kind, module, builtins, importlib, partial, random, Callable, Mapping, Any, __main__, _base, code, evaluated, start
sys._clear_internal_caches()  # type: ignore[attr-defined]  # noqa: SLF001
gc.collect()
