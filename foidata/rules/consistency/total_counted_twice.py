from collections.abc import Iterator, Sequence
from decimal import Decimal

from foidata.rules import Fault, rule
from foidata.rules.figures import bounds
from foidata.rules.words import pounds
from foidata.standard.answer import Answer
from foidata.standard.codes import Basis, Severity
from foidata.standard.facts import Funding
from foidata.standard.period import Period

_FEWEST = 2
"""The sum of so many lines is no chance."""


@rule("FOI234", Severity.WARNING)
def total_counted_twice(answer: Answer) -> Iterator[Fault]:
    """A line of money is the sum of the other lines, which do not say that they are its parts.

    Lines are added up. A total that stands among its own parts doubles the council's money.

    Example: £10,000, £20,000 and "total £30,000", three lines without `part_of`.

    Fix: Give each part the place of the total in `part_of`, counted from 1.
    """
    lines = [(at, line) for at, line in enumerate(answer.funding) if line.part_of is None and _is_sum(line)]
    if len(lines) <= _FEWEST:
        return
    for at, total in lines:
        others = [line for other, line in lines if other != at]
        if any(_comes_to(total, scope) for scope in _scopes(total.period, others)) and total.amount:
            words = pounds(total.amount)
            message = f"{words} is the sum of the other lines, which do not say that they are parts of it."
            yield Fault(("funding", at, "amount"), message, words)


def _is_sum(line: Funding) -> bool:
    """Whether a line is a sum above zero for all of its period."""
    return line.basis is not Basis.PER_YEAR and line.amount is not None and bool(line.amount.value)


def _scopes(period: Period | None, others: Sequence[Funding]) -> Iterator[list[Funding]]:
    """The other lines of the same period, and those of periods inside it."""
    yield [line for line in others if bounds(line.period) == bounds(period)]
    if period and period.first_day and period.last_day:
        yield [line for line in others if line.period and _inside(line.period, period)]


def _comes_to(total: Funding, lines: Sequence[Funding]) -> bool:
    """Whether several lines of one nature add up to the total."""
    values = [line.amount.value for line in lines if line.amount and line.amount.value is not None]
    alike = all(line.nature is total.nature for line in lines)
    return alike and len(values) >= _FEWEST and Decimal(sum(values)) == (total.amount.value if total.amount else None)


def _inside(period: Period, whole: Period) -> bool:
    """Whether a period is a part of another, and not all of it."""
    first, last = period.first_day, period.last_day
    if not (first and last and whole.first_day and whole.last_day):
        return False
    return whole.first_day <= first and last <= whole.last_day and (first, last) != (whole.first_day, whole.last_day)
