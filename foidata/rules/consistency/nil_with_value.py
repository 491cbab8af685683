from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.figures import number_of
from foidata.rules.words import figure
from foidata.standard.codes import Qualifier, Severity, Status
from foidata.standard.facts import Count, Funding


@rule("FOI212", Severity.ERROR, good="{n} of {n} sums and counts keep nil and zero together")
def nil_with_value(line: Funding | Count) -> Iterator[Fault]:
    """A line is nil, yet holds a number other than 0.

    Only nil is zero, and nil is only zero: whoever filters by status and whoever adds the numbers must find the
    same.

    Example: status `nil` beside 5,000.

    Fix: Where the letter gives the number, the status is answered; where it says none, the number is 0.
    """
    name, quantity = number_of(line)
    if line.status is not Status.NIL or quantity is None:
        return
    if quantity.qualifier is not Qualifier.EXACT or quantity.value != 0:
        yield Fault((name,), f"The line is nil, yet holds {figure(quantity)}.", figure(quantity))
