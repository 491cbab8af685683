from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI024", Severity.ERROR, kinds=("orphan_row",))
def orphan_row(met: Met) -> Iterator[Fault]:
    """A row belongs to nothing.

    It names a response or answer that is not there, so that its figures are lost in every join.

    Example: a funding line of answer `9`, where the response has eight answers.

    Fix: Correct the ids, or add what the row belongs to.
    """
    yield told(met)
