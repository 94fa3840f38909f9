"""Runs this folder's Node scripts."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def run(script: str, *arguments: object) -> None:
    """Run a script; it says itself what is wrong."""
    if subprocess.run(["node", str(HERE / script), *map(str, arguments)], check=False).returncode:
        sys.exit(f"runtime: {script} failed")
