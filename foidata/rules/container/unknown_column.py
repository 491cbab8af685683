from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI016", Severity.ERROR, kinds=("unknown_column",))
def unknown_column(met: Met) -> Iterator[Fault]:
    """A table has a column that the standard does not have.

    Nothing is read from it. If its name was misspelt, its data is lost.

    Example: `amount` for `amount_value`.

    Fix: Correct the name, or take the column away.
    """
    yield told(met, among_known=True)
