"""The table of posts in the note: who works how much, from when to when, and at what wage."""

from decimal import Decimal

from calculators.budget import Inputs
from calculators.budget.posts import PROFILES, Post
from calculators.core.fields import fields_of
from calculators.core.numbers import format_euro, format_percent
from calculators.core.periods import format_date, last_day
from calculators.documents import docx
from calculators.documents.docx import Column
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import Figures

SEE = "zie de tabel met posten"
"""How a sentence refers to this table, for posts that it cannot sum up."""

_COLUMNS = (
    Column("Post", 7),
    Column("Profiel", 27),
    Column("Tewerkstelling", 17, True),
    Column("Van", 17),
    Column("Tot en met", 17),
    Column("Jaarloonkost, voltijds", 17, True),
)


def posts(figures: Figures) -> Xml | None:
    """One row for each post of the budget; nothing without a budget."""
    if figures.inputs is None:
        return None
    caption = "Posten"
    rows = [
        _row(number, post, figures.inputs, figures) for number, post in enumerate(figures.inputs.all_posts, start=1)
    ]
    return join(docx.para(caption, style="Caption"), docx.table(caption, _COLUMNS, rows))


def _row(number: int, post: Post, inputs: Inputs, figures: Figures) -> tuple[str, ...]:
    first, end = inputs.period(post)
    fixed = post.uit_dienst or figures.fixed
    return (
        str(number),
        dict(PROFILES)[post.profiel],
        f"{employment(post)}{_gap(post, inputs)}",
        format_date(first),
        format_date(last_day(end)) if fixed else "onbepaalde duur",
        wage(post, figures.delivery),
    )


def _gap(post: Post, inputs: Inputs) -> str:
    """From when to when the post is vacant, if the reader said so."""
    gap = inputs.presence(post).gap
    return f", niet ingevuld van {format_date(gap[0])} tot en met {format_date(last_day(gap[1]))}" if gap else ""


def employment(post: Post) -> str:
    """What one works and, of several equal posts, how many there are: `3 × 80 %`."""
    share = format_percent(post.fte)
    return share if post.aantal == 1 else f"{post.aantal} × {share}"


def wage(post: Post, delivery: str) -> str:
    """What a full-time year of a post costs; who confirms an example depends on who employs."""
    if post.loonbasis != "bedrag":
        return "opgebouwd uit het salaris, zie het Excelbestand"
    who = "de personeelsdienst" if delivery == "eigen" else "de partner"
    example = post.jaarloonkost == fields_of(Post)["jaarloonkost"].default
    note = f" (rekenvoorbeeld: laat {who} dit bevestigen)" if example else ""
    return f"{euros(post.jaarloonkost)}{note}"


def euros(amount: Decimal) -> str:
    """An amount in whole euros, rounded half up: cents of a forecast would feign precision."""
    return format_euro(amount, 0)
