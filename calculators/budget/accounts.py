"""The finance department's chart of accounts, as far as a budget needs it: classes, not the full accounts."""

CLASSES = {
    "24": "24 Investering in uitrusting (kijk na)",
    "60": "60 Goederen",
    "61": "61 Diensten en diverse leveringen",
    "62": "62 Bezoldigingen, sociale lasten en pensioenen",
    "649": "649 Toegestane werkingssubsidies",
}
"""Of expenses, by code. Class 24 is named in our own words: the finance department knows the account."""
INCOME_CODE, INCOME_CLASS = "740", "740 Ontvangen subsidies"
EXPENSE, RECEIPT = "U", "O"
"""The letters of an expense (uitgave) and of what is received (ontvangst)."""
OPERATING_BUDGET, INVESTMENT_BUDGET = "E", "I"
"""The letters of the operating budget (exploitatie) and of an investment: one-off costs above the reader's limit."""
INVESTMENT_CLASS = "24"
