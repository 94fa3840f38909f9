"""The lines of a budget as a finance department knows them: what each is called and in which class it stands."""

from collections.abc import Mapping

from calculators.budget.accounts import CLASSES, INVESTMENT_BUDGET, INVESTMENT_CLASS, OPERATING_BUDGET
from calculators.budget.cells import OPERATING, OVERHEAD, PERSONNEL, START_UP, VAT
from calculators.budget.inputs import Inputs
from calculators.budget.ledger import Ledger
from calculators.budget.operating import CATEGORIES
from calculators.core.delivery import Delivery

COMPONENTS = {
    PERSONNEL: "Personeel",
    OVERHEAD: "Overhead van de partner",
    OPERATING: "Werkingskosten",
    START_UP: "Eenmalige startkosten",
    VAT: "Btw",
}
"""What each component of the ledger is called, in the order of a budget."""

LINES = {
    PERSONNEL: COMPONENTS[PERSONNEL],
    OVERHEAD: COMPONENTS[OVERHEAD],
    **CATEGORIES,
    START_UP: COMPONENTS[START_UP],
    VAT: COMPONENTS[VAT],
}
"""What costs, in the order of a budget: all posts together, each category of operating costs, and so on."""

GOODS = ("materiaal",)
"""Categories bought as goods (class 60); the others are services (class 61). Our reading."""

_PARTNER: Mapping[str, str] = {Delivery.EXTERNAL: "61", Delivery.SUBSIDY: "649"}
"""The class of all that a partner costs, by how it is paid."""


def class_of(inputs: Inputs, line: str) -> str:
    """The code of the class in which a line stands.

    Own staff is class 62 beside goods (60) and services (61); what families get for their participation stands where
    the reader says. An external contract is class 61 as a whole, a subsidy to a partner class 649 as a whole.
    """
    if partner := _PARTNER.get(inputs.uitvoering):
        return partner
    if line == START_UP and inputs.invests:
        return INVESTMENT_CLASS
    return inputs.deelname_klasse if line == "deelname" else own_class(line)


def kind_of(inputs: Inputs, line: str) -> str:
    """Whether a line is of the operating budget or an investment."""
    return INVESTMENT_BUDGET if class_of(inputs, line) == INVESTMENT_CLASS else OPERATING_BUDGET


def own_class(line: str) -> str:
    """The code of the class of a line when own staff is employed, unless the reader or an investment says otherwise."""
    if line == PERSONNEL:
        return "62"
    return "60" if line in GOODS else "61"


def used(ledger: Ledger) -> tuple[str, ...]:
    """The lines that cost anything."""
    return tuple(line for line in LINES if ledger.total(line))


def classes(inputs: Inputs) -> dict[str, tuple[str, ...]]:
    """The lines of each class that this budget may have, by code."""
    found: dict[str, list[str]] = {}
    for line in LINES:
        found.setdefault(class_of(inputs, line), []).append(line)
    return {code: tuple(found[code]) for code in CLASSES if code in found}
