from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import grouped
from foidata.standard.codes import Severity
from foidata.standard.quantity import Quantity


@rule("FOI249", Severity.ERROR)
def bounds_backwards(quantity: Quantity) -> Iterator[Fault]:
    """A range ends below where it starts.

    No number lies in it, so that sums over councils come out with a lower bound above the upper one.

    Example: "between £10,000 and £15,000" with low 15000 and high 10000.

    Fix: Exchange `low` and `high`, or correct the one that was misread.
    """
    if quantity.low is not None and quantity.high is not None and quantity.low > quantity.high:
        message = f"The range goes from {grouped(quantity.low)} down to {grouped(quantity.high)}."
        yield Fault(("high",), message, grouped(quantity.high))
