from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import figure
from foidata.standard.codes import Severity
from foidata.standard.facts import Count


@rule("FOI233", Severity.WARNING)
def count_beyond_its_whole(count: Count) -> Iterator[Fault]:
    """A count is larger than what it is said to be out of.

    As a share it is more than all. Most often the two numbers changed places.

    Example: 6 out of 5 officers hold the certificate.

    Fix: Compare with the letter: `quantity` is the part, `out_of` the whole.
    """
    if count.quantity is None or count.out_of is None:
        return
    least, most = count.quantity.least, count.out_of.most
    if least is not None and most is not None and least > most:
        message = f"{figure(count.quantity)} out of {figure(count.out_of)} is more than all.".capitalize()
        yield Fault(("quantity",), message, figure(count.quantity))
