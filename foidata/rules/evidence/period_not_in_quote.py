from collections.abc import Iterator
from functools import lru_cache

from foidata.documents.span import Span
from foidata.letters.finders.periods import periods
from foidata.rules import Fault, rule
from foidata.rules.quotes import supporting
from foidata.rules.words import shortened
from foidata.standard.codes import PeriodKind, Severity
from foidata.standard.facts import Activity, Claim, Count, Funding, Partnership, Post, Reference
from foidata.standard.period import Period


@rule("FOI412", Severity.WARNING)
def period_not_in_quote(fact: Post | Funding | Count | Claim | Partnership | Reference | Activity) -> Iterator[Fault]:
    """The words quoted for a period give other periods, and not this one.

    A sum under the wrong year moves a whole series, and financial and calendar years are easily taken for each other.

    Example: the calendar year 2023 beside the quote "2022/23".

    Fix: Compare the period with the letter: a year slipped, the kind of year is wrong, or another line's words were
    quoted.
    """
    if fact.period is None:
        return
    words = supporting(fact.evidence, "period")
    stated = [one for evidence in words for one in _periods_in(evidence.quote)]
    if stated and not any(_means(one, fact.period) for one in stated):
        said = "; ".join(dict.fromkeys(one.label for one in stated))
        message = f"The period is {fact.period.label}, but the words quoted for it give {shortened(said)}."
        yield Fault(("period",), message, fact.period.label, letter=(words[0].start, words[0].end))


@lru_cache(maxsize=4096)
def _periods_in(quote: str) -> tuple[Period, ...]:
    """The periods in a quote; kept, since the same few years are quoted again and again."""
    return tuple(dated.period for dated in periods(Span(quote, 0, len(quote))))


def _means(stated: Period, period: Period) -> bool:
    """Whether words that give one period may give the other: they share an end, or a bare year stands for another."""
    ends = {stated.first_day, stated.last_day} - {None}
    if ends & {period.first_day, period.last_day}:
        return True
    if stated.kind is not PeriodKind.CALENDAR_YEAR or stated.first_day is None:
        return False
    return stated.first_day.year in {day.year for day in (period.first_day, period.last_day) if day}
