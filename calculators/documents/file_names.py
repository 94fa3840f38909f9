"""The names of files to download."""

import re
from datetime import date

from calculators.dossier import EMPTY, Document

_PLAIN = str.maketrans("àáâäãåçèéêëğìíîïıñòóôöõşùúûüýÿ", "aaaaaaceeeegiiiiinooooosuuuuyy", "’'\u0307")
"""The letter without its accent for each letter that Dutch, French and Turkish names often have.

Apostrophes go, and so does the dot of İ in lower case.
"""


def file_name(name: str, document: Document, today: date) -> str:
    """A file name with the day and the organisation: `2027-01-04-nota-gemeente-x.docx`; a blank one has neither."""
    if document == EMPTY:
        return name
    stem, _, ending = name.rpartition(".")
    parts = (today.isoformat(), stem, slug(document.text("organisatie")))
    return f"{'-'.join(filter(None, parts))}.{ending}"


def slug(name: str) -> str:
    """A name as part of a file name: plain letters and digits with dashes, at most forty characters; maybe empty."""
    letters = name.lower().translate(_PLAIN)
    return "-".join(re.findall("[a-z0-9]+", letters))[:40].strip("-")
