from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal

from foidata.rules import Fault, rule
from foidata.rules.figures import bounds
from foidata.rules.words import figure, grouped
from foidata.standard.answer import Answer
from foidata.standard.codes import Dimension, Severity
from foidata.standard.facts import Count
from foidata.standard.quantity import Quantity

_WHOLE = (Dimension.SEX, Dimension.AGE_GROUP)
"""By these everybody is counted once, so that two categories or more leave nobody out."""
_SHARED = (
    Dimension.EXPLOITATION,
    Dimension.SERVICE,
    Dimension.CATEGORY_OF_NEED,
    Dimension.TRAINING,
    Dimension.OTHER,
)
"""By these one person may be counted under several categories, so that their sum says nothing."""
_OTHER = "other"

Row = tuple[int, Count, Quantity]


@rule("FOI232", Severity.WARNING)
def breakdown_unlike_total(answer: Answer) -> Iterator[Fault]:
    """A count and its breakdown do not fit together.

    Who adds the categories finds another number than who reads the total. Where a category is hidden, the
    difference may also show that the wrong total was taken.

    Example: 12 referrals, of which 9 of adults and 5 of children.

    Fix: Compare the figures with the letter; give the count of another thing another measure or label. Where the
    council's own figures differ, keep them, and add a note of kind caveat.
    """
    by_thing: dict[Hashable, list[Row]] = {}
    for at, count in enumerate(answer.counts):
        if count.quantity is not None:
            by_thing.setdefault(_thing(count), []).append((at, count, count.quantity))
    for rows in by_thing.values():
        totals = [row for row in rows if not row[1].breakdown and row[1].service is None]
        if len(totals) == 1:
            yield from _faults(totals[0], rows)


def _faults(total: Row, rows: Sequence[Row]) -> Iterator[Fault]:
    """The dimensions by which a total does not fit its categories."""
    at, _, quantity = total
    for dimension in Dimension:
        parts = [row[2] for row in rows if len(row[1].breakdown) == 1 and row[1].breakdown[0].dimension is dimension]
        least, most = _bounds(parts, dimension)
        over = least is not None and quantity.most is not None and least > quantity.most
        under = most is not None and quantity.least is not None and most < quantity.least
        if over or under:
            by, sum_of = dimension.label.lower(), least if over else most
            message = f"The total is {figure(quantity)}, but by {by} it comes to {grouped(sum_of or Decimal())}."
            yield Fault(("counts", at, "quantity"), message, figure(quantity))


def _bounds(parts: Sequence[Quantity], dimension: Dimension) -> tuple[Decimal | None, Decimal | None]:
    """Between what the total must lie, as far as its categories say."""
    least = [part.least for part in parts if part.least is not None]
    most = [part.most for part in parts if part.most is not None]
    lowest = (max(least) if dimension in _SHARED else Decimal(sum(least))) if least else None
    whole = dimension in _WHOLE and len(parts) > 1 and len(most) == len(parts)
    return lowest, Decimal(sum(most)) if whole else None


def _thing(count: Count) -> Hashable:
    """What is counted, and when."""
    return count.measure, count.label if count.measure == _OTHER else None, bounds(count.period)
