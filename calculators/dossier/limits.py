"""How much a dossier holds: what the forms allow, `reading` accepts and the documents have room for."""

SHORT = 200
"""Characters of a field of one line, of a name and of who does an action."""
LONG = 5000
"""Characters of a field of several lines."""
LONGEST_NOTE = 4000
"""Characters of a note at an action of the checklist."""
LONGEST_NUMBER = 20
"""Characters of a number that a partner promises."""
LONGEST_REMARK = 2000
"""Characters of a remark on a file."""

MOST_PARTNERS = 40
MOST_REMARKS = 60
"""Remarks that go with one file."""
MOST_INPUTS = 300
"""Inputs of one calculator, or of one scenario."""
LARGEST = 2_000_000
"""Characters of a file that is read in."""
DEEPEST = 8
"""Levels of nesting of a file."""
