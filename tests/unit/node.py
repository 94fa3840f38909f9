"""Tests in Node, run from here: each file tells how many of its tests passed."""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

_COUNT = re.compile(r"^# (pass|fail|skipped|cancelled|todo) (\d+)$", re.MULTILINE)


def check(file: Path, environment: Mapping[str, str]) -> None:
    """Run the tests in a file; all of them must pass, and there must be some."""
    command = ["node", "--test", "--test-reporter=tap", str(file)]
    done = subprocess.run(
        command, env={**os.environ, **environment}, check=False, capture_output=True, text=True, timeout=300
    )
    counts = {key: int(count) for key, count in _COUNT.findall(done.stdout)}
    assert counts.pop("pass", 0) > 2, done.stdout
    assert counts == dict.fromkeys(("fail", "skipped", "cancelled", "todo"), 0), done.stdout
