"""The counts of an answer that are the parts of another one: by category, by service or by period."""

import datetime
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from foidata.standard.facts import Count
from foidata.standard.period import Period


@dataclass(frozen=True, slots=True)
class Line:
    """A count and its place in the answer."""

    at: int
    count: Count


def splits(counts: Sequence[Count]) -> Iterator[tuple[Line, tuple[Line, ...]]]:
    """Each total among some counts with its parts, two at least.

    Parts count the same as their total and differ from it in one way only: they are each of a category of one
    dimension, or of a service, or their periods make up the total's.
    """
    lines = [Line(at, count) for at, count in enumerate(counts)]
    for total in lines:
        alike = [line for line in lines if line is not total and line.count.measure == total.count.measure]
        for parts in (*_by_category(total, alike), _by_service(total, alike), _by_period(total, alike)):
            if len(parts) > 1:
                yield total, tuple(parts)


def _by_category(total: Line, lines: list[Line]) -> Iterator[list[Line]]:
    """Those with one category more than the total, dimension by dimension."""
    found: dict[Hashable, list[Line]] = {}
    for line in _sharing(total, lines, _period, _service):
        more = set(line.count.breakdown) - set(total.count.breakdown)
        if len(more) == 1 and set(total.count.breakdown) <= set(line.count.breakdown):
            found.setdefault(more.pop().dimension, []).append(line)
    yield from found.values()


def _by_service(total: Line, lines: list[Line]) -> list[Line]:
    """Those of a service each, where the total is of none."""
    alike = _sharing(total, lines, _period, _breakdown)
    return [line for line in alike if line.count.service and not total.count.service]


def _by_period(total: Line, lines: list[Line]) -> list[Line]:
    """Those whose periods follow one another from the start of the total's to its end."""
    whole = _days(total.count.period)
    dated = [(_days(line.count.period), line) for line in _sharing(total, lines, _service, _breakdown)]
    if whole is None:
        return []
    found: list[Line] = []
    reached = whole[0]
    for days, line in sorted((pair for pair in dated if pair[0]), key=lambda pair: pair[0] or whole):
        if days and days != whole and days[0] == reached and days[1] <= whole[1]:
            found.append(line)
            reached = days[1] + datetime.timedelta(days=1)
    return found if reached > whole[1] else []


def _sharing(total: Line, lines: list[Line], *parts: Callable[[Count], Hashable]) -> list[Line]:
    return [line for line in lines if all(part(line.count) == part(total.count) for part in parts)]


def _period(count: Count) -> Hashable:
    return _days(count.period)


def _service(count: Count) -> Hashable:
    return count.service


def _breakdown(count: Count) -> Hashable:
    return frozenset(count.breakdown)


def _days(period: Period | None) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day of a period that has both."""
    if period is None or period.first_day is None or period.last_day is None:
        return None
    return period.first_day, period.last_day
