from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI018", Severity.ERROR, kinds=("missing_column",))
def missing_column(met: Met) -> Iterator[Fault]:
    """A table lacks a column that says what its rows belong to.

    Without it the rows cannot be joined to their response or answer.

    Example: `funding.csv` without `answer_id`.

    Fix: Add the column.
    """
    yield told(met)
