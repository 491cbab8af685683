from collections.abc import Iterator
from functools import lru_cache

from foidata.rules import Fault, rule
from foidata.standard.codes import PeriodKind, Severity
from foidata.standard.period import Period, spanning

_FREE = (PeriodKind.DATE, PeriodKind.OPEN)
_spanning = lru_cache(maxsize=4096)(spanning)  # letters speak of the same few years


@rule("FOI216", Severity.ERROR)
def period_not_its_kind(period: Period) -> Iterator[Fault]:
    """A period's start and end are not those of its kind.

    Figures are grouped by period. A financial year with the bounds of a calendar year, or one period written in
    two forms, would fall into the wrong group.

    Example: kind `financial_year` from 2023-01-01 to 2023-12-31.

    Fix: Let the bounds decide the kind: a calendar year is written 2023 to 2023, a month 2020-03 to 2020-03,
    financial and academic years in full days.
    """
    if period.kind in _FREE or not period.start or not period.end:
        return
    first, last = period.first_day, period.last_day
    if first is None or last is None or first > last:
        return
    proper = _spanning(period.start, period.end)
    bounds = f"{period.start} to {period.end}"
    if proper.kind is not period.kind:
        message = f"{bounds} is {_a(proper.kind)}, not {_a(period.kind)}."
        yield Fault(("kind",), message, period.kind.value, f"Set kind to {proper.kind.value}, or correct the bounds.")
    elif (proper.start, proper.end) != (period.start, period.end):
        form = f"{proper.start} to {proper.end}"
        yield Fault(
            ("start",), f"{_a(period.kind).capitalize()} is written {form}, not {bounds}.", bounds, f"Write {form}."
        )


def _a(kind: PeriodKind) -> str:
    """A kind with its article: `an academic year`."""
    word = kind.label.lower()
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
