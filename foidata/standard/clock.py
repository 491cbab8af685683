"""The working days that an access law counts, and the day by which it wants an answer.

Day 1 is the first working day after the day of receipt. Outside Scotland every bank holiday of any part of the United
Kingdom stops the clock, so that a council in Kent does not count St Andrew's Day; the Scottish laws stop for their own.

    >>> due(datetime.date(2024, 2, 8), Law.FOIA_2000)
    datetime.date(2024, 3, 7)
"""

import datetime
import functools
from dataclasses import dataclass

from foidata.standard.codes import Law

ANSWER_DAYS = 20
"""So many working days an authority has for its answer, under each of the laws."""

_ONE_DAY = datetime.timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Clock:
    """What stops the count of days under a law."""

    parts: tuple[str, ...]
    """The parts of the United Kingdom whose bank holidays are free days, by their codes. Example: `("SCT",)`"""

    def runs_on(self, day: datetime.date) -> bool:
        """Whether it is a working day."""
        return day.weekday() < _SATURDAY and not any(day in _bank_holidays(part, day.year) for part in self.parts)

    def after(self, day: datetime.date, days: int) -> datetime.date:
        """The day on which so many working days after a day are over."""
        while days > 0:
            day += _ONE_DAY
            days -= self.runs_on(day)
        return day

    def between(self, start: datetime.date, end: datetime.date) -> int:
        """How many working days there are after one day, up to and with another."""
        days = (start + _ONE_DAY * number for number in range(1, (end - start).days + 1))
        return sum(self.runs_on(day) for day in days)


UNITED_KINGDOM, SCOTLAND = Clock(("ENG", "WLS", "SCT", "NIR")), Clock(("SCT",))


def clock_of(law: Law) -> Clock:
    """The clock by which a law counts."""
    return SCOTLAND if law in (Law.FOISA_2002, Law.EISR_2004) else UNITED_KINGDOM


def due(received: datetime.date, law: Law, days: int = ANSWER_DAYS) -> datetime.date:
    """The last day on which an answer is in time to a request that was received on a day."""
    return clock_of(law).after(received, days)


@functools.cache
def _bank_holidays(part: str, year: int) -> frozenset[datetime.date]:
    """The bank holidays of a part of the United Kingdom in a year, as computed by the package `holidays`."""
    import holidays  # noqa: PLC0415  # heavy

    return frozenset(holidays.country_holidays("GB", subdiv=part, years=year))
