"""Runs this folder's Node scripts."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def run(script: str, *arguments: object) -> None:
    """Run a script; it says itself what is wrong."""
    environment = os.environ | {"TZ": "UTC"}  # the same bytes wherever it runs
    # Instrumented functions need more room on the stack than those that readers get.
    command = ["node", "--stack-size=3900", str(HERE / script), *map(str, arguments)]
    if subprocess.run(command, check=False, env=environment).returncode:
        sys.exit(f"runtime: {script} failed")
