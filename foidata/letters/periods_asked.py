"""The periods that a question asks for."""

import re
from collections.abc import Iterator

from foidata.documents.span import Span
from foidata.letters.finders.periods import Dated, periods
from foidata.letters.passage import Passage
from foidata.standard.codes import PeriodKind
from foidata.standard.period import Period, calendar_year, financial_year

_THROUGH = re.compile(r"\s*(?:to|-|–|—|until|through)\s*")
_CITED = re.compile(
    r"\b(?:act|strategy|regulations?|plan|report|guidance|statement|bill)\s*\(?(?:of\s)?$", re.IGNORECASE
)


def periods_asked(passage: Passage) -> Iterator[tuple[Span, Period]]:
    """The periods that a question asks for, in the order asked; `2019 to 2023` is each year of it.

    Years that only name a law or a document ("Modern Slavery Act (2015)") are not asked for. Where the question names
    none, the words above it may.
    """
    for stretch in (passage.question, *reversed(passage.lead_in)):
        found = [
            dated
            for dated in periods(stretch)
            if not _CITED.search(stretch.flow, max(0, dated.span.start - 30), dated.span.start)
        ]
        if found:
            yield from _spread(found)
            return


def _spread(found: list[Dated]) -> Iterator[tuple[Span, Period]]:
    place = 0
    while place < len(found):
        one, after = found[place], found[place + 1] if place + 1 < len(found) else None
        through = after is not None and _THROUGH.fullmatch(one.span.flow, one.span.end, after.span.start)
        years = _years(one.period, after.period) if after and through else ()
        if years and after:
            whole = one.span.to(one.span.start, after.span.end)
            yield from ((whole, year.but(stated=whole.words)) for year in years)
            place += 2
        elif one.period.kind is PeriodKind.RANGE and len(one.period.start or "") == len(one.period.end or "") == 4:
            first, last = int(one.period.start or 0), int(one.period.end or 0)
            yield from ((one.span, calendar_year(year, one.span.words)) for year in range(first, last + 1))
            place += 1
        else:
            yield one.span, one.period
            place += 1


def _years(first: Period, last: Period) -> tuple[Period, ...]:
    if first.kind is not last.kind or first.start is None or last.start is None:
        return ()
    years = range(int(first.start[:4]), int(last.start[:4]) + 1)
    if first.kind is PeriodKind.CALENDAR_YEAR:
        return tuple(calendar_year(year) for year in years)
    return tuple(financial_year(year) for year in years) if first.kind is PeriodKind.FINANCIAL_YEAR else ()
