"""The table of posts in the note: who works how much, from when to when, and at what wage."""

from decimal import Decimal

from calculators.budget.posts import BUILT, Post
from calculators.core.delivery import Delivery
from calculators.core.fields import fields_of
from calculators.core.numbers import format_euro
from calculators.documents.docx import Column
from calculators.documents.docx.xml import Xml
from calculators.documents.figures import Figures
from calculators.documents.posts import table

SEE = "zie de tabel met posten"
"""How a sentence refers to this table, for posts that it cannot sum up."""


def posts(figures: Figures) -> Xml | None:
    """One row for each post of the budget; nothing without a budget."""
    return table(figures, (Column("Jaarloonkost, voltijds", 17, True), lambda post: wage(post, figures.delivery)))


def wage(post: Post, delivery: Delivery) -> str:
    """What a full-time year of a post costs; who confirms an example depends on who employs."""
    if post.loonbasis == BUILT:
        return "opgebouwd uit het salaris, zie het Excelbestand"
    who = "de personeelsdienst" if delivery == Delivery.OWN else "de partner"
    example = post.jaarloonkost == fields_of(Post)["jaarloonkost"].default
    note = f" (rekenvoorbeeld: laat {who} dit bevestigen)" if example else ""
    return f"{euros(post.jaarloonkost)}{note}"


def euros(amount: Decimal) -> str:
    """An amount in whole euros, rounded half up: cents of a forecast would feign precision."""
    return format_euro(amount, 0)
