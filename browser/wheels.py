"""The wheels that a reader's browser may load, and the lock file with their hashes."""

import contextlib
import shutil
import zipfile
from importlib.metadata import distribution
from pathlib import Path
from tempfile import TemporaryDirectory

from flit_core.buildapi import build_wheel as flit_wheel  # type: ignore[import-untyped]
from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

LOADED_ON_DEMAND = ("XlsxWriter",)
NOT_IN_A_PAGE = shutil.ignore_patterns("command", "__main__.py", "__pycache__")
"""What no wheel for browsers has: the modules that only a terminal uses, and caches of this machine."""
EPOCH = (1980, 1, 1, 0, 0, 0)


def build_wheel(project: Path, target: Path) -> Path:
    """Build the wheel of the calculators with flit's build hook, which works in the current folder; gives its path.

    `pyodide build` would do the same, but first downloads a cross-compiler environment that pure Python does not need.
    """
    with TemporaryDirectory() as folder:
        shutil.copytree(project / "calculators", Path(folder) / "calculators", ignore=NOT_IN_A_PAGE)
        for name in ("pyproject.toml", "LICENSE"):
            shutil.copy(project / name, folder)
        with contextlib.chdir(folder):
            wheel: str = flit_wheel(str(target.resolve()))
    return target / wheel


def pack_installed(name: str, target: Path) -> Path:
    """Pack an installed pure Python package, which came from a hash-locked wheel, as a wheel again; gives its path."""
    installed = distribution(name)
    wheel = target / f"{installed.name.lower()}-{installed.version}-py3-none-any.whl"
    files = [file for file in installed.files or () if ".." not in file.parts and file.suffix != ".pyc"]
    with zipfile.ZipFile(wheel, "w") as archive:
        for file in sorted(files):
            archive.writestr(zipfile.ZipInfo(file.as_posix(), EPOCH), file.read_binary(), zipfile.ZIP_DEFLATED)
    return wheel


def write_lock(stock: Path, wheels: list[Path], target: Path) -> None:
    """Write a pyodide-lock.json for the stock Pyodide's platform that lists these wheels and nothing else."""
    info = PyodideLockSpec.from_json(stock).info
    lock = add_wheels_to_spec(PyodideLockSpec(info=info, packages={}), wheels)
    lock.to_json(target)


def collect(project: Path, stock: Path, target: Path) -> None:
    """Put every wheel and the lock file into a folder."""
    target.mkdir()
    wheels = [build_wheel(project, target), *(pack_installed(name, target) for name in LOADED_ON_DEMAND)]
    write_lock(stock / "pyodide-lock.json", wheels, target / "pyodide-lock.json")
