from collections.abc import Iterator
from functools import lru_cache

from foidata.documents.span import Span
from foidata.letters.finders.periods import periods
from foidata.rules import Fault, rule
from foidata.rules.quotes import supporting
from foidata.rules.words import shortened
from foidata.standard.codes import PeriodKind, Severity
from foidata.standard.facts import Activity, Claim, Count, Funding, Lead, Partnership, Post, Reference
from foidata.standard.period import Period
from foidata.standard.record import Record


@rule("FOI412", Severity.WARNING)
def period_not_in_quote(
    fact: Lead | Post | Funding | Count | Claim | Partnership | Reference | Activity,
) -> Iterator[Fault]:
    """The words quoted for a period give other periods, and not this one.

    A sum under the wrong year moves a whole series, and financial and calendar years are easily taken for each other.

    Example: the calendar year 2023 beside the quote "2022/23".

    Fix: Compare the period with the letter: a year slipped, the kind of year is wrong, or another line's words were
    quoted.
    """
    name, period = _period_of(fact)
    if period is None:
        return
    words = supporting(fact.evidence, name)
    stated = [one for evidence in words for one in _periods_in(evidence.quote)]
    if stated and not any(_means(one, period) for one in stated):
        said = "; ".join(dict.fromkeys(one.label for one in stated))
        message = f"The period is {period.label}, but the words quoted for it give {shortened(said)}."
        yield Fault((name,), message, period.label, letter=(words[0].start, words[0].end))


def _period_of(fact: Record) -> tuple[str, Period | None]:
    """The period of a fact and its field; of a lead the year since when there is one."""
    if isinstance(fact, Lead):
        began = None if fact.start_year is None else Period(kind=PeriodKind.OPEN, start=str(fact.start_year))
        return "start_year", began
    return "period", getattr(fact, "period", None)


@lru_cache(maxsize=4096)
def _periods_in(quote: str) -> tuple[Period, ...]:
    """The periods in a quote; kept, since the same few years are quoted again and again."""
    return tuple(dated.period for dated in periods(Span(quote, 0, len(quote))))


def _means(stated: Period, period: Period) -> bool:
    """Whether words that give one period may give the other.

    They share an end; or the words give a bare year, by which many a financial year is called; or they give a day of
    the year since when it is so.
    """
    ends = {stated.first_day, stated.last_day} - {None}
    since = period.kind is PeriodKind.OPEN and len(period.start or "") == len("2020")
    return (
        bool(ends & {period.first_day, period.last_day})
        or (stated.kind is PeriodKind.CALENDAR_YEAR and _meet_in_year(stated, period))
        or (since and _meet_in_year(period, stated))
    )


def _meet_in_year(year: Period, other: Period) -> bool:
    """Whether a period begins or ends in a year."""
    first = year.first_day
    return first is not None and first.year in {day.year for day in (other.first_day, other.last_day) if day}
