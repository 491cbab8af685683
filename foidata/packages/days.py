"""Days as people and spreadsheets write them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_FIRST_SERIAL, _LAST_SERIAL = 10_000, 60_000
"""The days of 1927 to 2064, as spreadsheets number them: what else may stand in a column of days is smaller."""
_EPOCH = date(1899, 12, 30)
_SERIAL = re.compile(r"([0-9]{5})(?:\.0+)?")
_NUMBERED = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})(?:[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})|([0-9]{2})([0-9]{2}))")
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
_DAY_NAMED = re.compile(
    _WEEKDAY + r"([0-9]{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)\.?[ ,-]+([0-9]{4}|[0-9]{2})", re.IGNORECASE
)
_MONTH_NAMED = re.compile(_WEEKDAY + r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})", re.IGNORECASE)
_MIDNIGHT = re.compile(r"[T ]0?0:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?$")


@dataclass(frozen=True, slots=True)
class Meant:
    """The days that a text can mean, likeliest first."""

    name: str
    """How it is written, in a few words."""
    days: tuple[date, ...]
    sure: bool
    """Whether it is the first of them that is meant."""


def days_meant(text: str, *, day_first: bool | None = None) -> Meant | None:
    """What a text means as a day; none when it is no day.

    `day_first` is what else is known of whoever wrote it: whether they put the day before the month.

    >>> days_meant("12-Mar-24").days, days_meant("12/03/2024").sure, days_meant("12/03/2024", day_first=True).sure
    ((datetime.date(2024, 3, 12),), False, True)
    """
    serial = _SERIAL.fullmatch(text)
    if serial and _FIRST_SERIAL <= int(serial[1]) <= _LAST_SERIAL:
        return Meant("a day as a spreadsheet's number", (_EPOCH + timedelta(days=int(serial[1])),), sure=False)
    bare = _MIDNIGHT.sub("", text)
    name = "a day as people write it" if bare == text else "a day with a time"
    numbered = _NUMBERED.fullmatch(bare)
    if numbered:
        days = _numbered(numbered, day_first=day_first)
        sure = len(days) == 1 and len(numbered[3]) == 4
        return Meant(name, days, sure) if days else None
    found = _one(bare)
    return Meant(name, (found,), sure=True) if found else None


def day_first_in(texts: Iterable[str]) -> bool | None:
    """Whether days written in numbers have the day before the month; none where no text tells, or two disagree."""
    orders = set()
    for text in texts:
        found = _NUMBERED.fullmatch(_MIDNIGHT.sub("", text))
        if found and (int(found[1]) > 12) != (int(found[2]) > 12):
            orders.add(int(found[1]) > 12)
    return orders.pop() if len(orders) == 1 else None


def _numbered(found: re.Match[str], *, day_first: bool | None) -> tuple[date, ...]:
    """The days that `12/03/2024` can be: day first, and month first."""
    first, second, year = (int(part) for part in found.groups())
    year += 2000 if year < 100 else 0
    either = (_of(year, second, first), _of(year, first, second))
    days = either if day_first is None else either[:1] if day_first else either[1:]
    return tuple(dict.fromkeys(day for day in days if day))


def _one(text: str) -> date | None:
    """The day of a text that can be no other."""
    from foidata.documents.span import Span  # noqa: PLC0415  # the finders of letters are heavy, and seldom needed
    from foidata.letters.finders.periods import MONTHS, dates  # noqa: PLC0415

    ordered, named, turned = _YEAR_FIRST.fullmatch(text), _DAY_NAMED.fullmatch(text), _MONTH_NAMED.fullmatch(text)
    if ordered:
        return _of(*(int(part) for part in ordered.groups() if part))
    if turned:
        named_day, month, year = turned[2], turned[1], turned[3]
    elif named:
        named_day, month, year = named.groups()
    else:
        return next((day for span, day in dates(Span(text, 0, len(text))) if span.text == text), None)
    number = MONTHS.get(month.lower())
    return _of(int(year) + (2000 if len(year) == 2 else 0), number, int(named_day)) if number else None


def _of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
