"""The finance department's chart of accounts, as far as a budget needs it: classes, not the full accounts."""

CLASSES = {
    "60": "60 Goederen",
    "61": "61 Diensten en diverse leveringen",
    "62": "62 Bezoldigingen, sociale lasten en pensioenen",
    "649": "649 Toegestane werkingssubsidies",
}
"""Of expenses, by code."""
INCOME, INCOME_CLASS = "740", "740 Ontvangen subsidies"
EXPENSE, RECEIPT = "U", "O"
OPERATING = "E"
"""Every amount is of the operating budget (exploitatie): we have no investments."""
