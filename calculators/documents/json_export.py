"""The reader's own data as JSON, to go on elsewhere."""

from datetime import date

from calculators.dossier import Document, write


def make(document: Document, _today: date) -> bytes:
    """The same text as in the browser's storage."""
    return write(document).encode()
