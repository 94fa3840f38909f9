"""What partners do: the values of `soort` of a partner in the dossier, and of `kind` in `content/partners.toml`."""

from enum import StrEnum


class PartnerRole(StrEnum):
    """Who knows families and introduces them, who offers leisure, or a local government or one of its services."""

    INTERMEDIARY = "toeleider"
    CLUB = "vereniging"
    GOVERNMENT = "bestuur"
