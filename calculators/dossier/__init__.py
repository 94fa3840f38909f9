"""The reader's own file: what is kept in the browser, passed on as JSON and put into the documents.

`read` is strict and safe, `read_kept` makes the best of the reader's own storage, `write` is deterministic. `changes`
says what an import will do, `errors` which fields cannot be read and `missing` what the file still lacks.
"""

from calculators.dossier.declared import LONGEST, SPECS, clean, options
from calculators.dossier.document import EMPTY, VERSION, Document, Mark, Partner, Scenario, write
from calculators.dossier.reading import DocumentError, NewerDocument, migrate, read, read_kept
from calculators.dossier.summary import Progress, changes, errors, missing, progress

__all__ = [
    "EMPTY",
    "LONGEST",
    "SPECS",
    "VERSION",
    "Document",
    "DocumentError",
    "Mark",
    "NewerDocument",
    "Partner",
    "Progress",
    "Scenario",
    "changes",
    "clean",
    "errors",
    "migrate",
    "missing",
    "options",
    "progress",
    "read",
    "read_kept",
    "write",
]
