"""Write a compressed copy beside each text file of the built site: `python -m deploy.compress site`.

Hosts that support such copies (nginx, GitLab Pages) send them as they are, smaller than they would compress themselves.
The large files of the runtime are compressed already.
"""

import argparse
import gzip
import subprocess
from pathlib import Path
from shutil import which

TEXT = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".xml"}


def compress(path: Path) -> None:
    """Write `path.gz`, and `path.br` where this machine has brotli."""
    target = path.with_name(f"{path.name}.gz")
    target.write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
    if brotli := which("brotli"):
        subprocess.run([brotli, "--force", "--best", str(path)], check=True)  # noqa: S603  a file we were given


def write(site: Path) -> None:
    """Compress every text file in a folder."""
    for path in site.rglob("*"):
        if path.suffix in TEXT and path.is_file():
            compress(path)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="folder of the built site")
    write(**vars(parser.parse_args()))
