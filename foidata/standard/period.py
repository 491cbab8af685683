"""A period of time as a letter gives it."""

import calendar
import contextlib
import datetime
import re
from typing import ClassVar

from foidata.standard.codes import PeriodKind
from foidata.standard.constraint import When
from foidata.standard.record import Record
from foidata.standard.values import PartialDay, Text


class Period(Record):
    """A period of time: a year of some kind, a month, a range, one day, or all since or until a day.

    Start and end are both inside the period, at the precision given. The kind follows the bounds, not the wording.
    Example: `{"kind": "financial_year", "start": "2014-04-01", "end": "2015-03-31", "stated": "2014/15"}`
    """

    constraints: ClassVar[tuple[When, ...]] = (
        When("kind", ("date",), needs=("start",), forbids=("end",)),
        When("kind", ("open",), some_of=("start", "end"), not_all=("start", "end")),
        When(
            "kind",
            ("calendar_year", "financial_year", "academic_year", "half_year", "quarter", "month", "range"),
            needs=("start", "end"),
        ),
    )

    kind: PeriodKind
    """What kind of period it is. Example: `"financial_year"`"""
    start: PartialDay | None = None
    """The first day, month or year. Example: `"2014-04-01"`"""
    end: PartialDay | None = None
    """The last day, month or year. Example: `"2015-03-31"`"""
    stated: Text | None = None
    """The words of the letter that give the period. Example: `"2014/15"`"""
    partial: bool | None = None
    """True where only a part of the period is covered. Example: `true`"""

    @property
    def first_day(self) -> datetime.date | None:
        """The first day of the period; none when it is open at the start."""
        return first_day(self.start) if self.start else None

    @property
    def last_day(self) -> datetime.date | None:
        """The last day of the period; none when it is open at the end."""
        if self.kind is PeriodKind.DATE:
            return last_day(self.start) if self.start else None
        return last_day(self.end) if self.end else None

    @property
    def label(self) -> str:
        """The period in one short form for tables and charts: `2019`, `2019/20`, `2020-03`, `2014-01/..`."""
        start, end = self.start or "..", self.end or ".."
        forms = {
            PeriodKind.CALENDAR_YEAR: start[:4],
            PeriodKind.FINANCIAL_YEAR: f"{start[:4]}/{end[2:4]}",
            PeriodKind.ACADEMIC_YEAR: f"{start[:4]}/{end[2:4]} ac",
            PeriodKind.HALF_YEAR: f"{start[:7]}/{end[:7]}",
            PeriodKind.QUARTER: f"{start[:7]}/{end[:7]}",
            PeriodKind.MONTH: start[:7],
            PeriodKind.DATE: start,
        }
        return forms.get(self.kind, f"{start}/{end}")

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share a day. An open end reaches as far as it needs to."""
        begins, ends = self.first_day or datetime.date.min, self.last_day or datetime.date.max
        return begins <= (other.last_day or datetime.date.max) and (other.first_day or datetime.date.min) <= ends


_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("calendar_year", r"([0-9]{4})"),
        ("financial_year", r"([0-9]{4})/([0-9]{2})"),
        ("academic_year", r"([0-9]{4})/([0-9]{2}) ac"),
        ("month", r"([0-9]{4}-[0-9]{2})"),
        ("date", r"([0-9]{4}-[0-9]{2}-[0-9]{2})"),
        ("open", r"([0-9-]+)/\.\.|\.\./([0-9-]+)"),
        ("range", r"([0-9-]+)/([0-9-]+)"),
    )
)


def labelled(label: str) -> Period | None:
    """The period of a label: `Period.label` undone. None for words that are no label.

    Only what follows the rule that the kind is that of the bounds comes back as it was.

    >>> labelled("2019/20") == financial_year(2019), labelled("last year")
    (True, None)
    """
    for kind, pattern in _LABELS:
        found = pattern.fullmatch(label)
        if found:
            with contextlib.suppress(ValueError):
                return _of_label(kind, *found.groups())
    return None


def _of_label(kind: str, start: str, end: str | None = None) -> Period | None:
    """The period of a kind whose label gives these bounds. Raises ValueError when the calendar has no such period."""
    match kind:
        case "financial_year" | "academic_year":
            first, last = ("04", "03") if kind == "financial_year" else ("09", "08")
            following = int(start) + 1
            return spanning(f"{start}-{first}", f"{following}-{last}") if end == f"{following % 100:02}" else None
        case "date" | "open":
            return Period.make(kind=kind, start=start, end=end)
    return spanning(start, end or start)


def first_day(partial: str) -> datetime.date:
    """The first day of a year, month or day: `2020` is 1 January 2020."""
    return datetime.date.fromisoformat((partial + "-01-01")[:10])


def last_day(partial: str) -> datetime.date:
    """The last day of a year, month or day: `2020-02` is 29 February 2020."""
    if len(partial) == len("2020"):
        return datetime.date(int(partial), 12, 31)
    if len(partial) == len("2020-02"):
        year, month = int(partial[:4]), int(partial[5:])
        return datetime.date(year, month, calendar.monthrange(year, month)[1])
    return datetime.date.fromisoformat(partial)


def financial_year(start: int, stated: str | None = None) -> Period:
    """The financial year that begins on 1 April of a year."""
    return Period.make(kind="financial_year", start=f"{start}-04-01", end=f"{start + 1}-03-31", stated=stated)


def calendar_year(year: int, stated: str | None = None) -> Period:
    """The year from January to December."""
    return Period.make(kind="calendar_year", start=str(year), end=str(year), stated=stated)


def spanning(start: str, end: str, stated: str | None = None) -> Period:
    """The period between two days, months or years, of the kind that its bounds make it."""
    first, last = first_day(start), last_day(end)
    kind = kind_between(first, last)
    match kind:
        case PeriodKind.CALENDAR_YEAR:
            start = end = str(first.year)
        case PeriodKind.MONTH:
            start = end = f"{first.year}-{first.month:02}"
        case PeriodKind.FINANCIAL_YEAR | PeriodKind.ACADEMIC_YEAR:
            start, end = first.isoformat(), last.isoformat()
    return Period.make(kind=kind, start=start, end=end, stated=stated)


def kind_between(first: datetime.date, last: datetime.date) -> PeriodKind:
    """The kind of a period by its first and last day."""
    following = last + datetime.timedelta(days=1)
    months = (following.year - first.year) * 12 + following.month - first.month
    if first.day != 1 or following.day != 1:
        return PeriodKind.RANGE
    kinds = {
        (1, 12): PeriodKind.CALENDAR_YEAR,
        (4, 12): PeriodKind.FINANCIAL_YEAR,
        (9, 12): PeriodKind.ACADEMIC_YEAR,
        **{(month, 6): PeriodKind.HALF_YEAR for month in (1, 4, 7, 10)},
        **{(month, 3): PeriodKind.QUARTER for month in (1, 4, 7, 10)},
    }
    return PeriodKind.MONTH if months == 1 else kinds.get((first.month, months), PeriodKind.RANGE)
