"""Record which functions of the engine the workload uses: `make profile`. Needed after an upgrade of Pyodide."""

from pathlib import Path
from tempfile import TemporaryDirectory

from browser import split_runtime
from browser.build import ROOT, STOCK
from browser.engine import split


def main() -> None:
    """Run the workload in an engine that records the functions it calls, and write `engine/profile.txt`."""
    with TemporaryDirectory() as folder:
        work = Path(folder)
        split_runtime.prepare(ROOT, STOCK, work)
        used = split.used(work)
        split.write_profile(used, (STOCK / "pyodide.asm.wasm").read_bytes())
        print(f"profile: {len(used)} functions are used")


if __name__ == "__main__":
    main()
