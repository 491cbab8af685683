from collections.abc import Iterator
from decimal import Decimal

from foidata.rules import Fault, rule
from foidata.rules.words import grouped, pounds
from foidata.standard.answer import Answer
from foidata.standard.codes import Basis, Severity
from foidata.standard.facts import Funding


@rule("FOI231", Severity.WARNING)
def parts_beyond_total(answer: Answer) -> Iterator[Fault]:
    """The parts of a sum come to more than the sum.

    A part cannot be larger than what it is a part of. Either a figure was misread, or a line that stands on its own was
    taken for a part, and is missing from every total.

    Example: £12,000 in total, and parts of £10,000 and £5,000.

    Fix: Compare the figures with the letter; take `part_of` away from a line that stands on its own.
    """
    for at, total in enumerate(answer.funding):
        parts = [line for line in answer.funding if line.part_of == at + 1 and _of_one_span(line, total)]
        known = [line.amount.least for line in parts if line.amount and line.amount.least is not None]
        most = total.amount.most if total.amount else None
        if known and most is not None and sum(known) > most and total.amount:
            came_to = f"£{grouped(Decimal(sum(known)))}"
            message = f"The parts of {pounds(total.amount)} come to {came_to}."
            yield Fault(("funding", at, "amount"), message, came_to)


def _of_one_span(part: Funding, total: Funding) -> bool:
    """Whether part and total are both sums a year, or both not, and their periods share a day."""
    apart = part.period and total.period and not part.period.overlaps(total.period)
    return (part.basis is Basis.PER_YEAR) is (total.basis is Basis.PER_YEAR) and not apart
