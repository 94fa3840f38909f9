"""How much a dossier may hold: the forms allow it, `reading` accepts it and the documents have room for it."""

SHORT = 200
"""The most characters of a field of one line, such as a name or the person who does an action."""
LONGEST_SCENARIO = 40
"""The most characters of a scenario's name, as a reader types it.

`reading` accepts `SHORT`: scenarios of forms of delivery get their names from us, a name that is taken gets a number
behind it, and a file from elsewhere is not refused for a longer name.
"""
LONG = 5000
"""The most characters of a field of several lines."""
LONGEST_NOTE = 4000
"""The most characters of a note on an action of the checklist."""
LONGEST_NUMBER = 20
"""The most characters of a number that a partner promises."""
LONGEST_REMARK = 2000
"""The most characters of a remark on a file."""

MOST_PARTNERS = 40
"""The most partners with whom a reader talked."""
MOST_ACTIONS = 100
"""The most actions that a reader adds to the checklist."""
MOST_REMARKS = 60
"""The most remarks in one file."""
MOST_INPUTS = 300
"""The most inputs of one calculator, or of one scenario."""
LARGEST = 2_000_000
"""The most characters of a file to import."""
DEEPEST = 8
"""The most levels of nesting in a file."""
