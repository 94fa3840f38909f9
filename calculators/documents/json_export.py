"""The reader's own data as a JSON file, to go on in another browser."""

from datetime import date

from calculators.dossier import Document, write


def make(document: Document, _today: date) -> bytes:
    """The document as JSON, in the form in which it is stored and imported."""
    return write(document).encode()
