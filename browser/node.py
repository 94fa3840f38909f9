"""Run this folder's Node scripts."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def run(script: str, *arguments: object) -> None:
    """Run a script with these arguments. If it fails, it prints why, and the build stops."""
    environment = os.environ | {"TZ": "UTC"}  # so that the output does not depend on the machine
    # Instrumented functions need a larger stack than the functions that readers get.
    command = ["node", "--stack-size=3900", str(HERE / script), *map(str, arguments)]
    if subprocess.run(command, check=False, env=environment).returncode:
        sys.exit(f"runtime: {script} failed")
