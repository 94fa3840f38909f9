"""What tests of undo look for: where the earlier states are kept, and the button."""

from tests.browser.stored import KEY

STATES = f"{KEY}:geschiedenis"
UNDO = "[data-action=undo]"
EXAMPLE = "[data-action=load] >> text=Eén voltijdse"
"""An act that can be undone: the button fills in an example."""
