"""The formulas of the workbook's budget: the arithmetic of `calculators.budget` once more, for a spreadsheet.

Tests hold both to the same cent.
"""

from decimal import Decimal

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from calculators.budget.operating import CATEGORIES

TERM_YEARS, CALENDAR_YEARS = 10, 11
POSTS = ("", "_2", "_3", "_4")
"""What the names of the cells of each post end in."""

END = "EDATE(startdatum,ROUND(looptijd_jaren*12,0))"
"""The first day after the term. EDATE drops a part of a month: without rounding, 20 twelfths of a year may be 19."""

DAYS = 4
"""First row with figures on the helper sheet `Dagen`."""

LINES = (
    ("|62", "Personeel", "U", "personeel"),
    ("|61", "Overhead van de partner", "U", "overhead"),
    ("|60", "Werkingskosten: spel- en kampmateriaal", "U", "materiaal"),
    ("|61", "Werkingskosten: diensten", "U", "diensten"),
    ("|61", "Eenmalige startkosten", "U", "eenmalig"),
    ("|61", "Btw", "U", "btw"),
    ("", "Totale kost", "U", "totaal"),
    ("740", "Subsidies", "O", "subsidie"),
    ("", "Nettokost", "", "netto"),
)
ROW = {key: row for row, (*_, key) in enumerate(LINES, start=4)}


def formula(key: str, column: int, vat_change: Decimal = Decimal(0)) -> str:
    """The formula of a line of the budget for the nth calendar year, from 0.

    `vat_change` is by how many points the VAT of that year differs from that of the first, in the cell `btw`;
    who puts 0 there is exempt in each year.
    """

    def cell(name: str) -> str:
        return str(xl_rowcol_to_cell(ROW[name], 5 + column))

    vat = f"IF(btw=0,0,btw+({vat_change}))" if vat_change else "btw"
    services = "+".join(f"werkingskosten_{name}" for name in CATEGORIES if name != "materiaal")
    match key:
        case "personeel":
            return "=" + "+".join(
                f"fte{end}/100*jaarloonkost{end}*{_grown('index_loon', post, column)}"
                for post, end in enumerate(POSTS, start=1)
            )
        case "overhead":
            return f'=IF(uitvoering="eigen",0,{cell("personeel")}*overhead/100)'
        case "materiaal":
            return f"=werkingskosten_materiaal*{_grown('index_werking', 0, column)}"
        case "diensten":
            return f"=({services})*{_grown('index_werking', 0, column)}"
        case "eenmalig":
            return "=eenmalig" if column == 0 else "=0"
        case "btw":
            return f'=IF(uitvoering="extern",SUM({cell("personeel")}:{cell("eenmalig")})*{vat}/100,0)'
        case "totaal":
            return f"=SUM({cell('personeel')}:{cell('btw')})"
        case "subsidie":
            names = ("subsidie", *(f"subsidie_jaar_{n}" for n in range(2, 7)))
            touched = f"DATE(YEAR(startdatum)+{column},1,1)<{END}"
            return f"=IF({touched},{names[column]},0)" if column < len(names) else "=0"
    return f"={cell('totaal')}-{cell('subsidie')}"


def _grown(rate: str, block: int, column: int) -> str:
    """The share of a calendar year in the whole, grown per year of the term: one product over ten years."""
    first = DAYS + block * TERM_YEARS
    last = first + TERM_YEARS - 1
    shares = f"Dagen!{xl_range_abs(first, 4 + column, last, 4 + column)}"
    years = f"Dagen!{xl_range_abs(first, 1, last, 1)}"
    return f"SUMPRODUCT({shares},(1+{rate}/100)^({years}-1))"
