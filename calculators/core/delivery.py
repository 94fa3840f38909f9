"""Who employs the ambassador: the values of the choice `uitvoering` in the budget and in the dossier."""

from enum import StrEnum


class Delivery(StrEnum):
    """Own staff, a partner under a contract that is paid for, or a partner with a subsidy."""

    OWN = "eigen"
    EXTERNAL = "extern"
    SUBSIDY = "subsidie"
