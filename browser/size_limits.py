"""Check the runtime against `size_limits.toml`, so that growth or a step that no longer works stops the build."""

import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from browser.engine.split import available

LIMITS = Path(__file__).with_name("size_limits.toml")


def exceeded(
    saved: Mapping[str, int], sizes: Mapping[str, int], limits: Mapping[str, Mapping[str, int]]
) -> Iterator[str]:
    """A sentence for each file that is too large or has no limit, and each step that saves too little; all in bytes."""
    for name, size in sizes.items():
        most = limits["largest"].get(name)
        if most is None:
            yield f"{name}: {size} bytes, and no limit is set"
        elif size > most:
            yield f"{name}: {size} bytes, more than {most}"
    for step, least in limits.get("saves", {}).items():
        if saved.get(step, 0) < least:
            yield f"{step}: saves {saved.get(step, 0)} bytes, less than {least}"


def enforce(saved: Mapping[str, int], folder: Path, kind: str) -> None:
    """Stop the build if the runtime in a folder exceeds the limits of its kind.

    The limits name wheels without their version.
    """
    whole = kind == "split" and not available()
    limits = tomllib.loads(LIMITS.read_text())["whole" if whole else kind]
    sizes = {path.name.partition("-")[0]: path.stat().st_size for path in folder.iterdir()}
    broken = list(exceeded(saved, sizes, limits))
    if broken:
        sys.exit("\n".join(["runtime: outside browser/size_limits.toml", *broken]))
