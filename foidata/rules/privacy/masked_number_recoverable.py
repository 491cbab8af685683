from collections.abc import Iterator, Sequence
from decimal import Decimal

from foidata.rules import Fault, rule
from foidata.rules.subtraction import Line, splits
from foidata.standard.answer import Answer
from foidata.standard.codes import Qualifier, Severity, Status
from foidata.standard.facts import Count


@rule("FOI608", Severity.WARNING)
def masked_number_recoverable(answer: Answer) -> Iterator[Fault]:
    """A masked number can be worked out from the total and the other numbers beside it.

    Then the mask hides nothing. Whoever publishes the table again publishes the number too.

    Example: 10 referrals in all, 7 of adults, "fewer than 5" of children.

    Fix: Leave out the total, or mask a second number of the same table, before you publish.
    """
    for total, parts in splits(answer.counts):
        masked = [part for part in parts if part.count.status is Status.SUPPRESSED]
        if len(masked) == 1 and _leaves_one_number(total, parts, masked[0].count):
            yield Fault(("counts", masked[0].at), "This masked number can be worked out from the total and the others.")


def _leaves_one_number(total: Line, parts: Sequence[Line], masked: Count) -> bool:
    """Whether what the others leave of the total can be the masked number."""
    whole = _exact(total.count)
    others = [_exact(part.count) for part in parts if part.count is not masked]
    if whole is None or None in others:
        return False
    rest = whole - sum(one for one in others if one is not None)
    low, high = (masked.quantity.low, masked.quantity.high) if masked.quantity else (None, None)
    return (low or 0) <= rest and (high is None or rest <= high)


def _exact(count: Count) -> Decimal | None:
    """The number of a count that gives one."""
    quantity = count.quantity
    return quantity.value if quantity and quantity.qualifier is Qualifier.EXACT else None
