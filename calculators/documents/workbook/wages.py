"""The sheet that builds up a wage: its parts may be changed, and the sheet of inputs follows the sum.

Absent when every wage is an amount without replacement: then there is nothing to build up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from xlsxwriter.worksheet import Worksheet

from calculators.budget import FIELDS, Inputs, Post
from calculators.budget.ledger import Ledger
from calculators.budget.posts import BUILT
from calculators.budget.wages import contributions, full_time_cost
from calculators.core.fields import Kind
from calculators.core.results import Trace
from calculators.documents.workbook.formulas import column
from calculators.documents.workbook.input_cells import look_of
from calculators.documents.xlsx import Pages, between, part_of, percent

SHEET = "Loonopbouw"
_HEAD = 3
_RATE = "bijdragen_eigen"
_IN_PERCENT = ", in procent"

_ASKED = (
    "jaarsalaris",
    "index_coefficient",
    "standplaats",
    "vakantiegeld",
    "eindejaar_vast",
    "eindejaar_percent",
    _RATE,
    "tweede_pijler",
    "pijler_bijdrage",
    "ongevallen_percent",
    "ongevallen_bedrag",
    "maaltijdcheque",
    "maaltijdcheque_dagen",
    "andere_loonkost",
    "loonsubsidie",
    "vervanging",
)
"""The calculator's fields that may be changed here."""

_BASE = "({loon_bruto}+{loon_standplaats})"
_BUILT = {
    "loon_bruto": ("Geïndexeerd brutojaarsalaris", "{jaarsalaris}*{index_coefficient}"),
    "loon_standplaats": ("Haard- of standplaatstoelage, met index", "{standplaats}*{index_coefficient}"),
    "loon_vakantiegeld": ("Vakantiegeld", f"{_BASE}*{{vakantiegeld}}/12"),
    "loon_eindejaar": ("Eindejaarstoelage", f"{{eindejaar_vast}}+{_BASE}*{{eindejaar_percent}}"),
    "loon_bijdragen": ("Werkgeversbijdragen", f"({_BASE}+{{loon_eindejaar}})*{{{_RATE}}}"),
    "loon_pijler": ("Tweede pensioenpijler", f"{_BASE}*{{tweede_pijler}}"),
    "loon_pijler_bijdrage": ("Bijzondere bijdrage op de tweede pijler", "{loon_pijler}*{pijler_bijdrage}"),
    "loon_ongevallen": (
        "Verzekering tegen arbeidsongevallen",
        f"IF(ISNUMBER({{ongevallen_bedrag}}),{{ongevallen_bedrag}},{_BASE}*{{ongevallen_percent}})",
    ),
    "loon_maaltijdcheques": ("Maaltijdcheques", "{maaltijdcheque}*{maaltijdcheque_dagen}"),
    "loon_andere": ("Andere loonkost", "{andere_loonkost}+0"),
    "loon_subsidie": ("Loonsubsidies en verminderingen", "-MIN({loonsubsidie}+0,SUM({loon_bruto}:{loon_andere}))"),
    "loon_voltijds": ("Jaarloonkost voor een voltijdse", "SUM({loon_bruto}:{loon_subsidie})"),
}
"""What each part comes to, in the order of a pay slip, by the key of the calculator: its label and its formula."""

_REPLACED = {
    "loon_vervanging": ("Kost van de vervanging", "{loon_voltijds}*{vervanging}"),
    "loon_met_vervanging": ("Jaarloonkost in de begroting", "{loon_voltijds}+{loon_vervanging}"),
}
_FULL = "loon_met_vervanging"
_SUMS = ("loon_voltijds", _FULL)
_ROWS = {name: row for row, name in enumerate((*_ASKED, *_BUILT, *_REPLACED), start=_HEAD + 1)}


def is_built(post: Post) -> bool:
    """Whether this sheet works out the wage of a post: it is built up, or a replacement is paid on top."""
    return post.loonbasis == BUILT or bool(post.vervanging)


def full_time(index: int) -> str:
    """The formula of the full-time cost of a post, from 0."""
    return f"={_there(index, _FULL)}"


