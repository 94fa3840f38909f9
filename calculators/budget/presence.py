"""When a post is there, and when somebody fills it: the months of a gap have no wage."""

from dataclasses import dataclass
from datetime import date, timedelta

from calculators.budget.posts import Post
from calculators.core.periods import DateRange, end_after, format_date, last_day, misplaced, period_words


@dataclass(frozen=True, slots=True)
class Presence:
    """The days of a post, within an appointment from `start` up to (not including) `end`."""

    post: Post
    start: date
    end: date

    @property
    def period(self) -> DateRange:
        """From its first day to its last one, filled or not."""
        last = self.post.uit_dienst
        return self.post.in_dienst or self.start, last + timedelta(days=1) if last else self.end

    @property
    def gap(self) -> DateRange | None:
        """The days on which nobody fills the post; months of it are counted as those of the term are."""
        if not self.post.vacant_maanden:
            return None
        begin = self.post.vacant_vanaf or self.period[0]
        return begin, end_after(begin, self.post.vacant_maanden)

    @property
    def filled(self) -> tuple[DateRange, ...]:
        """The days that cost a wage."""
        if self.gap is None:
            return (self.period,)
        (first, after), (begin, end) = self.period, self.gap
        return tuple((low, high) for low, high in ((first, begin), (end, after)) if low < high)

    def errors(self) -> dict[str, str]:
        """What is wrong with its dates, by input: they lie within the term, in order."""
        if found := misplaced(self.period, (self.start, self.end), "Deze post", ("in_dienst", "uit_dienst")):
            return found
        (first, after), gap = self.period, self.gap
        if gap and not first <= gap[0] < after:
            return {"vacant_vanaf": f"Neem een dag waarop de post er is: {period_words(first, after)}."}
        if gap and gap[1] >= after:
            until = f", of laat de post eindigen op {format_date(last_day(gap[0]))}" if first < gap[0] else ""
            return {"vacant_maanden": f"De post blijft zo tot haar einde leeg. Neem minder maanden{until}."}
        return {}
