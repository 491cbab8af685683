from collections.abc import Hashable, Iterator

from foidata.rules import Fault, rule
from foidata.rules.figures import bounds
from foidata.rules.words import asked_under, figure, shortened
from foidata.standard.answer import Answer
from foidata.standard.codes import Severity
from foidata.standard.facts import Count


@rule("FOI241", Severity.WARNING)
def count_given_twice(answer: Answer) -> Iterator[Fault]:
    """One thing is counted twice in an answer, with different numbers.

    A table has one cell for a measure, a period and a category. With two numbers for it, one is lost or both are added
    up.

    Example: two counts of referrals in 2023 without a breakdown, 7 and 12, where the 7 are adults.

    Fix: Write down what sets them apart: the category in `breakdown`, the period, another measure or label.
    """
    seen: dict[Hashable, tuple[int, Count]] = {}
    for at, count in enumerate(answer.counts):
        thing = (count.measure, count.label, bounds(count.period), frozenset(count.breakdown), count.service)
        first, earlier = seen.setdefault(thing, (at, count))
        if first != at and _number(earlier) != _number(count):
            numbers = " and ".join(_number(one) for one in (earlier, count))
            message = f"{asked_under(answer)} counts {shortened(count.label, 40)} twice: {numbers}."
            yield Fault(("counts", at), message, _number(count))


def _number(count: Count) -> str:
    return figure(count.quantity) if count.quantity else count.status.value
