from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.figures import number_of
from foidata.standard.codes import Severity, Status
from foidata.standard.facts import Count, Funding


@rule("FOI213", Severity.WARNING)
def nil_without_zero(line: Funding | Count) -> Iterator[Fault]:
    """A line is nil, but does not hold the 0.

    Sums and counts over councils read the number, not the status; a nil without its 0 looks like a gap.

    Example: status `nil` and no amount, where the letter says "None".

    Fix: Add the number 0, exact, with the letter's word for it in `stated`.
    """
    if line.status is Status.NIL and number_of(line)[1] is None:
        yield Fault(("status",), "The line is nil, but holds no 0.", line.status.value)