def monthly(index: int) -> str:
    """The formula of the gross salary of a month of a built-up wage."""
    return f"=({_there(index, 'loon_bruto')}+{_there(index, 'loon_standplaats')})/12"


def paid_later(index: int) -> str:
    """The formula of the share of the wage that is holiday pay counted a year later."""
    whole, extra = _there(index, _FULL), _there(index, "vervanging")
    return f"=IF({whole}=0,0,MIN(1,{_there(index, 'loon_vakantiegeld')}*(1+{extra})/{whole}))"


def _there(index: int, name: str) -> str:
    return f"{SHEET}!{column(1 + index)}{_ROWS[name] + 1}"


def write(pages: Pages, inputs: Inputs, ledger: Ledger) -> None:
    """Write the sheet, a column for each post whose wage is worked out here."""
    posts = inputs.all_posts
    if not any(map(is_built, posts)):
        return
    sheet = pages.sheet(SHEET, (48, *[16] * len(posts)), landscape=len(posts) > 2)
    sheet.write_string(1, 0, "Per voltijds jaar. Gekleurde cellen kun je wijzigen; het blad Invoer volgt de som.")
    heads = ("Loon", *(f"Post {number}" for number in range(1, len(posts) + 1)))
    pages.heads(sheet, _HEAD, heads, right=range(1, len(heads)))
    for name, row in _ROWS.items():
        sheet.write_string(row, 0, _label(name), pages.formats["label" if name in _SUMS else "text"])
    for index, (post, staff) in enumerate(zip(posts, ledger.staff, strict=True)):
        if is_built(post):
            _write_post(_PostColumn(pages, sheet, inputs, post, 1 + index), staff.full_time)


def _label(name: str) -> str:
    """What a row says; a part that is a percentage says so, as what it comes to has a row of its own."""
    if name not in _ASKED:
        return (_BUILT | _REPLACED)[name][0]
    label = "Werkgeversbijdragen" if name == _RATE else FIELDS[name].label.removesuffix(_IN_PERCENT)
    return f"{label}{_IN_PERCENT}" if FIELDS[name].kind is Kind.PERCENT else label


@dataclass(frozen=True, slots=True)
class _PostColumn:
    """The column of a post in the sheet."""

    pages: Pages
    sheet: Worksheet
    inputs: Inputs
    post: Post
    place: int

    def ask(self, row: str, value: Any, look: str, check: Mapping[str, Any]) -> None:
        at = _ROWS[row], self.place
        self.pages.value(self.sheet, *at, part_of(value) if look == "in_percent" else value, look)
        self.sheet.data_validation(*at, *at, dict(check))

    def work_out(self, name: str, value: Fraction) -> None:
        formula = (_BUILT | _REPLACED)[name][1]
        live = formula.format_map({row: f"{column(self.place)}{at + 1}" for row, at in _ROWS.items()})
        look = self.pages.formats["total" if name in _SUMS else "euro"]
        self.sheet.write_formula(_ROWS[name], self.place, f"={live}", look, float(value))


def _write_post(here: _PostColumn, whole: Fraction) -> None:
    post, trace = here.post, Trace()
    full_time_cost(post, here.inputs, "", trace)
    found = {line.key: Fraction(str(line.value)) for line in trace.lines}
    given = {name: getattr(post, name) for name in _ASKED}
    given |= {"jaarsalaris": post.salary, _RATE: contributions(post, here.inputs)[0]}
    built = post.loonbasis == BUILT
    for name in _ASKED:
        if built or name == "vervanging":
            here.ask(name, given[name], look_of(FIELDS[name]), _check(name))
    if not built:
        here.ask("loon_voltijds", post.jaarloonkost, "in_euro", between(0, FIELDS["jaarloonkost"].maximum))
    for name in (*(_BUILT if built else ()), *_REPLACED):
        here.work_out(name, whole if name == _FULL else found.get(name, Fraction(0)))


def _check(name: str) -> dict[str, Any]:
    field = FIELDS[name]
    least, most = field.minimum or 0, field.maximum
    if field.kind is Kind.PERCENT:
        return percent(least, 100 if most is None else most)
    return between(least, 10_000_000 if most is None else most, whole=field.kind is Kind.WHOLE)
