"""The table of posts, for documents with and without their wages: who works how much, from when to when."""

from collections.abc import Callable

from calculators.budget import Inputs
from calculators.budget.posts import PROFILES, Post
from calculators.core.periods import format_date, last_day
from calculators.documents import docx
from calculators.documents.docx import Column
from calculators.documents.docx.xml import Xml, join
from calculators.documents.figures import Figures, employment

_COLUMNS = (
    Column("Post", 7),
    Column("Profiel", 27),
    Column("Tewerkstelling", 17, True),
    Column("Van", 17),
    Column("Tot en met", 17),
)


def table(figures: Figures, *more: tuple[Column, Callable[[Post], str]]) -> Xml | None:
    """One row for each post of the budget, with `more` columns at its end; nothing without a budget."""
    if figures.inputs is None:
        return None
    caption = "Posten"
    rows = [
        (*_row(number, post, figures.inputs, figures), *(text(post) for _, text in more))
        for number, post in figures.inputs.numbered_posts
    ]
    columns = (*_COLUMNS, *(column for column, _ in more))
    return join(docx.para(caption, style="Caption"), docx.table(caption, columns, rows))


def _row(number: int, post: Post, inputs: Inputs, figures: Figures) -> tuple[str, ...]:
    first, end = inputs.period(post)
    fixed = post.uit_dienst or figures.fixed
    return (
        str(number),
        dict(PROFILES)[post.profiel or _only_profile(figures)],
        f"{employment(post)}{_gap(post, inputs)}",
        format_date(first),
        format_date(last_day(end)) if fixed else "onbepaalde duur",
    )


def _only_profile(figures: Figures) -> str:
    """The id of the profile of a post that names none: that of the dossier, if it has one and no other."""
    chosen = [profile for profile, _ in PROFILES if profile in figures.document.profielen]
    return chosen[0] if len(chosen) == 1 else ""


def _gap(post: Post, inputs: Inputs) -> str:
    """From when to when the post is vacant, if the reader said so."""
    gap = inputs.presence(post).gap
    return f", niet ingevuld van {format_date(gap[0])} tot en met {format_date(last_day(gap[1]))}" if gap else ""
