"""The reader's own file: what is kept in the browser, passed on as JSON and put into the documents.

`read` is strict and safe, `read_stored` makes the best of the reader's own storage, `write` is deterministic. `changes`
says what an import will do, `errors` which fields cannot be read and `missing` what the file still lacks.
"""

from calculators.dossier.authority import ground, unfit
from calculators.dossier.changing import Change, changes
from calculators.dossier.checking import DocumentError
from calculators.dossier.declared import ASSOCIATION, FIELDS, LONGEST, clean, options
from calculators.dossier.document import (
    EMPTY,
    PARTS,
    VERSION,
    Document,
    ItemStatus,
    OwnAction,
    Partner,
    Remark,
    Scenario,
    write,
)
from calculators.dossier.headlines import headlines, total
from calculators.dossier.identity import identified, named_apart
from calculators.dossier.lacking import Missing, missing, missing_texts
from calculators.dossier.readable import readable
from calculators.dossier.reading import NewerDocument, migrate, read, read_stored, remarked
from calculators.dossier.sections import SECTIONS, Section, still_to_do
from calculators.dossier.summary import Progress, deviating, errors, other_profiles, progress

__all__ = [
    "ASSOCIATION",
    "EMPTY",
    "FIELDS",
    "LONGEST",
    "PARTS",
    "SECTIONS",
    "VERSION",
    "Change",
    "Document",
    "DocumentError",
    "ItemStatus",
    "Missing",
    "NewerDocument",
    "OwnAction",
    "Partner",
    "Progress",
    "Remark",
    "Scenario",
    "Section",
    "changes",
    "clean",
    "deviating",
    "errors",
    "ground",
    "headlines",
    "identified",
    "migrate",
    "missing",
    "missing_texts",
    "named_apart",
    "options",
    "other_profiles",
    "progress",
    "read",
    "read_stored",
    "readable",
    "remarked",
    "still_to_do",
    "total",
    "unfit",
    "write",
]
