from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.codes import Severity
from foidata.standard.period import Period


@rule("FOI217", Severity.ERROR)
def period_backwards(period: Period) -> Iterator[Fault]:
    """A period ends before it starts.

    It holds no day, so it is found by no filter on dates and overlaps nothing.

    Example: from 2023-03 to 2020-03.

    Fix: Exchange start and end, or correct the one that was misread.
    """
    first, last = period.first_day, period.last_day
    if first and last and first > last:
        yield Fault(("end",), f"The period starts {period.start} but ends {period.end}.", period.end)
