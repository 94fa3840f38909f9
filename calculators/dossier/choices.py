"""What a reader chooses from in the dossier, by ids that stay for ever in stored files."""

from collections.abc import Mapping
from enum import StrEnum

from calculators.core.partner_role import PartnerRole


class Body(StrEnum):
    """The body that decides: one of a local government, or that of an association."""

    COLLEGE = "college"
    COUNCIL = "raad"
    BUREAU = "vast-bureau"
    ASSOCIATION = "bestuursorgaan"


class Status(StrEnum):
    """How far an action of the checklist is."""

    TO_DO = "te-doen"
    BUSY = "bezig"
    DONE = "klaar"
    NOT_APPLICABLE = "nvt"


class Engagement(StrEnum):
    """How firmly a partner promised its part."""

    NONE = "nee"
    SPOKEN = "mondeling"
    SIGNED = "getekend"


STATUSES: Mapping[str, str] = {
    Status.TO_DO: "Te doen",
    Status.BUSY: "Bezig",
    Status.DONE: "Klaar",
    Status.NOT_APPLICABLE: "Niet van toepassing",
}
"""The Dutch name of each `Status`."""

ENGAGEMENTS: Mapping[str, str] = {
    Engagement.NONE: "Nog niet",
    Engagement.SPOKEN: "Mondeling",
    Engagement.SIGNED: "Getekend",
}
"""The Dutch name of each `Engagement`."""

PARTNER_ROLES: Mapping[str, str] = {
    PartnerRole.INTERMEDIARY: "Tussenpersoon",
    PartnerRole.CLUB: "Vereniging",
    PartnerRole.GOVERNMENT: "Lokaal bestuur",
}
"""The Dutch name of each `PartnerRole`."""
