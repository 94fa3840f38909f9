"""Write the blank version of every document: `python -m tools.blanks`, before the site is built.

The same code makes the filled-in versions in the browser. The blank ones are plain files, for readers without scripts.
"""

from datetime import date
from pathlib import Path

from calculators import documents
from calculators.dossier import EMPTY

FOLDER = Path(__file__).parent.parent / "docs" / "assets" / "downloads"
NO_DAY = date(2000, 1, 1)
"""The day of a blank document: a fixed one, so that its bytes are the same in every build."""


def write(folder: Path = FOLDER) -> list[Path]:
    """Write the files and give the paths of those that were not the same already."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in documents.ALL.values():
        if not kind.has_blank:
            continue
        name, _, content = documents.make(kind.id, EMPTY, NO_DAY)
        path = folder / name
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
            written.append(path)
    return written


if __name__ == "__main__":
    write()
