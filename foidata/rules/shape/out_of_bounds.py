from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI106", Severity.ERROR, kinds=("greater_than_equal", "less_than_equal", "finite_number"))
def out_of_bounds(met: Met) -> Iterator[Fault]:
    """A number is beyond its bounds.

    Such a number is a slip: a year with five digits, a place before the text begins.

    Example: `start_year` 20016.

    Fix: Compare the number with the letter.
    """
    yield told(met)
