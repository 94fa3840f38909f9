"""Record which functions of the engine the workload uses: `make profile`. Needed after an upgrade of Pyodide."""

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from browser import split_runtime
from browser.build import ROOT, STOCK
from browser.engine import split
from browser.node import run


def main() -> None:
    """Run the workload in an engine that notes what it does, and write `engine/profile.txt`."""
    with TemporaryDirectory() as folder:
        work = Path(folder)
        split_runtime.prepare(ROOT, STOCK, work)
        shutil.copytree(work / "engine", work / "instrumented")
        engine = work / "instrumented" / "pyodide.asm.wasm"
        command = [split.TOOL, "--all-features", "--instrument", str(engine), "-o", str(engine)]
        subprocess.run(command, check=True)
        run("engine/profile.mjs", work, work / "used.json")
        used = json.loads((work / "used.json").read_text())
        split.write_profile(used, (STOCK / engine.name).read_bytes())
        print(f"profile: {len(used)} functions are used")


if __name__ == "__main__":
    main()
