from collections.abc import Iterator
from functools import lru_cache

from foidata.documents.span import Span
from foidata.letters.finders.periods import periods
from foidata.rules import Fault, rule
from foidata.rules.words import shortened
from foidata.standard.codes import Severity
from foidata.standard.period import Period


@rule("FOI253", Severity.WARNING)
def period_unlike_its_words(period: Period) -> Iterator[Fault]:
    """A period has no day in common with the words that it was read from.

    A figure in the wrong year is not seen in any total, and turns a trend round.

    Example: from 2023-04-01 to 2024-03-31, stated as "2022/23".

    Fix: Read the words again and correct start and end; "2022/23" is a financial year, from April 2022 to March 2023.
    """
    first, last = period.first_day, period.last_day
    if period.stated is None or (first and last and first > last):
        return
    meant = _read(period.stated)
    if meant and not any(period.overlaps(one) for one in meant) and not _between(period, meant):
        said = " and ".join(one.label for one in meant)
        message = f"The period is {period.label}, but the words are {shortened(period.stated, 40)!r}."
        yield Fault(("stated",), message, period.stated, f"The words read as {said}; correct start and end.")


def _between(period: Period, meant: tuple[Period, ...]) -> bool:
    """Whether a period lies between those that the words name, as 2021 does in "2019 to 2023"."""
    return any(_before(one, period) for one in meant) and any(_before(period, one) for one in meant)


def _before(one: Period, other: Period) -> bool:
    return one.last_day is not None and other.first_day is not None and one.last_day < other.first_day


@lru_cache(maxsize=4096)
def _read(words: str) -> tuple[Period, ...]:
    """The periods that words give."""
    return tuple(found.period for found in periods(Span(words, 0, len(words))))
