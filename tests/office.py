"""LibreOffice as an independent reader: it opens what we made and writes it in another form."""

import re
import subprocess
from functools import cache
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pytest


def program(name: str, path: str | None = None) -> str:
    """Where a program is that a test drives, on `path` or else on PATH.

    The test skips where there is none: CI lets nothing skip.
    """
    found = which(name, path=path)
    if not found:
        pytest.skip(f"{name} is not on this machine: see tests/install.sh")
    return found


@cache
def _profile() -> TemporaryDirectory[str]:
    """The settings of LibreOffice, which it takes seconds to make: one folder for all conversions of a process."""
    return TemporaryDirectory()


def convert(files: list[Path], to: str, folder: Path) -> list[Path]:
    """Convert files in one run, to `pdf`, `txt:Text` or `xlsx`; gives the new files in the same order."""
    profile = Path(_profile().name).as_uri()
    command = [program("soffice"), f"-env:UserInstallation={profile}", "--headless", "--convert-to", to]
    command += ["--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    made = [folder / f"{path.stem}.{to.split(':', maxsplit=1)[0]}" for path in files]
    assert all(path.exists() and path.stat().st_size for path in made)
    return made


def text_of(pdf: Path) -> str:
    """All text of a PDF in reading order; where its lines end, which depends on the fonts, is not told."""
    text = subprocess.run([program("pdftotext"), str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return " ".join(text.split())


def pages(pdf: Path) -> list[str]:
    """The text of each page, without the footer."""
    command = [program("pdftotext"), "-layout", str(pdf), "-"]
    found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert found.endswith("\f")
    return [re.sub(r"[^\n]*Pagina \d+[^\n]*", "", page).strip() for page in found.split("\f")[:-1]]
