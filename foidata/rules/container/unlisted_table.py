from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI012", Severity.WARNING, kinds=("unlisted_table",))
def unlisted_table(met: Met) -> Iterator[Fault]:
    """A table lies in the package, but the descriptor does not list it.

    Programs read what the descriptor lists, and would miss this table.

    Example: a file `counts.csv` that `datapackage.json` does not name.

    Fix: Add the table to the descriptor, or take the file away.
    """
    yield told(met)
