"""Text without accents, for ids and for the search."""

import unicodedata


def without_accents(text: str) -> str:
    """The text in ASCII: `financien` for `financiën`. Letters that have no such form are left out."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
