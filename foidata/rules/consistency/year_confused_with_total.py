import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from foidata.rules import Fault, rule
from foidata.rules.words import pounds
from foidata.standard.answer import Answer
from foidata.standard.codes import Basis, PeriodKind, Severity
from foidata.standard.facts import Funding
from foidata.standard.period import Period
from foidata.standard.quantity import Quantity

_YEARS = (PeriodKind.CALENDAR_YEAR, PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR)
_DAYS = 366
"""No year is longer."""
_FEWEST = 2
_A_YEAR = re.compile(
    r"\b(?:per|a|each|every) (?:financial )?(?:year|annum)\b|\bp\.? ?a\b|\bannual(?:ly)?\b|\byearly\b", re.IGNORECASE
)
_IN_TOTAL = re.compile(
    r"\bin total\b|\baltogether\b|\bover (?:the |a )?(?:\w+[ -]){0,2}(?:years|period)\b", re.IGNORECASE
)


@rule("FOI235", Severity.WARNING)
def year_confused_with_total(answer: Answer) -> Iterator[Fault]:
    """A sum a year is written as a total, or a total as a sum a year.

    The one is as many times too small as there are years, the other as many times too large.

    Example: "£50k per annum" from March 2020 to March 2023 without `basis`, which would be £50,000 for three years.

    Fix: Set `basis` to per_year where the words say a year, and to total where they speak of all the years together.
    """
    for at, post in enumerate(answer.posts):
        if post.annual_cost and _says_total(post.annual_cost):
            message = f"{pounds(post.annual_cost)} is written as a cost a year, but the words say a total."
            yield Fault(("posts", at, "annual_cost"), message, post.annual_cost.stated)
    for at, line in enumerate(answer.funding):
        if line.amount is None or _is_year(line.period):
            continue
        a_year = line.basis is Basis.PER_YEAR
        words = pounds(line.amount)
        if a_year and _says_total(line.amount):
            message = f"{words} is written as a sum a year, but the words say a total."
        elif not a_year and _says_a_year(line.amount):
            message = f"{words} is written as the sum for {_when(line.period)}, but the words say a year."
        elif a_year and _is_total(line, answer.funding):
            message = f"{words} a year is the total of the years that are given one by one."
        elif not a_year and _is_each_year(line, answer.funding):
            message = f"{words} for {_when(line.period)} is also the sum for each of its years."
        else:
            continue
        yield Fault(("funding", at, "amount"), message, line.amount.stated or words)


def _says_a_year(amount: Quantity) -> bool:
    return amount.stated is not None and bool(_A_YEAR.search(amount.stated))


def _says_total(amount: Quantity) -> bool:
    return amount.stated is not None and not _says_a_year(amount) and bool(_IN_TOTAL.search(amount.stated))


def _is_total(line: Funding, lines: Sequence[Funding]) -> bool:
    """Whether the single years inside a line's period add up to its sum."""
    sums = _years_in(line, lines)
    return len(sums) >= _FEWEST and line.amount is not None and line.amount.value == sum(sums)


def _is_each_year(line: Funding, lines: Sequence[Funding]) -> bool:
    """Whether each of the single years inside a line's period has its sum."""
    sums = _years_in(line, lines)
    value = line.amount.value if line.amount else None
    return len(sums) >= _FEWEST and bool(value) and all(one == value for one in sums)


def _years_in(line: Funding, lines: Sequence[Funding]) -> list[Decimal]:
    """The exact sums of the single years inside a line's period."""
    return [
        other.amount.value
        for other in lines
        if line.period
        and other.period
        and other.amount
        and other.amount.value is not None
        and _is_year(other.period)
        and other.period.overlaps(line.period)
        and other.nature is line.nature
    ]


def _is_year(period: Period | None) -> bool:
    """Whether a period is one year or less, so that a sum a year and a total are the same."""
    if period is None:
        return False
    if period.kind in _YEARS:
        return True
    first, last = period.first_day, period.last_day
    return first is not None and last is not None and (last - first).days < _DAYS


def _when(period: Period | None) -> str:
    return period.label if period else "all the time meant"
