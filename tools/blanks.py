"""Write every download in its blank form: `python -m tools.blanks`, before the site is built.

The same code makes them in the browser, filled in; without scripts, these are ordinary files behind ordinary links.
"""

from datetime import date
from pathlib import Path

from calculators import documents
from calculators.dossier import EMPTY

FOLDER = Path(__file__).parent.parent / "docs" / "assets" / "downloads"
NO_DAY = date(2000, 1, 1)
"""A blank document is of no day in particular; a fixed one makes its bytes the same in every build."""


def write(folder: Path = FOLDER) -> list[Path]:
    """Write the files and give their paths; a file that is already the same is left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in documents.ALL.values():
        name, _, content = documents.make(kind.id, EMPTY, NO_DAY)
        path = folder / name
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
            written.append(path)
    return written


if __name__ == "__main__":
    write()
