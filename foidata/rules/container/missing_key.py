from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI019", Severity.ERROR, kinds=("missing_key",))
def missing_key(met: Met) -> Iterator[Fault]:
    """A row does not say what it belongs to.

    It cannot be joined to its response or answer, so that its figures are lost.

    Example: a row of `funding.csv` with an empty `answer_id`.

    Fix: Fill the cell.
    """
    yield told(met)
