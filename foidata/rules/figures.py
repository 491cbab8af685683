"""The figures of an answer: its lines of money and its counts, with the number that each holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from foidata.standard.answer import Answer
from foidata.standard.codes import Status
from foidata.standard.facts import Count, Funding
from foidata.standard.period import Period
from foidata.standard.quantity import Quantity

Line = Funding | Count

WITHOUT_FIGURE = frozenset(status for status in Status if status.matched("value_allowed") == "no")
"""Statuses beside which there is no number."""
WITH_FIGURE = frozenset(status for status in Status if status.matched("value_allowed") in ("yes", "0"))
"""Statuses beside which a number stands, and not only bounds."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A line with its number, and the way to it from the answer."""

    at: tuple[str | int, ...]
    line: Line
    quantity: Quantity


def number_of(line: Line) -> tuple[str, Quantity | None]:
    """The number of a line and the name of the field that holds it."""
    return ("amount", line.amount) if isinstance(line, Funding) else ("quantity", line.quantity)


def bounds(period: Period | None) -> tuple[str | None, str | None] | None:
    """What makes a period the same as another, however it is stated."""
    return (period.start, period.end) if period else None


def figures(answer: Answer) -> Iterator[Figure]:
    """The lines of an answer that hold a number."""
    lines: list[tuple[str, int, Line]] = [
        *(("funding", step, line) for step, line in enumerate(answer.funding)),
        *(("counts", step, count) for step, count in enumerate(answer.counts)),
    ]
    for name, step, line in lines:
        field, quantity = number_of(line)
        if quantity is not None:
            yield Figure((name, step, field), line, quantity)


def denied(answer: Answer) -> Figure | None:
    """A figure that an answer gives although its status says that it gives none."""
    if answer.status not in WITHOUT_FIGURE:
        return None
    return next((one for one in figures(answer) if one.line.status in WITH_FIGURE), None)
