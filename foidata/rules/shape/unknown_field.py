from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI102", Severity.ERROR, kinds=("extra_forbidden",))
def unknown_field(met: Met) -> Iterator[Fault]:
    """There is a field that the standard does not have.

    Nothing is read from it. If its name was misspelt, its value is lost.

    Example: `ammount` on a funding line.

    Fix: Correct the name, or take the field away.
    """
    yield told(met, among_known=True)
